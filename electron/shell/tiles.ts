/** Answers `app://cairn/tiles/<world|places>/{z}/{x}/{y}.pbf` from the archives in the data folder. */
import { join } from 'node:path';
import type { PMTiles } from 'pmtiles';
import { dataDir } from './paths.ts';
import { openTileArchive, parseTileAddress, type TileSource } from './tile-archive.ts';

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

/**
 * The answer to a request for a tile: 200 with the plain vector tile, 204 where it is empty, 404 for
 * an address that names none. `undefined` when the address is not one of tiles at all.
 */
export async function serveTile(address: string): Promise<Response | undefined> {
  if (!address.startsWith('app://cairn/tiles/')) return undefined;
  const tile = parseTileAddress(address);
  if (tile === undefined) return new Response('Not found', { status: 404, headers });
  try {
    const archive = await archiveOf(tile.source);
    const found = await archive.getZxy(tile.z, tile.x, tile.y);
    if (found === undefined) return new Response(null, { status: 204, headers });
    const type = { 'Content-Type': 'application/vnd.mapbox-vector-tile' };
    return new Response(found.data, { headers: { ...headers, ...type } });
  } catch {
    return new Response('The base map is missing.', { status: 404, headers });
  }
}
