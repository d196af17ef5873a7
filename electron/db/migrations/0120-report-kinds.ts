// Every kind of report can be kept, the weekly trend note too. A CHECK cannot be changed in place: the
// table is written anew. Nothing points to it by a foreign key.
import type { Migration } from '../migrate.ts';

const columns =
  'pk, id, kind, title, inputs, inputs_sha256, rev, created_at, created_by, updated_at, updated_by, deleted_at, tlp, origin';

export const reportKindsMigration: Migration = {
  version: 120,
  sql: `
CREATE TABLE report_new (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL
    CHECK (kind IN ('brief', 'list', 'sitrep', 'profile', 'chronology', 'trend')),
  title TEXT NOT NULL,
  inputs TEXT NOT NULL,
  inputs_sha256 TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO report_new (${columns}) SELECT ${columns} FROM report;
DROP TABLE report;
ALTER TABLE report_new RENAME TO report;
`,
};
