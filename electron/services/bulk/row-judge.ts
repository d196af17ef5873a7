/** Says of each row of a table what becomes of it, and keeps the account. */
import type { TableImportResult, TableRowIssue } from '../../../shared/contract/table-calls.ts';
import type { ReadRow } from '../../../shared/import/imported.ts';
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import type { RowIssue } from '../../../shared/import/table-fields.ts';
import { ownText } from '../../../shared/lib/own-text.ts';
import { KeyTable } from './key-table.ts';
import type { KnownIncident, KnownIncidents } from './known-incidents.ts';

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

/** Says of each row of a file what would become of it; keeps the account. */
export class RowJudge {
  readonly counts = { added: 0, updated: 0, unchanged: 0, conflicting: 0, skipped: 0, failed: 0 };
  readonly issues: TableRowIssue[] = [];
  warnings = 0;
  rows = 0;
  readonly #known: KnownIncidents;
  /** Keys of the rows so far. */
  readonly #seen = new KeyTable();
  readonly #reasons = new Map<string, TableImportResult['reasons'][number]>();
  readonly #columns: readonly string[];
  readonly #code: string;

  constructor({ columns, dataSet }: Pick<RowFeed, 'columns' | 'dataSet'>, known: KnownIncidents) {
    this.#known = known;
    this.#columns = columns;
    this.#code = dataSet.code;
  }

  judge(
    fed: FedRow,
    take: {
      readonly added: (row: NewRow) => void;
      readonly newer: (row: NewerRow) => void;
    },
  ): void {
    this.rows += 1;
    const { read, digest, line } = fed;
    if ('failure' in read) {
      this.#fail(fed, read.failure);
      return;
    }
    const { row } = read;
    for (const warning of row.warnings) {
      this.warnings += 1;
      this.#list(fed, warning, false);
    }
    const key = `${this.#code}:${row.key ?? `#${digest}`}`;
    if (!this.#seen.set(key, 0)) {
      this.counts.skipped += 1;
      this.#list(fed, { code: 'key-twice', column: null }, false);
      return;
    }
    const known = this.#known.get(key);
    if (known === undefined) {
      this.counts.added += 1;
      take.added({ row, line, digest, key });
    } else if (known.digest === digest) this.counts.unchanged += 1;
    else if (known.isDeleted || (known.stamp ?? 0) > (row.stamp ?? known.stamp ?? 0)) {
      this.counts.skipped += 1;
    } else {
      this.counts.updated += 1;
      take.newer({ known, row, line, digest });
    }
  }

  #fail(fed: FedRow, issue: RowIssue): void {
    this.counts.failed += 1;
    this.#list(fed, issue, true);
  }

  /** How often each thing was said, most often first. */
  reasons(): TableImportResult['reasons'] {
    return [...this.#reasons.values()].sort((a, b) => b.count - a.count);
  }

  #list(fed: FedRow, issue: RowIssue, isFailure: boolean): void {
    const { code } = issue;
    const name = `${code} ${isFailure}`;
    const count = (this.#reasons.get(name)?.count ?? 0) + 1;
    this.#reasons.set(name, { code, isFailure, count });
    if (this.issues.length < mostIssues) {
      this.issues.push(toldIssue(this.#columns, fed, issue, isFailure));
    }
  }
}

/** What is said of a cell or row, with the column's name and what stands there. */
export function toldIssue(
  columns: readonly string[],
  { line, cells }: Pick<FedRow, 'line' | 'cells'>,
  { code, column }: RowIssue,
  isFailure: boolean,
): TableRowIssue {
  return {
    ...{ line, code, isFailure },
    column: column === null ? null : (columns[column] ?? null),
    value: column === null ? null : ownText((cells[column] ?? '').slice(0, 200)),
  };
}
