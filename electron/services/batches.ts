/** Import batches, written inside the act of an import and listed for the exchange screen. */
import {
  type BatchReport,
  type BatchReportView,
  batchReportSchema,
} from '../../shared/contract/batch-report.ts';
import type { Batch } from '../../shared/contract/exchange-calls.ts';
import { structuredFormats } from '../../shared/contract/table-calls.ts';
import { attributionOf } from '../../shared/import/data-sets.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  type BatchRow,
  getBatchRow,
  getPackSeen,
  insertBatchRow,
  insertPackSeen,
  listBatchRows,
  type PackSeenRow,
  setBatchCounts,
  setBatchReportRow,
} from '../db/queries/batches.ts';
import { countLicensed } from '../db/queries/licensed-incidents.ts';
import type { Reader } from '../db/sqlite.ts';
import type { Tx } from './transaction.ts';

export interface NewBatch {
  /** The same id goes into `act(session, {batch: id})` and into `origin` of the records. */
  readonly id: string;
  /** `pack`, `acled`, … */
  readonly format: string;
  readonly fileName: string;
  /** SHA-256 (hex) of the file. */
  readonly sha256?: string | undefined;
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
}

export function insertBatch(tx: Tx, batch: NewBatch): void {
  insertBatchRow(tx.db, {
    id: batch.id,
    at: tx.at,
    author: tx.session.author.name,
    format: batch.format,
    file_name: batch.fileName,
    sha256: batch.sha256 ?? null,
    title: batch.title,
    counts: JSON.stringify(batch.counts),
  });
}

/** Sets the counts once they are known, in the same act. */
export function updateBatchCounts(
  tx: Tx,
  id: string,
  counts: Readonly<Record<string, number>>,
): void {
  setBatchCounts(tx.db, id, JSON.stringify(counts));
}

/** What an import was and did, for the report of it. */
export function setBatchReport(tx: Tx, id: string, report: BatchReport): void {
  setBatchReportRow(tx.db, id, JSON.stringify(report));
}

/** Throws `record/not-found` for an unknown batch, or one of before reports were kept. */
export function batchReport(db: Reader, id: string): BatchReportView {
  const row = getBatchRow(db, id);
  if (row === undefined || row.report === null)
    throw new AppError('record/not-found', 'There is no report of this import.', { id });
  const report = batchReportSchema.parse(JSON.parse(row.report));
  return { at: row.at, author: row.author, fileName: row.file_name, report };
}

/** Newest first. */
export function listBatches(db: Reader): Batch[] {
  return listBatchRows(db).map((row) => ({
    id: row.id,
    at: row.at,
    author: row.author,
    format: row.format,
    fileName: row.file_name,
    title: row.title,
    attribution: attributionOf(row.format) ?? carriedAttribution(db, row),
    counts: JSON.parse(row.counts) as Record<string, number>,
    isUndone: row.is_undone === 1,
    hasReport: row.report !== null,
  }));
}

/** Of rows of data sets that a map, a bundle or a list brought along. */
function carriedAttribution(db: Reader, { id, format }: BatchRow): string | null {
  if (!(structuredFormats as readonly string[]).includes(format)) return null;
  const sets = Object.keys(countLicensed(db, { filter: { batch: id } }));
  const named = sets.flatMap((set) => attributionOf(set.toLowerCase()) ?? []);
  return named.length === 0 ? null : named.join('; ');
}

/** When and as what a pack with this SHA-256 was taken in before. */
export function packSeen(db: Reader, sha256: string): PackSeenRow | undefined {
  return getPackSeen(db, sha256);
}

export function markPackSeen(
  tx: Tx,
  pack: { readonly sha256: string; readonly title: string; readonly batch: string | null },
): void {
  insertPackSeen(tx.db, { ...pack, at: tx.at });
}
