// Records made by the million in one import have no change row each, but one for each range of keys
// (docs/decisions/0091). `imported_row` says what a row of a data set was when it was taken in: a later
// file is compared with it. Rows are never altered: one of an action undone does not count. `action_seq`
// carries no reference: while one is open, each row that others may name has SQLite search those tables.
import type { Migration } from '../migrate.ts';

export const bulkMigration: Migration = {
  version: 110,
  sql: `
CREATE INDEX change_bulk ON change (table_name, pk) WHERE field = '*bulk';
CREATE TABLE imported_row (
  incident_pk INTEGER NOT NULL REFERENCES incident (pk) DEFERRABLE INITIALLY DEFERRED,
  action_seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  stamp INTEGER,
  digest TEXT NOT NULL,
  kept TEXT CHECK (kept IS NULL OR json_valid(kept)),
  refused TEXT CHECK (refused IS NULL OR json_valid(refused)),
  PRIMARY KEY (incident_pk, action_seq)
) STRICT, WITHOUT ROWID;
`,
};
