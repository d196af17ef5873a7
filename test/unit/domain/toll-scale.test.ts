import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tollScale } from '../../../shared/domain/toll-scale.ts';

describe('tollScale', () => {
  test.each([
    [[24, 200], true, 200, [0, 100, 200]],
    [[3, 9], true, 10, [0, 5, 10]],
    [[1], true, 2, [0, 1, 2]],
    [[], true, 2, [0, 1, 2]],
    [[0, 20], true, 20, [0, 10, 20]],
    [[3, 200], false, 200, [0, 10, 200]],
    [[3, 10_000], false, 10_000, [0, 10, 100, 1000, 10_000]],
    [[0, 4, 999], false, 1000, [0, 10, 100, 1000]],
  ])('given %j, then it is drawn to %s', (figures, isEven, top, ticks) => {
    const scale = tollScale(figures);
    expect({ isEven: scale.isEven, top: scale.top, ticks: scale.ticks }).toEqual({
      isEven,
      top,
      ticks,
    });
  });

  test('given any figures up to 10 000, then each has its place in order and can be seen', () => {
    const figures = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(figures, (list) => {
        const { position, ticks, top } = tollScale(list);
        const sorted = [...list].sort((a, b) => a - b);
        const places = sorted.map(position);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const [i, place] of places.entries()) {
          expect(place).toBeLessThanOrEqual(1);
          // people who died are never drawn as nobody
          if ((sorted[i] ?? 0) > 0) expect(place).toBeGreaterThanOrEqual(0.03);
        }
        expect(top).toBeGreaterThanOrEqual(Math.max(...list));
        expect(ticks.at(-1)).toBe(top);
        expect(new Set(ticks.map(position)).size).toBe(ticks.length);
      }),
    );
  });
});
