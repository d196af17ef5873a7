// What of a printed map is kept free of names.
import { expect, test } from 'vitest';
import { boxesToKeepClear } from '../../renderer/map-kit/clear-edges.ts';

/** Whether a point of the picture may have part of a name on it. */
const isFree = (width: number, height: number, foot: number) => {
  const boxes = boxesToKeepClear(width, height, foot);
  return (x: number, y: number) =>
    boxes.every(
      (box) => x < box.left || x > box.left + box.width || y < box.top || y > box.top + box.height,
    );
};

test('the edges all round, the scale bar and the attribution are kept clear, the rest is free', () => {
  const free = isFree(257, 166, 28);
  const taken = [
    [0, 80],
    [256, 80],
    [120, 1],
    [120, 165],
    [30, 145],
    [200, 155],
    [130, 155],
  ] as const;
  expect(taken.filter(([x, y]) => free(x, y))).toEqual([]);
  expect(free(128, 80)).toBe(true);
  expect(free(80, 145)).toBe(true);
  expect(free(200, 148)).toBe(true);
});

test('a wide picture gives a quarter of its foot to the attribution, one without a foot only its edges', () => {
  const wide = isFree(680, 380, 28);
  expect(wide(500, 372)).toBe(true);
  expect(wide(515, 372)).toBe(false);
  const inset = isFree(79, 64, 0);
  expect(inset(40, 60)).toBe(true);
  expect(inset(40, 63)).toBe(false);
  expect(boxesToKeepClear(79, 64, 0).every((box) => box.width > 0 && box.height > 0)).toBe(true);
});
