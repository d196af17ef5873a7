/** What `act` hands to its work: every way to change a record. */

import type { RecordOf, TableName, Values } from '../../shared/domain/records.ts';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { isId } from '../../shared/lib/ids.ts';
import type { ChangeRow } from '../db/queries/actions.ts';
import { wasCreationUndone } from '../db/queries/revisions.ts';
import { value, type Writer } from '../db/sqlite.ts';
import { countResting, directDependants, directDependantsOf, type Named } from './dependants.ts';
import { type Ledger, type Lineage, readAhead, readThrough, writeRecord } from './ledger.ts';
import { checkWhole, invalid, parseNew, parsePatch, withComputed } from './record-values.ts';
import { hasSameContent } from './rev.ts';
import type { CaseSession } from './session.ts';
import type { Settlement } from './settle.ts';
import { inPieces, type Tick } from './work-hooks.ts';

type Loose = Readonly<Record<string, unknown>>;

/** Own fields of a table, any of them, and the label. Computed fields are refused. */
export type GivenValues<T extends TableName> = Partial<Values<T>> & { readonly tlp?: TlpLabel };

export interface Tx {
  readonly session: CaseSession;
  readonly db: Writer;
  /** The stamp of the whole action. */
  readonly at: string;
  /** The number the action gets. */
  readonly seq: number;
  readonly get: <T extends TableName>(table: T, id: string) => RecordOf<T> | undefined;
  /** The record as it stood before the action wrote it: null where it made it, undefined where it did not write it. */
  readonly before: (table: TableName, id: string) => Loose | null | undefined;
  /** Left-out fields take `recordDefaults`; `tlp` that of the case. Throws `input/invalid`. */
  readonly insert: <T extends TableName>(
    table: T,
    values: GivenValues<T>,
    options?: { readonly id?: string | undefined; readonly origin?: string | null },
  ) => RecordOf<T>;
  /** Throws `record/not-found`, `record/changed` (another `rev` is stored), `input/invalid`. */
  readonly update: <T extends TableName>(
    table: T,
    id: string,
    patch: GivenValues<T>,
    options?: { readonly rev?: string | undefined },
  ) => RecordOf<T>;
  /** Tombstones a record and what hangs on it. Throws `record/not-found`, `record/in-use`. */
  readonly remove: (table: TableName, id: string) => void;
  /**
   * The same for many incidents, on which nothing rests; those in the bin are left. `tick` is told of each
   * incident. Throws what `tick` throws.
   */
  readonly removeIncidents: (ids: readonly string[], tick: Tick) => void;
  /** Reads records of a table at once that are about to be changed. */
  readonly readAhead: (table: TableName, ids: readonly string[]) => void;
  /** Takes back a tombstone, and those set with it on what hangs on the record. */
  readonly restore: (table: TableName, id: string) => void;
  /**
   * Writes a whole record with its bookkeeping as it is given; computed fields and `rev` are worked
   * out, the latter as `lineage` says.
   */
  readonly put: <T extends TableName>(table: T, record: RecordOf<T>, lineage: Lineage) => void;
  /** Says that something is written beside the records, which counts while this action stands. */
  readonly note: () => void;
  /**
   * To be called between records where many are written: those so far may be written down and let go of, and
   * must not be written again. Throws `call/cancelled`, `input/invalid`.
   */
  readonly part: () => void;
  /** Takes up the change rows of records that were made in bulk. */
  readonly bulk: (rows: readonly ChangeRow[]) => void;
}

function notFound(table: TableName, id: string): AppError {
  return new AppError('record/not-found', `There is no ${table} with this id.`, { table, id });
}

/** The two records that a link or a relation of claims ties; none for other tables. */
function endsOf(table: TableName, record: Loose | undefined): readonly Named[] {
  if (table === 'claim_relation') {
    return [record?.from_claim_id, record?.to_claim_id].map((id) => ({
      table: 'claim',
      id: String(id),
    }));
  }
  if (table !== 'link') return [];
  const [from, to] = String(record?.kind).split('-') as [TableName, TableName];
  return [
    { table: from, id: String(record?.from_id) },
    { table: to, id: String(record?.to_id) },
  ];
}

/** A text changed twice elsewhere is at its third version here too. */
function withVersion(whole: Loose, record: Loose): Loose {
  if (!('text_version' in whole)) return whole;
  const versions = [whole.text_version, record.text_version].map((version) => Number(version) || 1);
  return { ...whole, text_version: Math.max(...versions) };
}

function byTable(named: readonly Named[]): ReadonlyMap<TableName, string[]> {
  const found = new Map<TableName, string[]>();
  for (const { table, id } of named) {
    const ids = found.get(table);
    if (ids) ids.push(id);
    else found.set(table, [id]);
  }
  return found;
}

export interface Writing {
  readonly ledger: Ledger;
  readonly settlement: Settlement;
  /** The stamp of the action. */
  readonly at: string;
  /** Its number. */
  readonly seq: number;
}

