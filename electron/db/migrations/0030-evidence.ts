// Who said what: sources, claims, tolls and the passages they rest on.
import type { Migration } from '../migrate.ts';

export const evidenceMigration: Migration = {
  version: 30,
  sql: `
CREATE TABLE source (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL
    CHECK (kind IN (
      'article', 'statement', 'video', 'audio', 'image', 'social-post', 'report',
      'monitor-report', 'interview', 'dataset-row', 'document', 'other')),
  title TEXT NOT NULL,
  publisher TEXT,
  publisher_actor_id TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  author TEXT,
  url TEXT,
  published TEXT,
  published_earliest TEXT,
  published_latest TEXT,
  accessed TEXT,
  language TEXT,
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reliability_why TEXT,
  via_source_id TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  text_sha256 TEXT,
  text_version INTEGER NOT NULL CHECK (text_version >= 1),
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX source_publisher_actor_id ON source (publisher_actor_id) WHERE publisher_actor_id IS NOT NULL;
CREATE INDEX source_via_source_id ON source (via_source_id) WHERE via_source_id IS NOT NULL;

CREATE TABLE claim (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  incident_id TEXT NOT NULL REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  claimant_id TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  via TEXT NOT NULL CHECK (json_valid(via) AND json_type(via) = 'array'),
  kind TEXT NOT NULL
    CHECK (kind IN (
      'toll', 'date', 'place', 'attribution', 'denial', 'other')),
  statement TEXT NOT NULL,
  value TEXT,
  made_on TEXT,
  credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
  credibility_why TEXT,
  denied_by_id TEXT REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  superseded_by_id TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  origin_words TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX claim_deleted_at ON claim (deleted_at);
CREATE INDEX claim_incident_id ON claim (incident_id);
CREATE INDEX claim_source_id ON claim (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX claim_claimant_id ON claim (claimant_id) WHERE claimant_id IS NOT NULL;
CREATE INDEX claim_denied_by_id ON claim (denied_by_id) WHERE denied_by_id IS NOT NULL;
CREATE INDEX claim_superseded_by_id ON claim (superseded_by_id) WHERE superseded_by_id IS NOT NULL;

CREATE TABLE toll (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  claim_id TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  party TEXT NOT NULL
    CHECK (party IN (
      'military', 'police', 'civilian', 'militant', 'mixed', 'unknown')),
  outcome TEXT NOT NULL
    CHECK (outcome IN (
      'killed', 'injured', 'captured', 'missing', 'displaced')),
  low INTEGER CHECK (low BETWEEN 0 AND 100000000),
  high INTEGER CHECK (high BETWEEN 0 AND 100000000),
  qualifier TEXT NOT NULL
    CHECK (qualifier IN (
      'exact', 'at-least', 'at-most', 'about', 'between', 'several', 'dozens',
      'hundreds', 'heavy', 'none-given')),
  words TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX toll_claim_id ON toll (claim_id);

CREATE TABLE passage (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  source_id TEXT NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  target_table TEXT
    CHECK (target_table IN (
      'incident', 'actor', 'source', 'claim', 'link', 'place', 'passage')),
  target_id TEXT,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= 0),
  text_sha256 TEXT NOT NULL,
  is_lost INTEGER NOT NULL CHECK (is_lost IN (0, 1)),
  target_incident_id TEXT AS (CASE target_table WHEN 'incident' THEN target_id END) STORED
    REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  target_actor_id TEXT AS (CASE target_table WHEN 'actor' THEN target_id END) STORED
    REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  target_source_id TEXT AS (CASE target_table WHEN 'source' THEN target_id END) STORED
    REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  target_claim_id TEXT AS (CASE target_table WHEN 'claim' THEN target_id END) STORED
    REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  target_link_id TEXT AS (CASE target_table WHEN 'link' THEN target_id END) STORED
    REFERENCES link (id) DEFERRABLE INITIALLY DEFERRED,
  target_place_id TEXT AS (CASE target_table WHEN 'place' THEN target_id END) STORED
    REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  target_passage_id TEXT AS (CASE target_table WHEN 'passage' THEN target_id END) STORED
    REFERENCES passage (id) DEFERRABLE INITIALLY DEFERRED,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX passage_source_id ON passage (source_id);
CREATE INDEX passage_target ON passage (target_table, target_id);
`,
};
