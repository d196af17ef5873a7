/** The network of a filter from the columns. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import { type FilterTies, networkOf } from '../db/queries/network-answer.ts';
import { waysBetween } from '../db/queries/network-ways.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import { noDay } from './columns.ts';
import { type Mask, rowsOf } from './mask-loops.ts';

/** The rows that a mask lets through, as the network takes them. */
function tiesOf(columns: Columns, mask: Mask): FilterTies {
  const { key, first, last } = columns.arrays;
  const rows = rowsOf(mask);
  const days = new Int32Array(columns.count);
  for (const row of rows) {
    days[row] = (last[row] === noDay ? first[row] : last[row]) as number;
  }
  const keyOf = (row: number) => key[row] ?? 0;
  const rowOf = (wanted: number) => {
    const row = columns.rowOf(wanted);
    return mask[row] === 1 ? row : -1;
  };
  return { ties: columns.ties.actor, rows, days, keyOf, rowOf };
}

export function columnNetwork(
  db: Reader,
  columns: Columns,
  mask: Mask,
  ask: CallArgs<'network/graph'>,
  revision: number,
): CallResult<'network/graph'> {
  return { revision, source: 'columns', ...networkOf(db, tiesOf(columns, mask), ask) };
}

export function columnPaths(
  db: Reader,
  columns: Columns,
  mask: Mask,
  ask: CallArgs<'network/paths'>,
  revision: number,
): CallResult<'network/paths'> {
  return { revision, ...waysBetween(db, tiesOf(columns, mask), ask) };
}
