/** Which names and kinds of entries a zip from a colleague's stick may have. Pure checks, no reading. */
import { AppError } from '../../shared/lib/app-error.ts';
import { isKnownPath, packLimits } from '../../shared/pack/format.ts';

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/iu;
/** Marks that turn or hide the direction of text, and zero-width ones: names that look like others. */
const bidi = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/u;

/** Throws `pack/unsafe-path` with `details.reason` for a name that could lead or mislead anywhere. */
export function checkPath(path: string): void {
  const refuse = (reason: string, what: string): never => {
    throw new AppError(
      'pack/unsafe-path',
      `The pack holds a file whose name ${what}. It was refused; nothing was read from it.`,
      { reason, path: printable(path) },
    );
  };
  if (path === '') refuse('empty-name', 'is empty');
  if (path.includes('\u0000')) refuse('nul', 'holds a NUL character');
  if (bidi.test(path)) refuse('bidi', 'holds invisible direction marks');
  if (control.test(path)) refuse('control', 'holds control characters');
  if (path.length > packLimits.pathLength) refuse('long-path', 'is longer than 200 characters');
  if (path.includes('\\')) refuse('backslash', 'holds a backslash');
  if (path.startsWith('/')) refuse('absolute', 'is an absolute path');
  if (/^[a-z]:/iu.test(path)) refuse('drive', 'names a drive');
  const parts = path.replace(/\/$/u, '').split('/');
  if (parts.includes('..')) refuse('parent', 'leads out of the pack ("..")');
  if (parts.some((part) => part === '' || part === '.')) refuse('empty-part', 'has an empty part');
  if (parts.length > packLimits.depth) refuse('deep', 'lies deeper than 4 folders');
  if (parts.some((part) => reserved.test(part.split('.')[0] ?? '')))
    refuse('reserved', 'is reserved by Windows, as CON or NUL');
  if (parts.some((part) => /[. ]$/u.test(part))) refuse('trailing', 'ends in a dot or a space');
}

/** What two names must not share: case-blind and disc-encoding-blind, as Windows and macOS compare. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC').replace(/\/$/u, '');
}

/** Throws `pack/unexpected-entry` for anything a pack of this version does not hold. */
export function checkKnown(path: string): void {
  if (isKnownPath(path)) return;
  throw new AppError(
    'pack/unexpected-entry',
    `The pack holds a file that no pack has: "${printable(path)}". It was made or changed by another program.`,
    { reason: 'unknown-entry', path: printable(path) },
  );
}

const fileTypeMask = 0o170000;
const regularFile = 0o100000;
const symbolicLink = 0o120000;

/**
 * Checks the Unix mode in the upper half of the external attributes. 0 stands for "not said" (made on
 * Windows). Throws `pack/symlink` for links and `pack/unexpected-entry` for folders and devices.
 */
export function checkMode(path: string, externalAttributes: number): void {
  const type = (externalAttributes >>> 16) & fileTypeMask;
  if (type === symbolicLink)
    throw new AppError(
      'pack/symlink',
      `The pack holds a link to another file ("${printable(path)}"). Packs never hold links; it was refused.`,
      { reason: 'symlink', path: printable(path) },
    );
  if (type !== 0 && type !== regularFile)
    throw new AppError(
      'pack/unexpected-entry',
      `The pack holds "${printable(path)}", which is not an ordinary file. It was refused.`,
      { reason: 'special-file', path: printable(path) },
    );
}

/** A hostile name made fit for a message or a log. */
export function printable(path: string): string {
  return path
    .slice(0, 120)
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, (char) => `\\u${char.charCodeAt(0).toString(16)}`);
}
