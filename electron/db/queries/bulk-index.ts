/** Prepared statements for search, map index and imported rows of many new incidents at once. */
import type { Writer } from '../sqlite.ts';
import { incidentTextColumns, type SearchTable } from './search-index.ts';

export interface BulkIndex {
  /** Folded words by column of `incident_fts`. */
  readonly words: (pk: number, texts: readonly string[]) => void;
  readonly point: (pk: number, lat: number, lon: number) => void;
  /** The document of a record in `search_fts`; folded. */
  readonly document: (table: SearchTable, id: string, title: string, body: string) => void;
  readonly importedRow: (
    pk: number,
    row: { seq: number; line: number; stamp: number | null; digest: string; kept: string | null },
  ) => void;
}

export function bulkIndex(db: Writer): BulkIndex {
  const marks = incidentTextColumns.map(() => '?').join(', ');
  const words = db.prepare(
    `INSERT INTO incident_fts (rowid, ${incidentTextColumns.join(', ')}) VALUES (?, ${marks})`,
  );
  const point = db.prepare('INSERT INTO incident_rtree VALUES (?, ?, ?, ?, ?)');
  const doc = db.prepare('INSERT INTO search_doc (table_name, record_id) VALUES (?, ?)');
  const body = db.prepare('INSERT INTO search_fts (rowid, title, body) VALUES (?, ?, ?)');
  const imported = db.prepare(
    `INSERT INTO imported_row (incident_pk, action_seq, line, stamp, digest, kept)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return {
    words: (pk, texts) => void words.run(pk, ...texts),
    point: (pk, lat, lon) => void point.run(pk, lat, lat, lon, lon),
    document(table, id, title, text) {
      const { lastInsertRowid } = doc.run(table, id);
      body.run(lastInsertRowid, title, text);
    },
    importedRow: (pk, { seq, line, stamp, digest, kept }) =>
      void imported.run(pk, seq, line, stamp, digest, kept),
  };
}

/** Fewer and larger pieces of the word index while much is written; `null` sets it back. */
export function setWordBuffer(db: Writer, bytes: number | null): void {
  for (const index of ['incident_fts', 'search_fts']) {
    db.prepare(`INSERT INTO ${index} (${index}, rank) VALUES ('hashsize', ?)`).run(
      BigInt(bytes ?? usualBuffer),
    );
  }
}
const usualBuffer = 1024 * 1024;

/** Joins the pieces of the word index: left apart, some later edit would have to (decision 0090). */
export function mergeWords(db: Writer): void {
  for (const index of ['incident_fts', 'search_fts']) {
    db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
  }
}
