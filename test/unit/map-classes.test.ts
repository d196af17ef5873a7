// Classes of areas: every value has one, at readable steps, and equal values share it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classColours, classOf, classSteps } from '../../renderer/map-kit/classes.ts';

const values = fc.array(fc.oneof(fc.nat(20), fc.nat(2_000_000)), { minLength: 1, maxLength: 200 });

test('every value above nothing falls into a class, a higher one never into a lower', () => {
  fc.assert(
    fc.property(values, (all) => {
      const steps = classSteps(all);
      expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
      expect(steps.length).toBeLessThanOrEqual(5);
      const sorted = all.toSorted((a, b) => a - b);
      const classes = sorted.map((value) => classOf(value, steps));
      expect(classes).toEqual(classes.toSorted((a, b) => a - b));
      sorted.forEach((value, at) => {
        expect((classes[at] ?? -1) >= 0).toBe(value > 0);
      });
    }),
  );
});

test('steps are readable numbers', () => {
  expect(classSteps([1, 3, 17, 482, 12_345])).toEqual([1, 3, 17, 480, 12_000]);
  expect(classSteps([0, 0])).toEqual([]);
  expect(classSteps([7])).toEqual([7]);
});

test('each class has its own colour, in both themes', () => {
  for (const theme of ['light', 'dark', 'print'] as const) {
    for (const count of [1, 2, 3, 4, 5]) {
      expect(new Set(classColours(count, theme)).size).toBe(count);
    }
  }
  expect(classColours(0, 'light')).toEqual([]);
});
