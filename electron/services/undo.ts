/**
 * Undo and redo, from the log and so across restarts. A linear stack: undo writes a new action that
 * sets everything back, with its own change rows; a new ordinary action ends what could be redone.
 * A record whose creation is undone is left as a tombstone, because other laptops may know its id.
 */
import type { TableName } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  type ActionRow,
  actionToRedo,
  actionToUndo,
  type ChangeRow,
  lastAction,
  listChanges,
  setActionState,
  setRevisionsUndone,
  stampsOf,
} from '../db/queries/actions.ts';
import { ensurePerson, headOf, inTransaction } from './act.ts';
import { type Ledger, newLedger, readThrough, writeRecord } from './ledger.ts';
import { withComputed } from './record-values.ts';
import { revOf } from './rev.ts';
import type { CaseSession } from './session.ts';
import { type Settled, settle } from './settle.ts';

type Direction = 'undo' | 'redo';
type Loose = Readonly<Record<string, unknown>>;
export interface Undone {
  readonly kind: string;
  readonly title: string;
}

/** Rows of one record stand together: an action writes each record once. */
export function byRecord(changes: readonly ChangeRow[]): ReadonlyMap<string, ChangeRow[]> {
  const groups = new Map<string, ChangeRow[]>();
  for (const change of changes) {
    const group = groups.get(change.record_id);
    if (group) group.push(change);
    else groups.set(change.record_id, [change]);
  }
  return groups;
}

function fromJson(json: string | null): unknown {
  return json === null ? null : JSON.parse(json);
}

/** The record as the rows say it was before (undo) or after (redo) the action. */
function moved(current: Loose, rows: readonly ChangeRow[], to: Direction, at: string): Loose {
  const next: Record<string, unknown> = { ...current };
  for (const row of rows) {
    if (row.field !== '*') next[row.field] = fromJson(to === 'undo' ? row.old : row.new);
    else if (to === 'undo') next.deleted_at = at;
    else Object.assign(next, { deleted_at: null }, fromJson(row.new));
  }
  return next;
}

/** Computed fields of a version we had before: the text goes back to its own number. */
function recomputed(table: TableName, next: Loose, current: Loose, step: 1 | -1): Loose {
  if (table !== 'source' || next.text === current.text) return withComputed(table, next, current);
  const version = Number(current.text_version) + step;
  return withComputed(table, next, { text: next.text, text_version: Math.max(1, version) });
}

/** Writes a version that the record had before, with the stamps it had then. */
export function writeEarlier(
  session: CaseSession,
  ledger: Ledger,
  table: TableName,
  next: Loose,
  at: string,
): void {
  const stamps = stampsOf(session.db, String(next.id), revOf(table, next));
  const now = { updated_at: at, updated_by: session.author.id };
  writeRecord(ledger, table, { ...next, ...(stamps ?? now) });
}

function markRevisions(session: CaseSession, action: ActionRow, isUndone: boolean): void {
  setRevisionsUndone(session.db, action.seq, isUndone);
  // taking back that an import was taken back makes its revisions count again
  if (action.undoes !== null) setRevisionsUndone(session.db, action.undoes, !isUndone);
}

function move(session: CaseSession, to: Direction): Undone {
  const { db } = session;
  let settled: Settled | undefined;
  const action = inTransaction(session, () => {
    const found = to === 'undo' ? actionToUndo(db) : actionToRedo(db);
    if (!found) {
      const message = to === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.';
      throw new AppError('undo/nothing', message);
    }
    const at = session.clock.now();
    ensurePerson(session, at);
    markRevisions(session, found, to === 'undo');
    const ledger = newLedger(db);
    for (const [id, rows] of byRecord(listChanges(db, found.seq))) {
      const table = rows[0]?.table_name as TableName;
      const current = readThrough(ledger, table, id);
      if (!current) continue;
      const next = moved(current, rows, to, at);
      const whole = recomputed(table, next, current, to === 'undo' ? -1 : 1);
      writeEarlier(session, ledger, table, whole, at);
    }
    const head = headOf(session, at, {
      kind: to,
      title: found.title,
      undoes: found.seq,
      undoable: false,
      ...(found.batch === null ? {} : { batch: found.batch }),
    });
    settled = settle(ledger, (lastAction(db)?.seq ?? 0) + 1, head, false);
    setActionState(db, found.seq, to === 'undo' ? 'undone' : 'done');
    return found;
  });
  if (settled) session.changed(settled.topics, settled.ids, settled.seq);
  return { kind: action.kind, title: action.title };
}

/** Takes back the newest action. Throws `undo/nothing`, `case/read-only`. */
export function undo(session: CaseSession): Undone {
  return move(session, 'undo');
}

/** Brings back what was undone last. Throws `undo/nothing`, `case/read-only`. */
export function redo(session: CaseSession): Undone {
  return move(session, 'redo');
}

export function undoState(session: CaseSession): { undo: Undone | null; redo: Undone | null } {
  const pick = (action: ActionRow | undefined) =>
    action ? { kind: action.kind, title: action.title } : null;
  return { undo: pick(actionToUndo(session.db)), redo: pick(actionToRedo(session.db)) };
}
