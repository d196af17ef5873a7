/** What SQLite itself and the indexes say about the state of the file. Reads only. */
import Database from 'better-sqlite3';
import { registerFunctions } from '../functions.ts';
import { all, column, each, type Reader, type Row } from '../sqlite.ts';
import {
  documentTexts,
  incidentTextColumns,
  incidentTexts,
  type SearchTable,
  searchTables,
  worded,
} from './search-index.ts';

/** Lines of `integrity_check`, which also looks into the full-text and R*Tree indexes. */
export function integrityProblems(db: Reader): string[] {
  // a full-text index that a thread wrote meanwhile: a question makes this connection see it anew, the
  // check itself would go by what it knew, and call a sound index damaged
  for (const table of ['incident_fts', 'search_fts']) {
    column<number>(db, `SELECT rowid FROM ${table} WHERE ${table} MATCH 'cairn' LIMIT 1`);
  }
  const lines = db.pragma('integrity_check') as { integrity_check: string }[];
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok');
}

/** Rows that point to nothing. */
export function foreignKeyProblems(db: Reader): { table: string; id: string | null }[] {
  const lines = db.pragma('foreign_key_check') as { table: string; rowid: number | null }[];
  return lines.map(({ table, rowid }) => {
    if (rowid === null || !/^[a-z_]+$/.test(table)) return { table, id: null };
    const row = db.prepare(`SELECT * FROM ${table} WHERE rowid = ?`).get(rowid) as Row | undefined;
    return { table, id: typeof row?.id === 'string' ? row.id : null };
  });
}

/** Incidents whose point and R*Tree entry disagree, and entries of no incident. */
export function rtreeProblems(db: Reader): string[] {
  return column<string>(
    db,
    `SELECT incident.id FROM incident LEFT JOIN incident_rtree AS box ON box.pk = incident.pk
     WHERE (incident.latitude IS NULL) <> (box.pk IS NULL)
       OR abs(box.min_lat - incident.latitude) > 1e-3 OR abs(box.min_lon - incident.longitude) > 1e-3
     UNION ALL
     SELECT CAST(box.pk AS TEXT) FROM incident_rtree AS box
     WHERE NOT EXISTS (SELECT 1 FROM incident WHERE incident.pk = box.pk)`,
  );
}

/** An order-free fingerprint of every document in a full-text index, by rowid. */
function fingerprints(db: Database.Database, table: string): Map<number, number> {
  db.exec(`CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, '${table}', 'instance')`);
  try {
    const sums = new Map<number, number>();
    const rows = db.prepare('SELECT term, doc, col, offset FROM temp.words').raw().iterate();
    for (const row of rows as IterableIterator<[string, number, string, number]>) {
      const [term, doc, col, offset] = row;
      let hash = 2166136261 ^ offset;
      for (const text of [term, col]) {
        for (let at = 0; at < text.length; at += 1) {
          hash = Math.imul(hash ^ text.charCodeAt(at), 16777619);
        }
      }
      sums.set(doc, (sums.get(doc) ?? 0) + (hash >>> 0));
    }
    return sums;
  } finally {
    db.exec('DROP TABLE temp.words');
  }
}

function differing(ours: Map<number, number>, ought: Map<number, number>): Set<number> {
  const docs = new Set<number>();
  for (const [doc, sum] of ours) if (ought.get(doc) !== sum) docs.add(doc);
  for (const doc of ought.keys()) if (!ours.has(doc)) docs.add(doc);
  return docs;
}

/** The indexes built anew in memory from the records, to compare with. */
function rebuilt(db: Reader): { incident: Map<number, number>; search: Map<number, number> } {
  const memory = new Database(':memory:');
  try {
    registerFunctions(memory);
    const columns = incidentTextColumns.join(', ');
    const tokenize = 'tokenize = "unicode61 remove_diacritics 0"';
    memory.exec(`CREATE VIRTUAL TABLE incident_fts USING fts5 (${columns}, content = '', ${tokenize});
      CREATE VIRTUAL TABLE search_fts USING fts5 (title, body, content = '', ${tokenize}); BEGIN`);
    const marks = incidentTextColumns.map(() => '?').join(', ');
    const incident = memory.prepare(
      `INSERT INTO incident_fts (rowid, ${columns}) VALUES (?, ${marks})`,
    );
    for (const { pk, id } of each<{ pk: number; id: string }>(db, 'SELECT pk, id FROM incident')) {
      incident.run(pk, ...incidentTexts(db, id));
    }
    const search = memory.prepare('INSERT INTO search_fts (rowid, title, body) VALUES (?, ?, ?)');
    const docs = each<{ pk: number; table_name: SearchTable; record_id: string }>(
      db,
      'SELECT pk, table_name, record_id FROM search_doc',
    );
    for (const doc of docs) {
      search.run(doc.pk, ...documentTexts(db, doc.table_name, doc.record_id));
    }
    memory.exec('COMMIT');
    return {
      incident: fingerprints(memory, 'incident_fts'),
      search: fingerprints(memory, 'search_fts'),
    };
  } finally {
    memory.close();
  }
}

/** A connection for reading only may still make a view of the words for a moment. */
function withTemporary<T>(db: Reader, work: () => T): T {
  const was = db.pragma('query_only', { simple: true });
  db.pragma('query_only = OFF');
  try {
    return work();
  } finally {
    db.pragma(`query_only = ${String(was)}`);
  }
}

const missingDocuments = searchTables
  .map(
    (table) => `SELECT '${table}' AS "table", id FROM ${table}
      WHERE deleted_at IS NULL AND ${worded[table] ?? 'true'}
      AND NOT EXISTS (SELECT 1 FROM search_doc WHERE record_id = ${table}.id)`,
  )
  .join(' UNION ALL ');

/** Records whose words in a search index are not those of the record. */
export function searchProblems(db: Reader): { table: string; id: string }[] {
  return withTemporary(db, () => {
    const ought = rebuilt(db);
    const incidents = differing(fingerprints(db, 'incident_fts'), ought.incident);
    const documents = differing(fingerprints(db, 'search_fts'), ought.search);
    return [
      ...all<{ table: string; id: string }>(
        db,
        `SELECT 'incident' AS "table", id FROM incident
         WHERE pk IN (SELECT value FROM json_each(?))`,
        [JSON.stringify([...incidents])],
      ),
      ...all<{ table: string; id: string }>(
        db,
        `SELECT table_name AS "table", record_id AS id FROM search_doc
         WHERE pk IN (SELECT value FROM json_each(?))`,
        [JSON.stringify([...documents])],
      ),
      ...all<{ table: string; id: string }>(db, missingDocuments),
    ];
  });
}
