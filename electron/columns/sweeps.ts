/** Passes over the rows of an answer (ascending): totals, facets, groups. Pure. */
import type { Group, Grouping } from '../../shared/contract/view-calls.ts';
import { dayOfNumber } from '../../shared/domain/timeline.ts';
import { sumTolls, type TotalledIncident } from '../../shared/domain/toll-total.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import type { ActorSpans } from '../db/queries/actor-list.ts';
import type { TieKind } from '../db/queries/column-rows.ts';
import { type Columns, noDay, noFigure } from './columns.ts';
import type { Dictionary } from './dictionary.ts';

export interface Killed {
  readonly low: number;
  readonly high: number | null;
  readonly named: number;
}

const refuted = incidentStatuses.indexOf('refuted');

/** Incidents possibly the same as others, by row: never added up twice. */
export type SameRows = ReadonlyMap<number, readonly number[]>;

/** Rows of pairs in either direction. */
export function sameRows(
  columns: Columns,
  pairs: ReadonlyMap<number, readonly string[]>,
): SameRows {
  const rows = new Map<number, number[]>();
  for (const [key, others] of pairs) {
    const row = columns.rowOf(key);
    for (const other of others) {
      const at = columns.rowOf(Number(other));
      if (row < 0 || at < 0) continue;
      rows.set(row, [...(rows.get(row) ?? []), at]);
      rows.set(at, [...(rows.get(at) ?? []), row]);
    }
  }
  return rows;
}

/** Adds up people killed over rows given one by one. */
export class KilledSum {
  readonly #columns: Columns;
  readonly #same: SameRows;
  readonly #tied: TotalledIncident[] = [];
  #low = 0;
  #named = 0;
  #isOpen = false;
  count = 0;

  constructor(columns: Columns, same: SameRows) {
    this.#columns = columns;
    this.#same = same;
  }

  add(row: number): void {
    this.count += 1;
    const { killedLow, killedHigh, status } = this.#columns.arrays;
    const low = killedLow[row] ?? noFigure;
    const isRefuted = status[row] === refuted;
    if (this.#same.size > 0 && this.#same.has(row)) {
      const high = killedHigh[row] ?? noFigure;
      this.#tied.push({
        id: String(row),
        span: low === noFigure ? null : { low, high: high === noFigure ? null : high },
        possiblySameAs: (this.#same.get(row) ?? []).map(String),
        isRefuted,
      });
      return;
    }
    if (low === noFigure || isRefuted) return;
    const high = killedHigh[row] ?? noFigure;
    this.#low += low;
    this.#named += high === noFigure ? low : high;
    if (high === noFigure) this.#isOpen = true;
  }

  total(): Killed {
    const rest = sumTolls(this.#tied);
    const named = this.#named + rest.named;
    // without an open end what is named is the highest
    return {
      low: this.#low + rest.low,
      high: this.#isOpen || rest.high === null ? null : named,
      named,
    };
  }
}

/** People killed over rows, and how many of the rows have no coordinates. */
export function sweepTotal(columns: Columns, rows: Uint32Array, same: SameRows) {
  const { lon, killedLow, killedHigh, status } = columns.arrays;
  const tied = new KilledSum(columns, same);
  let unplaced = 0;
  let low = 0;
  let named = 0;
  let isOpen = false;
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    if (Number.isNaN(lon[row])) unplaced += 1;
    if (same.size > 0 && same.has(row)) {
      tied.add(row);
      continue;
    }
    const least = killedLow[row] as number;
    if (least === noFigure || status[row] === refuted) continue;
    const most = killedHigh[row] as number;
    low += least;
    named += most === noFigure ? least : most;
    if (most === noFigure) isOpen = true;
  }
  const rest = tied.total();
  return {
    total: rows.length,
    unplaced,
    killed: {
      low: low + rest.low,
      high: isOpen || rest.high === null ? null : named + rest.named,
      named: named + rest.named,
    },
  };
}

