/**
 * Incidents with coordinates in the order of a Z-shaped curve over the world, so that each map tile is
 * one stretch of them. Built from the columns when the map first asks; rows that change afterwards are
 * marked and looked at one by one until the next building. Pure.
 */
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { type Columns, noFigure } from './columns.ts';

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The world is this wide and high in the numbers of this index; x grows east, y south. */
export const worldSize = 0x1_0000_0000;
/** With more changed rows than this the index is built anew. */
const mostChanged = 5000;

/** Web Mercator of a longitude, 0 to `worldSize`. */
export function mercatorX(lon: number): number {
  const x = ((lon + 180) / 360) * worldSize;
  return Math.min(worldSize - 1, Math.max(0, Math.floor(x)));
}

/** Web Mercator of a latitude; beyond 85.05° it stays at the edge. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * worldSize;
  return Math.min(worldSize - 1, Math.max(0, Math.floor(y)));
}

export function longitudeOf(x: number): number {
  return (x / worldSize) * 360 - 180;
}

export function latitudeOf(y: number): number {
  const angle = Math.PI * (1 - (2 * y) / worldSize);
  return (Math.atan(Math.sinh(angle)) * 180) / Math.PI;
}

const refuted = incidentStatuses.indexOf('refuted');

/** People killed as sums count them: what is refuted gives no figure. */
export function countedKilled({ arrays }: Columns, row: number): { low: number; high: number } {
  if (arrays.status[row] === refuted) return { low: noFigure, high: noFigure };
  return { low: arrays.killedLow[row] as number, high: arrays.killedHigh[row] as number };
}

/** Every second bit of the answer is one of the lower 16 of `v`. */
function spaced(v: number): number {
  let bits = v & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff_00ff;
  bits = (bits | (bits << 4)) & 0x0f0f_0f0f;
  bits = (bits | (bits << 2)) & 0x3333_3333;
  return (bits | (bits << 1)) & 0x5555_5555;
}

/** Place along the curve of a cell of the 16th zoom. */
export function curveOf(x: number, y: number): number {
  return (spaced(x) | (spaced(y) << 1)) >>> 0;
}

