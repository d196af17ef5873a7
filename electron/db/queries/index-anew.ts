/** The search and map indexes without anything in them, to be filled from the records. */
import { indexTables } from '../migrations/0060-search.ts';
import { run, tuples, type Writer } from '../sqlite.ts';
import type { SearchTable } from './search-index.ts';

const names = Object.keys(indexTables).join('|');
const ofIndex = new RegExp(
  `^(fts5: corruption .* table "(${names})"|malformed inverted index for FTS5 table main\\.(${names})$|In RTree main\\.(${names}):)`,
  's',
);

/** Whether a line of SQLite's own check is about an index that `emptyIndexes` makes anew. */
export function isOfIndex(line: string): boolean {
  return ofIndex.test(line);
}

/**
 * Makes the indexes anew, so that what cannot be read any more goes with the old ones. Only inside a
 * transaction. Throws errors of SQLite when not even their tables can be told apart.
 */
export function emptyIndexes(db: Writer): void {
  for (const [name, sql] of Object.entries(indexTables)) {
    db.exec(`DROP TABLE IF EXISTS ${name}`);
    db.exec(sql);
  }
  run(db, 'DELETE FROM search_doc');
}

/** Ids of all records of a table, deleted ones too, some at a time in the order of their making. */
export function* idsInPieces(
  db: Writer,
  table: 'incident' | SearchTable,
  size: number,
): Generator<readonly string[]> {
  let last = 0;
  for (;;) {
    const some = tuples<readonly [pk: number, id: string]>(
      db,
      `SELECT pk, id FROM ${table} WHERE pk > ? ORDER BY pk LIMIT ?`,
      [last, size],
    );
    if (some.length === 0) return;
    last = some.at(-1)?.[0] ?? last;
    yield some.map(([, id]) => id);
  }
}
