/** Rows of one table as an import makes them, and the change row that stands for them all. Writes nothing. */
import { createHash } from 'node:crypto';
import type { ChangeRow } from '../../db/queries/actions.ts';
import { type BulkRange, bulkField } from '../../db/queries/bulk-log.ts';
import { type ImportValues, importFields, type RangeName } from '../../db/queries/bulk-writer.ts';
import type { SqlValue } from '../../db/sqlite.ts';
import { allColumns, type ColumnKind, encode } from '../../db/tables.ts';
import { rowHasher } from '../rev.ts';

export class RecordRows<T extends RangeName> {
  readonly table: T;
  readonly #kinds: readonly ColumnKind[];
  /** What a field is when the record does not say. */
  readonly #usual: readonly unknown[];
  readonly #revOf: (values: readonly unknown[], tlp: string) => string;
  readonly #digest = createHash('sha256');
  readonly #first: number;
  #next: number;
  #pending = '';
  #cells: SqlValue[] = [];

  /** `first`: key of the first row. */
  constructor(table: T, first: number, usual: Readonly<Record<string, unknown>>) {
    this.table = table;
    const names: readonly string[] = importFields[table];
    this.#kinds = names.map(
      (name) => allColumns[table].find((column) => column.name === name)?.kind ?? 'text',
    );
    this.#usual = names.map((name) => usual[name] ?? null);
    this.#revOf = rowHasher(table, { names, usual });
    this.#first = first;
    this.#next = first;
  }

  get count(): number {
    return this.#next - this.#first;
  }

  /**
   * A record; answers its key. `tlp`: its label. `beside`: values of the columns that are no fields. Nothing
   * is checked but by SQLite.
   */
  add(id: string, given: ImportValues<T>, tlp: string, beside: readonly SqlValue[]): number {
    const pk = this.#next;
    this.#next += 1;
    const values = this.#filled(given);
    // the first revision of a record is named by its content
    const rev = this.#revOf(values, tlp);
    const cells = this.#cells;
    cells.push(pk, id, rev, tlp);
    const kinds = this.#kinds;
    for (let at = 0; at < kinds.length; at += 1) {
      cells.push(encode(kinds[at] ?? 'text', values[at]));
    }
    for (const each of beside) cells.push(each);
    this.#pending += digestLine(id, rev);
    if (this.#pending.length > 60_000) this.#flush();
    return pk;
  }

  #filled(given: readonly unknown[]): readonly unknown[] {
    return given.includes(undefined)
      ? given.map((value, at) => (value === undefined ? this.#usual[at] : value))
      : given;
  }

  /** Values of the rows since the last call, as a piece holds them. */
  take(): SqlValue[] {
    const cells = this.#cells;
    this.#cells = [];
    return cells;
  }

  #flush(): void {
    this.#digest.update(this.#pending);
    this.#pending = '';
  }

  /** What to write into the log; undefined when nothing was added. Ends the work on the table. */
  finish(batch: string): ChangeRow | undefined {
    if (this.count === 0) return undefined;
    this.#flush();
    const range: BulkRange = {
      first: this.#first,
      last: this.#next - 1,
      count: this.count,
      digest: this.#digest.digest('hex'),
    };
    const base = { table_name: this.table, record_id: batch, field: bulkField, old: null };
    return { ...base, new: JSON.stringify(range) };
  }
}

export function digestLine(id: string, rev: string): string {
  return `${id} ${rev}\n`;
}
