import type { Grouping } from '../../shared/contract/view-calls.ts';
import { keysOfRecords } from '../db/queries/column-rows.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Columns } from './columns.ts';
import { groupCode } from './sweeps.ts';

/** Whether a row belongs to a group; `key` as the answer names groups, empty for none. */
export function groupTest(
  db: Reader,
  columns: Columns,
  by: Grouping,
  key: string,
): (row: number) => boolean {
  if (by === 'actor') {
    const { start, length, other } = columns.ties.actor;
    const actor = key === '' ? 0 : (keysOfRecords(db, 'actor', [key])[0] ?? 0);
    return (row) => {
      const from = start[row] ?? 0;
      const to = from + (length[row] ?? 0);
      if (key === '') return from === to;
      for (let at = from; at < to; at += 1) if (other[at] === actor) return true;
      return false;
    };
  }
  const codeOf = groupCode(columns, by);
  const wanted =
    key === ''
      ? 0
      : by === 'month'
        ? Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7))
        : (by === 'country' ? columns.countries : columns.regions).find(key);
  if (key !== '' && wanted === 0) return () => false;
  return (row) => codeOf(row) === wanted;
}
