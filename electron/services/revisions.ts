/** Earlier contents of a record, worked out backwards from the log. */
import type { TableName } from '../../shared/domain/records.ts';
import { listLaterChanges } from '../db/queries/actions.ts';
import { bulkStory } from '../db/queries/bulk-log.ts';
import { getRecord } from '../db/queries/records.ts';
import { parentsOf, revisionAction } from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';
import { isRevOf } from './rev.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Own fields, `tlp` and `deleted_at` of a record as they were at one of its revs. Undefined when the
 * case never held that revision itself, as with ancestors that came in a pack.
 */
export function valuesAtRev(
  db: Reader,
  table: TableName,
  id: string,
  rev: string,
): Values | undefined {
  const current = getRecord(db, table, id);
  if (!current || current.rev === rev) return current;
  const isIt = (values: Values) => isRevOf(table, values, rev, () => parentsOf(db, id, rev));
  const seq = revisionAction(db, id, rev) ?? bulkStory(db, table, id)[0]?.seq;
  const values = seq === undefined ? undefined : valuesAfter(db, table, id, seq);
  if (values !== undefined && isIt(values)) return values;
  // it came with a pack and went in the same action, as one row of a file that was here already
  const alive = { ...current, deleted_at: null };
  return current.deleted_at !== null && isIt(alive) ? alive : undefined;
}

/**
 * The same as an action left them. Undefined when the record was made later.
 */
export function valuesAfter(
  db: Reader,
  table: TableName,
  id: string,
  seq: number,
): Values | undefined {
  const current = getRecord(db, table, id);
  if (!current) return undefined;
  const values: Record<string, unknown> = { ...current };
  const moved = bulkStory(db, table, id).find((event) => event.seq > seq);
  // taken out in bulk: it was there until then
  if (moved?.isMade === false) values.deleted_at = null;
  for (const change of listLaterChanges(db, id, seq)) {
    if (change.field === '*') return undefined;
    if (moved && change.field === 'deleted_at' && change.action_seq > moved.seq) continue;
    values[change.field] = change.old === null ? null : JSON.parse(change.old);
  }
  return values;
}

/**
 * Own fields of a record as an action left them, told from what it holds now: for those who know that it was
 * there, and do not ask whether it was in the bin. Undefined when it was made later.
 */
export function fieldsAfter(db: Reader, current: Values & { readonly id: string }, seq: number) {
  const changes = listLaterChanges(db, current.id, seq);
  if (changes.length === 0) return current;
  const values: Record<string, unknown> = { ...current };
  for (const change of changes) {
    if (change.field === '*') return undefined;
    values[change.field] = change.old === null ? null : JSON.parse(change.old);
  }
  return values as Values;
}

/** A record made in bulk as it was made. */
export function valuesWhenMade(db: Reader, table: TableName, id: string): Values | undefined {
  const [made] = bulkStory(db, table, id);
  return made === undefined ? undefined : valuesAfter(db, table, id, made.seq);
}
