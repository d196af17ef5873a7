/** All that a case holds, to compare before and after. */
import { wasCreationUndone } from '../../electron/db/queries/revisions.ts';
import { all } from '../../electron/db/sqlite.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { tableNames } from '../../shared/domain/records.ts';

/**
 * All records with their bookkeeping and caches, but for `rev`: what is taken back is a revision of its
 * own. Those whose creation is undone are as if not there.
 */
export function dump(session: CaseSession): Record<string, unknown[]> {
  return Object.fromEntries(
    tableNames.map((table) => [
      table,
      all(session.db, `SELECT * FROM ${table} ORDER BY pk`)
        .filter((row) => row.deleted_at === null || !isUndone(session, row))
        .map(({ rev: _, ...row }) => row),
    ]),
  );
}

function isUndone({ db }: CaseSession, { id, rev }: Readonly<Record<string, unknown>>): boolean {
  return wasCreationUndone(db, String(id), String(rev));
}
