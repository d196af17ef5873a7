/** The log: actions, their change rows, and the revisions that records went through. */
import { all, get, type Reader, run, value, type Writer } from '../sqlite.ts';

export type ActionState = 'done' | 'undone' | 'gone';

export interface ActionRow {
  readonly seq: number;
  readonly at: string;
  readonly author: string;
  readonly author_name: string;
  readonly kind: string;
  readonly title: string;
  readonly why: string | null;
  readonly batch: string | null;
  readonly state: ActionState;
  readonly is_undoable: number;
  readonly undoes: number | null;
  readonly hash: string;
}

export interface ChangeRow {
  readonly table_name: string;
  readonly record_id: string;
  readonly field: string;
  /** JSON texts. */
  readonly old: string | null;
  readonly new: string | null;
}

export interface RevisionRow {
  readonly table_name: string;
  readonly record_id: string;
  readonly rev: string;
  readonly prev_rev: string | null;
  readonly updated_at: string | null;
  readonly updated_by: string | null;
}

const actionColumns =
  'seq, at, author, author_name, kind, title, why, batch, state, is_undoable, undoes, hash';
const changeColumns = 'table_name, record_id, field, old, new';
const revisionColumns = 'table_name, record_id, rev, prev_rev, updated_at, updated_by';

export function lastAction(db: Reader): ActionRow | undefined {
  return get<ActionRow>(db, `SELECT ${actionColumns} FROM action ORDER BY seq DESC LIMIT 1`);
}

function getAction(db: Reader, seq: number): ActionRow | undefined {
  return get<ActionRow>(db, `SELECT ${actionColumns} FROM action WHERE seq = ?`, [seq]);
}

/** What Ctrl+Z would take back: the newest undoable action that is done. */
export function actionToUndo(db: Reader): ActionRow | undefined {
  return get<ActionRow>(
    db,
    `SELECT ${actionColumns} FROM action WHERE is_undoable = 1 AND state = 'done'
     ORDER BY seq DESC LIMIT 1`,
  );
}

/** What redo would bring back: the undone action that was taken back last, which is the oldest. */
export function actionToRedo(db: Reader): ActionRow | undefined {
  return get<ActionRow>(
    db,
    `SELECT ${actionColumns} FROM action WHERE is_undoable = 1 AND state = 'undone'
     ORDER BY seq LIMIT 1`,
  );
}

export function getImportAction(db: Reader, batch: string): ActionRow | undefined {
  return get<ActionRow>(
    db,
    `SELECT ${actionColumns} FROM action WHERE batch = ? AND kind = 'import' ORDER BY seq LIMIT 1`,
    [batch],
  );
}

export function listChanges(db: Reader, seq: number): ChangeRow[] {
  return all<ChangeRow>(
    db,
    `SELECT ${changeColumns} FROM change WHERE action_seq = ? ORDER BY pk`,
    [seq],
  );
}

/** The table an id was first used in. */
export function tableInLog(db: Reader, recordId: string): string | undefined {
  return value(db, 'SELECT table_name FROM change WHERE record_id = ? LIMIT 1', [recordId]);
}

/** All change rows of a record, oldest first. */
export function listRecordChanges(db: Reader, recordId: string): ChangeRow[] {
  return all<ChangeRow>(db, `SELECT ${changeColumns} FROM change WHERE record_id = ? ORDER BY pk`, [
    recordId,
  ]);
}

/** The last action that gave a record this rev. */
export function revisionAction(db: Reader, recordId: string, rev: string): number | undefined {
  return value<number>(
    db,
    `SELECT action_seq FROM revision WHERE record_id = ? AND rev = ? AND updated_at IS NOT NULL
     ORDER BY pk DESC LIMIT 1`,
    [recordId, rev],
  );
}

/** Change rows of a record after an action, newest first. */
export function listLaterChanges(db: Reader, recordId: string, seq: number): ChangeRow[] {
  return all<ChangeRow>(
    db,
    `SELECT ${changeColumns} FROM change WHERE record_id = ? AND action_seq > ?
     ORDER BY pk DESC`,
    [recordId, seq],
  );
}

