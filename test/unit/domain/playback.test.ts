import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeUnits } from '../../../shared/contract/view-calls.ts';
import { aligned, nextPeriod, startPeriod, stepped } from '../../../shared/domain/playback.ts';
import { dayNumber, dayOfNumber } from '../../../shared/domain/timeline.ts';

const span = (first: string, last: string) => ({ first: dayNumber(first), last: dayNumber(last) });
const words = (period: { first: number; last: number } | undefined) =>
  period && `${dayOfNumber(period.first)} ${dayOfNumber(period.last)}`;

describe('a period that moves over time', () => {
  test('given months of different lengths, then each step is a whole month', () => {
    expect(words(stepped('month', span('2025-01-01', '2025-01-31'), 1))).toBe(
      '2025-02-01 2025-02-28',
    );
    expect(words(stepped('month', span('2025-03-01', '2025-03-31'), -1))).toBe(
      '2025-02-01 2025-02-28',
    );
  });

  test('given three weeks, then they stay three weeks from Monday to Sunday', () => {
    expect(words(stepped('week', span('2025-05-05', '2025-05-25'), 1))).toBe(
      '2025-05-12 2025-06-01',
    );
  });

  test('given no period, then it begins with the first unit of the stretch', () => {
    const stretch = span('2024-02-10', '2025-03-03');
    expect(words(nextPeriod('month', stretch, undefined))).toBe('2024-02-01 2024-02-29');
  });

  test('given any stretch, then playing shows each unit of it once and ends', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3000 }));
    fc.assert(
      fc.property(days, fc.constantFrom(...timeUnits), ([first, length], unit) => {
        const stretch = { first, last: first + length };
        const all = aligned(unit, stretch);
        let seen = 0;
        let end = all.first - 1;
        let period = nextPeriod(unit, stretch, startPeriod(unit, stretch, undefined));
        for (; period !== undefined; period = nextPeriod(unit, stretch, period)) {
          expect(period.first).toBe(end + 1);
          end = period.last;
          seen += 1;
        }
        expect(seen).toBe(all.count);
        expect(end).toBe(all.last);
      }),
      { numRuns: 60 },
    );
  });

  test('given a period at the end, then playing begins anew with its length', () => {
    const stretch = span('2025-01-01', '2025-04-30');
    const start = startPeriod('month', stretch, span('2025-03-01', '2025-04-30'));
    expect(words(nextPeriod('month', stretch, start))).toBe('2025-01-01 2025-02-28');
  });

  test('any step and its return lead back', () => {
    const period = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(period, fc.constantFrom(...timeUnits), ([first, length], unit) => {
        const { count: _count, ...own } = aligned(unit, { first, last: first + length });
        const there = stepped(unit, own, 1);
        const { first: back, last } = stepped(unit, there, -1);
        expect({ first: back, last }).toEqual(own);
      }),
    );
  });
});
