// Decisions about two incidents: different attacks, or one and merged; and the indexes by which
// incidents are found that could be the same.
import type { Migration } from '../migrate.ts';

export const pairsMigration: Migration = {
  version: 80,
  sql: `
CREATE TABLE incident_pair (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  a_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  b_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  verdict TEXT NOT NULL CHECK (verdict IN ('different', 'same')),
  kept_id TEXT REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  why TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (a_id < b_id),
  CHECK ((verdict = 'same') = (kept_id IS NOT NULL))
) STRICT;
CREATE INDEX incident_pair_a_id ON incident_pair (a_id);
CREATE INDEX incident_pair_b_id ON incident_pair (b_id);
CREATE INDEX incident_place_key ON incident (place_key, date_earliest, date_latest)
  WHERE deleted_at IS NULL AND place_key <> '';
CREATE INDEX incident_vague ON incident (
  date_earliest, date_latest, latitude, longitude, place_key
) WHERE deleted_at IS NULL AND (date_earliest IS NULL OR date_latest IS NULL
  OR julianday(date_latest) - julianday(date_earliest) > 31);
CREATE INDEX source_text_sha256 ON source (text_sha256) WHERE text_sha256 IS NOT NULL;
CREATE INDEX source_url ON source (url) WHERE url IS NOT NULL;
`,
};
