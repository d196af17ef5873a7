/** Texts come back by their number, whether they lie in memory or in the file. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextStore } from '../../electron/files/text-store.ts';
import { ownTemporaryFiles } from '../helpers/temporary-files.ts';

const folder = ownTemporaryFiles();
const files = () => readdirSync(folder);

const text = fc.oneof(
  { weight: 9, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.nat({ max: 400_000 }).map((length) => 'é'.repeat(length)) },
);

test('in any order, while more come, with hardly any memory', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 120 }),
      fc.array(fc.nat(), { maxLength: 60 }),
      (texts, asked) => {
        const store = new TextStore(300_000);
        for (const [at, each] of texts.entries()) {
          store.add(each);
          const index = (asked[at % Math.max(1, asked.length)] ?? 0) % (at + 1);
          expect(store.at(index)).toBe(texts[index]);
        }
        expect(texts.map((_, at) => store.at(at))).toEqual(texts);
        for (const none of [-1, texts.length, 0.5 + texts.length, Number.NaN])
          expect(store.at(none)).toBeUndefined();
        store.close();
      },
    ),
    { numRuns: 60 },
  );
  expect(files()).toEqual([]);
});

test('few lie in no file; many do, which is gone when they are', () => {
  const store = new TextStore(1_000_000);
  const add = (count: number) => {
    for (let n = 0; n < count; n += 1) store.add(`text ${store.count} ${'x'.repeat(90)}`);
  };
  add(5000);
  expect(files()).toEqual([]);
  add(40_000);
  expect(files()).toHaveLength(1);
  for (const n of [0, 15, 16, 4999, 5000, 44_999]) expect(store.at(n)).toMatch(`text ${n} `);
  store.close();
  expect(files()).toEqual([]);
});
