-- Generated from electron/db/migrations: for reading, never run. To write it anew:
-- CAIRN_WRITE_SCHEMA=1 npx vitest run --config test/vitest.config.ts --project db schema

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

CREATE INDEX action_batch ON action (batch) WHERE batch IS NOT NULL;

CREATE TRIGGER action_hash_keep BEFORE UPDATE OF hash ON action WHEN OLD.hash <> '' BEGIN
  SELECT RAISE(ABORT, 'of an action only its state changes');
END;

CREATE TRIGGER action_keep BEFORE UPDATE OF
  seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes
ON action BEGIN
  SELECT RAISE(ABORT, 'of an action only its state changes');
END;

CREATE TRIGGER action_stay BEFORE DELETE ON action BEGIN
  SELECT RAISE(ABORT, 'actions are never deleted');
END;

CREATE INDEX action_undoable ON action (state, seq) WHERE is_undoable = 1;

CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE actor (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  name_lang TEXT,
  kind TEXT NOT NULL
    CHECK (kind IN (
      'state-force', 'rebel-group', 'political-militia', 'identity-militia',
      'rioters', 'protesters', 'civilians', 'external-force', 'police', 'government',
      'person', 'media-monitor', 'media-outlet', 'organisation', 'unidentified',
      'other')),
  country TEXT,
  active_from TEXT,
  active_to TEXT,
  inter_code INTEGER CHECK (inter_code BETWEEN 1 AND 8),
  description TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE actor_name (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  actor_id TEXT NOT NULL REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  lang TEXT,
  script TEXT,
  kind TEXT NOT NULL
    CHECK (kind IN (
      'primary', 'acronym', 'alias', 'transliteration', 'former')),
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX actor_name_actor_id ON actor_name (actor_id);

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

CREATE INDEX attachment_sha256 ON attachment (sha256);

CREATE INDEX attachment_target ON attachment (target_table, target_id);

CREATE TABLE attachment_chunk (
  sha256 TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (sha256, n)
) STRICT, WITHOUT ROWID;

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
, house_organisation TEXT, house_author TEXT, house_number TEXT, house_page TEXT CHECK (house_page IS NULL OR house_page IN ('A4', 'Letter')), house_lang TEXT CHECK (house_lang IS NULL OR house_lang IN ('en', 'fr')), house_accent TEXT, house_rule TEXT, house_logo TEXT) STRICT;

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

CREATE INDEX change_bulk ON change (table_name, pk) WHERE field = '*bulk';

CREATE TRIGGER change_keep BEFORE UPDATE ON change BEGIN
  SELECT RAISE(ABORT, 'change rows are never altered');
END;

CREATE INDEX change_record_id ON change (record_id, action_seq);

CREATE TRIGGER change_stay BEFORE DELETE ON change BEGIN
  SELECT RAISE(ABORT, 'change rows are never deleted');
END;

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

CREATE INDEX claim_claimant_id ON claim (claimant_id) WHERE claimant_id IS NOT NULL;

CREATE INDEX claim_deleted_at ON claim (deleted_at);

CREATE INDEX claim_denied_by_id ON claim (denied_by_id) WHERE denied_by_id IS NOT NULL;

CREATE INDEX claim_incident_id ON claim (incident_id);

CREATE INDEX claim_source_id ON claim (source_id) WHERE source_id IS NOT NULL;

CREATE INDEX claim_superseded_by_id ON claim (superseded_by_id) WHERE superseded_by_id IS NOT NULL;

CREATE INDEX claim_via ON claim (via) WHERE via <> '[]' AND deleted_at IS NULL;

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

CREATE TABLE column_delta (
  seq INTEGER PRIMARY KEY,
  ids TEXT NOT NULL CHECK (json_valid(ids))
) STRICT;

CREATE TABLE column_snapshot (
  name TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  bytes BLOB NOT NULL,
  PRIMARY KEY (name, n)
) STRICT, WITHOUT ROWID;

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
, report TEXT CHECK (report IS NULL OR json_valid(report))) STRICT;

