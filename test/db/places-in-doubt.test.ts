import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCase } from '../../electron/services/check.ts';
import { listPlaces, mergePlaces, placeDossier } from '../../electron/services/place-records.ts';
import { namesakesOf, searchPlacesFor } from '../../electron/services/places.ts';
import { undo } from '../../electron/services/undo.ts';
import { add, addIncident, addPlace, temporaryCase } from '../helpers/case-builder.ts';
import { testDataDir } from '../helpers/gazetteer-file.ts';

const data = testDataDir();
let held: ReturnType<typeof temporaryCase>;
beforeEach(() => {
  held = temporaryCase();
});
afterEach(() => held.close());

const search = (text: string, on: string | null) =>
  searchPlacesFor(held.session, data, { text, lang: 'fr', country: 'BF', limit: 12, on });

test('Soum is the province before July 2025 and the region after; each says so', () => {
  const soums = (on: string | null) =>
    search('Soum', on)
      .filter(({ name, country }) => name === 'Soum' && country === 'BF')
      .map(({ level, valid }) => [level, valid?.atDate]);
  expect(soums('2025-05-11')).toEqual([
    ['district', 'valid'],
    ['region', 'not-yet'],
  ]);
  expect(soums('2025-09-01')).toEqual([
    ['region', 'valid'],
    ['district', 'no-longer'],
  ]);
  expect(soums('2025').map(([, atDate]) => atDate)).toEqual([null, null]);
  const [province] = search('Soum', '2025-05-11');
  expect(province?.valid).toEqual({ from: null, to: '2025-07-01', atDate: 'valid' });
  const [djelgodji] = search('Djelgodji', '2025-05-11');
  expect(djelgodji).toMatchObject({ name: 'Soum', valid: { atDate: 'not-yet' } });
  expect(search('Loroum', '2025-09-01')[0]?.valid).toBeNull();
});

test('Namissiguima stands for several places, told apart by their provinces', () => {
  const found = namesakesOf(held.session, data, {
    name: 'namissiguima',
    country: 'BF',
    lang: 'fr',
    on: null,
  });
  expect(found.length).toBeGreaterThan(1);
  expect(found.every(({ country }) => country === 'BF')).toBe(true);
  const units = found.map(({ admin1, admin2 }) => `${admin2}, ${admin1}`);
  expect(new Set(units).size).toBeGreaterThan(1);
  expect(found.every(({ latitude }) => latitude !== null)).toBe(true);
  expect(
    search('Namissiguima', null)
      .slice(0, 2)
      .map(({ admin2 }) => admin2),
  ).toEqual(['Yatenga', 'Sanmatenga']);
  const nowhere = { name: 'Namissiguima', country: null, lang: 'fr', on: null };
  expect(namesakesOf(held.session, data, nowhere)).toEqual([]);
});

test('a name of a place of the case holds from and to the dates it was given', () => {
  const place = addPlace(held.session, { name: 'Karma', country: 'BF', geo_level: 'settlement' });
  add(held.session, 'place_name', {
    place_id: place.id,
    name: 'Nouvelle-Karma',
    valid_from: '2024',
  });
  const at = (on: string) => search('nouvelle-karma', on)[0]?.valid?.atDate;
  expect([at('2023-05'), at('2025-01-01'), at('2024-06')]).toEqual(['not-yet', 'valid', null]);
  expect(search('Karma', '2023').find(({ placeId }) => placeId === place.id)?.valid).toBeNull();
});

test('two places that are one: names, incidents and notes move over, and undo brings both back', () => {
  const { session } = held;
  const keep = addPlace(session, { name: 'Tiloua', country: 'NE' });
  const drop = addPlace(session, { name: 'Tilwa', country: 'NE' });
  add(session, 'place_name', { place_id: drop.id, name: 'TILOUA' });
  add(session, 'place_name', { place_id: drop.id, name: 'تيلوا', lang: 'ar', valid_to: '2019' });
  const incident = addIncident(session, { title: 'x', place_id: drop.id });
  add(session, 'note', { target_table: 'place', target_id: drop.id, body: 'near the river' });
  expect(mergePlaces(session, { keep: keep.id, drop: drop.id })).toEqual({
    id: keep.id,
    incidents: 1,
    revision: session.revision,
  });
  const { names, incidents } = placeDossier(session.db, keep.id);
  expect(names.map(({ name, lang, valid_to: to }) => [name, lang, to])).toEqual([
    ['Tilwa', null, null],
    ['تيلوا', 'ar', '2019'],
  ]);
  expect(incidents).toMatchObject([{ id: incident.id }]);
  expect(listPlaces(session.db).map(({ name }) => name)).toEqual(['Tiloua']);
  expect(search('tilwa', null)[0]?.placeId).toBe(keep.id);
  expect(checkCase(session).problems).toEqual([]);
  undo(session);
  expect(listPlaces(session.db).map(({ name }) => name)).toEqual(['Tiloua', 'Tilwa']);
  expect(placeDossier(session.db, drop.id)).toMatchObject({ incidentCount: 1 });
  expect(checkCase(session).problems).toEqual([]);
});

test('a place is not merged with itself, nor with one that is gone', () => {
  const { session } = held;
  const { id } = addPlace(session, { name: 'Tiloua' });
  const other = '01890000-0000-7000-8000-0000000000ff';
  expect(() => mergePlaces(session, { keep: id, drop: id })).toThrow(
    expect.objectContaining({ code: 'input/invalid' }),
  );
  expect(() => mergePlaces(session, { keep: id, drop: other })).toThrow(
    expect.objectContaining({ code: 'record/not-found' }),
  );
});
