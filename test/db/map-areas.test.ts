// Sums by area on the shapes of the base map: by name in any spelling known, else by where they lie.
import { expect, test } from 'vitest';
import { areaShapes, onShapes } from '../../electron/services/map-areas.ts';
import { type AreaGroup, mapCalls } from '../../shared/contract/map-calls.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const dataOut = testDataDir();

const group = (country: string, name: string, more: Partial<AreaGroup> = {}): AreaGroup => ({
  ...{ country, name, count: 1, killed: 0, lon: Number.NaN, lat: Number.NaN },
  ...more,
});

test('a region of Burkina Faso is all of its provinces, whatever its letters', () => {
  const { areas } = onShapes(dataOut, 'region', [
    group('BF', 'Sahel', { count: 4, killed: 10 }),
    group('BF', 'SAHEL', { count: 1, killed: 2 }),
  ]);
  expect(areas).toHaveLength(1);
  expect(areas[0]).toMatchObject({ country: 'BF', label: 'Sahel', count: 5, killed: 12 });
  expect(areas[0]?.codes).toContain('BF-SOM');
  expect(areas[0]?.codes).not.toContain('BF-LOR');
});

test('a province is one shape; elsewhere there are none', () => {
  const answer = onShapes(dataOut, 'province', [
    group('BF', 'Loroum'),
    group('ML', 'Koro', { count: 3 }),
    group('', '', { count: 7 }),
  ]);
  expect(mapCalls['map/areas'].result.safeParse(answer).error?.issues ?? []).toEqual([]);
  expect(answer.areas.map(({ codes }) => codes)).toEqual([['BF-LOR']]);
  expect(answer.unknown).toEqual([{ label: 'Koro', count: 3 }]);
  expect(answer.unknownCount).toBe(3);
  expect(answer.unnamed).toBe(7);
});

test('a name that is not known goes where its incidents lie, in its own country alone', () => {
  const djibo = { lon: -1.63, lat: 14.1 };
  const inside = onShapes(dataOut, 'region', [group('BF', 'Sahel region', djibo)]);
  expect(inside.areas[0]?.codes).toContain('BF-SOM');
  const outside = onShapes(dataOut, 'region', [group('ML', 'Somewhere', djibo)]);
  expect(outside.areas).toEqual([]);
  expect(outside.unknownCount).toBe(1);
});

test('no incident is lost between areas, unknown ones and those without', () => {
  const groups = ['Kayes', 'Mopti', 'Nowhere', ''].map((name, at) =>
    group('ML', name, { count: at + 1 }),
  );
  for (const level of ['country', 'region', 'province'] as const) {
    const { areas, unnamed, unknownCount } = onShapes(dataOut, level, groups);
    const drawn = areas.reduce((sum, { count }) => sum + count, 0);
    expect(drawn + unnamed + unknownCount).toBe(10);
  }
});

test('shapes: as many rings and corners as are told, on the globe', () => {
  const { codes, countries, rings, corners, positions } = areaShapes(dataOut);
  expect(codes.length).toBeGreaterThan(4000);
  expect(countries.length).toBe(codes.length);
  expect(rings.length).toBe(codes.length);
  expect(rings.reduce((a, b) => a + b, 0)).toBe(corners.length);
  expect(corners.reduce((a, b) => a + b, 0) * 2).toBe(positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    if (Math.abs(positions[at] ?? 0) > 180.1 || Math.abs(positions[at + 1] ?? 0) > 90) {
      throw new Error(`corner ${at} is off the globe`);
    }
  }
  expect(positions.byteLength).toBeLessThan(6_000_000);
});
