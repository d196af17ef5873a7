// Incidents, actors and places. The columns after `origin` of incident are caches computed from
// its claims and its place; they have no part in `rev` or in change rows.
import type { Migration } from '../migrate.ts';

export const recordsMigration: Migration = {
  version: 20,
  sql: `
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
CREATE INDEX incident_list ON incident (
  deleted_at, date_earliest, date_latest, title_key, killed_given, killed_low, killed_high, status
);
CREATE INDEX incident_date_earliest ON incident (date_earliest);
CREATE INDEX incident_date_latest ON incident (date_latest);
CREATE INDEX incident_place_id ON incident (place_id) WHERE place_id IS NOT NULL;
CREATE INDEX incident_external_key ON incident (external_key) WHERE external_key IS NOT NULL;
CREATE INDEX incident_origin ON incident (origin) WHERE origin IS NOT NULL;

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
`,
};