export function makeTransaction(
  session: CaseSession,
  { ledger, settlement, at, seq }: Writing,
): Tx {
  const { db, author } = session;
  const read = (table: TableName, id: string) => readThrough(ledger, table, id);
  let caseTlp: string | undefined;

  function defaultTlp(): string {
    caseTlp ??= value<string>(db, 'SELECT tlp FROM case_info ORDER BY pk LIMIT 1') ?? 'CLEAR';
    return caseTlp;
  }

  function live(table: TableName, id: string): Loose {
    const record = read(table, id);
    if (!record || record.deleted_at !== null) throw notFound(table, id);
    return record;
  }

  function stamped(record: Loose, deletedAt: string | null): Loose {
    return { ...record, deleted_at: deletedAt, updated_at: at, updated_by: author.id };
  }

  function insert(table: TableName, values: Loose, id: string, origin: string | null): Loose {
    if (!isId(id)) throw invalid(table, id, [{ path: ['id'], message: 'not a lower-case UUID' }]);
    if (read(table, id)) {
      throw invalid(table, id, [{ path: ['id'], message: 'there is already a record with it' }]);
    }
    const given = parseNew(table, id, values, defaultTlp());
    return writeRecord(ledger, table, {
      ...withComputed(table, given),
      id,
      created_at: at,
      created_by: author.id,
      updated_at: at,
      updated_by: author.id,
      deleted_at: null,
      origin,
    });
  }

  function update(table: TableName, id: string, patch: Loose, rev: string | undefined): Loose {
    const current = live(table, id);
    if (rev !== undefined && rev !== current.rev) {
      throw new AppError(
        'record/changed',
        'The record was changed since it was opened. Read it again and repeat the change.',
        { table, id, rev: current.rev },
      );
    }
    const merged = withComputed(table, parsePatch(table, current, patch), current);
    if (hasSameContent(table, merged, current)) return current;
    return writeRecord(ledger, table, stamped(merged, null));
  }

  function remove(table: TableName, id: string): void {
    const root: Named = { table, id };
    live(table, id);
    const leaving = new Map<string, Named>([[id, root]]);
    for (const named of leaving.values()) {
      for (const next of directDependants(db, named, null)) leaving.set(next.id, next);
    }
    const resting = countResting(db, root, new Set(leaving.keys()));
    if (Object.keys(resting).length > 0) {
      throw new AppError(
        'record/in-use',
        `Other records rest on this ${table}. Change or delete those first.`,
        { table, id, counts: resting },
      );
    }
    for (const named of leaving.values()) {
      const record = read(named.table, named.id);
      if (record) writeRecord(ledger, named.table, stamped(record, at));
    }
  }

  function removeIncidents(all: readonly string[], tick: Tick): void {
    for (const some of inPieces(all, 500)) {
      const leaving = new Map<string, Named>();
      let found: readonly Named[] = some.map((id) => ({ table: 'incident', id }));
      while (found.length > 0) {
        const fresh = byTable(found.filter(({ id }) => !leaving.has(id)));
        found = [...fresh].flatMap(([table, ids]) => {
          for (const id of ids) leaving.set(id, { table, id });
          readAhead(ledger, table, ids);
          return directDependantsOf(db, table, ids);
        });
      }
      for (const { table, id } of leaving.values()) {
        const record = read(table, id);
        if (record?.deleted_at === null) writeRecord(ledger, table, stamped(record, at));
      }
      tick(some.length);
    }
  }

  function restore(table: TableName, id: string): void {
    const record = read(table, id);
    if (!record || typeof record.deleted_at !== 'string') throw notFound(table, id);
    const deletedAt = record.deleted_at;
    const returning = new Map<string, Named>([[id, { table, id }]]);
    for (const named of returning.values()) {
      for (const next of directDependants(db, named, deletedAt)) {
        if (!isEndDeleted(next, deletedAt)) returning.set(next.id, next);
      }
    }
    for (const named of returning.values()) {
      const each = read(named.table, named.id);
      if (each) writeRecord(ledger, named.table, stamped(each, null));
    }
  }

  /** A link or relation whose other end went into the bin at another time stays there with it. */
  function isEndDeleted({ table, id }: Named, deletedAt: string): boolean {
    const ends = endsOf(table, read(table, id)).map((end) => read(end.table, end.id));
    return ends.some((end) => end?.deleted_at !== null && end?.deleted_at !== deletedAt);
  }

  function put(table: TableName, record: Loose, lineage: Lineage): void {
    checkWhole(table, record);
    const id = String(record.id);
    const current = read(table, id);
    // how it came here stays as it is for a record we hold; one taken back by undo comes anew
    const isKept = current !== undefined && !wasCreationUndone(db, id, String(current.rev));
    const meta = isKept ? { origin: current.origin } : {};
    const whole = withVersion(withComputed(table, { ...record, ...meta }, current), record);
    for (const stamp of [record.updated_at, record.deleted_at]) {
      if (typeof stamp === 'string') session.clock.receive(stamp);
    }
    ledger.lineages.set(id, lineage);
    writeRecord(ledger, table, whole);
  }

  return {
    session,
    db,
    at,
    seq,
    get: (table, id) => read(table, id) as never,
    before: (table, id) => {
      const entry = ledger.entries.get(`${table} ${id}`);
      return entry && (entry.before ?? null);
    },
    insert: (table, values, options = {}) =>
      insert(table, values, options.id ?? session.newId(), options.origin ?? null) as never,
    update: (table, id, patch, options = {}) => update(table, id, patch, options.rev) as never,
    remove,
    removeIncidents,
    readAhead: (table, ids) => readAhead(ledger, table, ids),
    restore,
    put,
    note: () => {
      ledger.isNoted = true;
    },
    part: () => settlement.part(),
    bulk: (rows) => void ledger.bulk.push(...rows),
  };
}
