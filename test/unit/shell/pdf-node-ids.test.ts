import { expect, test } from 'vitest';
import { withOrderedIds } from '../../../electron/shell/pdf-node-ids.ts';

/** Elements as Chromium writes them, by the numbers of their nodes. */
function file(heading: number, cell: number, word: number): string {
  const name = (node: number) => `(node${String(node).padStart(8, '0')})`;
  const objects = new Map([
    [heading, '7 0 R'],
    [cell, '8 0 R'],
    [word, '9 0 R'],
  ]);
  const sorted = [...objects].toSorted(([a], [b]) => a - b);
  return [
    `7 0 obj\n<</S /TH\n/ID ${name(heading)}>>\nendobj`,
    `8 0 obj\n<</S /TD\n/A [<</O /Table\n/Headers [${name(heading)}]>>]\n/ID ${name(cell)}>>\nendobj`,
    `9 0 obj\n<</S /Span\n/ID ${name(word)}>>\nendobj`,
    `10 0 obj\n<</Limits [${name(sorted[0]?.[0] ?? 0)} ${name(sorted[2]?.[0] ?? 0)}]`,
    `/Names [${sorted.map(([node, at]) => `${name(node)} ${at}`).join(' ')}]>>\nendobj`,
  ].join('\n');
}
const ordered = (text: string) => withOrderedIds(Buffer.from(text, 'latin1')).toString('latin1');

test('whatever numbers the nodes had, the names are those of the order of the document', () => {
  const first = ordered(file(1, 2, 3));
  expect(first).toBe(file(1, 2, 3));
  expect(ordered(file(156, 12, 447))).toBe(first);
  expect(ordered(file(9, 8, 7))).toBe(first);
});

test('a file that is not as Chromium writes it stays as it is', () => {
  for (const text of ['%PDF-1.4', file(5, 6, 7).replace('/Limits', '/Other')]) {
    expect(ordered(text)).toBe(text);
  }
  const stray = `${file(5, 6, 7)}\n(node00000099)`;
  expect(ordered(stray)).toBe(stray);
});