CREATE TABLE imported_row (
  incident_pk INTEGER NOT NULL REFERENCES incident (pk) DEFERRABLE INITIALLY DEFERRED,
  action_seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  stamp INTEGER,
  digest TEXT NOT NULL,
  kept TEXT CHECK (kept IS NULL OR json_valid(kept)),
  refused TEXT CHECK (refused IS NULL OR json_valid(refused)), base_seq INTEGER, settled TEXT CHECK (settled IS NULL OR json_valid(settled)), said TEXT CHECK (said IS NULL OR json_valid(said)), file TEXT CHECK (file IS NULL OR json_valid(file)),
  PRIMARY KEY (incident_pk, action_seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX imported_row_refused ON imported_row (incident_pk) WHERE refused IS NOT NULL;

CREATE TABLE incident (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  title TEXT NOT NULL,
  event_type TEXT,
  sub_event_type TEXT,
  disorder_type TEXT
    CHECK (disorder_type IN (
      'Political violence', 'Political violence; Demonstrations', 'Demonstrations',
      'Strategic developments')),
  targets TEXT NOT NULL CHECK (json_valid(targets) AND json_type(targets) = 'array'),
  date_edtf TEXT,
  date_earliest TEXT,
  date_latest TEXT,
  date_words TEXT,
  time_words TEXT,
  place_id TEXT REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  place_words TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  geo_level TEXT NOT NULL
    CHECK (geo_level IN (
      'point', 'settlement', 'near', 'district', 'region', 'country', 'unknown')),
  radius_m REAL CHECK (radius_m BETWEEN 0 AND 5000000),
  geo_code TEXT,
  country TEXT,
  admin1 TEXT,
  admin2 TEXT,
  status TEXT NOT NULL
    CHECK (status IN (
      'reported', 'claimed', 'corroborated', 'confirmed', 'disputed', 'refuted')),
  status_why TEXT,
  confidence TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  review TEXT NOT NULL CHECK (review IN ('draft', 'reviewed', 'final')),
  invented INTEGER NOT NULL CHECK (invented IN (0, 1)),
  external_key TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED,
  toll_json TEXT CHECK (toll_json IS NULL OR json_valid(toll_json)),
  killed_low INTEGER,
  killed_high INTEGER,
  killed_given INTEGER NOT NULL DEFAULT 0 CHECK (killed_given IN (0, 1)),
  best_grade TEXT,
  grade_rank INTEGER,
  best_credibility INTEGER,
  place_label TEXT,
  title_key TEXT NOT NULL DEFAULT '',
  place_key TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL
) STRICT;

CREATE INDEX incident_date_earliest ON incident (date_earliest);

CREATE INDEX incident_date_latest ON incident (date_latest);

CREATE INDEX incident_external_key ON incident (external_key) WHERE external_key IS NOT NULL;

CREATE INDEX incident_list ON incident (
  deleted_at, date_earliest, date_latest, title_key, killed_given, killed_low, killed_high, status
);

CREATE INDEX incident_origin ON incident (origin) WHERE origin IS NOT NULL;

CREATE INDEX incident_place_id ON incident (place_id) WHERE place_id IS NOT NULL;

CREATE INDEX incident_place_key ON incident (place_key, date_earliest, date_latest)
  WHERE deleted_at IS NULL AND place_key <> '';

CREATE INDEX incident_unplaced ON incident (deleted_at) WHERE latitude IS NULL;

CREATE INDEX incident_vague ON incident (
  date_earliest, date_latest, latitude, longitude, place_key
) WHERE deleted_at IS NULL AND (date_earliest IS NULL OR date_latest IS NULL
  OR julianday(date_latest) - julianday(date_earliest) > 31);

CREATE VIRTUAL TABLE incident_fts USING fts5 (
  title, summary, place, actors, claims, notes, sources,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

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

CREATE VIRTUAL TABLE incident_rtree USING rtree (pk, min_lat, max_lat, min_lon, max_lon);

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

CREATE INDEX link_claim_id ON link (claim_id) WHERE claim_id IS NOT NULL;

CREATE INDEX link_from_id ON link (from_id);

CREATE INDEX link_incidents ON link (role) WHERE kind = 'incident-incident';

CREATE INDEX link_source_id ON link (source_id) WHERE source_id IS NOT NULL;

CREATE INDEX link_to_id ON link (to_id);

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

CREATE TABLE pack_seen (
  sha256 TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  title TEXT NOT NULL,
  batch TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE pack_sent (
  pk INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action_seq INTEGER NOT NULL,
  title TEXT NOT NULL
) STRICT;

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

CREATE TABLE place (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  name TEXT NOT NULL,
  gazetteer_id TEXT,
  kind TEXT,
  country TEXT,
  admin1 TEXT,
  admin2 TEXT,
  admin3 TEXT,
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  geo_level TEXT NOT NULL
    CHECK (geo_level IN (
      'point', 'settlement', 'near', 'district', 'region', 'country', 'unknown')),
  radius_m REAL CHECK (radius_m BETWEEN 0 AND 5000000),
  description TEXT NOT NULL,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE place_name (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
  place_id TEXT NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  lang TEXT,
  valid_from TEXT,
  valid_to TEXT,
  rev TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL,
  deleted_at TEXT,
  tlp TEXT NOT NULL CHECK (tlp IN ('CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED')),
  origin TEXT REFERENCES import_batch (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE INDEX place_name_place_id ON place_name (place_id);

CREATE TABLE product_number (
  number TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  n INTEGER,
  report_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX product_number_series ON product_number (kind, year, n);

CREATE TABLE "report" (
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

CREATE TABLE revision (
  pk INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  rev TEXT NOT NULL,
  prev_rev TEXT,
  updated_at TEXT,
  updated_by TEXT,
  action_seq INTEGER NOT NULL REFERENCES action (seq) DEFERRABLE INITIALLY DEFERRED,
  parents TEXT CHECK (parents IS NULL OR json_valid(parents))) STRICT;

CREATE INDEX revision_action_seq ON revision (action_seq);

CREATE INDEX revision_record_id ON revision (record_id, pk);

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

CREATE TABLE search_doc (
  pk INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIRTUAL TABLE search_fts USING fts5 (
  title, body,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 0", prefix = '2 3'
);

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

CREATE INDEX source_text_sha256 ON source (text_sha256) WHERE text_sha256 IS NOT NULL;

CREATE INDEX source_url ON source (url) WHERE url IS NOT NULL;

CREATE INDEX source_via_source_id ON source (via_source_id) WHERE via_source_id IS NOT NULL;

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
