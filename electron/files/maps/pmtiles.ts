/** Tiles of a PMTiles archive by ranged reads; nothing of it is held but its directories. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles';
import type { MapFacts } from '../../../shared/contract/own-map-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import {
  boxOr,
  damaged,
  layerNames,
  mostTileBytes,
  pictureOf,
  plainText,
  unsupported,
  unzipped,
} from './tile-bytes.ts';

/** Longest range that is read in one go: directories and tiles are far shorter. */
const mostRange = 16_000_000;
/** Directories and metadata unpack to less. */
const mostUnpacked = 32_000_000;

/** One tile; `mediaType` null for vector tiles. */
export interface MapTile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string | null;
}

export interface TileFile {
  readonly facts: () => Promise<MapFacts>;
  /** Undefined where it is empty. */
  readonly tile: (z: number, x: number, y: number) => Promise<MapTile | undefined>;
  readonly close: () => Promise<void>;
}

const mediaTypes = new Set([TileType.Png, TileType.Jpeg, TileType.Webp]);

/** Throws `map-file/damaged`, `map-file/unsupported`; errors of the file system come through. */
export async function openPmtiles(path: string): Promise<TileFile> {
  const file = await open(path, 'r');
  const { size } = await file.stat();
  const source: Source = {
    getKey: () => path,
    async getBytes(offset, length) {
      if (
        offset < 0 ||
        length < 0 ||
        length > mostRange ||
        offset + length > Math.max(size, 16_384)
      ) {
        throw damaged('outside');
      }
      const buffer = new Uint8Array(length);
      const { bytesRead } = await file.read(buffer, 0, length, offset);
      return { data: buffer.buffer.slice(0, bytesRead) };
    },
  };
  const archive = new PMTiles(source, undefined, async (buffer, compression) => {
    if (compression === Compression.None || compression === Compression.Unknown) return buffer;
    if (compression !== Compression.Gzip) {
      throw unsupported('compression');
    }
    return unzipped(new Uint8Array(buffer), mostUnpacked).buffer;
  });

  async function header(): Promise<Header> {
    try {
      return await archive.getHeader();
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw damaged('head');
    }
  }

  async function tile(z: number, x: number, y: number): Promise<MapTile | undefined> {
    const { tileType } = await header();
    let found: Awaited<ReturnType<PMTiles['getZxy']>>;
    try {
      found = await archive.getZxy(z, x, y);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw damaged('directory');
    }
    if (found === undefined || found.data.byteLength === 0) return undefined;
    const bytes = new Uint8Array(found.data);
    if (bytes.length > mostTileBytes) throw damaged('large-tile');
    if (tileType === TileType.Mvt) return { bytes, mediaType: null };
    const picture = pictureOf(bytes);
    if (picture === undefined) throw damaged('no-picture');
    return { bytes, mediaType: picture.mediaType };
  }

  async function facts(): Promise<MapFacts> {
    const own = await header();
    const isVector = own.tileType === TileType.Mvt;
    if (!isVector && !mediaTypes.has(own.tileType)) {
      throw unsupported('tiles');
    }
    const isWhole = own.minZoom <= own.maxZoom && own.maxZoom <= 22 && own.tileDataOffset < size;
    if (!isWhole) throw damaged('head');
    let metadata: unknown = {};
    try {
      metadata = await archive.getMetadata();
    } catch {
      // tiles can be drawn without
    }
    const { name, attribution } = metadata as { name?: unknown; attribution?: unknown };
    const box = boxOr([own.minLon, own.minLat, own.maxLon, own.maxLat]);
    const sample = isVector ? undefined : await anyTile(own, box, tile);
    if (!isVector && sample === undefined) {
      throw new AppError('map-file/empty', 'No tile was found in this map file.');
    }
    return {
      ...{ kind: 'pmtiles', form: isVector ? 'vector' : 'raster', bytes: size, bounds: box },
      name: plainText(name, 200) || basename(path),
      ...{
        minZoom: own.minZoom,
        maxZoom: own.maxZoom,
        layers: isVector ? layerNames(metadata) : [],
      },
      tileSize: sample === undefined ? 0 : (pictureOf(sample.bytes)?.size ?? 256),
      ...{ shapes: null, attribution: plainText(attribution, 500) },
    };
  }
  return { facts, tile, close: () => file.close() };
}

/** A tile in the middle of the box, at the first zoom that has one. */
async function anyTile(
  { minZoom, maxZoom }: Pick<Header, 'minZoom' | 'maxZoom'>,
  [west, south, east, north]: readonly [number, number, number, number],
  tile: TileFile['tile'],
): Promise<MapTile | undefined> {
  const lat = ((south + north) / 2) * (Math.PI / 180);
  const share = {
    x: ((west + east) / 2 + 180) / 360,
    y: (1 - Math.asinh(Math.tan(lat)) / Math.PI) / 2,
  };
  for (let z = minZoom; z <= maxZoom; z += 1) {
    const side = 2 ** z;
    const found = await tile(
      z,
      Math.min(side - 1, Math.floor(share.x * side)),
      Math.min(side - 1, Math.floor(share.y * side)),
    );
    if (found !== undefined) return found;
  }
  return undefined;
}
