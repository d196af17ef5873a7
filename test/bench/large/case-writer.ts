/**
 * Writes records straight into a case file with all that `act` would have written about them: change
 * rows, revisions, the hash chain. For cases too large to be made by `act` in a bench. Indexes are
 * taken away first and made again at the end, which is several times faster.
 */

import { type OpenedFile, openCaseFile } from '../../../electron/db/open.ts';
import { type ChangeRow, insertAction, lastAction } from '../../../electron/db/queries/actions.ts';
import { all, type Writer } from '../../../electron/db/sqlite.ts';
import { allColumns, encode, givenColumns } from '../../../electron/db/tables.ts';
import { revOf } from '../../../electron/services/rev.ts';
import { actionHash } from '../../../electron/services/settle.ts';
import { recordDefaults } from '../../../shared/contract/record-calls.ts';
import type { TableName } from '../../../shared/domain/records.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';

type Values = Readonly<Record<string, unknown>>;
type Insert = (values: readonly unknown[]) => void;

const stamp = '2026-01-01T08:00:00.000Z';
export const writerId = '01970000-0000-7000-8000-aaaaaaaaaaaa';

const indexesOfWords = ['incident_fts', 'search_fts'];
/** A file half made is thrown away, so nothing need be kept safe on the way. */
const unsafe = [
  'foreign_keys = OFF',
  'synchronous = OFF',
  'journal_mode = OFF',
  'cache_size = -400000',
];
const usualHashSize = 1024 * 1024;

function setHashSize(db: Writer, index: string, bytes: number): void {
  db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('hashsize', ?)`).run(BigInt(bytes));
}

export class CaseWriter {
  readonly db: Writer;
  readonly #file: OpenedFile;
  readonly #inserts = new Map<string, Insert>();
  readonly #dropped: readonly string[];
  #lastId = 0;
  #changes: ChangeRow[] = [];
  #revisions: { readonly table: TableName; readonly id: string; readonly rev: string }[] = [];
  #seq: number;
  #hash: string;

  /** Takes a case that was just made. */
  constructor(path: string) {
    this.#file = openCaseFile(path);
    const { db } = this.#file;
    this.db = db;
    // a careful driver refuses to go without a journal
    db.unsafeMode(true);
    for (const setting of unsafe) db.pragma(setting);
    const indexes = all<{ name: string; sql: string }>(
      db,
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    );
    for (const { name } of indexes) db.exec(`DROP INDEX ${name}`);
    this.#dropped = indexes.map(({ sql }) => sql);
    this.#seq = lastAction(db)?.seq ?? 0;
    this.#hash = lastAction(db)?.hash ?? '';
    // fewer and larger pieces of the word index
    for (const index of indexesOfWords) setHashSize(db, index, 64 * 1024 * 1024);
    db.exec('BEGIN');
  }

  newId(): string {
    this.#lastId += 1;
    return `01980000-0000-7000-8000-${this.#lastId.toString(16).padStart(12, '0')}`;
  }

  /** Inserts a row; the statement is kept. */
  insert(target: string, names: readonly string[], values: readonly unknown[]): void {
    const key = `${target} ${names.length}`;
    let insert = this.#inserts.get(key);
    if (insert === undefined) {
      const marks = names.map(() => '?').join(', ');
      const prepared = this.db.prepare(
        `INSERT INTO ${target} (${names.join(', ')}) VALUES (${marks})`,
      );
      insert = (row) => void prepared.run(row);
      this.#inserts.set(key, insert);
    }
    insert(values);
  }

  /**
   * A record; fields left out take their defaults. `cached` are columns beside the record. Answers its
   * id.
   */
  record(table: TableName, values: Values, cached: Values = {}, id: string = this.newId()): string {
    const defaults: Values = table in recordDefaults ? recordDefaults[table as 'incident'] : {};
    const record: Record<string, unknown> = {
      ...{ tlp: 'CLEAR', deleted_at: null, origin: null },
      ...{ created_at: stamp, created_by: writerId, updated_at: stamp, updated_by: writerId },
      ...defaults,
      ...values,
      id,
    };
    const rev = revOf(table, record, []);
    record.rev = rev;
    const columns = allColumns[table];
    const beside = Object.keys(cached);
    this.insert(
      table,
      [...columns.map(({ sql }) => sql), ...beside],
      [
        ...columns.map(({ name, kind }) => encode(kind, record[name])),
        ...beside.map((name) => cached[name]),
      ],
    );
    const content: Record<string, unknown> = { tlp: record.tlp };
    for (const { name } of givenColumns[table]) content[name] = record[name];
    const base = { table_name: table, record_id: id, field: '*', old: null };
    this.#changes.push({ ...base, new: canonicalJson(content) });
    this.#revisions.push({ table, id, rev });
    return id;
  }

  /** What was written since the last call becomes one action of the log. */
  settle(title: string): void {
    this.#seq += 1;
    const action = {
      ...{ seq: this.#seq, at: stamp, author: writerId, author_name: 'Awa Analyst' },
      ...{ kind: 'bulk', title, why: null, batch: null, is_undoable: 0, undoes: null },
    };
    this.#hash = actionHash(this.#hash, action, this.#changes);
    insertAction(this.db, { ...action, state: 'done', hash: this.#hash });
    const names = ['action_seq', 'table_name', 'record_id', 'field', 'old', 'new'];
    for (const row of this.#changes) {
      const { table_name, record_id, field, old } = row;
      this.insert('change', names, [this.#seq, table_name, record_id, field, old, row.new]);
    }
    for (const { table, id, rev } of this.#revisions) {
      this.insert(
        'revision',
        ['action_seq', 'table_name', 'record_id', 'rev', 'updated_at', 'updated_by'],
        [this.#seq, table, id, rev, stamp, writerId],
      );
    }
    this.#changes = [];
    this.#revisions = [];
  }

  close(): void {
    const { db } = this;
    db.exec('COMMIT');
    for (const index of indexesOfWords) {
      setHashSize(db, index, usualHashSize);
      // many pieces of one size would all be joined at the first edit, which then takes seconds
      db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
    }
    for (const sql of this.#dropped) db.exec(sql);
    db.pragma('journal_mode = WAL');
    this.#file.close();
  }
}
