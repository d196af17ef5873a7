// @ts-check
/** Turns the areas into the layers of the base map: land, borders, coast, labels. */
import { countryNames, isDisputed, twoLevelCountries } from './natural-earth.mjs';

/** @typedef {import('./natural-earth.mjs').Area} Area */
/** @typedef {import('./packages.mjs').Tools} Tools */
/** @typedef {{ type: 'Feature', properties: Record<string, unknown>, geometry: any }} Feature */
/** @typedef {{ type: string, properties: Area }} Shape a geometry of the topology */

/** @param {any} geometry @returns {number[][][][]} */
export function polygonsOf(geometry) {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

/**
 * Size of a ring in square degrees at the equator: the shoelace rule on longitude and the sine of
 * latitude, which keeps areas. @param {number[][]} ring
 */
function ringSize(ring) {
  const height = (/** @type {number} */ lat) => (Math.sin((lat * Math.PI) / 180) * 180) / Math.PI;
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x1 = 0, y1 = 0] = ring[j] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    sum += x1 * height(y2) - x2 * height(y1);
  }
  return Math.abs(sum / 2);
}

/** Size of a shape and the point deepest inside its largest part. @param {any} geometry @param {Tools} tools */
export function centreOf(geometry, tools) {
  const parts = polygonsOf(geometry).map((part) => ({ part, size: ringSize(part[0] ?? []) }));
  parts.sort((a, b) => b.size - a.size);
  const largest = parts[0];
  if (!largest) throw new Error('A shape without polygons has no centre.');
  const [lon = 0, lat = 0] = tools.polylabel(largest.part, 0.02);
  return { lon, lat, size: parts.reduce((sum, item) => sum + item.size, 0) };
}

/** @template T @param {readonly T[]} items @param {(item: T) => string} key */
function groupBy(items, key) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const name = key(item);
    if (!name) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}

/** @param {Record<string, unknown>} properties @param {any} geometry @returns {Feature} */
const feature = (properties, geometry) => ({ type: 'Feature', properties, geometry });

/** @param {import('./natural-earth.mjs').Names} names */
function nameFields(names) {
  return { name: names.name, name_en: names.en, name_fr: names.fr, name_ar: names.ar || names.en };
}

/** @param {any} topology @param {Tools} tools */
function bordersOf(topology, tools) {
  const mesh = (/** @type {(a: Area, b: Area) => boolean} */ keep) =>
    tools.topojson.mesh(
      topology,
      topology.objects.areas,
      (/** @type {Shape} */ a, /** @type {Shape} */ b) =>
        a !== b && keep(a.properties, b.properties),
    );
  const isInner = (/** @type {Area} */ a, /** @type {Area} */ b) =>
    a.unit === b.unit && twoLevelCountries.has(a.unit) && a.region === b.region;
  const disputed = (/** @type {Area} */ a, /** @type {Area} */ b) => isDisputed(a.unit, b.unit);
  return [
    feature(
      { level: 0 },
      mesh((a, b) => a.unit !== b.unit && !disputed(a, b)),
    ),
    feature(
      { level: 0, disputed: 1 },
      mesh((a, b) => a.unit !== b.unit && disputed(a, b)),
    ),
    feature(
      { level: 1 },
      mesh((a, b) => a.unit === b.unit && !isInner(a, b)),
    ),
    feature(
      { level: 2 },
      mesh((a, b) => isInner(a, b)),
    ),
  ];
}

/**
 * Names of Burkina Faso's areas after July 2025, where they differ: `Djelgodji, Karo-Peli` for Soum.
 * @param {any} crosswalk
 */
export function namesOf2025(crosswalk) {
  /** @type {Map<string, string[]>} */
  const names = new Map();
  for (const { iso, name, names2025, region, region2025 } of crosswalk.provinces) {
    if (names2025.length)
      names.set(
        iso,
        names2025.filter((/** @type {string} */ n) => n !== name),
      );
    const regions = names.get(`region:${region}`) ?? [];
    if (!regions.includes(region2025)) names.set(`region:${region}`, [...regions, region2025]);
  }
  return names;
}

