/**
 * Notes every record written in one transaction, as it was before and is after; settle.ts turns that
 * into change rows, revisions and one action at the end. Shared by act.ts and undo.ts.
 */
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import { tableInLog } from '../db/queries/actions.ts';
import { getRecord, insertRow, updateRow } from '../db/queries/records.ts';
import type { Writer } from '../db/sqlite.ts';
import { invalid } from './record-values.ts';
import { revOf } from './rev.ts';

type Values = Readonly<Record<string, unknown>>;
type AnyRecord = RecordOf<TableName>;

export interface Entry {
  readonly table: TableName;
  readonly id: string;
  readonly before: Values | undefined;
  after: Values;
}

export interface Ledger {
  readonly db: Writer;
  readonly entries: Map<string, Entry>;
  /** Table of every record in `entries`, by id. */
  readonly tableOf: Map<string, TableName>;
  /** Earlier revs that came with imported records, by record id, newest first. */
  readonly ancestors: Map<string, readonly string[]>;
}

export function newLedger(db: Writer): Ledger {
  return { db, entries: new Map(), tableOf: new Map(), ancestors: new Map() };
}

/** The record as it stands inside this transaction. */
export function readThrough(ledger: Ledger, table: TableName, id: string): Values | undefined {
  return (
    ledger.entries.get(`${table} ${id}`)?.after ??
    (getRecord(ledger.db, table, id) as Values | undefined)
  );
}

/** Writes a whole record; its rev is worked out here. Answers it as stored. */
export function writeRecord(ledger: Ledger, table: TableName, values: Values): Values {
  const id = String(values.id);
  const key = `${table} ${id}`;
  const known = ledger.entries.get(key);
  const before = known ? known.after : readThrough(ledger, table, id);
  const after: Values = { ...values, rev: revOf(table, values) };
  if (before === undefined) checkIdIsFree(ledger, table, id);
  if (before === undefined) insertRow(ledger.db, table, after as unknown as AnyRecord);
  else updateRow(ledger.db, table, after as unknown as AnyRecord, before);
  if (known) known.after = after;
  else ledger.entries.set(key, { table, id, before, after });
  ledger.tableOf.set(id, table);
  return after;
}

/** Log and search know records by id alone, so no two tables may use the same one. */
function checkIdIsFree({ db, tableOf }: Ledger, table: TableName, id: string): void {
  const other = tableOf.get(id) ?? tableInLog(db, id);
  if (other === undefined || other === table) return;
  throw invalid(table, id, [{ path: ['id'], message: `a record of ${other} has this id` }]);
}
