/** Import batches, written inside the act of an import and listed for the exchange screen. */
import type { Batch } from '../../shared/contract/exchange-calls.ts';
import {
  getPackSeen,
  insertBatchRow,
  insertPackSeen,
  listBatchRows,
  type PackSeenRow,
  setBatchCounts,
} from '../db/queries/batches.ts';
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

/** Newest first. */
export function listBatches(db: Reader): Batch[] {
  return listBatchRows(db).map((row) => ({
    id: row.id,
    at: row.at,
    author: row.author,
    format: row.format,
    fileName: row.file_name,
    title: row.title,
    counts: JSON.parse(row.counts) as Record<string, number>,
    isUndone: row.is_undone === 1,
  }));
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