/** When and by whom a record got this content last, of what was not taken back. */
export function stampsOf(
  db: Reader,
  recordId: string,
  rev: string,
): { readonly updated_at: string; readonly updated_by: string } | undefined {
  return get(
    db,
    `SELECT updated_at, updated_by FROM revision
     WHERE record_id = ? AND rev = ? AND is_undone = 0 AND updated_at IS NOT NULL
     ORDER BY pk DESC LIMIT 1`,
    [recordId, rev],
  );
}

/** Earlier revs of a record, newest first, each once; those taken back by undo are left out. */
export function listAncestorRevs(db: Reader, recordId: string, currentRev: string): string[] {
  const rows = all<{ rev: string }>(
    db,
    `SELECT rev FROM revision WHERE record_id = ? AND is_undone = 0 ORDER BY pk DESC`,
    [recordId],
  );
  const seen = new Set(rows.map(({ rev }) => rev));
  seen.delete(currentRev);
  return [...seen];
}

export function insertAction(db: Writer, action: ActionRow): void {
  run(db, `INSERT INTO action (${actionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, [
    action.seq,
    action.at,
    action.author,
    action.author_name,
    action.kind,
    action.title,
    action.why,
    action.batch,
    action.state,
    action.is_undoable,
    action.undoes,
    action.hash,
  ]);
}

export function insertChange(db: Writer, seq: number, change: ChangeRow): void {
  run(db, `INSERT INTO change (action_seq, ${changeColumns}) VALUES (?, ?, ?, ?, ?, ?)`, [
    seq,
    change.table_name,
    change.record_id,
    change.field,
    change.old,
    change.new,
  ]);
}

export function insertRevision(db: Writer, seq: number, revision: RevisionRow): void {
  run(db, `INSERT INTO revision (action_seq, ${revisionColumns}) VALUES (?, ?, ?, ?, ?, ?, ?)`, [
    seq,
    revision.table_name,
    revision.record_id,
    revision.rev,
    revision.prev_rev,
    revision.updated_at,
    revision.updated_by,
  ]);
}

export function setActionState(db: Writer, seq: number, state: ActionState): void {
  run(db, 'UPDATE action SET state = ? WHERE seq = ?', [state, seq]);
}

/** A new action ends the way forward: what was undone can no longer be redone. */
export function dropRedo(db: Writer): void {
  run(db, `UPDATE action SET state = 'gone' WHERE state = 'undone' AND is_undoable = 1`);
}

/** Of an action's whole list, or of one record in it. */
export function setRevisionsUndone(
  db: Writer,
  seq: number,
  isUndone: boolean,
  recordId?: string,
): void {
  const only = recordId === undefined ? '' : ' AND record_id = ?';
  run(db, `UPDATE revision SET is_undone = ? WHERE action_seq = ?${only}`, [
    isUndone ? 1 : 0,
    seq,
    ...(recordId === undefined ? [] : [recordId]),
  ]);
}

/** The undoable action that took an import back and still stands. */
export function getBatchUndo(db: Reader, importSeq: number): ActionRow | undefined {
  return get<ActionRow>(
    db,
    `SELECT ${actionColumns} FROM action
     WHERE undoes = ? AND kind = 'undo' AND is_undoable = 1 AND state = 'done'`,
    [importSeq],
  );
}

/** Whether all that a record is, is a tombstone left by undoing its creation. */
export function wasCreationUndone(db: Reader, recordId: string): boolean {
  const seq = value<number>(
    db,
    'SELECT action_seq FROM change WHERE record_id = ? ORDER BY action_seq DESC LIMIT 1',
    [recordId],
  );
  let action = seq === undefined ? undefined : getAction(db, seq);
  // an import taken back as a batch, that undone, and taken back once more
  if (action?.kind === 'redo' && action.undoes !== null) action = getAction(db, action.undoes);
  if (action?.kind !== 'undo' || action.undoes === null) return false;
  const text = `SELECT 1 FROM change WHERE record_id = ? AND action_seq = ? AND field = '*'`;
  return value(db, text, [recordId, action.undoes]) !== undefined;
}
