/** The documents of many records of one table at once: as `documentTexts` has one. */
import { run, type SqlValue, tuples, type Writer } from '../../sqlite.ts';
import { rowWriter } from '../row-writer.ts';
import { folded, type SearchTable, worded } from '../search-index.ts';

interface Parts {
  readonly title: readonly string[];
  readonly body: readonly string[];
  /** Further names, which stand in the title. */
  readonly names?: { readonly table: string; readonly owner: string };
}

const partsOf: { readonly [T in SearchTable]: Parts } = {
  actor: {
    ...{ title: ['name'], body: ['description'] },
    names: { table: 'actor_name', owner: 'actor_id' },
  },
  source: { title: ['title'], body: ['publisher', 'author', 'url', 'text'] },
  place: {
    ...{ title: ['name'], body: ['description', 'admin1', 'admin2'] },
    names: { table: 'place_name', owner: 'place_id' },
  },
  note: { title: [], body: ['body'] },
  claim: { title: [], body: ['statement', 'value', 'origin_words'] },
};

function furtherNames(db: Writer, { names }: Parts, json: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  if (names === undefined) return found;
  const text = `SELECT ${names.owner}, name FROM ${names.table}
    WHERE ${names.owner} IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY pk`;
  for (const [owner, name] of tuples<readonly [string, string]>(db, text, [json])) {
    found.set(owner, [...(found.get(owner) ?? []), name]);
  }
  return found;
}

/** Deleted records and those without words have none. Some hundred of them at a time. */
export function indexDocumentsOf(db: Writer, table: SearchTable, ids: readonly string[]): void {
  const json = JSON.stringify(ids);
  const parts = partsOf[table];
  const fields = [...parts.title, ...parts.body];
  const live = tuples<readonly [id: string, ...SqlValue[]]>(
    db,
    `SELECT ${['id', ...fields].join(', ')} FROM ${table}
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
       AND ${worded[table] ?? 'true'}`,
    [json],
  );
  const documents = () =>
    tuples<readonly [id: string, pk: number]>(
      db,
      'SELECT record_id, pk FROM search_doc WHERE record_id IN (SELECT value FROM json_each(?))',
      [json],
    );
  const isLive = new Set(live.map(([id]) => id));
  const gone = documents().flatMap(([id, pk]) => (isLive.has(id) ? [] : [pk]));
  if (gone.length > 0) {
    const keys = JSON.stringify(gone);
    run(db, 'DELETE FROM search_fts WHERE rowid IN (SELECT value FROM json_each(?))', [keys]);
    run(db, 'DELETE FROM search_doc WHERE pk IN (SELECT value FROM json_each(?))', [keys]);
  }
  if (live.length === 0) return;
  run(
    db,
    `INSERT OR IGNORE INTO search_doc (table_name, record_id) SELECT ?, value FROM json_each(?)`,
    [table, JSON.stringify([...isLive])],
  );
  const keyOf = new Map(documents());
  const names = furtherNames(db, parts, json);
  const cells: SqlValue[] = [];
  for (const [id, ...values] of live) {
    const title = [...values.slice(0, parts.title.length), ...(names.get(id) ?? [])];
    cells.push(keyOf.get(id) ?? null, folded(title), folded(values.slice(parts.title.length)));
  }
  const columns = ['rowid', 'title', 'body'];
  rowWriter(db, 'search_fts', columns, { isReplacing: true, atOnce: 4000 }).write(cells);
}
