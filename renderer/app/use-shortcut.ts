import { useText } from '../text/index.tsx';
import { shortcutWords } from './shortcuts.ts';

/** Words of a shortcut on the reader's keyboard: `Ctrl+Maj+Z`. */
export function useShortcut(): (shortcut: string | undefined) => string | undefined {
  const words = useText().app.shortcutKeys;
  return (shortcut) => (shortcut === undefined ? undefined : shortcutWords(shortcut, words));
}
