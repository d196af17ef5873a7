/** Whole records of any table, deleted or not. */
import type { RecordOf, TableName } from '../../../shared/domain/records.ts';
import { all, each, get, type Reader, type Row, run, value, type Writer } from '../sqlite.ts';
import { allColumns, columnList, decodeRow, encode } from '../tables.ts';

/** Ids go in as one JSON text, so that one statement serves any number of them. */
const anyOf = 'IN (SELECT value FROM json_each(?))';

function toRecord<T extends TableName>(table: T, row: Row): RecordOf<T> {
  return decodeRow(table, row) as RecordOf<T>;
}

export function getRecord<T extends TableName>(
  db: Reader,
  table: T,
  id: string,
): RecordOf<T> | undefined {
  const row = get<Row>(db, `SELECT ${columnList[table]} FROM ${table} WHERE id = ?`, [id]);
  return row && toRecord(table, row);
}

/** Records with these ids, in order of making; unknown ids are left out. */
export function listRecordsById<T extends TableName>(
  db: Reader,
  table: T,
  ids: readonly string[],
): RecordOf<T>[] {
  const text = `SELECT ${columnList[table]} FROM ${table} WHERE id ${anyOf} ORDER BY pk`;
  return all<Row>(db, text, [JSON.stringify(ids)]).map((row) => toRecord(table, row));
}

/** Live records whose field has one of these values, in order of making. `field` is a column name. */
export function listRecordsBy<T extends TableName>(
  db: Reader,
  table: T,
  field: keyof RecordOf<T> & string,
  values: readonly string[],
  options: { readonly includeDeleted?: boolean } = {},
): RecordOf<T>[] {
  const live = options.includeDeleted ? '' : 'AND deleted_at IS NULL';
  const text = `SELECT ${columnList[table]} FROM ${table} WHERE ${field} ${anyOf} ${live} ORDER BY pk`;
  return all<Row>(db, text, [JSON.stringify(values)]).map((row) => toRecord(table, row));
}

/** Live records of a targeted table that hang on one of these records. */
export function listTargeting<T extends 'note' | 'passage' | 'attachment' | 'tagging'>(
  db: Reader,
  table: T,
  targetTable: string,
  ids: readonly string[],
): RecordOf<T>[] {
  const text =
    `SELECT ${columnList[table]} FROM ${table} WHERE target_table = ? AND target_id ${anyOf} ` +
    'AND deleted_at IS NULL ORDER BY pk';
  return all<Row>(db, text, [targetTable, JSON.stringify(ids)]).map((row) => toRecord(table, row));
}

/** All records of a table in order of making, one at a time. */
export function* iterateRecords<T extends TableName>(
  db: Reader,
  table: T,
  options: { readonly includeDeleted?: boolean } = {},
): Generator<RecordOf<T>> {
  const live = options.includeDeleted ? '' : 'WHERE deleted_at IS NULL';
  const text = `SELECT ${columnList[table]} FROM ${table} ${live} ORDER BY pk`;
  for (const row of each<Row>(db, text)) yield toRecord(table, row);
}

export function listRecords<T extends TableName>(
  db: Reader,
  table: T,
  options: { readonly includeDeleted?: boolean } = {},
): RecordOf<T>[] {
  return [...iterateRecords(db, table, options)];
}

export function recordExists(db: Reader, table: TableName, id: string): boolean {
  return value(db, `SELECT 1 FROM ${table} WHERE id = ?`, [id]) !== undefined;
}

/** Only for services/act.ts and services/undo.ts, which also write the change rows. */
export function insertRow<T extends TableName>(db: Writer, table: T, record: RecordOf<T>): void {
  const columns = allColumns[table];
  const names = columns.map(({ sql }) => sql).join(', ');
  const marks = columns.map(() => '?').join(', ');
  const values = record as Readonly<Record<string, unknown>>;
  run(
    db,
    `INSERT INTO ${table} (${names}) VALUES (${marks})`,
    columns.map(({ name, kind }) => encode(kind, values[name])),
  );
}

/** As `insertRow`: writes the fields of a record that differ from `before`; all without it. */
export function updateRow<T extends TableName>(
  db: Writer,
  table: T,
  record: RecordOf<T>,
  before: Readonly<Record<string, unknown>> = {},
): void {
  const values = record as Readonly<Record<string, unknown>>;
  // untouched columns left out, SQLite need not look at their indexes and references
  const columns = allColumns[table].filter(
    ({ name }) => name !== 'id' && values[name] !== before[name],
  );
  if (columns.length === 0) return;
  const sets = columns.map(({ sql }) => `${sql} = ?`).join(', ');
  run(db, `UPDATE ${table} SET ${sets} WHERE id = ?`, [
    ...columns.map(({ name, kind }) => encode(kind, values[name])),
    record.id,
  ]);
}
