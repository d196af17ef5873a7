/** Fills the columns from the tables, and keeps them in step with what changed. */
import {
  countAllIncidents,
  hasTies,
  keysOfIds,
  listColumnRows,
  listColumnRowsOf,
  listTies,
  listTiesOf,
  type TieKind,
  type TieTuple,
} from '../db/queries/column-rows.ts';
import type { Reader } from '../db/sqlite.ts';
import { type Columns, roleCode } from './columns.ts';

const rowsAtOnce = 20_000;
const kinds = ['actor', 'source', 'tag'] as const;

function putTies(columns: Columns, kind: TieKind, tuples: readonly TieTuple[]): void {
  const ties = columns.ties[kind];
  let row = -1;
  let list: [number, number][] = [];
  for (const [key, other, role] of tuples) {
    const own = columns.rowOf(key);
    if (own !== row) {
      if (row >= 0) ties.set(row, list);
      row = own;
      list = [];
    }
    list.push([other, roleCode(role)]);
  }
  if (row >= 0) ties.set(row, list);
}

/** Reads everything, in turns: `pause` is awaited between them, so that the thread can hear of a stop. */
export async function loadColumns(
  db: Reader,
  columns: Columns,
  pause: () => Promise<void>,
): Promise<void> {
  columns.reserve(countAllIncidents(db));
  const present = kinds.filter((kind) => hasTies(db, kind));
  let after = 0;
  for (;;) {
    const tuples = listColumnRows(db, after, rowsAtOnce);
    for (const tuple of tuples) columns.put(tuple);
    const last = tuples.at(-1)?.[0];
    if (last === undefined) break;
    for (const kind of kinds) columns.ties[kind].cover(columns.count);
    for (const kind of present) putTies(columns, kind, listTies(db, kind, after, last));
    after = last;
    await pause();
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
