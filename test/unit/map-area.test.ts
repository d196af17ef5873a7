// Areas drawn on the map: what a stroke stands for, across the date line too, and what the filter takes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaOf,
  areaOfLine,
  lengthKm,
  type Position,
  ringsOf,
  roundKm,
  simplified,
  withArea,
  wrapped,
} from '../../renderer/map-kit/area.ts';
import { densityCellKm, densityEnd, densitySteps } from '../../renderer/map-kit/density.ts';
import { filterSchema } from '../../shared/domain/filter.ts';
import { formatFilter, parseFilter } from '../../shared/domain/filter-text.ts';
import { distanceKm, isInRing } from '../../shared/domain/geo.ts';

const position = fc.tuple(
  fc.double({ min: -400, max: 400, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

describe('a stroke', () => {
  test('of any tool is an area that the filter takes and its text keeps, or none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('box' as const, 'circle' as const, 'lasso' as const),
        fc.array(position, { minLength: 1, maxLength: 40 }),
        (tool, line) => {
          const area = areaOfLine(tool, line, 0.1);
          if (area === undefined) return;
          expect(filterSchema.safeParse(area).error?.issues ?? []).toEqual([]);
          expect(areaOf(parseFilter(formatFilter(area)).filter)).toEqual(area);
        },
      ),
    );
  });

  test('from corner to corner is a box in any direction', () => {
    const box = [-3, 12, 1, 15];
    expect(
      areaOfLine(
        'box',
        [
          [-3, 12],
          [1, 15],
        ],
        0.1,
      ),
    ).toEqual({ box });
    expect(
      areaOfLine(
        'box',
        [
          [1, 12],
          [0, 0],
          [-3, 15],
        ],
        0.1,
      ),
    ).toEqual({ box });
  });

  test('across the date line is a box that begins in the east', () => {
    expect(
      areaOfLine(
        'box',
        [
          [170, -20],
          [190, 0],
        ],
        0.1,
      ),
    ).toEqual({ box: [170, -20, -170, 0] });
    expect(ringsOf({ box: [170, -20, -170, 0] })[0]?.map(([lon]) => lon)).toEqual([
      170, 190, 190, 170, 170,
    ]);
  });

  test('around the whole world and more is all of it', () => {
    expect(
      areaOfLine(
        'box',
        [
          [-300, -20],
          [300, 20],
        ],
        1,
      ),
    ).toEqual({ box: [-180, -20, 180, 20] });
  });

  test('from the middle outwards is a circle of that many kilometres', () => {
    const area = areaOfLine(
      'circle',
      [
        [-1.6, 14],
        [-1.6, 15],
      ],
      0.1,
    );
    expect(area).toEqual({ near: { lon: -1.6, lat: 14, km: 111 } });
    const [ring = []] = ringsOf(area ?? {});
    for (const [lon, lat] of ring) expect(distanceKm(14, -1.6, lat, lon)).toBeCloseTo(111, 0);
  });

  test('without length stands for nothing', () => {
    expect(
      areaOfLine(
        'box',
        [
          [1, 1],
          [1, 1],
        ],
        0.1,
      ),
    ).toBeUndefined();
    expect(areaOfLine('circle', [[1, 1]], 0.1)).toBeUndefined();
    expect(
      areaOfLine(
        'lasso',
        [
          [1, 1],
          [2, 2],
        ],
        0.1,
      ),
    ).toBeUndefined();
  });

  test('of thousands of points is a ring of at most 500 corners with the same inside', () => {
    const line = Array.from({ length: 5000 }, (_, at): Position => {
      const angle = (at / 5000) * 2 * Math.PI;
      const radius = 5 + 0.4 * Math.sin(angle * 40);
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    const ring = areaOfLine('lasso', line, 0.0001)?.polygon ?? [];
    expect(ring.length).toBeLessThanOrEqual(500);
    expect(isInRing(0, 0, ring)).toBe(true);
    expect(isInRing(4.4, 0, ring)).toBe(true);
    expect(isInRing(5.7, 0.3, ring)).toBe(false);
  });

  test('drawn on another copy of the world is put onto the globe', () => {
    const ring = areaOfLine(
      'lasso',
      [
        [361, 1],
        [363, 1],
        [362, 3],
      ],
      0.01,
    )?.polygon;
    expect(ring).toEqual([
      [1, 1],
      [3, 1],
      [2, 3],
    ]);
  });
});

describe('lines', () => {
  test('made simpler keep their ends and never leave the tolerance', () => {
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 60 }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        (line, tolerance) => {
          const simple = simplified(line, tolerance);
          expect(simple[0]).toBe(line[0]);
          expect(simple.at(-1)).toBe(line.at(-1));
          expect(simplified(simple, tolerance).length).toBeLessThanOrEqual(simple.length);
        },
      ),
    );
  });

  test('are as long as their parts together', () => {
    expect(lengthKm([])).toBe(0);
    expect(
      lengthKm([
        [0, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toBeCloseTo(2 * distanceKm(0, 0, 1, 0), 6);
    expect([0.04, 0.26, 9.94, 10.6, 999.5].map(roundKm)).toEqual([0.1, 0.3, 9.9, 11, 1000]);
  });

  test('longitudes come back to the globe', () => {
    expect([181, -181, 540, 180, -180, 0].map(wrapped)).toEqual([-179, 179, 180, 180, -180, 0]);
  });
});

test('a drawn area takes the place of another and leaves the rest of the filter', () => {
  const before = { text: 'attack', box: [0, 0, 1, 1] as [number, number, number, number] };
  const near = { lon: 1, lat: 2, km: 3 };
  expect(withArea(before, { near })).toEqual({ text: 'attack', near });
  expect(withArea(before, {})).toEqual({ text: 'attack' });
});

test('classes of density follow on each other; squares get smaller with each zoom', () => {
  expect(densitySteps.map((_, at) => densityEnd(at))).toEqual([1, 4, 19, 99, 499, 1999, undefined]);
  expect(densityCellKm(5, 0)).toBeCloseTo(densityCellKm(6, 0) * 2, 6);
});
