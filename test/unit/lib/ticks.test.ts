import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticksTo } from '../../../shared/lib/ticks.ts';

describe('ticksTo', () => {
  test('given any top, then a few round steps reach it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), (top) => {
        const ticks = ticksTo(top);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(top);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
