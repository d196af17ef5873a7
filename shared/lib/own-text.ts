/**
 * The same text with memory of its own. A cell that is cut out of a piece of a file holds on to the whole piece,
 * so that a list of names would hold the file.
 */
export function ownText(text: string): string {
  return text.split('').join('');
}
