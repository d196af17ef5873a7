/** What new incidents bring to search, map index and imported rows, as pieces hold it. Writes nothing. */
import type { SearchTable } from '../../db/queries/search-index.ts';
import type { SqlValue } from '../../db/sqlite.ts';

export class IndexRows {
  #nextDocument: number;
  #imported: SqlValue[] = [];
  #documents: SqlValue[] = [];
  #texts: SqlValue[] = [];
  #points: SqlValue[] = [];
  #words: SqlValue[] = [];

  /** `firstDocument`: key of the next row of `search_doc`. */
  constructor(firstDocument: number) {
    this.#nextDocument = firstDocument;
  }

  /** Folded words by column of `incident_fts`. */
  words(pk: number, texts: readonly string[]): void {
    this.#words.push(pk, ...texts);
  }

  point(pk: number, lat: number, lon: number): void {
    this.#points.push(pk, lat, lat, lon, lon);
  }

  /** The document of a record; folded. */
  document(table: SearchTable, id: string, title: string, body: string): void {
    this.#documents.push(this.#nextDocument, table, id);
    this.#texts.push(this.#nextDocument, title, body);
    this.#nextDocument += 1;
  }

  importedRow(
    pk: number,
    row: {
      readonly seq: number;
      readonly line: number;
      readonly stamp: number | null;
      readonly digest: string;
      readonly kept: string | null;
    },
  ): void {
    this.#imported.push(pk, row.seq, row.line, row.stamp, row.digest, row.kept);
  }

  /** The rows since the last call. */
  take() {
    const taken = {
      imported_row: this.#imported,
      search_doc: this.#documents,
      search_fts: this.#texts,
      incident_rtree: this.#points,
      incident_fts: this.#words,
    };
    this.#imported = [];
    this.#documents = [];
    this.#texts = [];
    this.#points = [];
    this.#words = [];
    return taken;
  }
}
