/** Who changed what, when and why. */
import type { HistoryEntry } from '../../shared/contract/case-calls.ts';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { listActionChanges, listActions, storyIds } from '../db/queries/history.ts';
import { labelOf } from '../db/queries/labels.ts';
import type { Reader } from '../db/sqlite.ts';
import { BulkHistory } from './bulk/bulk-history.ts';

/** Change rows shown of one action; `changeCount` says how many there are. */
const shownChanges = 100;

function json(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}

/** Newest first. `changes` of an import holds the first 100 only. */
export function listHistory(
  db: Reader,
  { recordId, beforeSeq, limit }: CallArgs<'history/list'>,
): CallResult<'history/list'> {
  const ids = recordId === undefined ? undefined : storyIds(db, recordId);
  const bulk = new BulkHistory(db, ids);
  const actions = listActions(db, { ids, bulkSeqs: bulk.seqs, beforeSeq, limit: limit + 1 });
  const labels = new Map<string, string>();
  const label = (table: TableName, id: string) => {
    const known = labels.get(id) ?? labelOf(db, table, id);
    labels.set(id, known);
    return known;
  };
  const entries = actions.slice(0, limit).map((action): HistoryEntry => {
    const own = listActionChanges(db, action.seq, ids, shownChanges);
    const made = bulk.changesOf(action, shownChanges - own.rows.length);
    const rows = [...made.rows, ...own.rows];
    const count = made.count + own.count;
    return {
      seq: action.seq,
      at: action.at,
      author: action.author_name,
      kind: action.kind,
      title: action.title,
      why: action.why,
      batch: action.batch,
      state: action.state,
      changeCount: count,
      changes: rows.map((row) => ({
        table: row.table_name,
        id: row.record_id,
        record: label(row.table_name as TableName, row.record_id),
        field: row.field,
        old: json(row.old),
        new: json(row.new),
      })),
    };
  });
  return { entries, hasMore: actions.length > limit };
}
