/**
 * Rows in the orders of the table. The tables sort once; afterwards a row that changed is taken out and
 * put where it belongs by comparing what the tables sort by, so that both always agree.
 */
import type { Sort } from '../../shared/domain/filter.ts';
import { listOrder, type SortValues, sortValuesOf } from '../db/queries/column-rows.ts';
import { sortTerms } from '../db/queries/incident-list.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import type { Mask } from './masks.ts';

/** Orders kept: 4 bytes a row each. */
const keptOrders = 4;
/** Above this many changed rows an order is read anew. */
const mostMoves = 5000;

const nameOf = ({ key, direction }: Sort) => `${key} ${direction}`;

export class Orders {
  readonly #db: Reader;
  readonly #columns: Columns;
  readonly #kept = new Map<string, { readonly sort: Sort; rows: Uint32Array<ArrayBuffer> }>();

  constructor(db: Reader, columns: Columns) {
    this.#db = db;
    this.#columns = columns;
  }

  /** All rows, deleted ones too. The first time takes as long as the tables need to sort. */
  of(sort: Sort): Uint32Array<ArrayBuffer> {
    const name = nameOf(sort);
    const known = this.#kept.get(name);
    if (known !== undefined) {
      this.#kept.delete(name);
      this.#kept.set(name, known);
      return known.rows;
    }
    const keys = listOrder(this.#db, sort);
    const rows = Uint32Array.from(keys, (key) => this.#columns.rowOf(key));
    this.#kept.set(name, { sort, rows });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= keptOrders) break;
      this.#kept.delete(oldest);
    }
    return rows;
  }

  /** Rows that a mask lets through, in order. */
  matching(sort: Sort, mask: Mask, total: number): Uint32Array<ArrayBuffer> {
    const matched = new Uint32Array(total);
    let at = 0;
    const order = this.of(sort);
    for (let n = 0; n < order.length; n += 1) {
      const row = order[n] as number;
      if (mask[row] !== 1) continue;
      matched[at] = row;
      at += 1;
    }
    return matched;
  }

  /** Takes over an order that is known already. */
  take(sort: Sort, rows: Uint32Array<ArrayBuffer>): void {
    this.#kept.set(nameOf(sort), { sort, rows });
  }

  /** A stretch of what `matching` answers, without the rest of it. */
  page(sort: Sort, mask: Mask, from: number, count: number): Uint32Array<ArrayBuffer> {
    const page: number[] = [];
    let passed = 0;
    for (const row of count === 0 ? [] : this.of(sort)) {
      if (mask[row] !== 1) continue;
      if (passed >= from) page.push(row);
      passed += 1;
      if (page.length === count) break;
    }
    return Uint32Array.from(page);
  }

  /** These rows changed or are new. */
  moved(changed: readonly number[]): void {
    const moving = [...new Set(changed)];
    if (moving.length > mostMoves) {
      this.#kept.clear();
      return;
    }
    for (const order of this.#kept.values()) {
      order.rows = this.#withMoved(order.sort, order.rows, moving);
    }
  }

  #withMoved(
    sort: Sort,
    before: Uint32Array<ArrayBuffer>,
    moving: readonly number[],
  ): Uint32Array<ArrayBuffer> {
    const staying = before.slice();
    const used = takeOut(staying, moving, this.#columns.count);
    const directions = sortTerms(sort).map(({ isDescending }) => isDescending);
    const places = moving
      .map((row) => {
        const values = this.#values(sort, row);
        return { row, values, at: this.#placeOf(sort, staying, used, values, directions) };
      })
      .sort((a, b) => a.at - b.at || compare(a.values, b.values, directions));
    const rows = new Uint32Array(used + moving.length);
    let from = 0;
    let to = 0;
    for (const { row, at } of places) {
      rows.set(staying.subarray(from, at), to);
      to += at - from;
      from = at;
      rows[to] = row;
      to += 1;
    }
    rows.set(staying.subarray(from, used), to);
    return rows;
  }

  #values(sort: Sort, row: number): SortValues {
    return sortValuesOf(this.#db, sort, this.#columns.arrays.key[row] ?? 0) ?? [];
  }

  /** Where in the first `used` rows one with these values belongs. */
  #placeOf(
    sort: Sort,
    rows: Uint32Array,
    used: number,
    own: SortValues,
    directions: readonly boolean[],
  ): number {
    let from = 0;
    let to = used;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (compare(this.#values(sort, rows[middle] ?? 0), own, directions) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** Takes rows out of an order, in place; answers how many are left. */
function takeOut(
  order: Uint32Array<ArrayBuffer>,
  moving: readonly number[],
  count: number,
): number {
  let used = order.length;
  if (moving.length <= 8) {
    // a search by the processor's own means and one move of memory each
    for (const row of moving) {
      const at = order.indexOf(row);
      if (at < 0) continue;
      order.copyWithin(at, at + 1, used);
      used -= 1;
    }
    return used;
  }
  const isMoving = new Uint8Array(count);
  for (const row of moving) isMoving[row] = 1;
  used = 0;
  for (let at = 0; at < order.length; at += 1) {
    const row = order[at] as number;
    if (isMoving[row] === 1) continue;
    order[used] = row;
    used += 1;
  }
  return used;
}

const encoder = new TextEncoder();

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const order = (a[at] ?? 0) - (b[at] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** As SQLite compares: nothing before numbers before texts, texts by their bytes. */
function compareValues(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return compareBytes(encoder.encode(a), encoder.encode(b));
}

function compare(a: SortValues, b: SortValues, isDescending: readonly boolean[]): number {
  for (const [at, descends] of isDescending.entries()) {
    const order = compareValues(a[at] ?? null, b[at] ?? null);
    if (order !== 0) return descends ? -order : order;
  }
  return 0;
}
