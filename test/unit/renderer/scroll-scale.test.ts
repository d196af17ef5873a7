import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  listTop,
  listTopAfter,
  scrollScale,
  scrollTop,
  tallest,
} from '../../../renderer/features/incidents/scroll-scale.ts';

const ROW = 26;
const counts = fc.integer({ min: 1, max: 3_000_000 });
const sights = fc.integer({ min: 100, max: 2000 });

describe('scrolling a list of any length', () => {
  test('the element is never taller than a browser allows, and both ends are reached', () => {
    fc.assert(
      fc.property(counts, sights, (count, sight) => {
        const scale = scrollScale(count, ROW, sight);
        expect(scale.height).toBeLessThanOrEqual(tallest);
        expect(listTop(scale, 0)).toBe(0);
        const end = Math.max(0, count * ROW - sight);
        expect(listTop(scale, Math.max(0, scale.height - sight))).toBeCloseTo(end, 3);
      }),
    );
  });

  test('there and back leads to the same place', () => {
    fc.assert(
      fc.property(
        counts,
        sights,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (count, sight, part) => {
          const scale = scrollScale(count, ROW, sight);
          const top = part * Math.max(0, count * ROW - sight);
          expect(listTop(scale, scrollTop(scale, top))).toBeCloseTo(top, 3);
        },
      ),
    );
  });

  test('in two millions a step of the wheel moves four lines, not forty', () => {
    const scale = scrollScale(2_000_000, ROW, 800);
    const before = { list: 26_000_000, scroll: scrollTop(scale, 26_000_000) };
    expect(listTopAfter(scale, before, before.scroll + 100)).toBe(26_000_100);
    expect(listTopAfter(scale, before, before.scroll - 100)).toBe(25_999_900);
  });

  test('in two millions the bar leads to the same part of the list, and to its ends', () => {
    const scale = scrollScale(2_000_000, ROW, 800);
    const before = { list: 0, scroll: 0 };
    const middle = listTopAfter(scale, before, (scale.height - 800) / 2);
    expect(middle).toBeCloseTo((2_000_000 * ROW - 800) / 2, 3);
    expect(listTopAfter(scale, before, scale.height - 800)).toBe(2_000_000 * ROW - 800);
    expect(listTopAfter(scale, { list: 5000, scroll: 40 }, 0)).toBe(0);
  });

  test('a list that fits is scrolled pixel by pixel', () => {
    const scale = scrollScale(200_000, ROW, 800);
    expect(listTopAfter(scale, { list: 0, scroll: 0 }, 4_000_000)).toBe(4_000_000);
  });
});
