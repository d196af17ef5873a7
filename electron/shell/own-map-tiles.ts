/** Answers `app://cairn/tiles/own/<id>/{z}/{x}/{y}` and `app://cairn/tiles/own/<id>.geojson`. */
import type { EngineHost } from './engine-host.ts';
import type { OwnMaps } from './own-maps.ts';
import { parseOwnMap } from './tile-archive.ts';

const headers = { 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' };

interface Tile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string | null;
}

/**
 * 200 with the plain tile or the shapes, 204 where a tile is empty, 404 for what is not in the list or cannot
 * be read any more; `undefined` when the address is not one of these at all.
 */
export async function serveOwnMap(
  address: string,
  maps: OwnMaps,
  engine: EngineHost,
): Promise<Response | undefined> {
  if (!address.startsWith('app://cairn/tiles/own/')) return undefined;
  const asked = parseOwnMap(address);
  const map = asked && maps.find(asked.id);
  const missing = new Response('Not found', { status: 404, headers });
  if (asked === undefined || map === undefined) return missing;
  const { path, kind } = map;
  try {
    if (asked.tile === undefined) {
      if (kind !== 'geojson') return missing;
      const text = (await engine.control('map-file', { do: 'shapes', path })) as string;
      return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
    }
    if (kind === 'geojson') return missing;
    const ask = { do: 'tile', path, kind, ...asked.tile } as const;
    const tile = (await engine.control('map-file', ask)) as Tile | null;
    if (tile === null) return new Response(null, { status: 204, headers });
    const type = tile.mediaType ?? 'application/vnd.mapbox-vector-tile';
    return new Response(tile.bytes, { headers: { ...headers, 'Content-Type': type } });
  } catch {
    return missing;
  }
}
