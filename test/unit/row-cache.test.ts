import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxRows, missingSpans, pageSize, withRows } from '../../renderer/state/row-cache.ts';
import { incidentRow } from '../helpers/incident-row.ts';

describe('rows by position', () => {
  test('given any range, then whole pages of the list are missing, those with a row not known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 1600 }),
        fc.integer({ min: 0, max: 300 }),
        fc.func(fc.boolean()),
        (total, from, span, isKnown) => {
          const missing = missingSpans(total, from, from + span, isKnown);
          const start = Math.floor(from / pageSize) * pageSize;
          const end = Math.min(total, Math.ceil((from + span) / pageSize) * pageSize);
          const expected = [];
          for (let page = start; page < end; page += pageSize) {
            const count = Math.min(pageSize, total - page);
            const positions = Array.from({ length: count }, (_, at) => page + at);
            if (!positions.every((at) => isKnown(at))) expected.push({ from: page, count });
          }
          expect(missing).toEqual(expected);
        },
      ),
    );
  });

  test('given more rows than fit, then those farthest from what is shown go', () => {
    const page = (from: number) =>
      Array.from({ length: pageSize }, (_, at) => incidentRow({ key: from + at + 1 }));
    let rows = withRows(new Map(), 0, [], 0);
    for (let from = 0; from <= maxRows; from += pageSize)
      rows = withRows(rows, from, page(from), from);
    expect(rows.size).toBe(maxRows);
    expect(rows.has(0)).toBe(false);
    expect(rows.get(maxRows)?.key).toBe(maxRows + 1);
  });
});
