// What claims do to one another. The rule of origins is newer than the caches of older files, so they
// are worked out again.
import type { Migration } from '../migrate.ts';

export const claimRelationMigration: Migration = {
  version: 70,
  isCacheStale: true,
  sql: `
CREATE TABLE claim_relation (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  from_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  to_claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('supports', 'contradicts')),
  note TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX claim_relation_from_claim_id ON claim_relation (from_claim_id);
CREATE INDEX claim_relation_to_claim_id ON claim_relation (to_claim_id);
`,
};
