/**
 * THE ONLY WAY TO WRITE. One call is one transaction, one entry of history and one undo. Everything
 * that follows from the records (change rows, revisions, hash chain, caches, search) is written here.
 */
import { AppError } from '../../shared/lib/app-error.ts';
import { wellFormed } from '../../shared/lib/well-formed.ts';
import { dropRedo, lastAction } from '../db/queries/actions.ts';
import { getRecord } from '../db/queries/records.ts';
import { asAppError } from '../db/sqlite.ts';
import { newLedger, writeRecord } from './ledger.ts';
import type { CaseSession } from './session.ts';
import { type ActionHead, type Settled, Settlement, settle } from './settle.ts';
import { makeTransaction, type Tx } from './transaction.ts';
import type { WorkHooks } from './work-hooks.ts';

export type ActionKind = 'create' | 'update' | 'delete' | 'restore' | 'import' | 'bulk';

export interface Action {
  readonly kind: ActionKind;
  /** For people: what it was about, as the title of the record. */
  readonly title: string;
  /** The analyst's reason. */
  readonly why?: string | undefined;
  /** Import batch the action belongs to. */
  readonly batch?: string | undefined;
  /** False for what sets a case up: undo then passes it by. */
  readonly undoable?: boolean;
  /** Told how far the log and the indexes are, and asked whether to go on, where much is written. */
  readonly work?: WorkHooks;
}

/** Thrown to roll back an action that changed nothing; carries what the work answered. */
class NothingChanged {
  readonly answer: unknown;
  constructor(answer: unknown) {
    this.answer = answer;
  }
}

function requireWritable(session: CaseSession): void {
  if (session.isReadOnly) {
    throw new AppError(
      'case/read-only',
      'This case is open for reading only. Save a copy elsewhere to work on it.',
      { fileName: session.fileName },
    );
  }
}

function requireIdle(session: CaseSession): void {
  if (!session.isBusy) return;
  throw new AppError(
    'case/busy',
    'Something long is being written. Wait for its end, or cancel it.',
  );
}

export function headOf(
  session: CaseSession,
  at: string,
  action: Omit<Action, 'kind'> & { kind: string; undoes?: number },
): ActionHead {
  return {
    at,
    author: session.author.id,
    author_name: wellFormed(session.author.name),
    kind: action.kind,
    // cutting may halve a character
    title: wellFormed(action.title.slice(0, 500)),
    why: action.why ? wellFormed(action.why) : null,
    batch: action.batch ?? null,
    is_undoable: action.undoable === false ? 0 : 1,
    undoes: action.undoes ?? null,
  };
}

/** The analyst stands in the case as a person, so that packs say who wrote what. */
export function ensurePerson(session: CaseSession, at: string): void {
  const { db, author } = session;
  const known = getRecord(db, 'person', author.id);
  const name = wellFormed(author.name);
  const initials = author.initials === '' ? null : wellFormed(author.initials);
  if (known && known.name === name && known.initials === initials) return;
  const ledger = newLedger(db);
  writeRecord(ledger, 'person', {
    organisation: null,
    tlp: 'CLEAR',
    origin: null,
    created_at: at,
    created_by: author.id,
    deleted_at: null,
    ...known,
    id: author.id,
    name,
    initials,
    updated_at: at,
    updated_by: author.id,
  });
  const head = headOf(session, at, {
    kind: known ? 'update' : 'create',
    title: author.name,
    undoable: false,
  });
  settle(ledger, (lastAction(db)?.seq ?? 0) + 1, head);
}

/** Tells whoever shows the case, after the commit. */
export function tell(session: CaseSession, { topics, ids, seq, isWhole }: Settled): void {
  session.changed(topics, ids, seq, isWhole);
}

/** Runs `work` in one transaction; errors of SQLite come out as AppErrors. */
export function inTransaction<T>(session: CaseSession, work: () => T): T {
  requireWritable(session);
  requireIdle(session);
  if (session.db.inTransaction) throw new Error('an action cannot run inside another');
  try {
    return session.db.transaction(work).immediate();
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * Carries out `work` as one action. When it throws, nothing happened. When no record differs in the
 * end, no trace is left. `work` must not await. Throws what `Tx` throws, and `case/read-only`,
 * `disk/full`, `disk/unavailable`.
 */
export function act<T>(session: CaseSession, action: Action, work: (tx: Tx) => T): T {
  let settled: Settled | undefined;
  let answer: T;
  try {
    answer = inTransaction(session, () => {
      const { db } = session;
      const at = session.clock.now();
      ensurePerson(session, at);
      const seq = (lastAction(db)?.seq ?? 0) + 1;
      const ledger = newLedger(db, action.work);
      const settlement = new Settlement(ledger, seq, () => headOf(session, at, action));
      const result = work(makeTransaction(session, { ledger, settlement, at, seq }));
      settled = settlement.finish();
      if (!settled) throw new NothingChanged(result);
      if (action.undoable !== false) dropRedo(db);
      return result;
    });
  } catch (error) {
    if (error instanceof NothingChanged) return error.answer as T;
    throw error;
  }
  if (settled) tell(session, settled);
  return answer;
}
