/** Says of each row of a table what becomes of it, and keeps the account. */
import type { TableRowIssue } from '../../../shared/contract/table-calls.ts';
import { AcledReader, type ReadRow } from '../../../shared/import/read-acled.ts';
import type { RowIssue, TableMapping } from '../../../shared/import/table-fields.ts';
import type { SplitRow } from '../../files/tabular/split-rows.ts';
import type { DataSet } from './data-sets.ts';
import type { KnownIncident } from './known-incidents.ts';
import { digestOf } from './row-digest.ts';

/** More are counted and not listed. */
const mostIssues = 500;

/** A row whose incident is new, and one that is newer than what stands. */
export interface NewRow {
  readonly row: ReadRow;
  readonly line: number;
  readonly digest: string;
  readonly key: string;
}
export interface NewerRow {
  readonly known: KnownIncident;
  readonly row: ReadRow;
  readonly line: number;
  readonly digest: string;
}

export interface JudgedColumns {
  /** Names as the file has them. */
  readonly columns: readonly string[];
  readonly mapping: TableMapping;
}

/** Reads the rows of a file and says of each what would become of it; keeps the account. */
export class RowJudge {
  readonly counts = { added: 0, updated: 0, unchanged: 0, conflicting: 0, skipped: 0, failed: 0 };
  readonly issues: TableRowIssue[] = [];
  warnings = 0;
  rows = 0;
  readonly #reader: AcledReader;
  readonly #known: ReadonlyMap<string, KnownIncident>;
  readonly #seen = new Set<string>();
  readonly #columns: readonly string[];
  readonly #dataSet: DataSet;

  constructor(
    { columns, mapping }: JudgedColumns,
    dataSet: DataSet,
    known: ReadonlyMap<string, KnownIncident>,
  ) {
    this.#reader = new AcledReader(columns, mapping);
    this.#known = known;
    this.#columns = columns;
    this.#dataSet = dataSet;
  }

  judge(
    split: SplitRow,
    take: {
      readonly added: (row: NewRow) => void;
      readonly newer: (row: NewerRow) => void;
    },
  ): void {
    this.rows += 1;
    const read = this.#reader.read(split.cells, split.isCut);
    if ('failure' in read) {
      this.#fail(split, read.failure);
      return;
    }
    const { row } = read;
    for (const warning of row.warnings) {
      this.warnings += 1;
      this.#list(split, warning, false);
    }
    const digest = digestOf(split.cells);
    const key = `${this.#dataSet.code}:${row.key ?? `#${digest}`}`;
    if (this.#seen.has(key)) {
      this.counts.skipped += 1;
      this.#list(split, { code: 'key-twice', column: null }, false);
      return;
    }
    this.#seen.add(key);
    const known = this.#known.get(key);
    if (known === undefined) {
      this.counts.added += 1;
      take.added({ row, line: split.line, digest, key });
    } else if (known.digest === digest) this.counts.unchanged += 1;
    else if (known.isDeleted || (known.stamp ?? 0) > (row.stamp ?? known.stamp ?? 0)) {
      this.counts.skipped += 1;
    } else {
      this.counts.updated += 1;
      take.newer({ known, row, line: split.line, digest });
    }
  }

  #fail(split: SplitRow, issue: RowIssue): void {
    this.counts.failed += 1;
    this.#list(split, issue, true);
  }

  #list({ line, cells }: SplitRow, { code, column }: RowIssue, isFailure: boolean): void {
    if (this.issues.length >= mostIssues) return;
    this.issues.push({
      line,
      code,
      column: column === null ? null : (this.#columns[column] ?? null),
      value: column === null ? null : (cells[column] ?? '').slice(0, 200),
      isFailure,
    });
  }
}
