/** How far long names are apart whose spelling varies: consonants only, small words left out. */
const small = new Set(
  'al el ul wa wal l la le les de des du d et a au aux the of for and to in fi bi'.split(' '),
);

export function skeletonOf(words: readonly string[]): string {
  return words
    .filter((word) => !small.has(word))
    .map((word) =>
      word
        .replace(/[^\p{L}]/gu, '')
        .replace(/[aeiouyhw]/g, '')
        .replace(/(.)\1+/g, '$1'),
    )
    .filter((word) => word !== '')
    .join(' ');
}

/** Edits between two texts, given up (Infinity) above `most`. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    let best = i;
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next.push(value);
      best = Math.min(best, value);
    }
    if (best > most) return Number.POSITIVE_INFINITY;
    row = next;
  }
  return row[b.length] ?? Number.POSITIVE_INFINITY;
}
