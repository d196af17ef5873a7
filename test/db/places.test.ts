import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { locatePlace, searchPlacesFor } from '../../electron/services/places.ts';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { add, addIncident, addPlace, temporaryCase } from '../helpers/case-builder.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const data = testDataDir();
let held: ReturnType<typeof temporaryCase>;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

function search(
  text: string,
  more: { country?: string; lang?: string; limit?: number; on?: string } = {},
) {
  return searchPlacesFor(held.session, data, { text, lang: 'en', limit: 12, on: null, ...more });
}

const solle = {
  name: 'Sollé',
  country: 'BF',
  admin1: 'Nord',
  admin2: 'Loroum',
  latitude: 13.911,
  longitude: -2.203,
  geo_level: 'district',
  radius_m: 58_000,
} as const;

describe('place search in a case', () => {
  test('given a place of the case, when searched by a name in another script, then it comes first', () => {
    const place = addPlace(held.session, solle);
    add(held.session, 'place_name', { place_id: place.id, name: 'سولي', lang: 'ar' });
    expect(search('سولي')[0]).toEqual({
      placeId: place.id,
      gazetteerId: null,
      name: 'Sollé',
      matched: 'سولي',
      kind: null,
      country: 'BF',
      admin1: 'Nord',
      admin2: 'Loroum',
      latitude: 13.911,
      longitude: -2.203,
      level: 'district',
      radiusM: 58_000,
      population: null,
      valid: null,
    } satisfies PlaceHit);
    expect(search('solle')[0]?.placeId).toBe(place.id);
  });

  test('given a gazetteer place that the case holds, when searched, then it comes once', () => {
    const gazetteerId = 'geonames:2361177';
    const place = addPlace(held.session, { ...solle, name: 'Djibo', gazetteer_id: gazetteerId });
    const djibos = search('Djibo').filter((hit) => hit.gazetteerId === gazetteerId);
    expect(djibos.map((hit) => hit.placeId)).toEqual([place.id]);
  });

  test('given incidents in a country, when a name is searched, then that country comes first', () => {
    expect(search('Nord')[0]?.country).not.toBe('CM');
    addIncident(held.session, { title: 'x', country: 'CM' });
    expect(search('Nord')[0]?.country).toBe('CM');
    expect(search('Nord', { country: 'HT' })[0]?.country).toBe('HT');
  });

  test('given Djibo, when searched, then its units, kind and radius come with it', () => {
    expect(search('Djibo', { country: 'BF' })[0]).toMatchObject({
      gazetteerId: 'geonames:2361177',
      kind: 'district-seat',
      country: 'BF',
      admin1: 'Sahel',
      admin2: 'Soum',
      level: 'settlement',
      radiusM: 2_000,
      population: 61_462,
    });
  });

  test('given the new name of a province, when searched, then the old one comes with it', () => {
    const [hit] = search('Djelgodji');
    expect([hit?.name, hit?.matched, hit?.level]).toEqual(['Soum', 'Djelgodji', 'district']);
  });

  test('given a country, when searched in French, then its name is French and it has no radius', () => {
    const [hit] = search('Chad', { lang: 'fr' });
    expect([hit?.name, hit?.country, hit?.level, hit?.radiusM]).toEqual([
      'Tchad',
      'TD',
      'country',
      null,
    ]);
  });

  test('given one letter, when searched, then nothing is looked up', () => {
    expect(
      searchPlacesFor(held.session, '/nowhere', { text: 'D', on: null, lang: 'en', limit: 5 }),
    ).toEqual([]);
  });

  test('given no gazetteer, when searched, then the error says so', () => {
    expect(() =>
      searchPlacesFor(held.session, '/nowhere', { text: 'Djibo', on: null, lang: 'en', limit: 5 }),
    ).toThrow(expect.objectContaining({ code: 'place/gazetteer-missing' }));
  });
});

describe('locating a point', () => {
  test('given a point beside Titao, when located, then province and nearest town come', () => {
    const found = locatePlace(data, { latitude: 13.8, longitude: -2.1, lang: 'fr' });
    expect([found.country, found.admin1, found.admin2]).toEqual(['BF', 'Nord', 'Loroum']);
    expect([found.nearest?.hit.name, found.nearest?.km]).toEqual(['Titao', 5.2]);
  });

  test('given a point at sea, when located, then all is empty', () => {
    expect(locatePlace(data, { latitude: 0, longitude: -30, lang: 'en' })).toEqual({
      country: null,
      admin1: null,
      admin2: null,
      nearest: null,
    });
  });
});
