import { describe, expect, test } from 'vitest';
import { emptyOwnPlace, ownPlaceValue, problemsOf } from '../../renderer/map-kit/own-place.ts';
import type { PlaceValue } from '../../renderer/map-kit/place-value.ts';
import { hitText, pointValue, unitsText, valueText } from '../../renderer/map-kit/place-words.ts';
import { mapEn } from '../../renderer/text/en/map.ts';
import { formats } from '../../renderer/text/format.ts';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';

const loroum: PlaceHit = {
  placeId: null,
  gazetteerId: 'area:BF-LOR',
  name: 'Loroum',
  matched: null,
  kind: 'district',
  country: 'BF',
  admin1: 'Nord',
  admin2: 'Loroum',
  latitude: 13.911,
  longitude: -2.203,
  level: 'district',
  radiusM: 58_000,
  population: null,
  valid: null,
};

describe('a place of the analyst', () => {
  test('given an empty form, when checked, then name and area are missing', () => {
    expect(problemsOf(emptyOwnPlace(' '))).toEqual(['name', 'area']);
    expect(problemsOf({ ...emptyOwnPlace('Sollé'), where: 'point' })).toEqual(['point']);
  });

  test('given Sollé somewhere in Loroum, when added, then it has the precision of the province', () => {
    const form = {
      ...emptyOwnPlace(' Sollé '),
      names: [
        { name: 'Sole', lang: 'en' },
        { name: ' ', lang: null },
      ],
      area: loroum,
    };
    const nowhere = { country: null, admin1: null, admin2: null };
    expect(ownPlaceValue(form, nowhere)).toEqual({
      placeId: null,
      gazetteerId: null,
      name: 'Sollé',
      kind: 'settlement',
      names: [{ name: 'Sole', lang: 'en' }],
      country: 'BF',
      admin1: 'Nord',
      admin2: 'Loroum',
      latitude: 13.911,
      longitude: -2.203,
      level: 'district',
      radiusM: 58_000,
    } satisfies PlaceValue);
  });

  test('given a point, when added, then it has its own precision and the units of the point', () => {
    const form = {
      ...emptyOwnPlace('Camp'),
      where: 'point' as const,
      point: { lat: 14, lon: -2, precisionM: 50 },
    };
    const value = ownPlaceValue(form, { country: 'BF', admin1: 'Nord', admin2: 'Loroum' });
    expect([value.latitude, value.longitude, value.level, value.radiusM, value.admin2]).toEqual([
      14,
      -2,
      'settlement',
      3_000,
      'Loroum',
    ]);
  });
});

describe('a point picked on the map', () => {
  const nowhere = { country: null, admin1: null, admin2: null };
  test.each([
    [40, 'point', 100],
    [700, 'settlement', 700],
    [4_800, 'settlement', 5_000],
    [12_300, 'near', 13_000],
  ])('given an error of %d m, then the level is %s within %d m', (error, level, radius) => {
    const value = pointValue(14.123456789, -2.1, error, nowhere);
    expect([value.latitude, value.level, value.radiusM]).toEqual([14.12346, level, radius]);
  });
});

describe('places in words', () => {
  test('given a hit, when described, then units, kind and other names come', () => {
    const soum = { ...loroum, name: 'Soum', admin1: 'Sahel', admin2: 'Soum', matched: 'Djelgodji' };
    expect(unitsText(soum, formats.en)).toBe('Sahel, Burkina Faso');
    expect(hitText(soum, mapEn, formats.en, 'en')).toBe(
      'Sahel, Burkina Faso · province · also Djelgodji',
    );
  });

  test('given a new place, when described, then it says so', () => {
    const value = { ...loroum, gazetteerId: null, name: 'Sollé' };
    expect(valueText(value, mapEn, formats.en, 'en')).toBe(
      'Loroum, Nord, Burkina Faso · 13.9110° N, 2.2030° W · New place of this case',
    );
  });
});
