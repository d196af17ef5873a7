// What an analyst decided where a data set says otherwise (docs/decisions/0112). A decision is another row of
// the incident: it says the same as the one it follows, which action that row is of (`base_seq`; null: its
// own), and for which fields the analyst's words were kept for good (`settled`, JSON list of names).
import type { Migration } from '../migrate.ts';

export const importConflictsMigration: Migration = {
  version: 141,
  sql: `
ALTER TABLE imported_row ADD COLUMN base_seq INTEGER;
ALTER TABLE imported_row ADD COLUMN settled TEXT CHECK (settled IS NULL OR json_valid(settled));
CREATE INDEX imported_row_refused ON imported_row (incident_pk) WHERE refused IS NOT NULL;
`,
};
