import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binSizeOf,
  binsOf,
  changeLevel,
  countOverBins,
  daysOf,
  periodBefore,
} from '../../../shared/domain/period.ts';
import { addDays } from '../../../shared/lib/days.ts';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
const period = fc
  .tuple(day, fc.integer({ min: 0, max: 2000 }))
  .map(([from, length]) => ({ from, to: addDays(from, length) }));

describe('periods', () => {
  test('the period before has the same length and ends the day before', () => {
    expect(periodBefore({ from: '2025-05-08', to: '2025-05-14' })).toEqual({
      from: '2025-05-01',
      to: '2025-05-07',
    });
    fc.assert(
      fc.property(period, fc.integer({ min: 1, max: 4 }), (given, steps) => {
        const before = periodBefore(given, steps);
        expect(daysOf(before)).toBe(daysOf(given));
        expect(addDays(before.to, daysOf(given) * (steps - 1) + 1)).toBe(given.from);
      }),
    );
  });

  test.each([
    [13, 10, 'large-increase'],
    [12, 10, 'moderate-increase'],
    [11, 10, 'moderate-increase'],
    [10, 10, 'limited-change'],
    [8, 10, 'limited-change'],
    [7, 10, 'large-decrease'],
    [5, 2, 'limited-change'],
    [6, 2, 'large-increase'],
    [6, 0, 'large-increase'],
    [0, 0, 'limited-change'],
    [0, 3, 'large-decrease'],
  ] as const)('%i beside a mean of %i is %s', (count, mean, level) => {
    expect(changeLevel(count, mean)).toBe(level);
  });

  test('bins cover the period without gap or overlap', () => {
    fc.assert(
      fc.property(period, (given) => {
        const bins = binsOf(given, binSizeOf(given));
        expect(bins[0]?.from.localeCompare(given.from)).toBeLessThanOrEqual(0);
        expect(bins.at(-1)?.to.localeCompare(given.to)).toBeGreaterThanOrEqual(0);
        expect(bins.length).toBeLessThanOrEqual(37);
        for (const [index, bin] of bins.entries()) {
          const next = bins[index + 1];
          if (next !== undefined) expect(addDays(bin.to, 1)).toBe(next.from);
        }
      }),
    );
  });

  test('weeks begin on Monday', () => {
    expect(binsOf({ from: '2025-05-14', to: '2025-05-20' }, 'week')).toEqual([
      { from: '2025-05-12', to: '2025-05-18' },
      { from: '2025-05-19', to: '2025-05-25' },
    ]);
  });

  test('an uncertain date is spread over its span, a sure one is whole, nothing is counted twice', () => {
    const bins = binsOf({ from: '2025-05-01', to: '2025-05-04' }, 'day');
    const { bins: counts, unplaced } = countOverBins(
      [
        { dateEarliest: '2025-05-01', dateLatest: '2025-05-01' },
        { dateEarliest: '2025-05-01', dateLatest: '2025-05-04' },
        { dateEarliest: null, dateLatest: '2025-05-03' },
      ],
      bins,
    );
    expect(unplaced).toBe(1);
    expect(counts.map(({ sure, spread }) => [sure, spread])).toEqual([
      [1, 0.25],
      [0, 0.25],
      [0, 0.25],
      [0, 0.25],
    ]);
    fc.assert(
      fc.property(period, fc.array(period, { maxLength: 20 }), (given, spans) => {
        const size = binSizeOf(given);
        const result = countOverBins(
          spans.map(({ from, to }) => ({ dateEarliest: from, dateLatest: to })),
          binsOf(given, size),
        );
        const sum = result.bins.reduce((all, bin) => all + bin.sure + bin.spread, 0);
        expect(sum).toBeLessThanOrEqual(spans.length + 1e-6);
      }),
    );
  });
});
