// Pages of table rows by key. Pure: the store decides when to read, this says what is missing.
import type { IncidentRow } from '../../shared/contract/read-calls.ts';

export const pageSize = 200;
/** Rows kept at most; the oldest read go first. About 2 kB each. */
export const maxRows = 4000;

export interface RowCache {
  /** Rows by key, in the order they were read. */
  readonly rows: ReadonlyMap<number, IncidentRow>;
  /** Keys whose row was read since the last change of the case. */
  readonly fresh: ReadonlySet<number>;
}

export const emptyCache: RowCache = { rows: new Map(), fresh: new Set() };

/** Keeps the rows to show meanwhile, but has them all read again. */
export function markStale(cache: RowCache): RowCache {
  return { rows: cache.rows, fresh: new Set() };
}

/** Adds rows just read; drops the oldest over the limit. */
export function addRows(cache: RowCache, added: readonly IncidentRow[]): RowCache {
  const rows = new Map(cache.rows);
  const fresh = new Set(cache.fresh);
  for (const row of added) {
    rows.delete(row.key);
    rows.set(row.key, row);
    fresh.add(row.key);
  }
  for (const key of rows.keys()) {
    if (rows.size <= maxRows) break;
    rows.delete(key);
    fresh.delete(key);
  }
  return { rows, fresh };
}

/** Keys to read so that the positions `from` up to `to` (not included) can be shown, by whole pages. */
export function missingKeys(
  keys: Uint32Array,
  from: number,
  to: number,
  isKnown: (key: number) => boolean,
): number[] {
  const start = Math.max(0, Math.floor(from / pageSize) * pageSize);
  const end = Math.min(keys.length, Math.ceil(to / pageSize) * pageSize);
  const missing: number[] = [];
  for (let index = start; index < end; index += 1) {
    const key = keys[index];
    if (key !== undefined && !isKnown(key)) missing.push(key);
  }
  return missing;
}
