/**
 * Undo and redo, from the log and so across restarts. A linear stack: undo writes a new action that
 * sets everything back, with its own change rows; a new ordinary action ends what could be redone.
 * A record whose creation is undone is left as a tombstone, because other laptops may know its id.
 *
 * Taking back what was written here is a revision of its own, after the one taken back: a pack may have
 * carried that, and it must not come home as news. Taking back an import goes to the revision before it,
 * as if the pack had never come: what its author wrote is not ours to undo, and may come again.
 */
import type { TableName } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  type ActionRow,
  actionToRedo,
  actionToUndo,
  type ChangeRow,
  countChanges,
  lastAction,
  setActionState,
} from '../db/queries/actions.ts';
import { bulkEventsOf } from '../db/queries/bulk-log.ts';
import { getRecord } from '../db/queries/records.ts';
import {
  isPackImport,
  parentsOf,
  type RevisionRow,
  stampsOf,
  stampsOfMany,
} from '../db/queries/revisions.ts';
import { ensurePerson, headOf, inTransaction, tell } from './act.ts';
import { moveRanges } from './bulk/bulk-move.ts';
import { type Ledger, newLedger, readAhead, readThrough, writeRecord } from './ledger.ts';
import { withComputed } from './record-values.ts';
import { contentHash } from './rev.ts';
import type { CaseSession } from './session.ts';
import { type Settled, Settlement } from './settle.ts';
import { recordsTouched, type TouchedRecord } from './touched-records.ts';
import { counter, noHooks, type Tick, type WorkHooks } from './work-hooks.ts';

type Direction = 'undo' | 'redo';
type Loose = Readonly<Record<string, unknown>>;
export interface Undone {
  readonly kind: string;
  readonly title: string;
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

/**
 * Writes what the record had before, with the stamps of revision `rev` when it is known; `known` holds
 * those that were read ahead.
 */
export function writeEarlier(
  session: CaseSession,
  ledger: Ledger,
  table: TableName,
  next: Loose,
  rev: string | null,
  at: string,
  known?: ReturnType<typeof stampsOfMany>,
): void {
  const id = String(next.id);
  const stamps =
    rev === null ? undefined : known ? known.get(`${id} ${rev}`) : stampsOf(session.db, id, rev);
  const now = { updated_at: at, updated_by: session.author.id };
  writeRecord(ledger, table, { ...next, ...(stamps ?? now) });
}

/** Makes the next write of a record go back to a revision that it had, if it then says the same. */
export function returnTo(ledger: Ledger, table: TableName, next: Loose, rev: string): void {
  const id = String(next.id);
  const adopted = {
    content: contentHash(table, next),
    rev,
    parents: parentsOf(ledger.db, id, rev),
  };
  const current = getRecord(ledger.db, table, id);
  ledger.lineages.set(id, { adopted, parents: current ? [current.rev] : [], past: [] });
}

function idsByTable(some: readonly TouchedRecord[]): ReadonlyMap<TableName, string[]> {
  const found = new Map<TableName, string[]>();
  for (const { table, id } of some) {
    const ids = found.get(table);
    if (ids) ids.push(id);
    else found.set(table, [id]);
  }
  return found;
}

/** Whether nothing happened to a record between the action and now, but what was taken back again. */
function stoodAt(current: Loose, revision: RevisionRow | undefined, to: Direction): boolean {
  if (to === 'undo') return current.rev === revision?.rev;
  if (revision?.prev_rev === null) return current.deleted_at !== null;
  return current.rev === revision?.prev_rev;
}

/** What was made in bulk is taken out, what was taken out in bulk comes back; the other way for redo. */
function moveBulk(
  session: CaseSession,
  ledger: Ledger,
  action: ActionRow,
  to: Direction,
  at: string,
): void {
  const events = bulkEventsOf(session.db, action.seq);
  for (const isMade of [true, false]) {
    const ranges = events.filter((event) => event.isMade === isMade);
    const way = isMade === (to === 'undo') ? 'out' : 'in';
    if (ranges.length === 0) continue;
    const seq = session.revision + 1;
    const author = session.author.id;
    moveRanges(ledger, ranges, { batch: action.batch, seq, at, author, to: way });
  }
}

interface Moving {
  readonly to: Direction;
  readonly at: string;
  readonly isFromPack: boolean;
  /** Told of the change rows of each record. */
  readonly tick: Tick;
}

function moveRecords(
  session: CaseSession,
  ledger: Ledger,
  some: readonly TouchedRecord[],
  { to, at, isFromPack, tick }: Moving,
): void {
  for (const [table, ids] of idsByTable(some)) readAhead(ledger, table, ids);
  const stamps = stampsOfMany(
    session.db,
    some.map(({ id }) => id),
  );
  for (const { table, id, rows, revision } of some) {
    tick(rows.length);
    const current = readThrough(ledger, table, id);
    if (!current) continue;
    const next = moved(current, rows, to, at);
    const whole = recomputed(table, next, current, to === 'undo' ? -1 : 1);
    const target = (to === 'undo' ? revision?.prev_rev : revision?.rev) ?? null;
    if (isFromPack && target !== null && stoodAt(current, revision, to))
      returnTo(ledger, table, whole, target);
    else if (rows.length === 0) continue;
    writeEarlier(session, ledger, table, whole, target, at, stamps);
  }
}

function move(session: CaseSession, to: Direction, work: WorkHooks): Undone {
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
    const ledger = newLedger(db, work);
    const head = headOf(session, at, {
      kind: to,
      title: found.title,
      undoes: found.seq,
      undoable: false,
      ...(found.batch === null ? {} : { batch: found.batch }),
    });
    const settlement = new Settlement(ledger, (lastAction(db)?.seq ?? 0) + 1, () => head);
    moveBulk(session, ledger, found, to, at);
    // what was written beside the records goes by the state of its action
    ledger.isNoted = true;
    const tick = counter(work, 'writing', countChanges(db, found.seq));
    for (const some of recordsTouched(db, found.seq)) {
      ledger.isNoted = false;
      moveRecords(session, ledger, some, { to, at, isFromPack: isPackImport(db, found), tick });
      settlement.part();
    }
    settled = settlement.finish();
    setActionState(db, found.seq, to === 'undo' ? 'undone' : 'done');
    return found;
  });
  if (settled) tell(session, settled);
  return { kind: action.kind, title: action.title };
}

/** Takes back the newest action. Throws `undo/nothing`, `case/read-only`, `call/cancelled`. */
export function undo(session: CaseSession, work: WorkHooks = noHooks): Undone {
  return move(session, 'undo', work);
}

/** Brings back what was undone last. Throws `undo/nothing`, `case/read-only`, `call/cancelled`. */
export function redo(session: CaseSession, work: WorkHooks = noHooks): Undone {
  return move(session, 'redo', work);
}

/** Records that an undo or redo would write, about; those of an import by ranges count as many. */
export function sizeOfMove({ db }: CaseSession, to: Direction): number {
  const found = to === 'undo' ? actionToUndo(db) : actionToRedo(db);
  if (found === undefined) return 0;
  return bulkEventsOf(db, found.seq).length > 0
    ? Number.POSITIVE_INFINITY
    : countChanges(db, found.seq);
}

export function undoState(session: CaseSession): { undo: Undone | null; redo: Undone | null } {
  const pick = (action: ActionRow | undefined) =>
    action ? { kind: action.kind, title: action.title } : null;
  return { undo: pick(actionToUndo(session.db)), redo: pick(actionToRedo(session.db)) };
}
