// House style of a case, and the numbers its reports were given. The register is no record: undo leaves
// it alone, because a number that once stood on paper is never given again.
import type { Migration } from '../migrate.ts';

export const houseStyleMigration: Migration = {
  version: 137,
  sql: `
ALTER TABLE case_info ADD COLUMN house_organisation TEXT;
ALTER TABLE case_info ADD COLUMN house_author TEXT;
ALTER TABLE case_info ADD COLUMN house_number TEXT;
ALTER TABLE case_info ADD COLUMN house_page TEXT CHECK (house_page IS NULL OR house_page IN ('A4', 'Letter'));
ALTER TABLE case_info ADD COLUMN house_lang TEXT CHECK (house_lang IS NULL OR house_lang IN ('en', 'fr'));
ALTER TABLE case_info ADD COLUMN house_accent TEXT;
ALTER TABLE case_info ADD COLUMN house_rule TEXT;
ALTER TABLE case_info ADD COLUMN house_logo TEXT;
CREATE TABLE product_number (
  number TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  year INTEGER NOT NULL,
  n INTEGER,
  report_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_number_series ON product_number (kind, year, n);
`,
};
