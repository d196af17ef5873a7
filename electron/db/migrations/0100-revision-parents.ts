// A revision is named by its content and by what it was made from, so that taking a change back is a
// revision of its own, which travels. What is older keeps its name; its past becomes a line. Records
// whose change was taken back before this get the revision that says so. Packs that went out are noted,
// to know what others may have.
import { createHash } from 'node:crypto';
import type { Migration } from '../migrate.ts';
import { all, run, type Writer } from '../sqlite.ts';

interface Undone {
  readonly table_name: string;
  readonly record_id: string;
  /** JSON list of revs. */
  readonly revs: string;
}

/**
 * Changes taken back that were made here. What an import brought and lost again is not ours to undo, and
 * a record whose making was taken back never was.
 */
const undoneText = `
  SELECT revision.table_name, revision.record_id, json_group_array(DISTINCT rev) AS revs
  FROM revision JOIN action ON action.seq = revision.action_seq
  WHERE is_undone = 1 AND kind NOT IN ('import', 'undo') AND updated_at IS NOT NULL
    AND NOT EXISTS (
      SELECT 1 FROM revision AS first JOIN change USING (record_id, action_seq)
      WHERE record_id = revision.record_id AND first.is_undone = 1 AND field = '*')
  GROUP BY revision.record_id`;

function noteUndone(db: Writer): void {
  for (const { table_name, record_id, revs } of all<Undone>(db, undoneText)) {
    const [record] = all<{ rev: string; updated_at: string; updated_by: string }>(
      db,
      `SELECT rev, updated_at, updated_by FROM "${table_name}" WHERE id = ?`,
      [record_id],
    );
    if (record === undefined) continue;
    const others = (JSON.parse(revs) as string[]).filter((rev) => rev !== record.rev);
    if (others.length === 0) continue;
    const parents = [record.rev, ...others].sort();
    const text = [record.rev, ...parents].join(' ');
    const rev = createHash('sha256').update(text).digest('hex').slice(0, 32);
    run(
      db,
      `INSERT INTO revision
         (table_name, record_id, rev, prev_rev, parents, updated_at, updated_by, action_seq)
       VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT max(seq) FROM action))`,
      [
        table_name,
        record_id,
        rev,
        record.rev,
        JSON.stringify(parents),
        record.updated_at,
        record.updated_by,
      ],
    );
    run(db, `UPDATE "${table_name}" SET rev = ? WHERE id = ?`, [rev, record_id]);
  }
  db.exec('ALTER TABLE revision DROP COLUMN is_undone');
}

export const revisionParentsMigration: Migration = {
  version: 100,
  sql: `
ALTER TABLE revision ADD COLUMN parents TEXT CHECK (parents IS NULL OR json_valid(parents));
CREATE TABLE pack_sent (
  pk INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  action_seq INTEGER NOT NULL,
  title TEXT NOT NULL
) STRICT;
UPDATE revision SET parents = (
  SELECT json_array(earlier.rev) FROM revision AS earlier
  WHERE earlier.record_id = revision.record_id AND earlier.pk < revision.pk
    AND earlier.is_undone = 0 AND earlier.rev <> revision.rev
  ORDER BY earlier.pk DESC LIMIT 1
)
WHERE EXISTS (
  SELECT 1 FROM revision AS earlier
  WHERE earlier.record_id = revision.record_id AND earlier.pk < revision.pk
);
`,
  run: noteUndone,
};
