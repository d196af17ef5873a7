// The columns as they were at one revision, so that a large case need not be read row by row at every
// opening; and which records each later action touched. Worked out from the records: may be emptied
// at any time. Unplaced incidents get an index, or counting them would read the whole table.
import type { Migration } from '../migrate.ts';

export const columnSnapshotMigration: Migration = {
  version: 90,
  sql: `
CREATE TABLE column_snapshot (
  name TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (name, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE column_delta (
  seq INTEGER PRIMARY KEY,
  ids TEXT NOT NULL CHECK (json_valid(ids))
) STRICT;
CREATE INDEX incident_unplaced ON incident (deleted_at) WHERE latitude IS NULL;
`,
};
