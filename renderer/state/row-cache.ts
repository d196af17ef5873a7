// Rows of the table by position. Pure: the store decides when to read, this says what is missing.
import type { IncidentRow } from '../../shared/contract/read-calls.ts';

export const pageSize = 200;
/** Rows kept at most; those farthest from what is shown go first. About 2 kB each. */
export const maxRows = 4000;

export type Rows = ReadonlyMap<number, IncidentRow>;

/** The rows with a page more; over the limit those farthest from position `near` are dropped. */
export function withRows(
  rows: Rows,
  from: number,
  added: readonly IncidentRow[],
  near: number,
): Rows {
  const all = new Map(rows);
  added.forEach((row, at) => {
    all.set(from + at, row);
  });
  if (all.size <= maxRows) return all;
  const nearest = [...all].sort(([a], [b]) => Math.abs(a - near) - Math.abs(b - near));
  return new Map(nearest.slice(0, maxRows));
}

export interface Span {
  readonly from: number;
  readonly count: number;
}

/** Pages to read so that the positions `from` up to `to` (not included) can be shown. */
export function missingSpans(
  total: number,
  from: number,
  to: number,
  isKnown: (at: number) => boolean,
): Span[] {
  const start = Math.max(0, Math.floor(from / pageSize) * pageSize);
  const end = Math.min(total, Math.ceil(to / pageSize) * pageSize);
  const spans: Span[] = [];
  for (let page = start; page < end; page += pageSize) {
    const count = Math.min(pageSize, total - page);
    for (let at = page; at < page + count; at += 1) {
      if (isKnown(at)) continue;
      spans.push({ from: page, count });
      break;
    }
  }
  return spans;
}
