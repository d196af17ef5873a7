import { describe, expect, test } from 'vitest';
import { type AreaFields, areaOfFields } from '../../renderer/features/map/area-fields.ts';
import { hasOnlyUnknown, isChosen, toggledArea } from '../../renderer/features/map/area-filter.ts';
import { mapStand, readMapStand } from '../../shared/domain/view-parts.ts';

const sahel = {
  ...{ country: 'BF', codes: ['BF-SOM', 'BF-SEN'], label: 'Sahel', names: ['Sahel', 'SAHEL'] },
  ...{ count: 5, killed: 12 },
};

describe('an area of the base map in the filter', () => {
  test('given names in two spellings, then both are asked for, and a second press takes them out', () => {
    const chosen = toggledArea({ text: 'convoy', regions: ['ML/Mopti'] }, 'region', sahel);
    expect(chosen).toEqual({ text: 'convoy', regions: ['BF/Sahel', 'BF/SAHEL'] });
    expect(isChosen(chosen, 'region', sahel)).toBe(true);
    expect(toggledArea(chosen, 'region', sahel)).toEqual({ text: 'convoy' });
  });

  test('given a country or a province, then its own field of the filter holds it', () => {
    expect(toggledArea({}, 'country', sahel)).toEqual({ countries: ['BF'] });
    expect(toggledArea({}, 'province', { ...sahel, names: ['Soum'] })).toEqual({
      provinces: ['BF/Soum'],
    });
  });
});

test('a map is said to be blank when incidents have areas, but none that the base map has', () => {
  expect(hasOnlyUnknown({ areas: [], unknownCount: 3, unnamed: 0 })).toBe(true);
  expect(hasOnlyUnknown({ areas: [], unknownCount: 0, unnamed: 2 })).toBe(true);
  expect(hasOnlyUnknown({ areas: [], unknownCount: 0, unnamed: 0 })).toBe(false);
  expect(hasOnlyUnknown({ areas: [sahel], unknownCount: 3, unnamed: 0 })).toBe(false);
});

describe('an area in figures', () => {
  const fields: AreaFields = {
    ...{ tool: 'circle', middle: '14.1, -1.6', km: 30, southWest: '', northEast: '', corners: '' },
  };

  test('given a middle in any form and a radius, then a circle', () => {
    expect(areaOfFields(fields)).toEqual({ near: { lat: 14.1, lon: -1.6, km: 30 } });
    expect(areaOfFields({ ...fields, middle: '14°06′ N 1°36′ W' })).toEqual({
      near: { lat: 14.1, lon: -1.6, km: 30 },
    });
    expect(areaOfFields({ ...fields, km: undefined })).toBeUndefined();
    expect(areaOfFields({ ...fields, middle: 'Djibo' })).toBeUndefined();
  });

  test('given corners of a rectangle, then west may lie beyond the antimeridian, south never above', () => {
    const box = { ...fields, tool: 'box' } as const;
    expect(areaOfFields({ ...box, southWest: '-20, 179', northEast: '-10, -179' })).toEqual({
      box: [179, -20, -179, -10],
    });
    expect(areaOfFields({ ...box, southWest: '10, 1', northEast: '9, 2' })).toBeUndefined();
  });

  test('given corners line by line, then a ring of three at least', () => {
    const ring = { ...fields, tool: 'lasso' } as const;
    expect(areaOfFields({ ...ring, corners: '1, 2\n\n3, 4\n5, 7\n' })).toEqual({
      polygon: [
        [2, 1],
        [4, 3],
        [7, 5],
      ],
    });
    expect(areaOfFields({ ...ring, corners: '1, 2\n3, 4' })).toBeUndefined();
    expect(areaOfFields({ ...ring, corners: '1, 2\nhere\n5, 7' })).toBeUndefined();
  });
});

test('where a map stands is read back as it was kept, on the globe; anything else is not read', () => {
  const stand = mapStand([541.123456789, 12.3], 5.123456);
  expect(stand).toEqual({ center: [-178.87654, 12.3], zoom: 5.123 });
  expect(readMapStand(JSON.parse(JSON.stringify(stand)))).toEqual(stand);
  for (const wrong of [
    undefined,
    1,
    { center: [200, 0], zoom: 3 },
    { center: [0, 0], zoom: '3' },
  ]) {
    expect(readMapStand(wrong)).toBeUndefined();
  }
});
