/** Reads tiles of local PMTiles archives. Knows nothing of Electron, so that it can be tested alone. */
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Compression, PMTiles, type RangeResponse, type Source } from 'pmtiles';

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
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  if (url.href !== `app://cairn${url.pathname}`) return undefined;
  const [, name, ...digits] = addressPattern.exec(url.pathname) ?? [];
  const source = tileSources.find((known) => known === name);
  const [z = Number.NaN, x = Number.NaN, y = Number.NaN] = digits.map(Number);
  if (source === undefined || !(z <= 22 && x < 2 ** z && y < 2 ** z)) return undefined;
  return { source, z, x, y };
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
