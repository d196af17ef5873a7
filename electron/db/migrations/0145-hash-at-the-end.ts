// An action whose records are written down part by part (docs/decisions/0133) gets its hash when all parts are there: until
// then, within its transaction, the hash is empty. A hash that stands is never altered.
import type { Migration } from '../migrate.ts';

export const hashAtTheEndMigration: Migration = {
  version: 145,
  sql: `
DROP TRIGGER action_keep;
CREATE TRIGGER action_keep BEFORE UPDATE OF
  seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes
ON action BEGIN
  SELECT RAISE(ABORT, 'of an action only its state changes');
END;
CREATE TRIGGER action_hash_keep BEFORE UPDATE OF hash ON action WHEN OLD.hash <> '' BEGIN
  SELECT RAISE(ABORT, 'of an action only its state changes');
END;
`,
};
