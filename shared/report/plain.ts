/** Markdown of an analyst as one plain line, for places where only words fit. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/[*_`~]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The first whole sentences within a number of characters; cut at a word where one is longer. */
export function firstSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most + 1);
  const ends = [...head.matchAll(/[.!?…]["»”’)]*(?=\s)/g)];
  const last = ends.at(-1);
  if (last !== undefined) return head.slice(0, last.index + last[0].length);
  return `${head.slice(0, head.lastIndexOf(' ') > 0 ? head.lastIndexOf(' ') : most)}…`;
}
