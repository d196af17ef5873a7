/** The log: actions and their change rows. */
import { all, get, type Reader, run, value, type Writer } from '../sqlite.ts';
import { rowWriter } from './row-writer.ts';

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

const actionColumns =
  'seq, at, author, author_name, kind, title, why, batch, state, is_undoable, undoes, hash';
const changeColumns = 'table_name, record_id, field, old, new';
const changesAtOnce = 1024;

export function lastAction(db: Reader): ActionRow | undefined {
  return get<ActionRow>(db, `SELECT ${actionColumns} FROM action ORDER BY seq DESC LIMIT 1`);
}

export function getAction(db: Reader, seq: number): ActionRow | undefined {
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

/** Change rows of an action after one of them, oldest first; from the first one for 0. */
export function changesAfter(
  db: Reader,
  seq: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): (ChangeRow & { readonly pk: number })[] {
  return all(
    db,
    `SELECT pk, ${changeColumns} FROM change WHERE action_seq = ? AND pk > ? ORDER BY pk LIMIT ?`,
    [seq, after, limit],
  );
}

/** Change rows of an action. */
export function countChanges(db: Reader, seq: number): number {
  return value<number>(db, 'SELECT count(*) FROM change WHERE action_seq = ?', [seq]) ?? 0;
}

/** The table an id was first used in. */
export function tableInLog(db: Reader, recordId: string): string | undefined {
  return value(db, 'SELECT table_name FROM change WHERE record_id = ? LIMIT 1', [recordId]);
}

/** All change rows of a record, oldest first. */
export function listRecordChanges(
  db: Reader,
  recordId: string,
): (ChangeRow & { readonly action_seq: number })[] {
  return all(
    db,
    `SELECT action_seq, ${changeColumns} FROM change WHERE record_id = ? ORDER BY pk`,
    [recordId],
  );
}

export function hasChanges(db: Reader, recordId: string): boolean {
  return value(db, 'SELECT 1 FROM change WHERE record_id = ? LIMIT 1', [recordId]) !== undefined;
}

/**
 * Whether a link was changed after an action, from its making on where none is given; that its ends became one with
 * others is no change to what it says.
 */
export function isLinkChanged(db: Reader, id: string, seq = 0): boolean {
  const text = `SELECT 1 FROM change WHERE record_id = ? AND action_seq > ?
    AND field NOT IN ('from_id', 'to_id') LIMIT 1`;
  return value(db, text, [id, seq]) !== undefined;
}

/** Change rows of a record after an action, newest first. */
export function listLaterChanges(
  db: Reader,
  recordId: string,
  seq: number,
): (ChangeRow & { readonly action_seq: number })[] {
  return all(
    db,
    `SELECT action_seq, ${changeColumns} FROM change WHERE record_id = ? AND action_seq > ?
     ORDER BY pk DESC`,
    [recordId, seq],
  );
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

export function insertChanges(db: Writer, seq: number, changes: readonly ChangeRow[]): void {
  const writer = rowWriter(db, 'change', ['action_seq', ...changeColumns.split(', ')]);
  for (let at = 0; at < changes.length; at += changesAtOnce) {
    const some = changes.slice(at, at + changesAtOnce);
    writer.write(
      some.flatMap((row) => [seq, row.table_name, row.record_id, row.field, row.old, row.new]),
    );
  }
}

export function setActionState(db: Writer, seq: number, state: ActionState): void {
  run(db, 'UPDATE action SET state = ? WHERE seq = ?', [state, seq]);
}

/** Of an action that was begun without: its hash stands once all its change rows are there. */
export function setActionHash(db: Writer, seq: number, hash: string): void {
  run(db, 'UPDATE action SET hash = ? WHERE seq = ?', [hash, seq]);
}

/** Whether an action has written a record down already. */
export function isInAction(db: Reader, recordId: string, seq: number): boolean {
  const text = 'SELECT 1 FROM change WHERE record_id = ? AND action_seq = ? LIMIT 1';
  return value(db, text, [recordId, seq]) !== undefined;
}

/** A new action ends the way forward: what was undone can no longer be redone. */
export function dropRedo(db: Writer): void {
  run(db, `UPDATE action SET state = 'gone' WHERE state = 'undone' AND is_undoable = 1`);
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
