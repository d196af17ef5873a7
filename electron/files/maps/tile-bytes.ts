/** Bytes of a tile from a foreign file: unpacked up to a limit, and only what a map can draw. */
import { gunzipSync } from 'node:zlib';
import type { MapTrouble } from '../../../shared/contract/own-map-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';

/** Whole tiles are far smaller; a file that unpacks to more is a bomb. */
export const mostTileBytes = 8_000_000;
const mostPixels = 2048;

/** The refusal of a file that is not what it says; `more` goes into the details. */
export function damaged(what: MapTrouble, more: Readonly<Record<string, unknown>> = {}): AppError {
  return new AppError('map-file/damaged', `The map file is damaged: ${what}.`, { what, ...more });
}

export function unsupported(what: MapTrouble): AppError {
  return new AppError('map-file/unsupported', `The map file is of a kind not drawn: ${what}.`, {
    what,
  });
}

/** Throws `map-file/damaged` for what cannot be unpacked or grows beyond `most` bytes. */
export function unzipped(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(gunzipSync(bytes, { maxOutputLength: most }));
  } catch {
    throw damaged('packing');
  }
}

export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels along a side where the file says so at its beginning, else 256. */
  readonly size: number;
}

function starts(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

/** What kind of picture the bytes begin; undefined for anything else, and for pictures out of all measure. */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length > 24) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    if (width < 1 || width > mostPixels || height !== width) return undefined;
    return { mediaType: 'image/png', size: width };
  }
  if (starts(bytes, 0xff, 0xd8, 0xff)) {
    const size = jpegSize(bytes, view);
    return size === undefined ? undefined : { mediaType: 'image/jpeg', size };
  }
  const isWebp = starts(bytes, 0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45;
  return isWebp ? { mediaType: 'image/webp', size: 256 } : undefined;
}

/** Side of a square picture from its frame; undefined without one, or out of all measure. */
function jpegSize(bytes: Uint8Array, view: DataView): number | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width === height && width > 0 && width <= mostPixels ? width : undefined;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** Plain words of what may be HTML; a link is its words. */
export function plainText(text: unknown, most: number): string {
  if (typeof text !== 'string') return '';
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most);
}

/** Names of the layers in the `vector_layers` of a tile set. */
export function layerNames(metadata: unknown): string[] {
  const layers = (metadata as { vector_layers?: unknown } | null)?.vector_layers;
  if (!Array.isArray(layers)) return [];
  const names = layers.flatMap((layer: unknown) => {
    const id = (layer as { id?: unknown } | null)?.id;
    return typeof id === 'string' && id !== '' && id.length <= 100 ? [id] : [];
  });
  return [...new Set(names)].slice(0, 100);
}

export type Box = [west: number, south: number, east: number, north: number];

/** A box on the globe, or the whole of it where the file gives none that can be. */
export function boxOr([west, south, east, north]: readonly number[]): Box {
  const isBox =
    [west, south, east, north].every((value) => Number.isFinite(value)) &&
    (west as number) >= -180 &&
    (east as number) <= 180 &&
    (west as number) < (east as number) &&
    (south as number) < (north as number);
  if (!isBox) return [-180, -85.0511, 180, 85.0511];
  const clamp = (lat: number) => Math.max(-85.0511, Math.min(85.0511, lat));
  return [west as number, clamp(south as number), east as number, clamp(north as number)];
}
