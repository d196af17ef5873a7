// Search and space. Every text in here is folded (shared/lib/fold.ts), so the tokenizer need not.
// The rowid of `incident_fts` and `incident_rtree` is `incident.pk`; that of `search_fts` is
// `search_doc.pk`. Without content of their own: what is found is read from the records.
import type { Migration } from '../migrate.ts';

/** The indexes by their names, to be made again from the records (`emptyIndexes`). */
export const indexTables = {
  incident_fts: `CREATE VIRTUAL TABLE incident_fts USING fts5 (
  title, summary, place, actors, claims, notes, sources,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
)`,
  incident_rtree:
    'CREATE VIRTUAL TABLE incident_rtree USING rtree (pk, min_lat, max_lat, min_lon, max_lon)',
  search_fts: `CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
)`,
} as const;

export const searchMigration: Migration = {
  version: 60,
  sql: `
CREATE TABLE attachment_chunk (
  sha256 TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, n)
) STRICT, WITHOUT ROWID;

${indexTables.incident_fts};

${indexTables.incident_rtree};

CREATE TABLE search_doc (
  pk INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE
) STRICT;

${indexTables.search_fts};
`,
};
