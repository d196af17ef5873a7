/** Numbers that reports of this case were given. */
import type { ReportKind } from '../../../shared/report/document.ts';
import { all, type Reader, run, value, type Writer } from '../sqlite.ts';

/** The highest count of a kind and year; 0 before the first. */
export function lastCount(db: Reader, kind: ReportKind, year: number): number {
  const text = 'SELECT max(n) FROM product_number WHERE kind = ? AND year = ?';
  return value<number>(db, text, [kind, year]) ?? 0;
}

/** The report that was given a number; undefined when nobody was. */
export function ownerOfNumber(db: Reader, number: string): string | undefined {
  return value<string>(db, 'SELECT report_id FROM product_number WHERE number = ?', [number]);
}

/** Numbers that kept reports show, also those that came from another laptop, with their reports. */
export function shownNumbers(db: Reader): ReadonlyMap<string, string> {
  const rows = all<{ readonly id: string; readonly number: string }>(
    db,
    `SELECT id, json_extract(inputs, '$.document.house.number') AS number FROM report
     WHERE json_valid(inputs) AND json_extract(inputs, '$.document.house.number') IS NOT NULL`,
  );
  return new Map(rows.map(({ id, number }) => [number, id]));
}

export interface GivenNumber {
  readonly number: string;
  readonly kind: ReportKind;
  readonly year: number;
  /** Null for a number written by hand. */
  readonly n: number | null;
  readonly reportId: string;
  readonly at: string;
}

/** Enters a number for good; one that its report had already stays as it is. */
export function giveNumber(db: Writer, { number, kind, year, n, reportId, at }: GivenNumber): void {
  run(
    db,
    `INSERT INTO product_number (number, kind, year, n, report_id, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (number) DO NOTHING`,
    [number, kind, year, n, reportId, at],
  );
}
