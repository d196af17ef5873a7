import { expect, test } from 'vitest';
import { KeyTable } from '../../../electron/services/bulk/key-table.ts';

test('says of each key whether it is new, and what goes with it, as a map does', () => {
  const table = new KeyTable();
  const map = new Map<string, number>();
  const wrong: string[] = [];
  for (let n = 0; n < 20_000; n += 1) {
    // every third key comes again
    const key = `ACLED:BFO${n % 3 === 0 ? Math.floor(n / 6) : n}`;
    if (table.set(key, n) === map.has(key)) wrong.push(key);
    map.set(key, n);
  }
  expect(table.size).toBe(map.size);
  for (const [key, value] of map) if (table.get(key) !== value) wrong.push(key);
  expect(wrong).toEqual([]);
  for (const key of ['', 'ACLED:BFO', 'ACLED:BFO30000', 'acled:BFO1'])
    expect(table.get(key)).toBeUndefined();
});

test('keeps 4 294 967 295, an empty key and signs beyond the plain ones', () => {
  const table = new KeyTable();
  for (const key of ['', '\u{1f525}', 'é', 'e\u0301'])
    expect(table.set(key, 2 ** 32 - 1)).toBe(true);
  expect(table.get('')).toBe(2 ** 32 - 1);
  expect(table.get('é')).toBe(2 ** 32 - 1);
  expect(table.size).toBe(4);
});

test('holds less than 43 bytes a key, however long the keys are', () => {
  const table = new KeyTable();
  for (let n = 0; n < 10_000; n += 1) table.set(`${'long '.repeat(50)}${n}`, n);
  expect(table.bytes / table.size).toBeLessThan(43);
});