/** Positions of `keys` in ascending order of their values: four passes of eight bits. */
function sortedPositions(keys: Uint32Array): Uint32Array<ArrayBuffer> {
  let from = Uint32Array.from(keys, (_, at) => at);
  let to = new Uint32Array(keys.length);
  const starts = new Uint32Array(257);
  for (let shift = 0; shift < 32; shift += 8) {
    starts.fill(0);
    for (let at = 0; at < keys.length; at += 1) {
      const slot = (((keys[from[at] as number] as number) >>> shift) & 255) + 1;
      starts[slot] = (starts[slot] as number) + 1;
    }
    for (let slot = 0; slot < 256; slot += 1) {
      starts[slot + 1] = (starts[slot + 1] as number) + (starts[slot] as number);
    }
    for (let at = 0; at < keys.length; at += 1) {
      const position = from[at] as number;
      const slot = ((keys[position] as number) >>> shift) & 255;
      const place = starts[slot] as number;
      to[place] = position;
      starts[slot] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The first of `count` ascending keys that is not below one. */
export function lowerBound(keys: Uint32Array, count: number, key: number): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] as number) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The part of the index that a tile covers: positions `from` up to `to`, not included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export class TileIndex {
  /** By position: place on the curve, Mercator coordinates, row of the columns, people killed. */
  readonly curve: Uint32Array<ArrayBuffer>;
  readonly x: Uint32Array<ArrayBuffer>;
  readonly y: Uint32Array<ArrayBuffer>;
  readonly row: Uint32Array<ArrayBuffer>;
  readonly low: Int32Array<ArrayBuffer>;
  readonly high: Int32Array<ArrayBuffer>;
  /** Rows that are new or have changed since it was built: not to be read by position. */
  readonly changedRows = new Set<number>();
  readonly #squares = new Map<number, number>();
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
    const { lat, lon } = columns.arrays;
    let placed = 0;
    for (let row = 0; row < columns.count; row += 1) {
      if (!Number.isNaN((lat[row] as number) + (lon[row] as number))) placed += 1;
    }
    const rows = new Uint32Array(placed);
    const xs = new Uint32Array(placed);
    const ys = new Uint32Array(placed);
    const keys = new Uint32Array(placed);
    let used = 0;
    for (let row = 0; row < columns.count; row += 1) {
      const latitude = lat[row] as number;
      const longitude = lon[row] as number;
      if (Number.isNaN(latitude + longitude)) continue;
      const x = mercatorX(longitude);
      const y = mercatorY(latitude);
      rows[used] = row;
      xs[used] = x;
      ys[used] = y;
      keys[used] = curveOf(x >>> 16, y >>> 16);
      used += 1;
    }
    const order = sortedPositions(keys);
    this.curve = new Uint32Array(placed);
    this.x = new Uint32Array(placed);
    this.y = new Uint32Array(placed);
    this.row = new Uint32Array(placed);
    this.low = new Int32Array(placed);
    this.high = new Int32Array(placed);
    for (let at = 0; at < placed; at += 1) {
      const from = order[at] as number;
      const row = rows[from] as number;
      this.curve[at] = keys[from] as number;
      this.x[at] = xs[from] as number;
      this.y[at] = ys[from] as number;
      this.row[at] = row;
      const { low, high } = countedKilled(columns, row);
      this.low[at] = low;
      this.high[at] = high;
    }
  }

  /** Takes note of rows that changed; false when so many did that it must be built anew. */
  changed(rows: readonly number[]): boolean {
    for (const row of rows) this.changedRows.add(row);
    return this.changedRows.size <= mostChanged;
  }

  /** A mask over rows as one over positions; rows that changed are left out. */
  masked(mask: Uint8Array): Uint8Array<ArrayBuffer> {
    const masked = new Uint8Array(this.row.length);
    for (let at = 0; at < masked.length; at += 1)
      masked[at] = mask[this.row[at] as number] as number;
    if (this.changedRows.size === 0) return masked;
    for (let at = 0; at < masked.length; at += 1) {
      if (masked[at] === 1 && this.changedRows.has(this.row[at] as number)) masked[at] = 0;
    }
    return masked;
  }

  /** Changed rows that a mask lets through and that have coordinates. */
  changedWithin(mask: Uint8Array): number[] {
    const { lat, lon } = this.#columns.arrays;
    return [...this.changedRows].filter(
      (row) => mask[row] === 1 && !Number.isNaN((lat[row] as number) + (lon[row] as number)),
    );
  }

  /**
   * Positions of what lies in a tile. From the 17th zoom on it may hold neighbours of the tile, which the
   * caller leaves out by their coordinates.
   */
  stretch(z: number, x: number, y: number): Stretch {
    const [first, end] = this.keysOf(z, x, y);
    const { length } = this.curve;
    return {
      from: lowerBound(this.curve, length, first),
      to: lowerBound(this.curve, length, end),
    };
  }

  /** Places on the curve that a tile covers: the first, and the one after the last. */
  keysOf(z: number, x: number, y: number): readonly [first: number, end: number] {
    const zoom = Math.min(z, 16);
    const up = 2 ** (z - zoom);
    const width = 2 ** (32 - 2 * zoom);
    const first = curveOf(Math.floor(x / up), Math.floor(y / up)) * width;
    return [first, first + width];
  }

  /** How many tiles of a zoom up to 16 hold anything. */
  squares(zoom: number): number {
    const known = this.#squares.get(zoom);
    if (known !== undefined) return known;
    const shift = 32 - 2 * zoom;
    let count = 0;
    let last = -1;
    for (let at = 0; at < this.curve.length; at += 1) {
      const key = (this.curve[at] as number) >>> shift;
      if (key !== last) count += 1;
      last = key;
    }
    this.#squares.set(zoom, count);
    return count;
  }
}
