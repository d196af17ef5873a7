/** Statements for the records of a range of keys. Only for services/bulk, inside an action. */
import type { TableName } from '../../../shared/domain/records.ts';
import { column, each, type Reader, type Row, run, value, type Writer } from '../sqlite.ts';
import { columnList, decodeRow } from '../tables.ts';

export interface KeyedRecord {
  readonly pk: number;
  readonly record: Record<string, unknown>;
}

/** Whole records of a range in order of their keys, one at a time. */
export function* eachInRange(
  db: Reader,
  table: TableName,
  { first, last }: { readonly first: number; readonly last: number },
): Generator<KeyedRecord> {
  const text = `SELECT pk, ${columnList[table]} FROM ${table} WHERE pk BETWEEN ? AND ? ORDER BY pk`;
  for (const row of each<Row & { pk: number }>(db, text, [first, last])) {
    yield { pk: row.pk, record: decodeRow(table, row) };
  }
}

/** Up to `limit` records of a range after a key: a table must not be written while it is iterated. */
export function pageOfRange(
  db: Reader,
  table: TableName,
  after: number,
  last: number,
  limit: number,
): KeyedRecord[] {
  const text = `SELECT pk, ${columnList[table]} FROM ${table} WHERE pk > ? AND pk <= ? ORDER BY pk LIMIT ?`;
  return db
    .prepare(text)
    .all(after, last, limit)
    .map((row) => {
      const found = row as Row & { pk: number };
      return { pk: found.pk, record: decodeRow(table, found) };
    });
}

/** Ids of a range in order of their keys. */
export function idsOfRange(
  db: Reader,
  table: TableName,
  { first, last }: { readonly first: number; readonly last: number },
): string[] {
  return column<string>(db, `SELECT id FROM ${table} WHERE pk BETWEEN ? AND ? ORDER BY pk`, [
    first,
    last,
  ]);
}

export interface Tombstone {
  readonly rev: string;
  readonly deletedAt: string | null;
  readonly at: string;
  readonly by: string;
}

/** Sets or takes away the tombstone of one record. */
export function setTombstone(db: Writer, table: TableName, pk: number, stone: Tombstone): void {
  run(
    db,
    `UPDATE ${table} SET rev = ?, deleted_at = ?, updated_at = ?, updated_by = ? WHERE pk = ?`,
    [stone.rev, stone.deletedAt, stone.at, stone.by, pk],
  );
}

/** Keys in a range of the records that some action after `seq` wrote a change row about. */
export function keysChangedAfter(
  db: Reader,
  table: TableName,
  { first, last }: { readonly first: number; readonly last: number },
  seq: number,
): { readonly pk: number; readonly id: string }[] {
  return db
    .prepare(
      `SELECT DISTINCT ${table}.pk AS pk, ${table}.id AS id FROM change
       JOIN ${table} ON ${table}.id = change.record_id
       WHERE change.action_seq > ? AND change.table_name = ? AND ${table}.pk BETWEEN ? AND ?`,
    )
    .all(seq, table, first, last) as { pk: number; id: string }[];
}

export function idOfKey(db: Reader, table: TableName, pk: number): string | undefined {
  return value<string>(db, `SELECT id FROM ${table} WHERE pk = ?`, [pk]);
}

export function keyOfId(db: Reader, table: TableName, id: string): number | undefined {
  return value<number>(db, `SELECT pk FROM ${table} WHERE id = ?`, [id]);
}

/** Keys in a range of `target` that live records of `table` outside `inside` name in a field. */
export function keysNamedFromOutside(
  db: Reader,
  question: {
    readonly target: TableName;
    readonly range: { readonly first: number; readonly last: number };
    readonly table: TableName;
    /** SQL that gives the ids named, of one record of `table`. */
    readonly names: string;
    /** The range of `table` that leaves too; null for none. */
    readonly inside: { readonly first: number; readonly last: number } | null;
    /** Ids of records outside it that leave too. */
    readonly leaving: readonly string[];
  },
): number[] {
  const { target, range, table, names, inside, leaving } = question;
  const outside =
    inside === null ? 'true' : `NOT ${table}.pk BETWEEN ${inside.first} AND ${inside.last}`;
  return column<number>(
    db,
    `SELECT DISTINCT named.pk FROM ${table} JOIN ${target} AS named ON named.id = ${names}
     WHERE ${table}.deleted_at IS NULL AND ${outside} AND named.pk BETWEEN ? AND ?
       AND ${table}.id NOT IN (SELECT value FROM json_each(?))`,
    [range.first, range.last, JSON.stringify(leaving)],
  );
}
