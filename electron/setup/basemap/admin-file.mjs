// @ts-check
/**
 * `admin.bin.gz`: the areas as the gazetteer wants them. Gzipped: the length of the header (u32, little
 * endian), the header as JSON, then one block per area: zig-zag varints of coordinate differences in
 * 1/10 000 degree (11 m), as polygons > rings > points. electron/db/gazetteer/polygon.ts reads blocks.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { centreOf, namesOf2025, polygonsOf } from './layers.mjs';
import { countryNames, twoLevelCountries } from './natural-earth.mjs';

const unitsPerDegree = 1e4;
const earthRadius = 6_371_008.8;

/** @param {number[][][][]} polygons */
function encodePolygons(polygons) {
  /** @type {number[]} */
  const out = [];
  const push = (/** @type {number} */ value) => {
    let rest = value < 0 ? -2 * value - 1 : 2 * value;
    while (rest > 127) {
      out.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    out.push(rest);
  };
  push(polygons.length);
  for (const polygon of polygons) {
    push(polygon.length);
    for (const ring of polygon) {
      push(ring.length);
      let lastX = 0;
      let lastY = 0;
      for (const [lon = 0, lat = 0] of ring) {
        const x = Math.round(lon * unitsPerDegree);
        const y = Math.round(lat * unitsPerDegree);
        push(x - lastX);
        push(y - lastY);
        lastX = x;
        lastY = y;
      }
    }
  }
  return Buffer.from(out);
}

/** Metres from a point to the farthest vertex. @param {any} geometry @param {number} lon @param {number} lat */
function reachFrom(geometry, lon, lat) {
  const rad = Math.PI / 180;
  let most = 0;
  for (const [ring = []] of polygonsOf(geometry)) {
    for (const [x = 0, y = 0] of ring) {
      const a =
        Math.sin(((y - lat) * rad) / 2) ** 2 +
        Math.cos(lat * rad) * Math.cos(y * rad) * Math.sin(((x - lon) * rad) / 2) ** 2;
      most = Math.max(most, 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, a))));
    }
  }
  return Math.ceil(most / 1000) * 1000;
}

/** @param {number[][]} ring @param {number} lon @param {number} lat */
function isInRing(ring, lon, lat) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x1 = 0, y1 = 0] = ring[j] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    if (y2 > lat !== y1 > lat && lon < ((x1 - x2) * (lat - y2)) / (y1 - y2) + x2) inside = !inside;
  }
  return inside;
}

/**
 * Centre of about the smallest circle around the shape: steps towards the farthest vertex that grow
 * smaller (Badoiu and Clarkson). @param {any} geometry @param {{ lon: number, lat: number }} from
 */
function middleOf(geometry, from) {
  const vertices = polygonsOf(geometry).flatMap(([ring = []]) => ring);
  const squeeze = Math.cos((from.lat * Math.PI) / 180);
  let { lon, lat } = from;
  for (let step = 1; step <= 300; step += 1) {
    let most = -1;
    let far = [lon, lat];
    for (const vertex of vertices) {
      const [x = 0, y = 0] = vertex;
      const distance = ((x - lon) * squeeze) ** 2 + (y - lat) ** 2;
      if (distance > most) {
        most = distance;
        far = vertex;
      }
    }
    lon += ((far[0] ?? 0) - lon) / (step + 1);
    lat += ((far[1] ?? 0) - lat) / (step + 1);
  }
  return { lon, lat };
}

/**
 * Centre rounded to 100 m and radius that covers the shape. The centre of the smallest circle where it
 * lies inside the shape, else the point deepest inside. @param {any} geometry @param {any} tools
 */
function extentOf(geometry, tools) {
  const deepest = centreOf(geometry, tools);
  const middle = middleOf(geometry, deepest);
  const isInside = polygonsOf(geometry).some(([ring = []]) =>
    isInRing(ring, middle.lon, middle.lat),
  );
  const { lon, lat } = isInside ? middle : deepest;
  const rounded = { lon: Math.round(lon * 1000) / 1000, lat: Math.round(lat * 1000) / 1000 };
  return { ...rounded, radiusM: reachFrom(geometry, rounded.lon, rounded.lat) };
}

/** @param {any} geometry @returns {[number, number, number, number]} */
function boxOf(geometry) {
  /** @type {[number, number, number, number]} */
  const box = [180, 90, -180, -90];
  for (const [ring = []] of polygonsOf(geometry)) {
    for (const [lon = 0, lat = 0] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return /** @type {[number, number, number, number]} */ (
    box.map((v) => Math.round(v * 1e4) / 1e4)
  );
}

/**
 * @param {string} file
 * @param {ReturnType<typeof import('./layers.mjs').buildLayers>} layers
 * @param {any} crosswalk @param {any} tools
 */
export function writeAdminFile(file, layers, crosswalk, tools) {
  const newer = namesOf2025(crosswalk);
  /** @type {Buffer[]} */
  const blocks = [];
  let offset = 0;
  const areas = layers.admin1
    .filter(({ properties: p }) => p['name'] && p['cc'])
    .map(({ properties: p, geometry }) => {
      const block = encodePolygons(polygonsOf(geometry));
      const at = offset;
      offset += block.length;
      blocks.push(block);
      const province = crosswalk.provinces.find((/** @type {any} */ row) => row.iso === p['code']);
      return {
        code: p['code'],
        cc: p['cc'],
        ...{ name: p['name'], en: p['name_en'], fr: p['name_fr'], ar: p['name_ar'] },
        region: p['region'],
        level: twoLevelCountries.has(String(p['unit'])) ? 'district' : 'region',
        also: [...(newer.get(String(p['code'])) ?? []), ...(province?.alsoWritten ?? [])],
        ...extentOf(geometry, tools),
        box: boxOf(geometry),
        block: [at, block.length],
      };
    });
  const regions = layers.regions.map(({ properties: p, geometry }) => {
    const known =
      p['unit'] === 'BFA' && crosswalk.regions.find((/** @type {any} */ r) => r.name === p['name']);
    const also = known ? (newer.get(`region:${p['name']}`) ?? []) : [];
    const code = known ? known.iso : `${p['cc']}-${String(p['name']).replaceAll(/\s+/g, '_')}`;
    const names = {
      name: p['name'],
      en: p['name'],
      fr: p['name'],
      ar: known ? known.nameArabic : '',
    };
    return { code, cc: p['cc'], ...names, also, ...extentOf(geometry, tools) };
  });
  const regions2025 = crosswalk.regions2025.map((/** @type {any} */ region) => {
    const members = crosswalk.provinces.filter(
      (/** @type {any} */ p) => p.region2025 === region.name,
    );
    const shape = layers.unionOf(members.map((/** @type {any} */ p) => p.iso));
    return {
      code: `BF-2025-${region.name}`,
      cc: 'BF',
      name: region.name,
      ...extentOf(shape, tools),
    };
  });
  const countries = layers.countries.map(({ properties: p, geometry }) => {
    const cc = String(p['cc']);
    const { lon, lat } = extentOf(geometry, tools);
    // No radius: a circle around a country with its islands would cover half the world.
    return { cc, ...countryNames(cc), lon, lat, radiusM: null };
  });
  const header = Buffer.from(JSON.stringify({ areas, regions, regions2025, countries }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  const packed = gzipSync(Buffer.concat([length, header, ...blocks]), { level: 9 });
  writeFileSync(file, packed);
  return { bytes: packed.length, areas: areas.length };
}
