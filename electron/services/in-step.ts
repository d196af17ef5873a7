/** Keeps caches and search indexes in step with the records, inside the transaction that wrote them. */
import type { TableName } from '../../shared/domain/records.ts';
import { type Aspect, aspectsAffected, incidentsAffected } from '../db/queries/affected.ts';
import { writeCache } from '../db/queries/incident-cache.ts';
import {
  indexDocument,
  indexPoint,
  indexWords,
  type SearchTable,
  searchTables,
} from '../db/queries/search-index.ts';
import type { Writer } from '../db/sqlite.ts';

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

function isSearchTable(table: TableName): table is SearchTable {
  return (searchTables as readonly string[]).includes(table);
}

const redo: { readonly [A in Aspect]: (db: Writer, id: string) => void } = {
  cache: writeCache,
  words: indexWords,
  point: indexPoint,
};

/** Works out everything that depends on these records. Answers the incidents whose row may differ. */
export function keepInStep(db: Writer, written: readonly Written[]): ReadonlySet<string> {
  const shown = new Set<string>();
  const todo: { readonly [A in Aspect]: Set<string> } = {
    cache: new Set(),
    words: new Set(),
    point: new Set(),
  };
  const documents = new Map<string, SearchTable>();
  for (const { table, id, before, after } of written) {
    const aspects = aspectsAffected(table, before, after);
    for (const values of before ? [before, after] : [after]) {
      for (const incident of incidentsAffected(db, table, values)) {
        shown.add(incident);
        for (const aspect of aspects) todo[aspect].add(incident);
      }
      const owner = owners[table];
      if (owner) documents.set(String(values[owner.field]), owner.table);
    }
    if (isSearchTable(table)) documents.set(id, table);
  }
  for (const aspect of ['cache', 'words', 'point'] as const) {
    for (const id of todo[aspect]) redo[aspect](db, id);
  }
  for (const [id, table] of documents) indexDocument(db, table, id);
  return shown;
}
