// Coordinates in every form that is shown can be written into "go to" and lead to the same place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coordinateForms,
  formatCoordinates,
  parseCoordinates,
  utmZone,
} from '../../renderer/map-kit/coordinates.ts';

const djibo = { lat: 14.0994, lon: -1.6255 };

describe('zones', () => {
  test.each([
    [0, -180, 1],
    [0, -174.000001, 1],
    [0, -174, 2],
    [14, -1.6, 30],
    [0, 0, 31],
    [0, 179.9, 60],
    [0, 180, 60],
    // south-west Norway
    [60, 2.9, 31],
    [60, 3, 32],
    [60, 11.9, 32],
    [55.9, 3, 31],
    [64, 3, 31],
    // Svalbard
    [78, 8.9, 31],
    [78, 9, 33],
    [78, 20.9, 33],
    [78, 21, 35],
    [78, 33, 37],
    [78, 42, 38],
    [71.9, 9, 32],
  ])('at %f, %f the zone is %i', (lat, lon, zone) => {
    expect(utmZone(lat, lon)).toBe(zone);
  });
});

describe('one place', () => {
  test('in every form', () => {
    expect(coordinateForms.map((form) => formatCoordinates(djibo, form, 'en'))).toEqual([
      '14.0994° N, 1.6255° W',
      '14°05′58″ N, 1°37′32″ W',
      '30P 648381 1559153',
      '30P XA 48381 59153',
    ]);
    expect(formatCoordinates(djibo, 'dms', 'fr')).toBe('14°05′58″ N, 1°37′32″ O');
  });

  test('no UTM and no MGRS at the poles', () => {
    for (const lat of [84, 89.9, -80.1, -90]) {
      expect(formatCoordinates({ lat, lon: 10 }, 'utm', 'en')).toBeUndefined();
      expect(formatCoordinates({ lat, lon: 10 }, 'mgrs', 'en')).toBeUndefined();
      expect(formatCoordinates({ lat, lon: 10 }, 'dms', 'en')).toBeDefined();
    }
  });

  test('never shows sixty seconds', () => {
    const text = formatCoordinates({ lat: 13.999_99, lon: 0.016_666 }, 'dms', 'en');
    expect(text).toBe('14°00′00″ N, 0°01′00″ E');
  });
});

test('what is shown is read back, within what the form can tell', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -79.9, max: 83.9, noNaN: true }),
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
      fc.constantFrom(...coordinateForms),
      fc.constantFrom('en' as const, 'fr' as const),
      (lat, lon, form, lang) => {
        const text = formatCoordinates({ lat, lon }, form, lang) ?? '';
        const back = parseCoordinates(text);
        expect(back, text).toBeDefined();
        const width = Math.cos((lat * Math.PI) / 180);
        expect(Math.abs((back?.lat ?? 99) - lat)).toBeLessThan(0.0003);
        expect(Math.abs((back?.lon ?? 999) - lon) * width).toBeLessThan(0.0003);
      },
    ),
    { numRuns: 500 },
  );
});

describe('as people write them', () => {
  test.each([
    ['14.0994, -1.6255', 14.0994, -1.6255],
    ['14.0994 -1.6255', 14.0994, -1.6255],
    ['14,0994 ; -1,6255', 14.0994, -1.6255],
    ['14,0994° N ; 1,6255° O', 14.0994, -1.6255],
    ['N14.5 W1.5', 14.5, -1.5],
    ['1.5W 14.5N', 14.5, -1.5],
    ['14°30\'00" N 1°30\'00" W', 14.5, -1.5],
    ["14°30' N, 1°30' W", 14.5, -1.5],
    ['S 33.9, E 18.4', -33.9, 18.4],
    ['\u221233.9, 18.4', -33.9, 18.4],
    ['30pxa4838159153', 14.0994, -1.6255],
    ['30P 648381 1559153', 14.0994, -1.6255],
    ['30P 648381mE 1559153mN', 14.0994, -1.6255],
  ])('%s', (text, lat, lon) => {
    const found = parseCoordinates(text);
    expect(found?.lat).toBeCloseTo(lat, 3);
    expect(found?.lon).toBeCloseTo(lon, 3);
  });

  test.each([
    '',
    'Djibo',
    '14.0994',
    '91, 0',
    '0, 181',
    '14°61′ N, 1° W',
    '14.5°30′ N, 1° W',
    '-14 S, 1 W',
    'N14 N15',
    'E14 E15',
    '61P 648381 1559153',
    '30I 648381 1559153',
    '30P XB 4840 591509',
    '30P ZZ 48407 59150',
    '1 2 3 4 5 6 7 8',
  ])('“%s” is none', (text) => {
    expect(parseCoordinates(text)).toBeUndefined();
  });

  test('any text gives a place on the globe or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9NSEWO°'",;. -]{0,24}$/)),
        (text) => {
          const found = parseCoordinates(text);
          return found === undefined || (Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
