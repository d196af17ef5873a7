import { describe, expect, test } from 'vitest';
import { Pace } from '../../../shared/lib/pace.ts';

function paced(points: readonly (readonly [at: number, done: number])[], each = 1): Pace {
  const pace = new Pace();
  for (const [at, done] of points) pace.tell(at, done, done * each);
  return pace;
}

describe('pace', () => {
  test('given too little time or work, then nothing is foretold', () => {
    expect(paced([[0, 0]]).rate()).toBeNull();
    const early = paced([
      [0, 0],
      [1000, 500],
    ]);
    expect([early.rate(), early.left(1000)]).toEqual([null, null]);
    const little = paced([
      [0, 0],
      [5000, 10],
    ]);
    expect(little.rate()).toBe(2);
    expect(little.left(1000)).toBeNull();
  });

  test('given an even pace, then what is left is told in time, and the rate in what is counted', () => {
    const even = paced(
      Array.from({ length: 21 }, (_, n) => [n * 200, n * 100]),
      3,
    );
    expect(even.rate()).toBeCloseTo(1500);
    expect(even.left(4000)).toBeCloseTo(4000);
    expect(even.left(null)).toBeNull();
  });

  test('given a pace that changed, then the last seconds count', () => {
    const fast = Array.from({ length: 11 }, (_, n) => [n * 100, n * 1000] as const);
    const slow = Array.from({ length: 101 }, (_, n) => [1000 + n * 200, 10_000 + n * 20] as const);
    const pace = paced([...fast, ...slow]);
    expect(pace.rate()).toBeCloseTo(100, 0);
    expect(pace.left(13_000)).toBeCloseTo(10_000, -2);
  });

  test('given work that stands still, then it does not say when it ends', () => {
    const stuck = paced([
      [0, 0],
      [1000, 500],
      [20_000, 500],
      [30_000, 500],
    ]);
    expect(stuck.left(1000)).toBeNull();
    expect(stuck.rate()).toBe(0);
  });
});
