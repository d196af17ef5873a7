/** Takes out what was made in bulk, and brings it back: one change row for each range of a table. */
import type { TableName } from '../../../shared/domain/records.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import {
  type BulkEvent,
  type BulkRange,
  bulkField,
  listBulkEvents,
} from '../../db/queries/bulk-log.ts';
import { pageOfRange, setTombstone } from '../../db/queries/bulk-rows.ts';
import { writeCache } from '../../db/queries/incident-cache.ts';
import {
  hasRevisions,
  insertRevision,
  noteFirstRevision,
  wasSentBetween,
} from '../../db/queries/revisions.ts';
import {
  indexDocument,
  indexWords,
  type SearchTable,
  searchTables,
} from '../../db/queries/search-index.ts';
import type { Ledger } from '../ledger.ts';
import { contentHash, revOf } from '../rev.ts';

/** Records read at a time: a table is not written while it is walked. */
const pageSize = 2000;

export interface Move {
  readonly batch: string | null;
  /** Number of the action. */
  readonly seq: number;
  readonly at: string;
  readonly author: string;
  /** Out: tombstones of this action. In: as they were made. */
  readonly to: 'out' | 'in';
}

export type MovedRange = Pick<BulkEvent, 'table' | 'range'>;

function* recordsOf(ledger: Ledger, { table, range }: MovedRange) {
  const except = new Set(range.except);
  for (let after = range.first - 1; ; ) {
    const page = pageOfRange(ledger.db, table, after, range.last, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    for (const found of page) if (!except.has(found.pk)) yield found;
    after = last.pk;
  }
}

/**
 * Writes the tombstones or takes them away, and what follows in caches and search. Counts records. While
 * no pack has carried them, records that nothing else was done to just go and come; otherwise each gets a
 * revision of its own, so that a pack says what became of them (decision 0098).
 */
export function moveRanges(ledger: Ledger, ranges: readonly MovedRange[], move: Move): number {
  const { db } = ledger;
  let count = 0;
  for (const moved of ranges) {
    const made = listBulkEvents(db).find(
      ({ table, range }) => table === moved.table && range.first === moved.range.first,
    );
    const isSent = wasSentBetween(db, made?.seq ?? 0, move.seq);
    for (const { pk, record } of recordsOf(ledger, moved)) {
      moveRecord(ledger, moved.table, pk, record, { ...move, isSent });
      count += 1;
    }
    ledger.bulk.push(logRow(moved.table, moved.range, move));
  }
  for (const { table, range } of ranges) keepRangeInStep(ledger, table, range);
  return count;
}

function moveRecord(
  { db }: Ledger,
  table: TableName,
  pk: number,
  record: Readonly<Record<string, unknown>>,
  { to, at, author, seq, isSent }: Move & { readonly isSent: boolean },
): void {
  const id = String(record.id);
  const deletedAt = to === 'out' ? at : null;
  const next = { ...record, deleted_at: deletedAt };
  if (isSent) noteFirstRevision(db, table, record);
  const hasOwn = hasRevisions(db, id);
  const before = String(record.rev);
  const rev = hasOwn ? revOf(table, next, [before]) : contentHash(table, next);
  const made = { at: String(record.created_at), by: String(record.created_by) };
  const stamps = to === 'in' && !hasOwn ? made : { at, by: author };
  setTombstone(db, table, pk, { rev, deletedAt, ...stamps });
  if (!hasOwn) return;
  insertRevision(db, seq, {
    ...{ table_name: table, record_id: id, rev, prev_rev: before },
    ...{ parents: JSON.stringify([before]), updated_at: stamps.at, updated_by: stamps.by },
  });
}

function logRow(table: TableName, range: BulkRange, { batch, to }: Move): ChangeRow {
  const json = JSON.stringify(range);
  return {
    ...{ table_name: table, record_id: batch ?? '', field: bulkField },
    ...(to === 'in' ? { old: null, new: json } : { old: json, new: null }),
  };
}

/** Kept records lose what hung on them, so the exceptions of a range are looked at too. */
function keepRangeInStep(ledger: Ledger, table: TableName, range: BulkRange): void {
  const { db } = ledger;
  const isSearched = (searchTables as readonly string[]).includes(table);
  if (table !== 'incident' && !isSearched) return;
  for (const { record } of recordsOf(ledger, { table, range: { ...range, except: [] } })) {
    const id = String(record.id);
    if (isSearched) indexDocument(db, table as SearchTable, id);
    else {
      writeCache(db, id);
      indexWords(db, id);
    }
  }
}
