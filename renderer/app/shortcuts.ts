// Keys of commands: `Ctrl+Shift+Z`, `Alt+1`, `F1`, `?`. Digits go by their place on the keyboard, since
// on a French one they need Shift; letters go by what is printed on them.

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the shortcut. `Ctrl` also stands for Command on a Mac. */
export function matchesShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const has = (part: string) => parts.slice(0, -1).includes(part);
  if (has('Ctrl') !== (press.ctrlKey || press.metaKey)) return false;
  if (has('Alt') !== press.altKey) return false;
  if (/^\d$/.test(key)) return press.code === `Digit${key}` || press.code === `Numpad${key}`;
  // a sign such as `?` may need Shift on one keyboard and not on another
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && has('Shift') !== press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** A shortcut in the words of the keyboard: `Maj` for Shift in French. */
export function shortcutWords(
  shortcut: string,
  words: { readonly [key: string]: string | undefined },
): string {
  return shortcut
    .split('+')
    .map((part) => words[part] ?? part)
    .join('+');
}
