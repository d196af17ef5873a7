/**
 * Notes every record written in one transaction, as it was before and is after; settle.ts turns that
 * into change rows, revisions and one action at the end. Shared by act.ts and undo.ts.
 */
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import type { Revision } from '../../shared/pack/revisions.ts';
import { type ChangeRow, isInAction, tableInLog } from '../db/queries/actions.ts';
import { bulkTableOf } from '../db/queries/bulk-log.ts';
import { getRecord, insertRow, listRecordsById, updateRow } from '../db/queries/records.ts';
import type { Writer } from '../db/sqlite.ts';
import { invalid } from './record-values.ts';
import { contentHash, hasSameContent, revOf, revOfContent } from './rev.ts';
import { noHooks, type WorkHooks } from './work-hooks.ts';

type Values = Readonly<Record<string, unknown>>;
type AnyRecord = RecordOf<TableName>;

export interface Entry {
  readonly table: TableName;
  readonly id: string;
  readonly before: Values | undefined;
  after: Values;
  /** What the revision after was made from. */
  parents: readonly string[];
}

/** Where the next revision of a record comes from, when it does not just follow on what the case held. */
export interface Lineage {
  /** A revision that has a name already, taken over as long as the record says the same. */
  readonly adopted?: { readonly content: string } & Revision;
  /** What a new revision is made from otherwise. */
  readonly parents: readonly string[];
  /** Revisions to remember as its past. */
  readonly past: readonly Revision[];
}

export interface Ledger {
  readonly db: Writer;
  readonly entries: Map<string, Entry>;
  /** Table of every record in `entries`, by id. */
  readonly tableOf: Map<string, TableName>;
  /** Records read ahead, as they stood before they were written. */
  readonly ahead: Map<string, Values>;
  /** Of records that came from elsewhere or go back to what they were, by record id. */
  readonly lineages: Map<string, Lineage>;
  /** Change rows of records made, taken out or brought back in bulk. The records are written. */
  readonly bulk: ChangeRow[];
  /** Something is written beside the records: an action even when no record differs. */
  isNoted: boolean;
  /** Number of the action once a part of its records is written down and let go of. */
  partedIn: number | undefined;
  /** Told and asked while much is written. */
  readonly work: WorkHooks;
}

export function newLedger(db: Writer, work: WorkHooks = noHooks): Ledger {
  return {
    db,
    entries: new Map(),
    tableOf: new Map(),
    ahead: new Map(),
    lineages: new Map(),
    bulk: [],
    isNoted: false,
    partedIn: undefined,
    work,
  };
}

/** The record as it stands inside this transaction. */
export function readThrough(ledger: Ledger, table: TableName, id: string): Values | undefined {
  const key = `${table} ${id}`;
  return (
    ledger.entries.get(key)?.after ??
    ledger.ahead.get(key) ??
    (getRecord(ledger.db, table, id) as Values | undefined)
  );
}

/** Reads some thousand records of a table at once, for work that will ask for each of them. */
export function readAhead(ledger: Ledger, table: TableName, ids: readonly string[]): void {
  for (const record of listRecordsById(ledger.db, table, ids)) {
    ledger.ahead.set(`${table} ${record.id}`, record as unknown as Values);
  }
}

/** Writes a whole record; its rev is worked out here. Answers it as stored. */
export function writeRecord(ledger: Ledger, table: TableName, values: Values): Values {
  const id = String(values.id);
  const key = `${table} ${id}`;
  const known = ledger.entries.get(key);
  const stored = known ? known.after : readThrough(ledger, table, id);
  const before = known ? known.before : stored;
  if (known === undefined && stored !== undefined) checkIsNotParted(ledger, id);
  const { rev, parents } = nextRevision(table, values, before, ledger.lineages.get(id));
  const after: Values = { ...values, rev };
  if (stored === undefined) checkIdIsFree(ledger, table, id);
  if (stored === undefined) insertRow(ledger.db, table, after as unknown as AnyRecord);
  else updateRow(ledger.db, table, after as unknown as AnyRecord, stored);
  if (known) Object.assign(known, { after, parents });
  else ledger.entries.set(key, { table, id, before, after, parents });
  ledger.tableOf.set(id, table);
  return after;
}

/** One transaction makes one revision of a record, from what stood before it. */
function nextRevision(
  table: TableName,
  values: Values,
  before: Values | undefined,
  lineage: Lineage | undefined,
): Revision {
  if (lineage === undefined && before === undefined)
    return { rev: revOf(table, values, []), parents: [] };
  const parents = lineage?.parents ?? [String(before?.rev)];
  if (lineage === undefined && before !== undefined && hasSameContent(table, before, values))
    return { rev: String(before.rev), parents };
  const content = contentHash(table, values);
  if (lineage?.adopted?.content === content) return lineage.adopted;
  return { rev: revOfContent(content, parents), parents };
}

/** Log and search know records by id alone, so no two tables may use the same one. */
function checkIdIsFree({ db, tableOf }: Ledger, table: TableName, id: string): void {
  const other = tableOf.get(id) ?? tableInLog(db, id) ?? bulkTableOf(db, id);
  if (other === undefined || other === table) return;
  throw invalid(table, id, [{ path: ['id'], message: `a record of ${other} has this id` }]);
}

/** One action makes one change of a record; what was let go of cannot be changed further. */
function checkIsNotParted({ db, partedIn }: Ledger, id: string): void {
  if (partedIn === undefined || !isInAction(db, id, partedIn)) return;
  throw new Error(`record ${id} was written down in this action already`);
}
