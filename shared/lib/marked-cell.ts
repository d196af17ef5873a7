/**
 * Texts that a spreadsheet would run as a formula get a leading apostrophe, which reading takes off again.
 * An apostrophe alone stands for an empty text where the field could also be absent (an empty cell).
 */

/** What starts a formula in Excel, LibreOffice or Google Sheets, with the full-width twins. */
const dangerous = '=+\\-@\\t\\r\\n＝＋－＠';
/** Texts that would be misread: those, and those that already look escaped. */
const needsMark = new RegExp(`^'*(?:[${dangerous}]|$)`, 'u');
const hasMark = new RegExp(`^'+(?:[${dangerous}]|$)`, 'u');

export function escapeText(text: string): string {
  return needsMark.test(text) ? `'${text}` : text;
}

export function unescapeText(cell: string): string {
  return hasMark.test(cell) ? cell.slice(1) : cell;
}
