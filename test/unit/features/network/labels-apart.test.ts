// Labels of the network: none over another, the more important ones first.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelsApart } from '../../../../shared/network/labels-apart.ts';

const box = fc
  .record({
    left: fc.nat(300),
    wide: fc.integer({ min: 1, max: 120 }),
    middle: fc.nat(200),
    rank: fc.nat(9),
  })
  .map(({ wide, ...rest }) => ({ ...rest, right: rest.left + wide }));
const height = 14;

test('no two that stand cover one another, and each left out would cover one of its rank or above', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 40 }), (labels) => {
      const standing = labelsApart(labels, height);
      const covers = (one: (typeof labels)[0], other: (typeof labels)[0]) =>
        Math.abs(one.middle - other.middle) < height &&
        one.left < other.right &&
        other.left < one.right;
      for (const label of labels) {
        const others = standing.filter((each) => each !== label && covers(each, label));
        if (standing.includes(label)) expect(others).toEqual([]);
        else expect(others.some(({ rank }) => rank >= label.rank)).toBe(true);
      }
    }),
  );
});

test('one that stands alone is always written, of two over one another the first of the higher rank', () => {
  const small = { left: 0, right: 50, middle: 10, rank: 4 };
  const chosen = { left: 20, right: 80, middle: 18, rank: 1004 };
  const apart = { left: 0, right: 50, middle: 40, rank: 1 };
  expect(labelsApart([small, chosen, apart], height)).toEqual([chosen, apart]);
});
