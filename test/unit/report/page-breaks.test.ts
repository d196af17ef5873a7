import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Atom, pageStarts } from '../../../renderer/report-kit/page-breaks.ts';

function atoms(...heights: readonly (number | 'head')[]): Atom[] {
  let top = 0;
  return heights.map((height) => {
    const size = height === 'head' ? 10 : height;
    top += size;
    return { top: top - size, bottom: top, isHead: height === 'head' };
  });
}

describe('pageStarts', () => {
  test('given what fits, then there is one page', () => {
    expect(pageStarts(atoms(40, 40), 80, 100)).toEqual([0]);
  });
  test('given an atom that passes the end, then it begins the next page whole', () => {
    expect(pageStarts(atoms(40, 40, 40, 40), 160, 100)).toEqual([0, 80]);
  });
  test('given a heading at the end, then it goes along with what follows', () => {
    expect(pageStarts(atoms(80, 'head', 40), 130, 100)).toEqual([0, 80]);
  });
  test('given an atom taller than a page, then it is cut', () => {
    expect(pageStarts(atoms(20, 250), 270, 100)).toEqual([0, 20, 120, 220]);
  });
  test('given any atoms, then pages rise, none is overfull and no atom that fits a page is torn', () => {
    const sizes = fc.array(
      fc.oneof(fc.integer({ min: 1, max: 90 }), fc.constant('head' as const)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(sizes, (heights) => {
        const list = atoms(...heights);
        const height = list.at(-1)?.bottom ?? 0;
        const starts = pageStarts(list, height, 100);
        starts.forEach((start, index) => {
          const end = starts[index + 1] ?? height;
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end - start).toBeLessThanOrEqual(101);
          const torn = list.filter((atom) => atom.top < start && atom.bottom > start);
          // only heads piled up over a whole page may be torn
          if (
            !list.some(
              (_, at) => at + 9 < list.length && list.slice(at, at + 10).every((a) => a.isHead),
            )
          ) {
            expect(torn).toEqual([]);
          }
        });
      }),
    );
  });
});
