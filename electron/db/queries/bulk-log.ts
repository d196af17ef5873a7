/**
 * Records made in bulk: one change row for a range of keys of a table instead of one for each record.
 *
 * A change row with the field `*bulk` speaks of the records whose `pk` lies from `first` to `last` and is
 * not in `except`. `new` alone: they were made, or brought back as they were made. `old` alone: they were
 * taken out. Rows of a table are never removed and keys never used twice, so a range stays what it is.
 * What the records held when they were made is read backwards from what they hold now; `digest` over
 * their ids and first revs stands in the chain of the log.
 */
import type { TableName } from '../../../shared/domain/records.ts';
import { all, get, type Reader, value } from '../sqlite.ts';

export const bulkField = '*bulk';

/** What of a change row is looked at here. */
interface Logged {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

export interface BulkRange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** SHA-256 (hex) over `id rev` of each record as it was made, in order. */
  readonly digest: string;
  /** Keys left as they were, ascending; of a row that takes out or brings back. */
  readonly except?: readonly number[];
}

export interface BulkEvent {
  readonly seq: number;
  readonly table: TableName;
  readonly range: BulkRange;
  readonly isMade: boolean;
}

interface BulkRow {
  readonly seq: number;
  readonly table_name: string;
  readonly old: string | null;
  readonly new: string | null;
}

const columns = 'change.action_seq AS seq, table_name, old, new';

function toEvent(row: BulkRow): BulkEvent {
  return {
    seq: row.seq,
    table: row.table_name as TableName,
    range: JSON.parse(row.new ?? row.old ?? '{}') as BulkRange,
    isMade: row.new !== null,
  };
}

export function isBulkRow(row: Pick<Logged, 'field'>): boolean {
  return row.field === bulkField;
}

export function isInRange({ first, last, except }: BulkRange, pk: number): boolean {
  return pk >= first && pk <= last && !except?.includes(pk);
}

/** All of the case, oldest first. */
export function listBulkEvents(db: Reader): BulkEvent[] {
  return all<BulkRow>(
    db,
    `SELECT ${columns} FROM change WHERE field = '*bulk' ORDER BY action_seq, pk`,
  ).map(toEvent);
}

/** Of one action, in order. */
export function bulkEventsOf(db: Reader, seq: number): BulkEvent[] {
  return listBulkEvents(db).filter((event) => event.seq === seq);
}

function hasBulk(db: Reader): boolean {
  return value(db, `SELECT 1 FROM change WHERE field = '*bulk' LIMIT 1`) !== undefined;
}

/** What happened in bulk to one record, oldest first; empty for one made by itself. */
export function bulkStory(db: Reader, table: TableName, id: string): BulkEvent[] {
  if (!hasBulk(db)) return [];
  const pk = value<number>(db, `SELECT pk FROM ${table} WHERE id = ?`, [id]);
  return pk === undefined ? [] : storyOfKey(db, table, pk);
}

function storyOfKey(db: Reader, table: TableName, pk: number): BulkEvent[] {
  return all<BulkRow>(
    db,
    `SELECT ${columns} FROM change WHERE field = '*bulk' AND table_name = ?
       AND coalesce(new, old) ->> '$.first' <= ? AND coalesce(new, old) ->> '$.last' >= ?
     ORDER BY pk`,
    [table, pk, pk],
  )
    .map(toEvent)
    .filter(({ range }) => isInRange(range, pk));
}

/** As `bulkStory` where the table is not known. */
export function bulkStoryOfId(db: Reader, id: string): BulkEvent[] {
  const table = bulkTableOf(db, id);
  return table === undefined ? [] : bulkStory(db, table, id);
}

/** The table of a record that was made in bulk. */
export function bulkTableOf(db: Reader, id: string): TableName | undefined {
  if (!hasBulk(db)) return undefined;
  const tables = all<{ name: TableName }>(
    db,
    `SELECT DISTINCT table_name AS name FROM change WHERE field = '*bulk'`,
  );
  for (const { name } of tables) {
    const row = get<{ pk: number }>(db, `SELECT pk FROM ${name} WHERE id = ?`, [id]);
    if (row !== undefined && storyOfKey(db, name, row.pk).length > 0) return name;
  }
  return undefined;
}
