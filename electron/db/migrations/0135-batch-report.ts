// What an import of a pack was and did stays with its batch: who signed it, how conflicts were decided.
import type { Migration } from '../migrate.ts';

export const batchReportMigration: Migration = {
  version: 135,
  sql: `
ALTER TABLE import_batch ADD COLUMN report TEXT CHECK (report IS NULL OR json_valid(report));
`,
};
