/** Keeps caches and search indexes in step with the records, inside the transaction that wrote them. */
import type { TableName } from '../../shared/domain/records.ts';
import { incidentsAffected } from '../db/queries/affected.ts';
import { writeCache } from '../db/queries/incident-cache.ts';
import {
  indexDocument,
  indexIncident,
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

/** Works out everything that depends on these records. Answers the incidents whose row changed. */
export function keepInStep(db: Writer, written: readonly Written[]): ReadonlySet<string> {
  const incidents = new Set<string>();
  const documents = new Map<string, SearchTable>();
  for (const { table, id, before, after } of written) {
    for (const values of before ? [before, after] : [after]) {
      for (const incident of incidentsAffected(db, table, values)) incidents.add(incident);
      const owner = owners[table];
      if (owner) documents.set(String(values[owner.field]), owner.table);
    }
    if (isSearchTable(table)) documents.set(id, table);
  }
  for (const id of incidents) {
    writeCache(db, id);
    indexIncident(db, id);
  }
  for (const [id, table] of documents) indexDocument(db, table, id);
  return incidents;
}
