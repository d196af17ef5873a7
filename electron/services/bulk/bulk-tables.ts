/** Rows of one table written by the hundred thousand, and the change row that stands for them all. */
import { createHash } from 'node:crypto';
import type { TableName } from '../../../shared/domain/records.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import { type BulkRange, bulkField } from '../../db/queries/bulk-log.ts';
import { bulkInsert, type InsertRow, nextKey } from '../../db/queries/bulk-rows.ts';
import type { SqlValue, Writer } from '../../db/sqlite.ts';
import { contentHash } from '../rev.ts';

type Values = Readonly<Record<string, unknown>>;

export class BulkTable {
  readonly table: TableName;
  readonly #insert: InsertRow;
  readonly #digest = createHash('sha256');
  readonly #first: number;
  #next: number;
  #pending = '';

  /** `beside`: columns of the table that are no fields of the record. */
  constructor(db: Writer, table: TableName, beside: readonly string[] = []) {
    this.table = table;
    this.#first = nextKey(db, table);
    this.#next = this.#first;
    this.#insert = bulkInsert(db, table, beside);
  }

  get count(): number {
    return this.#next - this.#first;
  }

  /** Writes a whole record with its bookkeeping; answers its key. Nothing is checked but by SQLite. */
  add(record: Values, beside: readonly SqlValue[] = []): number {
    const pk = this.#next;
    this.#next += 1;
    // the first revision of a record is named by its content
    const rev = contentHash(this.table, record);
    this.#insert(pk, { ...record, rev }, beside);
    this.#pending += digestLine(String(record.id), rev);
    if (this.#pending.length > 60_000) this.#flush();
    return pk;
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
