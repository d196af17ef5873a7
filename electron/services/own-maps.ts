/** Map files of the analyst's own: what they are, and their tiles. Runs in a thread of the engine. */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { MapFacts, OwnMapKind } from '../../shared/contract/own-map-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { openMbtiles } from '../db/mbtiles.ts';
import { readGeojson } from '../files/maps/geojson.ts';
import { type MapTile, openPmtiles, type TileFile } from '../files/maps/pmtiles.ts';
import {
  boxOr,
  damaged,
  layerNames,
  mostTileBytes,
  pictureOf,
  plainText,
  unzipped,
} from '../files/maps/tile-bytes.ts';

/** By what it begins with, whatever its name. @throws AppError `map-file/unknown-kind` */
async function kindOf(path: string): Promise<OwnMapKind> {
  const file = await open(path, 'r');
  try {
    const head = new Uint8Array(64);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const text = new TextDecoder('latin1').decode(head.subarray(0, bytesRead));
    if (text.startsWith('PMTiles')) return 'pmtiles';
    if (text.startsWith('SQLite format 3\0')) return 'mbtiles';
    if (/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(text)) return 'geojson';
  } finally {
    await file.close();
  }
  throw new AppError(
    'map-file/unknown-kind',
    'This file is neither PMTiles, MBTiles nor GeoJSON.',
    {
      fileName: basename(path),
    },
  );
}

function isZipped(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function mbtilesFile(path: string, size: number): TileFile {
  const file = openMbtiles(path);
  const { metadata } = file;
  const format = metadata.get('format') ?? '';
  const isVector = format === 'pbf' || format === 'mvt';
  const tileOf = (bytes: Uint8Array): MapTile => {
    if (isVector) {
      const plain = isZipped(bytes) ? unzipped(bytes, mostTileBytes) : Uint8Array.from(bytes);
      return { bytes: plain, mediaType: null };
    }
    const picture = pictureOf(bytes);
    if (picture === undefined) throw damaged('no-picture');
    return { bytes: Uint8Array.from(bytes), mediaType: picture.mediaType };
  };
  return {
    tile: async (z, x, y) => {
      const found = file.tile(z, x, y);
      return found === undefined || found.length === 0 ? undefined : tileOf(found);
    },
    facts: async () => {
      const zooms = file.zooms();
      const sample = file.anyTile();
      if (zooms === undefined || sample === undefined) {
        throw new AppError('map-file/empty', 'No tile was found in this map file.');
      }
      const { min, max } = zooms;
      if (!Number.isInteger(min) || !Number.isInteger(max) || min < 0 || max > 22) {
        throw damaged('zooms');
      }
      const tile = tileOf(sample);
      let json: unknown = {};
      try {
        json = JSON.parse(metadata.get('json') ?? '{}');
      } catch {
        // tiles can be drawn without
      }
      const bounds = (metadata.get('bounds') ?? '').split(',').map(Number);
      return {
        ...{ kind: 'mbtiles', form: isVector ? 'vector' : 'raster', bytes: size },
        ...{ name: plainText(metadata.get('name'), 200) || basename(path), bounds: boxOr(bounds) },
        ...{ minZoom: min, maxZoom: max, layers: isVector ? layerNames(json) : [] },
        tileSize: isVector ? 0 : (pictureOf(tile.bytes)?.size ?? 256),
        ...{ shapes: null, attribution: plainText(metadata.get('attribution'), 500) },
      };
    },
    close: async () => file.close(),
  };
}

/** Open files by path, with what they were when they were opened. */
const opened = new Map<string, { readonly stamp: string; readonly file: Promise<TileFile> }>();
const mostOpen = 8;

/** Opens a tile file once; one that has changed on the disk is opened anew. */
async function tileFile(path: string, kind: OwnMapKind): Promise<TileFile> {
  const { size, mtimeMs } = await stat(path);
  const stamp = `${size} ${mtimeMs}`;
  const known = opened.get(path);
  if (known?.stamp === stamp) return known.file;
  if (known !== undefined) void known.file.then((file) => file.close()).catch(() => undefined);
  const file =
    kind === 'pmtiles' ? openPmtiles(path) : Promise.resolve().then(() => mbtilesFile(path, size));
  opened.delete(path);
  opened.set(path, { stamp, file });
  file.catch(() => opened.delete(path));
  const [oldest] = opened.keys();
  if (opened.size > mostOpen && oldest !== undefined) {
    const old = opened.get(oldest);
    opened.delete(oldest);
    void old?.file.then((each) => each.close()).catch(() => undefined);
  }
  return file;
}

/** Errors of the file system in the words of this program. */
async function guarded<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException | undefined)?.code ?? 'unknown';
    throw new AppError('file/unreadable', 'The file could not be read.', {
      ...{ fileName: basename(path), code },
    });
  }
}

/**
 * Looks into a file.
 * @throws AppError `map-file/unknown-kind`, `map-file/damaged`, `map-file/unsupported`, `map-file/empty`,
 * `file/too-large`, `file/unreadable`
 */
export function inspectMap(path: string): Promise<MapFacts> {
  return guarded(path, async () => {
    const kind = await kindOf(path);
    if (kind === 'geojson') return (await readGeojson(path)).facts;
    return (await tileFile(path, kind)).facts();
  });
}

/** A tile; undefined where it is empty. Throws as `inspectMap`. */
export function mapTile(
  path: string,
  kind: OwnMapKind,
  { z, x, y }: { readonly z: number; readonly x: number; readonly y: number },
): Promise<MapTile | undefined> {
  return guarded(path, async () => (await tileFile(path, kind)).tile(z, x, y));
}

/** All shapes of a GeoJSON file, as text. Throws as `inspectMap`. */
export function mapShapes(path: string): Promise<string> {
  return guarded(path, async () => (await readGeojson(path)).text);
}
