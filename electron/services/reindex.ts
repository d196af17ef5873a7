/**
 * `case/reindex`: works out anew what follows from the records: the words that are searched, the points of
 * the map, the tolls and sort keys of incidents. No record changes, so the history has no entry of it.
 */
import type { CallResult } from '../../shared/contract/contract.ts';
import { withWideWords } from '../db/queries/bulk-index.ts';
import { dropSnapshot } from '../db/queries/column-snapshot.ts';
import { emptyIndexes, idsInPieces } from '../db/queries/index-anew.ts';
import { searchTables } from '../db/queries/search-index.ts';
import { value, type Writer } from '../db/sqlite.ts';
import { inTransaction } from './act.ts';
import { putDocumentsInOrder, putInOrder } from './in-step.ts';
import type { CaseSession, Topics } from './session.ts';
import { counter, noHooks, stopIfCancelled, type WorkHooks } from './work-hooks.ts';

const atOnce = 2000;
/** What shows something of the indexes. */
const topics: Topics = ['incidents', 'actors', 'sources', 'places', 'claims', 'notes'];

/**
 * Builds all of it in one transaction: stopped or killed on the way, the case is as it was. Throws
 * `call/cancelled`, `case/read-only`, `case/busy`, `case/corrupt`, `disk/*`.
 */
export function reindexCase(
  session: CaseSession,
  hooks: WorkHooks = noHooks,
): CallResult<'case/reindex'> {
  const result = inTransaction(session, () => {
    emptyIndexes(session.db);
    const filled = fill(session.db, hooks);
    // the stored columns hold tolls and sort keys too
    dropSnapshot(session.db);
    stopIfCancelled(hooks);
    return filled;
  });
  session.changed(topics, [], session.revision, true);
  return result;
}

function countOf(db: Writer, table: string): number {
  return value<number>(db, `SELECT count(*) FROM ${table}`) ?? 0;
}

function fill(db: Writer, hooks: WorkHooks): CallResult<'case/reindex'> {
  const incidents = countOf(db, 'incident');
  const others = searchTables.reduce((sum, table) => sum + countOf(db, table), 0);
  const indexed = counter(hooks, undefined, incidents + others);
  withWideWords(db, incidents + others, () => {
    for (const ids of idsInPieces(db, 'incident', atOnce)) {
      for (const aspect of ['cache', 'words', 'point'] as const) putInOrder(db, aspect, ids);
      indexed(ids.length);
    }
    for (const table of searchTables) {
      for (const ids of idsInPieces(db, table, atOnce)) {
        putDocumentsInOrder(db, table, ids, indexed);
      }
    }
  });
  return { incidents, documents: countOf(db, 'search_doc') };
}
