/**
 * A spreadsheet runs a text that begins with `= + - @` (or their full-width twins, a tab or a line end)
 * as a formula.
 */
const starts = /^[=+\-@\t\r\n＝＋－＠]/u;

/** The text with an apostrophe before it where a spreadsheet would run it. */
export function formulaSafe(text: string): string {
  return starts.test(text) ? `'${text}` : text;
}
