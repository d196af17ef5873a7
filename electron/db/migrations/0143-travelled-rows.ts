// What a file said beside what the log tells of it (docs/decisions/0115). `said`, by record (`incident`, `claim:ID`,
// `toll:ID`, `link:ID`): the fields of which it said something else than the record did after its action. `file` is
// there where a pack brought the row: what kind of file it was, its name, and when it was taken in; `said` then names
// all records that the file brought or knew.
import type { Migration } from '../migrate.ts';

export const travelledRowsMigration: Migration = {
  version: 143,
  sql: `
ALTER TABLE imported_row ADD COLUMN said TEXT CHECK (said IS NULL OR json_valid(said));
ALTER TABLE imported_row ADD COLUMN file TEXT CHECK (file IS NULL OR json_valid(file));
`,
};
