/** All that a case holds, to compare before and after. */
import { wasCreationUndone } from '../../electron/db/queries/actions.ts';
import { all } from '../../electron/db/sqlite.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { tableNames } from '../../shared/domain/records.ts';

/** All records with their bookkeeping and caches; those whose creation is undone are as if not there. */
export function dump(session: CaseSession): Record<string, unknown[]> {
  return Object.fromEntries(
    tableNames.map((table) => [
      table,
      all(session.db, `SELECT * FROM ${table} ORDER BY pk`).filter(
        (row) => row.deleted_at === null || !wasCreationUndone(session.db, String(row.id)),
      ),
    ]),
  );
}
