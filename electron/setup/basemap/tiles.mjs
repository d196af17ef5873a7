// @ts-check
/** Cuts layers into vector tiles. Extent 4096: at zoom 6 one unit is about 150 m. */
import path from 'node:path';
import { writePmtiles } from './pmtiles-writer.mjs';

const extent = 4096;

/** @typedef {import('./packages.mjs').Tools} Tools */
/** @typedef {{ getTile: (z: number, x: number, y: number) => { features: unknown[] } | null }} Index */
/** @typedef {{ minZoom: number, at: (zoom: number) => Index }} Layer */

/** @param {Tools} tools @param {readonly unknown[]} features @param {object} options @returns {Index} */
export function indexOf(tools, features, options) {
  const collection = { type: 'FeatureCollection', features };
  return new tools.GeoJSONVT(collection, { indexMaxPoints: 0, extent, ...options });
}

/**
 * @param {string} file @param {Record<string, Layer>} layers @param {number} maxZoom
 * @param {string} attribution @param {Tools} tools
 */
export function writeTileSet(file, layers, maxZoom, attribution, tools) {
  const tiles = [];
  for (let z = 0; z <= maxZoom; z += 1) {
    const drawn = Object.entries(layers).filter(([, layer]) => z >= layer.minZoom);
    const indexes = drawn.map(([name, layer]) => /** @type {const} */ ([name, layer.at(z)]));
    for (let x = 0; x < 1 << z; x += 1) {
      for (let y = 0; y < 1 << z; y += 1) {
        const content = Object.fromEntries(
          indexes
            .map(([name, index]) => /** @type {const} */ ([name, index.getTile(z, x, y)]))
            .filter(([, tile]) => tile?.features.length),
        );
        if (Object.keys(content).length === 0) continue;
        tiles.push({ z, x, y, data: tools.encodeTile(content, { version: 2, extent }) });
      }
    }
  }
  const vectorLayers = Object.entries(layers).map(([id, layer]) => {
    return { id, fields: {}, minzoom: layer.minZoom, maxzoom: maxZoom };
  });
  const metadata = { name: path.basename(file), attribution, vector_layers: vectorLayers };
  return writePmtiles(file, tiles, { minzoom: 0, maxzoom: maxZoom, metadata });
}
