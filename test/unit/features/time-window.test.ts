import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bucketsIn,
  comparedWith,
  meanBefore,
  panned,
  wholeWindow,
  zoomed,
} from '../../../renderer/features/timeline/time-window.ts';
import { type Timeline, timeUnits } from '../../../shared/contract/view-calls.ts';
import { unitFor } from '../../../shared/domain/playback.ts';
import { BucketScale, dayOfNumber } from '../../../shared/domain/timeline.ts';

/** A timeline of some days with nothing in it. */
function timelineOf(unit: Timeline['unit'], first: number, last: number): Timeline {
  const scale = new BucketScale(unit, first, last);
  const none = new Float64Array(scale.buckets);
  const whole = { key: '', counts: none, low: none, high: none, open: none };
  const start = dayOfNumber(scale.first);
  return { unit, start, whole, stacks: [], lanes: [], undated: 0 };
}

const span = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 4000 }));
const units = fc.constantFrom(...timeUnits);

describe('the window of the timeline', () => {
  test('given any days, then the whole window holds them and its buckets are all of them', () => {
    fc.assert(
      fc.property(span, units, ([first, days], unit) => {
        const timeline = timelineOf(unit, first, first + days);
        const window = wholeWindow(timeline);
        if (window === undefined) throw new Error('no window');
        expect(window.first).toBeLessThanOrEqual(first);
        expect(window.last).toBeGreaterThanOrEqual(first + days);
        const buckets = bucketsIn(timeline, window);
        expect(buckets.length).toBe(timeline.whole.counts.length);
        // they follow one another without a gap
        for (const [at, bucket] of buckets.slice(1).entries()) {
          expect(bucket.first).toBe((buckets[at]?.last ?? 0) + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('given a smaller window, then only buckets that touch it are drawn', () => {
    fc.assert(
      fc.property(span, units, fc.nat(500), ([first, days], unit, into) => {
        const timeline = timelineOf(unit, first, first + days);
        const window = { first: first + into, last: first + into + 30 };
        for (const bucket of bucketsIn(timeline, window)) {
          expect(bucket.last).toBeGreaterThanOrEqual(window.first);
          expect(bucket.first).toBeLessThanOrEqual(window.last);
        }
      }),
    );
  });

  test('given lengths, then the finest unit that can be read is taken', () => {
    const of = (days: number) => unitFor({ first: 0, last: days - 1 });
    expect([of(7), of(160), of(161), of(1120), of(1121), of(4864), of(5000)]).toEqual([
      'day',
      'day',
      'week',
      'week',
      'month',
      'month',
      'year',
    ]);
  });

  test('given a zoom around a day, then the day stays inside and a week is the least', () => {
    fc.assert(
      fc.property(span, fc.double({ min: 0.1, max: 10, noNaN: true }), ([first, days], factor) => {
        const window = { first, last: first + days + 6 };
        const next = zoomed(window, factor, first + Math.floor(days / 2));
        expect(next.last - next.first).toBeGreaterThanOrEqual(6);
        expect(next.first).toBeLessThanOrEqual(first + Math.floor(days / 2));
        expect(next.last).toBeGreaterThanOrEqual(first + Math.floor(days / 2));
      }),
    );
    expect(panned({ first: 0, last: 99 }, 0.25)).toEqual({ first: 25, last: 124 });
    expect(panned({ first: 0, last: 99 }, -0.25)).toEqual({ first: -25, last: 74 });
  });

  test('given too few bars before, then there is no mean', () => {
    const counts = Float64Array.of(2, 4, 6, 8, 10);
    expect(meanBefore(counts, 4, 4)).toBe(5);
    expect(meanBefore(counts, 3, 4)).toBeUndefined();
  });

  test('given a part of the bars, then it is told against its own past in the levels of the standard', () => {
    const counts = Float64Array.from({ length: 60 }, (_, at) => (at < 56 ? 10 : 20));
    counts[59] = 21;
    expect(comparedWith(counts, 59)).toEqual([
      { size: 1, mean: 20, level: 'limited-change' },
      { size: 4, mean: 17.5, level: 'moderate-increase' },
      { size: 52, mean: (49 * 10 + 3 * 20) / 52, level: 'large-increase' },
    ]);
    // the first has nothing before it, the fourth no mean of four
    expect(comparedWith(counts, 0)).toEqual([]);
    expect(comparedWith(counts, 3).map(({ size }) => size)).toEqual([1]);
  });
});
