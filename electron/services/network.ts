/** The network of a filter from the tables: what stands in until the columns are ready. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import { dayNumber } from '../../shared/domain/timeline.ts';
import { listFilterRows, listFilterTies } from '../db/queries/network.ts';
import { type FilterTies, networkOf } from '../db/queries/network-answer.ts';
import { waysBetween } from '../db/queries/network-ways.ts';
import type { Reader } from '../db/sqlite.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import type { CaseSession } from './session.ts';

const noDay = -0x8000_0000;

function tiesOf(db: Reader, filter: Filter): FilterTies {
  const incidents = listFilterRows(db, filter);
  const tuples = listFilterTies(db, filter);
  const rowOf = new Map(incidents.map(([key], row) => [key, row]));
  const start = new Uint32Array(incidents.length);
  const length = new Uint16Array(incidents.length);
  let highest = 0;
  tuples.forEach(([key, actor], at) => {
    const row = rowOf.get(key) ?? 0;
    if (length[row] === 0) start[row] = at;
    length[row] = (length[row] ?? 0) + 1;
    highest = Math.max(highest, actor);
  });
  return {
    ties: {
      ...{ start, length, highest },
      other: Uint32Array.from(tuples, ([, actor]) => actor),
      role: Uint8Array.from(tuples, ([, , code]) => code),
    },
    rows: Uint32Array.from(incidents.keys()),
    days: Int32Array.from(incidents, ([, day]) => (day === null ? noDay : dayNumber(day))),
    keyOf: (row) => incidents[row]?.[0] ?? 0,
    rowOf: (key) => rowOf.get(key) ?? -1,
  };
}

export function networkOfFilter(db: Reader, ask: CallArgs<'network/graph'>) {
  return { source: 'sql' as const, ...networkOf(db, tiesOf(db, ask.filter), ask) };
}

export function readNetwork(
  { db, revision }: CaseSession,
  ask: CallArgs<'network/graph'>,
): CallResult<'network/graph'> {
  return { revision, ...networkOfFilter(db, ask) };
}

export function readPaths(
  { db, revision }: CaseSession,
  ask: CallArgs<'network/paths'>,
): CallResult<'network/paths'> {
  return { revision, ...waysBetween(db, tiesOf(db, ask.filter), ask) };
}

/** Throws `disk/*`, `input/invalid` for the file of the open case itself. */
export async function saveMade(
  session: CaseSession,
  path: string,
  bytes: Uint8Array,
): Promise<CallResult<'network/save'>> {
  refuseOpenCase(session, path);
  await writeAtomically(path, (temporary) => writeFile(temporary, bytes));
  return { fileName: basename(path), bytes: bytes.length };
}
