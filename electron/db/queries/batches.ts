/** Imports: what came from where. */
import { all, get, type Reader, run, value, type Writer } from '../sqlite.ts';

export interface BatchRow {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly format: string;
  readonly file_name: string;
  readonly sha256: string | null;
  readonly title: string;
  /** JSON object of numbers. */
  readonly counts: string;
}

export interface KeptBatchRow extends BatchRow {
  /** JSON of what it was and did; null for imports of before that was kept. */
  readonly report: string | null;
}

export function insertBatchRow(db: Writer, batch: BatchRow): void {
  run(
    db,
    `INSERT INTO import_batch (id, at, author, format, file_name, sha256, title, counts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      batch.id,
      batch.at,
      batch.author,
      batch.format,
      batch.file_name,
      batch.sha256,
      batch.title,
      batch.counts,
    ],
  );
}

export function setBatchCounts(db: Writer, id: string, counts: string): void {
  run(db, 'UPDATE import_batch SET counts = ? WHERE id = ?', [counts, id]);
}

export function setBatchReportRow(db: Writer, id: string, report: string): void {
  run(db, 'UPDATE import_batch SET report = ? WHERE id = ?', [report, id]);
}

export function getBatchRow(db: Reader, id: string): KeptBatchRow | undefined {
  return get<KeptBatchRow>(db, 'SELECT * FROM import_batch WHERE id = ?', [id]);
}

/** Of a file that was read while it was taken in. */
export function setBatchFile(db: Writer, id: string, sha256: string): void {
  run(db, 'UPDATE import_batch SET sha256 = ? WHERE id = ?', [sha256, id]);
}

/** What kind of file an import read, as `acled`; undefined for an import of another case. */
export function batchFormat(db: Reader, id: string): string | undefined {
  return value<string>(db, 'SELECT format FROM import_batch WHERE id = ?', [id]);
}

/** Newest first. Undone: by Ctrl+Z of the import itself, or as a batch later. */
export function listBatchRows(db: Reader): (KeptBatchRow & { readonly is_undone: number })[] {
  return all(
    db,
    `SELECT import_batch.*, coalesce((
       SELECT action.state <> 'done' OR EXISTS (
         SELECT 1 FROM action AS taken WHERE taken.undoes = action.seq AND taken.kind = 'undo'
           AND taken.is_undoable = 1 AND taken.state = 'done')
       FROM action WHERE action.batch = import_batch.id AND action.kind = 'import'
       ORDER BY action.seq LIMIT 1), 0) AS is_undone
     FROM import_batch ORDER BY pk DESC`,
  );
}

export interface PackSeenRow {
  readonly sha256: string;
  readonly at: string;
  readonly title: string;
  readonly batch: string | null;
}

export function getPackSeen(db: Reader, sha256: string): PackSeenRow | undefined {
  return get<PackSeenRow>(db, 'SELECT sha256, at, title, batch FROM pack_seen WHERE sha256 = ?', [
    sha256,
  ]);
}

export function insertPackSeen(db: Writer, seen: PackSeenRow): void {
  run(db, 'INSERT OR REPLACE INTO pack_seen (sha256, at, title, batch) VALUES (?, ?, ?, ?)', [
    seen.sha256,
    seen.at,
    seen.title,
    seen.batch,
  ]);
}
