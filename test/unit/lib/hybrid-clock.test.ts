import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hybridClock, isStamp } from '../../../shared/lib/hybrid-clock.ts';

const june = Date.UTC(2025, 5, 1, 8);

describe('the hybrid clock', () => {
  test('writes instants that every date parser reads', () => {
    const stamp = hybridClock(() => june).now();
    expect(stamp).toBe('2025-06-01T08:00:00.000000Z');
    expect(Date.parse(stamp)).toBe(june);
    expect(isStamp(stamp)).toBe(true);
  });

  test('counts up while the wall clock stands still or runs back', () => {
    let wall = june;
    const clock = hybridClock(() => wall);
    const stamps = [clock.now(), clock.now()];
    wall -= 3_600_000;
    stamps.push(clock.now());
    expect(stamps.map((stamp) => stamp.slice(-7))).toEqual(['000000Z', '000001Z', '000002Z']);
  });

  test('goes on after the newest stamp of the case and after any it received', () => {
    const clock = hybridClock(() => june, '2025-06-01T09:00:00.000999Z');
    expect(clock.now()).toBe('2025-06-01T09:00:00.001000Z');
    clock.receive('2025-06-01T10:00:00.000000Z');
    expect(clock.now()).toBe('2025-06-01T10:00:00.000001Z');
  });

  test('does not let a stamp of the far future or a broken one lead it', () => {
    const clock = hybridClock(() => june);
    clock.receive('2099-01-01T00:00:00.000000Z');
    clock.receive('tomorrow');
    expect(clock.now()).toBe('2025-06-01T08:00:00.000000Z');
  });

  test('every stamp sorts after the one before, whatever the wall clock does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 2, maxLength: 60 }),
        (steps) => {
          let at = 0;
          const clock = hybridClock(() => june + (steps[at++ % steps.length] ?? 0));
          const stamps = Array.from({ length: 2000 }, () => clock.now());
          expect(stamps).toEqual([...stamps].sort());
          expect(new Set(stamps).size).toBe(stamps.length);
        },
      ),
      { numRuns: 20 },
    );
  });
});
