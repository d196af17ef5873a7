/** Fills the columns from the tables, and keeps them in step with what changed. */
import { tieCode } from '../../shared/domain/tie-code.ts';
import {
  countAllIncidents,
  keysOfIds,
  lastTie,
  listColumnRows,
  listColumnRowsOf,
  listTies,
  listTiesOf,
  type TieKind,
  type TieTuple,
} from '../db/queries/column-rows.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import { grown } from './ties.ts';

const rowsAtOnce = 20_000;
const tiesAtOnce = 50_000;
const kinds = ['actor', 'source', 'tag'] as const;

function putTies(columns: Columns, kind: TieKind, tuples: readonly TieTuple[]): void {
  const ties = columns.ties[kind];
  let row = -1;
  let list: [number, number][] = [];
  for (const [key, other, role, attribution] of tuples) {
    const own = columns.rowOf(key);
    if (own !== row) {
      if (row >= 0) ties.set(row, list);
      row = own;
      list = [];
    }
    list.push([other, tieCode(role, attribution)]);
  }
  if (row >= 0) ties.set(row, list);
}

/** Lists that grow: what each tie joins, in the order in which the ties were made. */
class TieList {
  rows = new Uint32Array(1024);
  others = new Uint32Array(1024);
  roles = new Uint8Array(1024);
  count = 0;

  add(row: number, other: number, role: number): void {
    if (this.count === this.rows.length) {
      const size = this.count * 2;
      this.rows = grown(this.rows, new Uint32Array(size));
      this.others = grown(this.others, new Uint32Array(size));
      this.roles = grown(this.roles, new Uint8Array(size));
    }
    this.rows[this.count] = row;
    this.others[this.count] = other;
    this.roles[this.count] = role;
    this.count += 1;
  }
}

/** Rows first, then their ties, which take about as long. */
const rowsShare = 0.5;

/** All ties of one kind: in the order of their own table, which is read from one end to the other. */
async function loadTies(
  db: Reader,
  columns: Columns,
  kind: TieKind,
  pause: (share: number) => Promise<void>,
): Promise<void> {
  const list = new TieList();
  const last = lastTie(db, kind);
  for (let after = 0; after < last; after += tiesAtOnce) {
    for (const [key, other, role, attribution] of listTies(db, kind, after, after + tiesAtOnce)) {
      const row = columns.rowOf(key);
      if (row >= 0) list.add(row, other, tieCode(role, attribution));
    }
    await pause(Math.min(1, (after + tiesAtOnce) / last));
  }
  columns.ties[kind].fill(columns.count, list);
}

/**
 * Reads everything, in turns: `pause` is awaited between them, so that the thread can hear of a stop, and
 * told which share is read of how many incidents.
 */
export async function loadColumns(
  db: Reader,
  columns: Columns,
  pause: (share: number, total: number) => Promise<void>,
): Promise<void> {
  const total = countAllIncidents(db);
  columns.reserve(total);
  let after = 0;
  for (;;) {
    const tuples = listColumnRows(db, after, rowsAtOnce);
    for (const tuple of tuples) columns.put(tuple);
    const last = tuples.at(-1)?.[0];
    if (last === undefined) break;
    after = last;
    await pause((rowsShare * columns.count) / total, total);
  }
  const each = (1 - rowsShare) / kinds.length;
  for (const [at, kind] of kinds.entries()) {
    await loadTies(db, columns, kind, (share) => pause(rowsShare + each * (at + share), total));
  }
}

/** Reads again the incidents among these ids, and their ties. Answers the rows, new ones included. */
export function updateColumns(db: Reader, columns: Columns, ids: readonly string[]): number[] {
  const keys = keysOfIds(db, ids);
  if (keys.length === 0) return [];
  const rows = listColumnRowsOf(db, keys).map((tuple) => columns.put(tuple));
  for (const kind of kinds) {
    const ties = columns.ties[kind];
    ties.cover(columns.count);
    for (const row of rows) ties.set(row, []);
    putTies(columns, kind, listTiesOf(db, kind, keys));
  }
  return rows;
}
