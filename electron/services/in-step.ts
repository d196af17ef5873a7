/** Keeps caches and search indexes in step with the records, inside the transaction that wrote them. */
import type { TableName } from '../../shared/domain/records.ts';
import { type Aspect, aspectsAffected, incidentsAffected } from '../db/queries/affected.ts';
import { withWideWords } from '../db/queries/bulk-index.ts';
import { writeCachesOf } from '../db/queries/many/caches.ts';
import { indexDocumentsOf } from '../db/queries/many/documents.ts';
import { indexWordsOf } from '../db/queries/many/words.ts';
import { indexPoint, isSearchTable, type SearchTable } from '../db/queries/search-index.ts';
import type { Writer } from '../db/sqlite.ts';
import { counter, inPieces, noHooks, type Tick, type WorkHooks } from './work-hooks.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Written {
  readonly table: TableName;
  readonly id: string;
  readonly before: Values | undefined;
  readonly after: Values;
}

const owners: { readonly [T in TableName]?: { table: SearchTable; field: string } } = {
  actor_name: { table: 'actor', field: 'actor_id' },
  place_name: { table: 'place', field: 'place_id' },
};

/** Texts of sources are long. */
const documentsAtOnce: { readonly [T in SearchTable]?: number } = { source: 50 };

const redo: { readonly [A in Aspect]: (db: Writer, ids: readonly string[]) => void } = {
  cache: writeCachesOf,
  words: indexWordsOf,
  point: (db, ids) => {
    for (const id of ids) indexPoint(db, id);
  },
};

/** Puts caches and words of incidents in order, as those of records that they show change. */
export function putInOrder(
  db: Writer,
  aspect: Aspect,
  ids: Iterable<string>,
  done: Tick = () => undefined,
): void {
  for (const some of inPieces([...ids])) {
    redo[aspect](db, some);
    done(some.length);
  }
}

/** Puts the documents of records of one table in order. */
export function putDocumentsInOrder(
  db: Writer,
  table: SearchTable,
  ids: Iterable<string>,
  done: Tick = () => undefined,
): void {
  for (const some of inPieces([...ids], documentsAtOnce[table])) {
    indexDocumentsOf(db, table, some);
    done(some.length);
  }
}

/** Works out everything that depends on these records. Answers the incidents whose row may differ. */
export function keepInStep(
  db: Writer,
  written: readonly Written[],
  work: WorkHooks = noHooks,
): ReadonlySet<string> {
  const shown = new Set<string>();
  const todo: { readonly [A in Aspect]: Set<string> } = {
    cache: new Set(),
    words: new Set(),
    point: new Set(),
  };
  const documents = new Map<SearchTable, Set<string>>();
  const document = (table: SearchTable, id: string) =>
    documents.set(table, (documents.get(table) ?? new Set()).add(id));
  for (const { table, id, before, after } of written) {
    const aspects = aspectsAffected(table, before, after);
    for (const values of before ? [before, after] : [after]) {
      for (const incident of incidentsAffected(db, table, values)) {
        shown.add(incident);
        for (const aspect of aspects) todo[aspect].add(incident);
      }
      const owner = owners[table];
      if (owner) document(owner.table, String(values[owner.field]));
    }
    if (isSearchTable(table)) document(table, id);
  }
  const sets = [...Object.values(todo), ...documents.values()];
  const sum = sets.reduce((so, { size }) => so + size, 0);
  const indexed = counter(work, 'indexing', sum);
  withWideWords(db, sum - todo.cache.size - todo.point.size, () => {
    for (const aspect of ['cache', 'words', 'point'] as const) {
      putInOrder(db, aspect, todo[aspect], indexed);
    }
    for (const [table, ids] of documents) putDocumentsInOrder(db, table, ids, indexed);
  });
  return shown;
}
