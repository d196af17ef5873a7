/** Earlier contents of a record, worked out backwards from the log. */
import type { TableName } from '../../shared/domain/records.ts';
import { listLaterChanges } from '../db/queries/actions.ts';
import { getRecord } from '../db/queries/records.ts';
import { parentsOf, revisionAction } from '../db/queries/revisions.ts';
import type { Reader } from '../db/sqlite.ts';
import { isRevOf } from './rev.ts';

/**
 * Own fields, `tlp` and `deleted_at` of a record as they were at one of its revs. Undefined when the
 * case never held that revision itself, as with ancestors that came in a pack.
 */
export function valuesAtRev(
  db: Reader,
  table: TableName,
  id: string,
  rev: string,
): Readonly<Record<string, unknown>> | undefined {
  const current = getRecord(db, table, id);
  if (!current || current.rev === rev) return current;
  const seq = revisionAction(db, id, rev);
  if (seq === undefined) return undefined;
  const values: Record<string, unknown> = { ...current };
  for (const change of listLaterChanges(db, id, seq)) {
    if (change.field === '*') return undefined;
    values[change.field] = change.old === null ? null : JSON.parse(change.old);
  }
  return isRevOf(table, values, rev, () => parentsOf(db, id, rev)) ? values : undefined;
}
