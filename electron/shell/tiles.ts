/**
 * Answers `app://cairn/tiles/<world|places>/{z}/{x}/{y}.pbf` from the archives in the data folder, and
 * `app://cairn/tiles/inc/…` with tiles of the incidents that the engine makes when they are asked for.
 */
import { join } from 'node:path';
import type { PMTiles } from 'pmtiles';
import type { TileAsk } from '../../shared/contract/control.ts';
import { dataDir } from './paths.ts';
import {
  openTileArchive,
  parseIncidentTile,
  parseTileAddress,
  type TileSource,
} from './tile-archive.ts';

const archives = new Map<TileSource, Promise<PMTiles>>();

function archiveOf(source: TileSource): Promise<PMTiles> {
  const known = archives.get(source);
  if (known) return known;
  const opening = openTileArchive(join(dataDir(), `${source}.pmtiles`));
  archives.set(source, opening);
  // A file that is missing now may be there at the next try.
  opening.catch(() => archives.delete(source));
  return opening;
}

const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'max-age=86400' };

const vectorTile = { 'Content-Type': 'application/vnd.mapbox-vector-tile' };

/** Asks the engine for a tile of incidents; null when it is empty. */
export type ReadTile = (ask: TileAsk) => Promise<Uint8Array<ArrayBuffer> | null>;

async function serveIncidents(ask: TileAsk, read: ReadTile): Promise<Response> {
  // a view is of one state of the case: its tiles are never kept for another
  const own = { ...headers, 'Cache-Control': 'no-store' };
  // without an engine, until it is started again, the map has no incidents
  const tile = await read(ask).catch(() => null);
  if (tile === null) return new Response(null, { status: 204, headers: own });
  return new Response(tile, { headers: { ...own, ...vectorTile } });
}

/**
 * The answer to a request for a tile: 200 with the plain vector tile, 204 where it is empty, 404 for
 * an address that names none. `undefined` when the address is not one of tiles at all.
 */
export async function serveTile(
  address: string,
  readIncidents: ReadTile,
): Promise<Response | undefined> {
  if (!address.startsWith('app://cairn/tiles/')) return undefined;
  const incidents = parseIncidentTile(address);
  if (incidents !== undefined) return serveIncidents(incidents, readIncidents);
  const tile = parseTileAddress(address);
  if (tile === undefined) return new Response('Not found', { status: 404, headers });
  try {
    const archive = await archiveOf(tile.source);
    const found = await archive.getZxy(tile.z, tile.x, tile.y);
    if (found === undefined) return new Response(null, { status: 204, headers });
    return new Response(found.data, { headers: { ...headers, ...vectorTile } });
  } catch {
    return new Response('The base map could not be read.', {
      status: 503,
      headers: { ...headers, 'Cache-Control': 'no-store' },
    });
  }
}
