/**
 * Tight loops that make masks: one item a row, 1 for a match. Each stands alone, without a function
 * called per row, which would cost more than all the rest. Pure.
 */
import { distanceKm } from '../../shared/domain/geo.ts';
import { roleBits } from '../../shared/domain/tie-code.ts';
import { noDay, noFigure } from './columns.ts';

export type Mask = Uint8Array<ArrayBuffer>;
type Codes = Uint8Array | Uint16Array | Uint32Array;

export function allRows(count: number): Mask {
  return new Uint8Array(count).fill(1);
}

/** Rows that have exactly this value. */
export function equalTo(values: Uint8Array, wanted: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) if (values[row] === wanted) mask[row] = 1;
  return mask;
}

export function atMost(values: Uint8Array, most: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) if ((values[row] as number) <= most) mask[row] = 1;
  return mask;
}

/** Rows with a value from 1 up to `most`; 0 stands for none. */
export function givenAtMost(values: Uint8Array, most: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const value = values[row] as number;
    if (value > 0 && value <= most) mask[row] = 1;
  }
  return mask;
}

/** Rows whose code is one of these; `size` is above every code. */
export function anyCode(codes: Codes, wanted: readonly number[], size: number, count: number) {
  const table = new Uint8Array(Math.max(size, ...wanted.map((code) => code + 1)));
  for (const code of wanted) table[code] = 1;
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) mask[row] = table[codes[row] as number] as number;
  return mask;
}

/** Rows that may be on or after a day: an open end reaches any day. */
export function endingFrom(first: Int32Array, last: Int32Array, day: number, count: number): Mask {
  const mask = new Uint8Array(count);
  // written at each row: days lie in no order, and a branch that cannot be foretold costs more
  for (let row = 0; row < count; row += 1) {
    const end = last[row] as number;
    mask[row] = Number(end >= day) | (Number(end === noDay) & Number(first[row] !== noDay));
  }
  return mask;
}

/** Rows that may be on or before a day. */
export function beginningBy(first: Int32Array, last: Int32Array, day: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const begin = first[row] as number;
    const isOpen = Number(begin === noDay);
    mask[row] = (isOpen & Number(last[row] !== noDay)) | (Number(begin <= day) & (1 - isOpen));
  }
  return mask;
}

/** Rows without any day, or those with one. */
export function undatedRows(
  first: Int32Array,
  last: Int32Array,
  isUndated: boolean,
  count: number,
): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const isWithout = first[row] === noDay && last[row] === noDay;
    if (isWithout === isUndated) mask[row] = 1;
  }
  return mask;
}

/** Rows whose figure may reach `least`: an open one may. */
export function killedFrom(low: Int32Array, high: Int32Array, least: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    if (low[row] === noFigure) continue;
    const most = high[row] as number;
    if (most === noFigure || most >= least) mask[row] = 1;
  }
  return mask;
}

export function killedUpTo(low: Int32Array, most: number, count: number): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const least = low[row] as number;
    if (least !== noFigure && least <= most) mask[row] = 1;
  }
  return mask;
}

/** Rows in a box of degrees; one that begins east of where it ends goes across the date line. */
export function inBox(
  lats: Float64Array,
  lons: Float64Array,
  [west, south, east, north]: readonly [number, number, number, number],
  count: number,
): Mask {
  const mask = new Uint8Array(count);
  const isAcross = west > east;
  for (let row = 0; row < count; row += 1) {
    const lat = lats[row] as number;
    // a missing coordinate compares as false
    if (!(lat >= south && lat <= north)) continue;
    const lon = lons[row] as number;
    if (isAcross ? lon >= west || lon <= east : lon >= west && lon <= east) mask[row] = 1;
  }
  return mask;
}

export function within(
  lats: Float64Array,
  lons: Float64Array,
  near: { readonly lat: number; readonly lon: number; readonly km: number },
  count: number,
): Mask {
  const mask = new Uint8Array(count);
  // a degree of latitude is never shorter than 110 km
  const degrees = near.km / 110 + 0.01;
  for (let row = 0; row < count; row += 1) {
    const lat = lats[row] as number;
    if (!(Math.abs(lat - near.lat) <= degrees)) continue;
    if (distanceKm(lat, lons[row] as number, near.lat, near.lon) <= near.km) mask[row] = 1;
  }
  return mask;
}

/** Rows tied to one of the wanted records, in one role if `role` is above 0. */
export function tiedTo(
  ties: {
    readonly start: Uint32Array;
    readonly length: Uint16Array;
    readonly other: Uint32Array;
    readonly role: Uint8Array;
    readonly highest: number;
  },
  keys: ArrayLike<number>,
  role: number,
  count: number,
): Mask {
  const { start, length, other, role: roles, highest } = ties;
  const wanted = new Uint8Array(highest + 1);
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number;
    if (key > 0 && key <= highest) wanted[key] = 1;
  }
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const from = start[row] as number;
    const to = from + (length[row] as number);
    for (let at = from; at < to; at += 1) {
      if (
        wanted[other[at] as number] !== 1 ||
        (role > 0 && ((roles[at] as number) & roleBits) !== role)
      )
        continue;
      mask[row] = 1;
      break;
    }
  }
  return mask;
}

/** Rows tied to anything at all, in one role if `role` is above 0. */
export function tiedAtAll(
  { start, length, role: roles }: Parameters<typeof tiedTo>[0],
  role: number,
  count: number,
): Mask {
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row += 1) {
    const from = start[row] as number;
    const to = from + (length[row] as number);
    if (role === 0) mask[row] = to > from ? 1 : 0;
    else
      for (let at = from; at < to; at += 1)
        if (((roles[at] as number) & roleBits) === role) mask[row] = 1;
  }
  return mask;
}

/** Takes out of a mask what another does not let through: four rows at a time. */
export function narrow(mask: Mask, other: Mask): void {
  const words = mask.length >>> 2;
  const own = new Uint32Array(mask.buffer, mask.byteOffset, words);
  const others = new Uint32Array(other.buffer, other.byteOffset, words);
  for (let at = 0; at < words; at += 1) own[at] = (own[at] as number) & (others[at] as number);
  for (let row = words << 2; row < mask.length; row += 1) {
    mask[row] = (mask[row] as number) & (other[row] as number);
  }
}

/** Rows that a mask lets through, ascending. */
export function rowsOf(mask: Mask): Uint32Array<ArrayBuffer> {
  let total = 0;
  for (let row = 0; row < mask.length; row += 1) total += mask[row] as number;
  const rows = new Uint32Array(total);
  let at = 0;
  for (let row = 0; row < mask.length; row += 1) {
    if (mask[row] !== 1) continue;
    rows[at] = row;
    at += 1;
  }
  return rows;
}
