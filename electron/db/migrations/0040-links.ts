// What hangs on records: links, notes, attachments and tags. Ends and targets name a table, so each
// has one generated column per table, which carries the foreign key.
import type { Migration } from '../migrate.ts';

export const linksMigration: Migration = {
  version: 40,
  sql: `
CREATE TABLE link (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  kind TEXT NOT NULL
    CHECK (kind IN (
      'actor-incident', 'actor-actor', 'incident-incident')),
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  role TEXT NOT NULL
    CHECK (role IN (
      'perpetrator', 'target', 'victim', 'claimant', 'involved', 'responder',
      'speaker', 'subject', 'named', 'member-of', 'leader-of', 'part-of',
      'affiliate-of', 'splinter-of', 'ally-of', 'rival-of', 'commands', 'supports',
      'predecessor-of', 'related-to', 'follows', 'same-campaign', 'possibly-same-as',
      'duplicate-of')),
  attribution TEXT
    CHECK (attribution IN (
      'claimed', 'alleged', 'assessed', 'confirmed', 'denied')),
  confidence TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  date_from TEXT,
  date_to TEXT,
  claim_id TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT NOT NULL,
  from_actor_id TEXT AS (CASE WHEN kind <> 'incident-incident' THEN from_id END) STORED
    REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  from_incident_id TEXT AS (CASE WHEN kind = 'incident-incident' THEN from_id END) STORED
    REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  to_actor_id TEXT AS (CASE WHEN kind = 'actor-actor' THEN to_id END) STORED
    REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  to_incident_id TEXT AS (CASE WHEN kind <> 'actor-actor' THEN to_id END) STORED
    REFERENCES incident (id) DEFERRABLE INITIALLY DEFERRED,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX link_from_id ON link (from_id);
CREATE INDEX link_to_id ON link (to_id);
CREATE INDEX link_incidents ON link (role) WHERE kind = 'incident-incident';
CREATE INDEX link_claim_id ON link (claim_id) WHERE claim_id IS NOT NULL;
CREATE INDEX link_source_id ON link (source_id) WHERE source_id IS NOT NULL;

CREATE TABLE note (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  target_table TEXT NOT NULL
    CHECK (target_table IN (
      'incident', 'actor', 'source', 'claim', 'link', 'place', 'passage')),
  target_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('comment', 'assessment', 'question', 'hypothesis')),
  body TEXT NOT NULL,
  likelihood TEXT
    CHECK (likelihood IN (
      'almost-no-chance', 'very-unlikely', 'unlikely', 'roughly-even-chance',
      'likely', 'very-likely', 'almost-certain')),
  confidence TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  is_resolved INTEGER NOT NULL CHECK (is_resolved IN (0, 1)),
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
CREATE INDEX note_deleted_at ON note (deleted_at);
CREATE INDEX note_target ON note (target_table, target_id);

CREATE TABLE attachment (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  target_table TEXT NOT NULL
    CHECK (target_table IN (
      'incident', 'actor', 'source', 'claim', 'link', 'place', 'passage')),
  target_id TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 TEXT NOT NULL,
  captured_at TEXT,
  origin_words TEXT,
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
CREATE INDEX attachment_target ON attachment (target_table, target_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE TABLE tag (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  colour TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE tagging (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  tag_id TEXT NOT NULL REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
  target_table TEXT NOT NULL
    CHECK (target_table IN (
      'incident', 'actor', 'source', 'claim', 'link', 'place', 'passage')),
  target_id TEXT NOT NULL,
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
CREATE INDEX tagging_tag_id ON tagging (tag_id);
CREATE INDEX tagging_target ON tagging (target_table, target_id);
`,
};
