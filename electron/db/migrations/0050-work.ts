// What belongs to the work itself: saved views, reports, the people who work on the case, the case.
import type { Migration } from '../migrate.ts';

export const workMigration: Migration = {
  version: 50,
  sql: `
CREATE TABLE saved_view (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  filter_text TEXT NOT NULL,
  layout TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE report (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL CHECK (kind IN ('brief', 'list', 'sitrep', 'profile', 'chronology')),
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

CREATE TABLE person (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  initials TEXT,
  organisation TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE case_info (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  invented INTEGER NOT NULL CHECK (invented IN (0, 1)),
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
`,
};