/** @param {readonly Feature[]} countries @param {Tools} tools */
function countryLabels(countries, tools) {
  return countries
    .filter((country) => country.properties['cc'])
    .map((country) => {
      const cc = String(country.properties['cc']);
      const { lon, lat, size } = centreOf(country.geometry, tools);
      const mz = size > 150 ? 1 : size > 20 ? 2 : size > 3 ? 3 : size > 0.3 ? 4 : 5;
      const properties = { ...nameFields(countryNames(cc)), kind: 'country', cc, mz };
      return feature(
        { ...properties, rank: Math.round(-size) },
        { type: 'Point', coordinates: [lon, lat] },
      );
    });
}

/** @param {readonly Feature[]} areas @param {any} regions @param {any} crosswalk @param {Tools} tools */
function areaLabels(areas, regions, crosswalk, tools) {
  const newer = namesOf2025(crosswalk);
  const arabic = new Map(crosswalk.regions.map((/** @type {any} */ r) => [r.name, r.nameArabic]));
  const regionLabels = regions.map((/** @type {any} */ region) => {
    const { lon, lat } = centreOf(region.geometry, tools);
    const { name } = region.properties;
    const isBurkina = region.properties.unit === 'BFA';
    const names = nameFields({
      name,
      en: name,
      fr: name,
      ar: isBurkina ? (arabic.get(name) ?? '') : '',
    });
    const also = isBurkina ? (newer.get(`region:${name}`) ?? []).join(', ') : '';
    const properties = {
      ...names,
      kind: 'region',
      mz: 5,
      ...(also && also !== name ? { also } : {}),
    };
    return feature(properties, { type: 'Point', coordinates: [lon, lat] });
  });
  const own = areas
    .filter(({ properties }) => properties['name'])
    .map(({ properties: p, geometry }) => {
      const isProvince = twoLevelCountries.has(String(p['unit']));
      const also = (newer.get(String(p['code'])) ?? []).join(', ');
      const { lon, lat } = centreOf(geometry, tools);
      return feature(
        {
          ...{
            name: p['name'],
            name_en: p['name_en'],
            name_fr: p['name_fr'],
            name_ar: p['name_ar'],
          },
          kind: isProvince ? 'province' : 'region',
          mz: isProvince ? 6 : Math.max(4, Math.round(Number(p['minZoom']))),
          ...(also ? { also } : {}),
        },
        { type: 'Point', coordinates: [lon, lat] },
      );
    });
  return [...regionLabels, ...own];
}

/**
 * @param {readonly { properties: Area, geometry: any }[]} source
 * @param {any} crosswalk @param {Tools} tools
 */
export function buildLayers(source, crosswalk, tools) {
  const { topojson } = tools;
  const topology = topojson.topology(
    { areas: { type: 'FeatureCollection', features: source } },
    1e6,
  );
  /** @type {Shape[]} */
  const shapes = topology.objects.areas.geometries;
  const merged = (/** @type {Shape[]} */ group) => topojson.merge(topology, group);
  const units = [...groupBy(shapes, (shape) => shape.properties.unit)];
  const land = units.map(([unit, group]) => feature({ unit }, merged(group)));
  const countries = [...groupBy(shapes, (shape) => shape.properties.cc)].map(([cc, group]) =>
    feature({ cc }, merged(group)),
  );
  const regions = [
    ...groupBy(shapes, ({ properties: p }) => (p.region ? `${p.unit}|${p.region}` : '')),
  ].map(([key, group]) => {
    const [unit = '', name = ''] = key.split('|');
    const cc = group[0]?.properties.cc ?? '';
    return feature({ unit, name, cc, codes: group.map((s) => s.properties.code) }, merged(group));
  });
  /** @type {Feature[]} */
  const admin1 = topojson
    .feature(topology, topology.objects.areas)
    .features.map((/** @type {{ properties: Area, geometry: any }} */ f) => {
      const { names, ...rest } = f.properties;
      return feature({ ...rest, ...nameFields(names) }, f.geometry);
    });
  const coast = [
    feature(
      {},
      topojson.mesh(
        topology,
        topology.objects.areas,
        (/** @type {Shape} */ a, /** @type {Shape} */ b) => a === b,
      ),
    ),
  ];
  return {
    land,
    countries,
    regions,
    admin1,
    coast,
    borders: bordersOf(topology, tools),
    labels: [...countryLabels(countries, tools), ...areaLabels(admin1, regions, crosswalk, tools)],
    /** Shape of any set of areas, given by their codes. */
    unionOf: (/** @type {readonly string[]} */ codes) =>
      merged(shapes.filter((shape) => codes.includes(shape.properties.code))),
  };
}
