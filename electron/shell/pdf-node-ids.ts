/**
 * Chromium names the elements of a tagged PDF by the nodes of its page, whose numbers hang on what else
 * the page did meanwhile: the same report came out with other names each time. They are numbered here
 * in the order of the document. Nothing moves: every name is as long as before.
 */
const nodeName = /\(node(\d{8})\)/g;
/** One leaf of the tree of names (ISO 32000-1, 7.9.6), as Chromium writes it. */
const leaf =
  /(\/Limits \[)\(node\d{8}\) \(node\d{8}\)(\]\s*\/Names \[)((?:\(node\d{8}\) \d+ 0 R ?)+)(\])/g;

const nameOf = (number: number) => `(node${String(number).padStart(8, '0')})`;

/** A file whose names lie otherwise than Chromium's is given back as it is. */
export function withOrderedIds(pdf: Buffer): Buffer {
  // pictures lie before and behind: megabytes that hold no name
  const from = Math.max(0, pdf.indexOf('(node') - margin);
  const to = pdf.lastIndexOf('(node') + margin;
  const middle = ordered(pdf.subarray(from, to).toString('latin1'));
  if (middle === undefined) return pdf;
  return Buffer.concat([pdf.subarray(0, from), Buffer.from(middle, 'latin1'), pdf.subarray(to)]);
}

/** Bytes around the names that belong to them. */
const margin = 100;

/** Of the same length; undefined where the names lie otherwise. */
function ordered(text: string): string | undefined {
  if ([...text.matchAll(leaf)].length !== 1) return undefined;
  const numbers = new Map<string, number>();
  // in the order of the elements; the tree of names and heads of tables refer to them
  for (const [, id = ''] of text.matchAll(/\/ID \(node(\d{8})\)/g)) {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  }
  const isKnown = [...text.matchAll(nodeName)].every(([, id = '']) => numbers.has(id));
  if (!isKnown) return undefined;
  const renamed = text.replaceAll(nodeName, (_, id: string) => nameOf(numbers.get(id) ?? 0));
  const sorted = renamed.replace(leaf, (_, limits, names, pairs: string, end) => {
    const each = pairs.match(/\(node\d{8}\) \d+ 0 R/g)?.toSorted() ?? [];
    const [first = '', last = ''] = [each[0], each.at(-1)].map((pair) => pair?.slice(0, 14));
    return `${limits}${first} ${last}${names}${each.join(' ')}${end}`;
  });
  return sorted.length === text.length ? sorted : undefined;
}
