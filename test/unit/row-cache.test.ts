import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRows,
  emptyCache,
  markStale,
  maxRows,
  missingKeys,
  pageSize,
} from '../../renderer/state/row-cache.ts';
import { incidentRow } from '../helpers/incident-row.ts';

describe('row cache', () => {
  test('given any range, then the missing keys are whole pages of the list and none is known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1600 }),
        fc.integer({ min: 0, max: 300 }),
        fc.func(fc.boolean()),
        (length, from, span, isKnown) => {
          const keys = Uint32Array.from({ length }, (_, index) => index + 1);
          const missing = missingKeys(keys, from, from + span, isKnown);
          const start = Math.floor(from / pageSize) * pageSize;
          const end = Math.ceil((from + span) / pageSize) * pageSize;
          const expected = [...keys.slice(start, end)].filter((key) => !isKnown(key));
          expect(missing).toEqual(expected);
        },
      ),
    );
  });

  test('given more rows than fit, then the oldest read go', () => {
    const all = Array.from({ length: maxRows + 10 }, (_, index) => incidentRow({ key: index + 1 }));
    const cache = addRows(emptyCache, all);
    expect(cache.rows.size).toBe(maxRows);
    expect(cache.rows.has(10)).toBe(false);
    expect(cache.fresh.has(10)).toBe(false);
    expect(cache.rows.has(11)).toBe(true);
  });

  test('given a change, then rows stay but none is fresh', () => {
    const cache = markStale(addRows(emptyCache, [incidentRow({ key: 1 })]));
    expect([...cache.rows.keys()]).toEqual([1]);
    expect(cache.fresh.size).toBe(0);
  });
});
