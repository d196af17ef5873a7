// @ts-check
/**
 * Writes a PMTiles version 3 archive: header of 127 bytes, gzipped root directory, metadata, leaf
 * directories, tiles in the order of their ids. Equal tiles are stored once.
 * https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

const headerLength = 127;
/** Readers fetch the first 16 KiB in one go; header and root directory must fit in it. */
const rootLimit = 16_384 - headerLength;

/** @typedef {{ id: number, offset: number, length: number, run: number }} Entry */
/** @typedef {{ z: number, x: number, y: number, data: Uint8Array }} Tile data is not compressed */

/** @param {number[]} out @param {number} value */
function pushVarint(out, value) {
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

/** @param {readonly Entry[]} entries */
function encodeDirectory(entries) {
  /** @type {number[]} */
  const out = [];
  pushVarint(out, entries.length);
  let last = 0;
  for (const entry of entries) {
    pushVarint(out, entry.id - last);
    last = entry.id;
  }
  for (const entry of entries) pushVarint(out, entry.run);
  for (const entry of entries) pushVarint(out, entry.length);
  entries.forEach((entry, index) => {
    const previous = entries[index - 1];
    const follows = previous && entry.offset === previous.offset + previous.length;
    pushVarint(out, follows ? 0 : entry.offset + 1);
  });
  return gzipSync(Buffer.from(out), { level: 9 });
}

/** @param {readonly Entry[]} entries */
function buildDirectories(entries) {
  const whole = encodeDirectory(entries);
  if (whole.length <= rootLimit) return { root: whole, leaves: Buffer.alloc(0) };
  for (let size = 4096; ; size *= 2) {
    /** @type {Entry[]} */
    const pointers = [];
    const leaves = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const leaf = encodeDirectory(entries.slice(start, start + size));
      pointers.push({ id: entries[start]?.id ?? 0, offset, length: leaf.length, run: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const root = encodeDirectory(pointers);
    if (root.length <= rootLimit) return { root, leaves: Buffer.concat(leaves) };
  }
}

/** @param {readonly Tile[]} tiles */
function packTiles(tiles) {
  const sorted = tiles
    .map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), data: tile.data }))
    .sort((a, b) => a.id - b.id);
  /** @type {Map<string, { offset: number, length: number }>} */
  const stored = new Map();
  /** @type {Entry[]} */
  const entries = [];
  const chunks = [];
  let offset = 0;
  for (const tile of sorted) {
    const hash = createHash('sha1').update(tile.data).digest('base64');
    let place = stored.get(hash);
    if (!place) {
      const packed = gzipSync(tile.data, { level: 9 });
      place = { offset, length: packed.length };
      offset += packed.length;
      chunks.push(packed);
      stored.set(hash, place);
    }
    const last = entries.at(-1);
    if (last && last.id + last.run === tile.id && last.offset === place.offset) last.run += 1;
    else entries.push({ id: tile.id, ...place, run: 1 });
  }
  return { entries, chunks, dataLength: offset };
}

/**
 * @param {string} file
 * @param {readonly Tile[]} tiles
 * @param {{ minzoom: number, maxzoom: number, metadata: object }} options
 * @returns {{ bytes: number, tiles: number, unique: number }}
 */
export function writePmtiles(file, tiles, options) {
  const { entries, chunks, dataLength } = packTiles(tiles);
  const { root, leaves } = buildDirectories(entries);
  const metadata = gzipSync(Buffer.from(JSON.stringify(options.metadata)));
  const header = Buffer.alloc(headerLength);
  header.write('PMTiles', 0);
  header[7] = 3;
  const rootAt = headerLength;
  const metadataAt = rootAt + root.length;
  const leavesAt = metadataAt + metadata.length;
  const dataAt = leavesAt + leaves.length;
  const numbers = [
    ...[rootAt, root.length, metadataAt, metadata.length, leavesAt, leaves.length],
    ...[dataAt, dataLength, tiles.length, entries.length, chunks.length],
  ];
  numbers.forEach((value, index) => {
    header.writeBigUInt64LE(BigInt(value), 8 + 8 * index);
  });
  // Clustered; directories gzipped; tiles gzipped; tile type MVT.
  header.set([1, 2, 2, 1, options.minzoom, options.maxzoom], 96);
  [-180, -85.0511, 180, 85.0511].forEach((degrees, index) => {
    header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * index);
  });
  header[118] = 2;
  writeFileSync(file, Buffer.concat([header, root, metadata, leaves, ...chunks]));
  return { bytes: dataAt + dataLength, tiles: tiles.length, unique: chunks.length };
}
