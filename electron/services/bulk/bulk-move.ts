/** Takes out what was made in bulk, and brings it back: one change row for each range of a table. */
import type { TableName } from '../../../shared/domain/records.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import { withWideWords } from '../../db/queries/bulk-index.ts';
import {
  type BulkEvent,
  type BulkRange,
  bulkField,
  listBulkEvents,
} from '../../db/queries/bulk-log.ts';
import {
  idsOfRange,
  type KeyedRecord,
  pageOfRange,
  setTombstone,
} from '../../db/queries/bulk-rows.ts';
import {
  insertRevisions,
  noteFirstRevisions,
  type RevisionRow,
  recordsWithRevisions,
  wasSentBetween,
} from '../../db/queries/revisions.ts';
import { isSearchTable } from '../../db/queries/search-index.ts';
import type { Reader, Writer } from '../../db/sqlite.ts';
import { putDocumentsInOrder, putInOrder } from '../in-step.ts';
import type { Ledger } from '../ledger.ts';
import { contentHash, revOf } from '../rev.ts';
import { counter, type Tick } from '../work-hooks.ts';

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

function* pagesOf(db: Reader, { table, range }: MovedRange): Generator<KeyedRecord[]> {
  const except = new Set(range.except);
  for (let after = range.first - 1; ; ) {
    const page = pageOfRange(db, table, after, range.last, pageSize);
    const last = page.at(-1);
    if (last === undefined) return;
    yield except.size === 0 ? page : page.filter(({ pk }) => !except.has(pk));
    after = last.pk;
  }
}

/**
 * Writes the tombstones or takes them away, and what follows in caches and search. Counts records. While
 * no pack has carried them, records that nothing else was done to just go and come; otherwise each gets a
 * revision of its own, so that a pack says what became of them (decision 0098).
 */
export function moveRanges(ledger: Ledger, ranges: readonly MovedRange[], move: Move): number {
  const { db, work } = ledger;
  const events = listBulkEvents(db);
  const total = sum(ranges.map(({ range }) => range.count - (range.except?.length ?? 0)));
  const written = counter(work, 'writing', total);
  let count = 0;
  for (const moved of ranges) {
    const made = events.find(
      ({ table, range }) => table === moved.table && range.first === moved.range.first,
    );
    const isSent = wasSentBetween(db, made?.seq ?? 0, move.seq);
    for (const page of pagesOf(db, moved)) {
      movePage(ledger, moved.table, page, { ...move, isSent });
      count += page.length;
      written(page.length);
    }
    ledger.bulk.push(logRow(moved.table, moved.range, move));
  }
  const searched = ranges.filter(({ table }) => table === 'incident' || isSearchTable(table));
  const texts = sum(searched.map(({ range }) => range.count));
  const indexed = counter(work, 'indexing', texts);
  withWideWords(db, texts, () => {
    for (const { table, range } of searched) keepRangeInStep(db, table, range, indexed);
  });
  return count;
}

const sum = (counts: readonly number[]) => counts.reduce((so, each) => so + each, 0);

function movePage(
  { db }: Ledger,
  table: TableName,
  page: readonly KeyedRecord[],
  { to, at, author, seq, isSent }: Move & { readonly isSent: boolean },
): void {
  const deletedAt = to === 'out' ? at : null;
  const ids = page.map(({ record }) => String(record.id));
  if (isSent) {
    noteFirstRevisions(
      db,
      table,
      page.map(({ record }) => record),
    );
  }
  const withOwn = recordsWithRevisions(db, ids);
  const revisions: RevisionRow[] = [];
  for (const { pk, record } of page) {
    const id = String(record.id);
    const hasOwn = withOwn.has(id);
    const next = { ...record, deleted_at: deletedAt };
    const before = String(record.rev);
    const rev = hasOwn ? revOf(table, next, [before]) : contentHash(table, next);
    const made = { at: String(record.created_at), by: String(record.created_by) };
    const stamps = to === 'in' && !hasOwn ? made : { at, by: author };
    setTombstone(db, table, pk, { rev, deletedAt, ...stamps });
    if (!hasOwn) continue;
    revisions.push({
      ...{ table_name: table, record_id: id, rev, prev_rev: before },
      ...{ parents: JSON.stringify([before]), updated_at: stamps.at, updated_by: stamps.by },
    });
  }
  insertRevisions(db, seq, revisions);
}

function logRow(table: TableName, range: BulkRange, { batch, to }: Move): ChangeRow {
  const json = JSON.stringify(range);
  return {
    ...{ table_name: table, record_id: batch ?? '', field: bulkField },
    ...(to === 'in' ? { old: null, new: json } : { old: json, new: null }),
  };
}

/** Kept records lose what hung on them, so the exceptions of a range are looked at too. */
function keepRangeInStep(db: Writer, table: TableName, range: BulkRange, tick: Tick): void {
  const ids = idsOfRange(db, table, range);
  if (isSearchTable(table)) {
    putDocumentsInOrder(db, table, ids, tick);
    return;
  }
  putInOrder(db, 'cache', ids);
  putInOrder(db, 'words', ids, tick);
}
