import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circleRing, haloFeatures, largestHaloM } from '../../renderer/map-kit/halo.ts';
import { categoriesOf, markPath, marksOf } from '../../renderer/map-kit/marks.ts';
import { niceDistance } from '../../renderer/map-kit/nice-distance.ts';
import {
  boundsOf,
  categoryOf,
  isAreaPoint,
  type MapPoints,
  noPoints,
} from '../../renderer/map-kit/points.ts';
import { indexesWithHalo, indexesWithin, isOneSpot } from '../../renderer/map-kit/spread.ts';
import { distanceKm } from '../../shared/domain/geo.ts';
import {
  type GeoLevel,
  geoLevels,
  type IncidentStatus,
  incidentStatuses,
} from '../../shared/domain/vocabulary.ts';

interface Spot {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM?: number;
  readonly level?: GeoLevel;
  readonly status?: IncidentStatus;
}

function pointsOf(spots: readonly Spot[]): MapPoints {
  return {
    ids: spots.map((_, at) => `id-${at}`),
    titles: spots.map((_, at) => `Incident ${at}`),
    lon: Float64Array.from(spots, (spot) => spot.lon),
    lat: Float64Array.from(spots, (spot) => spot.lat),
    radiusM: Float64Array.from(spots, (spot) => spot.radiusM ?? 0),
    level: Uint8Array.from(spots, (spot) => geoLevels.indexOf(spot.level ?? 'settlement')),
    status: Uint8Array.from(spots, (spot) => incidentStatuses.indexOf(spot.status ?? 'reported')),
    eventType: Uint8Array.from(spots, () => 255),
  };
}

const djibo = { lon: -1.6255, lat: 14.0994 };
const titao = { lon: -2.0667, lat: 13.7667 };

describe('circles of precision', () => {
  test('given any place and radius, when drawn, then each corner lies at that distance', () => {
    const place = fc.tuple(
      fc.double({ min: -179, max: 179, noNaN: true }),
      fc.double({ min: -70, max: 70, noNaN: true }),
      fc.integer({ min: 100, max: 400_000 }),
    );
    fc.assert(
      fc.property(place, ([lon, lat, radius]) => {
        const ring = circleRing(lon, lat, radius);
        expect(ring[0]).toEqual(ring.at(-1));
        for (const [x, y] of ring) {
          expect(distanceKm(lat, lon, y, x) * 1000).toBeCloseTo(radius, -1);
        }
      }),
    );
  });

  test('given equal circles, none and too large ones, when drawn, then one remains', () => {
    const points = pointsOf([
      { ...titao, radiusM: 58_000 },
      { ...titao, radiusM: 58_000 },
      djibo,
      { ...djibo, radiusM: largestHaloM + 1 },
    ]);
    expect(haloFeatures(points, points.ids.keys()).features).toHaveLength(1);
  });
});

describe('points', () => {
  test('given points, when their box is asked for, then the circles are inside it', () => {
    const [west, south, east, north] = boundsOf(
      pointsOf([djibo, { ...titao, radiusM: 58_000 }]),
    ) ?? [0, 0, 0, 0];
    expect([west < -2.58, south < 13.25, east > -1.6256, north > 14.28]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('given no points, when their box is asked for, then there is none', () => {
    expect(boundsOf(noPoints)).toBeUndefined();
  });

  test('given each level, when a mark is chosen, then only exact ones are solid', () => {
    const points = pointsOf(geoLevels.map((level) => ({ ...djibo, level })));
    const hollow = geoLevels.filter((_, at) => isAreaPoint(points, at));
    expect(hollow).toEqual(['near', 'district', 'region', 'country', 'unknown']);
  });

  test('given codes out of range, when named, then they fall back', () => {
    const points = { ...pointsOf([djibo]), status: Uint8Array.of(99), level: Uint8Array.of(99) };
    expect(categoryOf(points, 0, 'status')).toBe('reported');
    expect(categoryOf(points, 0, 'type')).toBe('none');
    expect(isAreaPoint(points, 0)).toBe(true);
  });
});

describe('marks', () => {
  test.each(['status', 'type'] as const)('given %s, then each category has its own mark', (by) => {
    const marks = marksOf(by);
    expect(marks.map((mark) => mark.category).sort()).toEqual([...categoriesOf(by)].sort());
    expect(new Set(marks.map((mark) => mark.shape)).size).toBe(marks.length);
    expect(new Set(marks.map((mark) => mark.light)).size).toBe(marks.length);
    for (const mark of marks) expect(markPath(mark.shape)).toMatch(/^M.*Z$/);
  });
});

describe('what is in view', () => {
  const points = pointsOf([djibo, djibo, titao, { lon: 179.5, lat: 0 }]);

  test('given a box, when points are looked up, then those inside come, also past 180 degrees', () => {
    expect(indexesWithin(points, [-3, 13, 0, 14])).toEqual([2]);
    expect(indexesWithin(points, [-185, -5, -170, 5])).toEqual([3]);
  });

  test('given points on one spot, when asked, then they cannot be told apart', () => {
    expect(isOneSpot(points, [0, 1])).toBe(true);
    expect(isOneSpot(points, [0, 2])).toBe(false);
    expect(isOneSpot(points, [])).toBe(true);
  });

  test('given circles smaller than a mark, when chosen for drawing, then they are left out', () => {
    const mixed = pointsOf([
      { ...djibo, radiusM: 3_000 },
      { ...titao, radiusM: 58_000 },
    ]);
    expect(indexesWithHalo(mixed, [0, 1], 1_000)).toEqual([1]);
    expect(indexesWithHalo(mixed, [0, 1], 100)).toEqual([0, 1]);
  });
});

describe('scale bar', () => {
  test.each([
    [1, 1],
    [999, 500],
    [19_999, 10_000],
    [20_000, 20_000],
    [4_900_000, 2_000_000],
  ])('given %d m, then the bar is %d m', (metres, bar) => {
    expect(niceDistance(metres)).toBe(bar);
  });
});
