/** Reads tiles of local PMTiles archives. Knows nothing of Electron, so that it can be tested alone. */
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression, PMTiles, type RangeResponse, type Source } from 'pmtiles';
import type { TileAsk } from '../../shared/contract/control.ts';
import { tileKinds } from '../../shared/contract/map-calls.ts';

const unzip = promisify(gunzip);

const tileSources = ['world', 'places'] as const;
export type TileSource = (typeof tileSources)[number];

export interface TileAddress {
  readonly source: TileSource;
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

const addressPattern = /^\/tiles\/([a-z]+)\/(0|[1-9]\d?)\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8})\.pbf$/;

/**
 * The tile that `app://cairn/tiles/<source>/{z}/{x}/{y}.pbf` names. Plain decimal numbers only, each
 * inside its zoom's range; `undefined` for anything else, as encoded dots, signs, queries or credentials.
 */
export function parseTileAddress(address: string): TileAddress | undefined {
  const [, name, ...digits] = addressPattern.exec(pathOf(address)) ?? [];
  const source = tileSources.find((known) => known === name);
  const place = placeOf(digits);
  return source === undefined || place === undefined ? undefined : { source, ...place };
}

const incidentPattern =
  /^\/tiles\/inc\/([1-9]\d{0,14})\/([a-z]+)\/(0|[1-9]\d?)\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8})\.pbf$/;

/** The tile that `app://cairn/tiles/inc/<view>/<kind>/{z}/{x}/{y}.pbf` names, by the same rules. */
export function parseIncidentTile(address: string): TileAsk | undefined {
  const [, view = '', name, ...digits] = incidentPattern.exec(pathOf(address)) ?? [];
  const kind = tileKinds.find((known) => known === name);
  const place = placeOf(digits);
  return kind === undefined || place === undefined
    ? undefined
    : { view: Number(view), kind, ...place };
}

const ownPattern =
  /^\/tiles\/own\/([0-9a-f-]{36})(?:\.geojson|\/(0|[1-9]\d?)\/(0|[1-9]\d{0,8})\/(0|[1-9]\d{0,8}))$/;

/** The map of the analyst's own, and the tile of it, that an address names; without a tile, its shapes. */
export function parseOwnMap(address: string) {
  const [, id, ...digits] = ownPattern.exec(pathOf(address)) ?? [];
  if (id === undefined) return undefined;
  if (digits[0] === undefined) return { id, tile: undefined };
  const tile = placeOf(digits);
  return tile === undefined ? undefined : { id, tile };
}

/** Path of an address of ours that holds nothing else; empty for others. */
function pathOf(address: string): string {
  try {
    const url = new URL(address);
    return url.href === `app://cairn${url.pathname}` ? url.pathname : '';
  } catch {
    return '';
  }
}

function placeOf(digits: readonly string[]) {
  const [z = Number.NaN, x = Number.NaN, y = Number.NaN] = digits.map(Number);
  return z <= 22 && x < 2 ** z && y < 2 ** z ? { z, x, y } : undefined;
}

/** Ranged reads of one open file. */
class HandleSource implements Source {
  readonly #file: FileHandle;
  readonly #key: string;

  constructor(file: FileHandle, key: string) {
    this.#file = file;
    this.#key = key;
  }

  getKey(): string {
    return this.#key;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const buffer = new Uint8Array(length);
    const { bytesRead } = await this.#file.read(buffer, 0, length, offset);
    return { data: buffer.buffer.slice(0, bytesRead) };
  }
}

async function decompress(buffer: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  switch (compression) {
    case Compression.None:
    case Compression.Unknown:
      return buffer;
    case Compression.Gzip: {
      const plain = await unzip(new Uint8Array(buffer));
      return Uint8Array.from(plain).buffer;
    }
    default:
      throw new Error('The tile archive is compressed in a way that is not supported.');
  }
}

/** Opens an archive. Throws the file system's error when it is not there. */
export async function openTileArchive(path: string): Promise<PMTiles> {
  const file = await open(path, 'r');
  return new PMTiles(new HandleSource(file, path), undefined, decompress);
}
