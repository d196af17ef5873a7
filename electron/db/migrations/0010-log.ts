// What was done to the case, by whom and when, and what came from where. `change` is append-only;
// of `action` only the place on the undo stack may change. `hash` chains each action to the last.
import type { Migration } from '../migrate.ts';

export const logMigration: Migration = {
  version: 10,
  sql: `
CREATE TABLE import_batch (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT,
  title TEXT NOT NULL,
  counts TEXT NOT NULL CHECK (json_valid(counts) AND json_type(counts) = 'object')
) STRICT;

CREATE TABLE pack_seen (
  sha256 TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  title TEXT NOT NULL,
  batch TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE action (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  author_name TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('create', 'update', 'delete', 'restore', 'import', 'bulk', 'undo', 'redo')),
  title TEXT NOT NULL,
  why TEXT,
  batch TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'gone')),
  is_undoable INTEGER NOT NULL CHECK (is_undoable IN (0, 1)),
  undoes INTEGER REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX action_undoable ON action (state, seq) WHERE is_undoable = 1;
CREATE INDEX action_batch ON action (batch) WHERE batch IS NOT NULL;
CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE change (
  pk INTEGER PRIMARY KEY,
  action_seq INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  field TEXT NOT NULL,
  old TEXT CHECK (old IS NULL OR json_valid(old)),
  new TEXT CHECK (new IS NULL OR json_valid(new))
) STRICT;
CREATE INDEX change_action_seq ON change (action_seq);
CREATE INDEX change_record_id ON change (record_id, action_seq);

CREATE TABLE revision (
  pk INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  rev TEXT NOT NULL,
  prev_rev TEXT,
  updated_at TEXT,
  updated_by TEXT,
  action_seq INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1))
) STRICT;
CREATE INDEX revision_record_id ON revision (record_id, pk);
CREATE INDEX revision_action_seq ON revision (action_seq);

CREATE TRIGGER change_keep BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'change rows are never altered');
END;
CREATE TRIGGER change_stay BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'change rows are never deleted');
END;
CREATE TRIGGER action_keep BEFORE UPDATE OF
  seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes, hash
ON action BEGIN
  SELECT RAISE(ABORT, 'of an action only its state changes');
END;
CREATE TRIGGER action_stay BEFORE DELETE ON action BEGIN
  SELECT RAISE(ABORT, 'actions are never deleted');
END;
`,
};