/** How many rows of the answer have each code. */
export function countCodes(
  codes: Uint8Array | Uint16Array | Uint32Array,
  rows: Uint32Array,
  size: number,
): Uint32Array<ArrayBuffer> {
  const counts = new Uint32Array(size);
  for (let n = 0; n < rows.length; n += 1) {
    const code = codes[rows[n] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

/**
 * How many rows of the answer are tied to each record, by key; one tied twice counts once. `standing`
 * gives for each key the one that it counts under.
 */
export function countTies(
  columns: Columns,
  kind: TieKind,
  rows: Uint32Array,
  standing?: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const { start, length, other: own, highest, hasRepeats } = columns.ties[kind];
  const other = standing === undefined ? own : own.map((key) => standing[key] ?? key);
  const isEachOnce = standing === undefined && !hasRepeats;
  const counts = new Uint32Array(highest + 1);
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    for (let at = from; at < to; at += 1) {
      const key = other[at] as number;
      if (isEachOnce || isFirst(other, from, at)) counts[key] = (counts[key] as number) + 1;
    }
  }
  return counts;
}

/** Whether what stands at `at` does not stand before it, from `from` on. */
function isFirst(other: Uint32Array, from: number, at: number): boolean {
  for (let before = from; before < at; before += 1) if (other[before] === other[at]) return false;
  return true;
}

/** Months since the year 0, from 1; 0 for none. By the first day that is known. */
export function monthOf(columns: Columns, row: number): number {
  const { first, last } = columns.arrays;
  const day = first[row] === noDay ? (last[row] ?? noDay) : (first[row] ?? noDay);
  if (day === noDay) return 0;
  const text = dayOfNumber(day);
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

interface Sums {
  readonly key: string;
  readonly label: string;
  readonly sum: KilledSum;
}

/** Subtotals by country, region or month; actors are left to `groupByActor`. */
export function groupByCode(
  columns: Columns,
  rows: Uint32Array,
  same: SameRows,
  by: Exclude<Grouping, 'actor'>,
): Group[] {
  const groups = new Map<number, Sums>();
  const codeOf = groupCode(columns, by);
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const code = codeOf(row);
    let group = groups.get(code);
    if (group === undefined) {
      group = { ...nameOfGroup(columns, by, code), sum: new KilledSum(columns, same) };
      groups.set(code, group);
    }
    group.sum.add(row);
  }
  return [...groups.values()].map(toGroup);
}

function toGroup({ key, label, sum }: Sums): Group {
  return { key, label, count: sum.count, killed: sum.total() };
}

/** The code by which a row belongs to a group. */
export function groupCode(
  columns: Columns,
  by: Exclude<Grouping, 'actor'>,
): (row: number) => number {
  const { country, region, first, last } = columns.arrays;
  if (by === 'country') return (row) => country[row] ?? 0;
  if (by === 'region') return (row) => region[row] ?? 0;
  const months = new Map<number, number>();
  return (row) => {
    const day = first[row] === noDay ? (last[row] ?? noDay) : (first[row] ?? noDay);
    let month = months.get(day);
    if (month === undefined) {
      month = monthOf(columns, row);
      months.set(day, month);
    }
    return month;
  };
}

function nameOfGroup(columns: Columns, by: Exclude<Grouping, 'actor'>, code: number) {
  if (code === 0) return { key: '', label: '' };
  if (by === 'month') {
    const month = `${String(Math.floor((code - 1) / 12)).padStart(4, '0')}-${String(((code - 1) % 12) + 1).padStart(2, '0')}`;
    return { key: month, label: month };
  }
  const dictionary: Dictionary = by === 'country' ? columns.countries : columns.regions;
  return { key: dictionary.textOf(code), label: dictionary.labelOf(code) };
}

/** Subtotals by key of the actor, 0 for incidents without any. */
export function groupByActor(
  columns: Columns,
  rows: Uint32Array,
  same: SameRows,
): { readonly actor: number; readonly count: number; readonly killed: Killed }[] {
  const { start, length, other } = columns.ties.actor;
  const groups = new Map<number, KilledSum>();
  const add = (actor: number, row: number) => {
    let sum = groups.get(actor);
    if (sum === undefined) {
      sum = new KilledSum(columns, same);
      groups.set(actor, sum);
    }
    sum.add(row);
  };
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] ?? 0;
    const to = from + (length[row] ?? 0);
    if (from === to) add(0, row);
    for (let at = from; at < to; at += 1) {
      const key = other[at] ?? 0;
      if (!other.subarray(from, at).includes(key)) add(key, row);
    }
  }
  return [...groups].map(([actor, sum]) => ({ actor, count: sum.count, killed: sum.total() }));
}

/** Keys with the highest counts, enough of them that equal counts at the end are all there. */
export function mostFrequent(counts: Uint32Array, size: number) {
  const keys: number[] = [];
  counts.forEach((count, key) => {
    if (count > 0) keys.push(key);
  });
  keys.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const least = counts[keys[size - 1] ?? 0] ?? 0;
  let end = Math.min(size, keys.length);
  while (end < keys.length && (counts[keys[end] ?? 0] ?? 0) === least) end += 1;
  return { keys: keys.slice(0, end), distinct: keys.length };
}

/** What the live incidents of each actor span, by key of the actor; each incident counts once. */
export function actorSpans(columns: Columns, rows: Uint32Array): ActorSpans {
  const { first, last } = columns.arrays;
  const { start, length, other, highest } = columns.ties.actor;
  const counts = countTies(columns, 'actor', rows);
  const begin = new Int32Array(highest + 1).fill(0x7fff_ffff);
  const end = new Int32Array(highest + 1).fill(noDay);
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const own = first[row] === noDay ? (last[row] as number) : (first[row] as number);
    if (own === noDay) continue;
    const latest = last[row] === noDay ? own : (last[row] as number);
    const from = start[row] as number;
    const to = from + (length[row] as number);
    for (let at = from; at < to; at += 1) {
      const key = other[at] as number;
      if (own < (begin[key] as number)) begin[key] = own;
      if (latest > (end[key] as number)) end[key] = latest;
    }
  }
  const spans = new Map<number, { incidents: number; first: string | null; last: string | null }>();
  counts.forEach((incidents, key) => {
    if (incidents === 0) return;
    const isDated = end[key] !== noDay;
    spans.set(key, {
      incidents,
      first: isDated ? dayOfNumber(begin[key] as number) : null,
      last: isDated ? dayOfNumber(end[key] as number) : null,
    });
  });
  return spans;
}
