/** Takes back one import, also when work went on since: what was edited later is kept. */
import type { TableName } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  type ChangeRow,
  countChanges,
  dropRedo,
  getBatchUndo,
  getImportAction,
  lastAction,
} from '../db/queries/actions.ts';
import { isPackImport, type RevisionRow } from '../db/queries/revisions.ts';
import { ensurePerson, headOf, inTransaction, tell } from './act.ts';
import { takeOutBulk } from './bulk/bulk-undo.ts';
import { countResting, directDependants } from './dependants.ts';
import { type Ledger, newLedger, readThrough, writeRecord } from './ledger.ts';
import { withComputed } from './record-values.ts';
import type { CaseSession } from './session.ts';
import { type Settled, Settlement } from './settle.ts';
import { recordsTouched, type TouchedRecord } from './touched-records.ts';
import { returnTo, writeEarlier } from './undo.ts';
import { counter, noHooks, type WorkHooks } from './work-hooks.ts';

type Loose = Readonly<Record<string, unknown>>;
interface Counts {
  /** Records set back or taken out. */
  undone: number;
  /** Fields edited since, and records others rest on: left as they are. */
  kept: number;
}
interface Made {
  readonly table: TableName;
  readonly id: string;
}

function isSame(value: unknown, json: string | null | undefined): boolean {
  return canonicalJson(value ?? null) === (json ?? 'null');
}

/** Fields of a record that differ from what the import wrote when it made it. */
function editedSince(current: Loose, row: ChangeRow): number {
  const made = { deleted_at: null, ...JSON.parse(row.new ?? '{}') } as Loose;
  return Object.entries(made).filter(
    ([field, value]) => !isSame(current[field], canonicalJson(value)),
  ).length;
}

/** Takes out of `leaving` whatever a record that stays hangs on or rests on, until nothing does. */
function keepGround(session: CaseSession, leaving: Map<string, Made>): number {
  let kept = 0;
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    const ids = new Set(leaving.keys());
    for (const made of [...leaving.values()]) {
      const isNeeded =
        directDependants(session.db, made, null).some(({ id }) => !ids.has(id)) ||
        Object.keys(countResting(session.db, made, ids)).length > 0;
      if (!isNeeded) continue;
      leaving.delete(made.id);
      kept += 1;
      isSettled = false;
    }
  }
  return kept;
}

function setBack(
  session: CaseSession,
  ledger: Ledger,
  { table, id }: Made,
  rows: readonly ChangeRow[],
  at: string,
  revision: RevisionRow | undefined,
): Counts {
  const current = readThrough(ledger, table, id);
  if (!current) return { undone: 0, kept: 0 };
  const untouched = rows.filter((row) => isSame(current[row.field], row.new));
  const kept = rows.length - untouched.length;
  if (untouched.length === 0) return { undone: 0, kept };
  const next: Record<string, unknown> = { ...current };
  for (const row of untouched) next[row.field] = row.old === null ? null : JSON.parse(row.old);
  const whole = withComputed(table, next, current);
  if (kept === 0) {
    const target = revision?.prev_rev ?? null;
    if (target !== null && current.rev === revision?.rev) returnTo(ledger, table, whole, target);
    writeEarlier(session, ledger, table, whole, target, at);
  } else {
    writeRecord(ledger, table, { ...whole, updated_at: at, updated_by: session.author.id });
  }
  return { undone: 1, kept };
}

interface TakingBack {
  readonly at: string;
  readonly isFromPack: boolean;
  /** Gets what the import made and nobody touched since: whether it can go is seen when all is known. */
  readonly leaving: Map<string, Made>;
}

function takeBack(
  session: CaseSession,
  ledger: Ledger,
  { table, id, rows, revision }: TouchedRecord,
  { at, isFromPack, leaving }: TakingBack,
): Counts {
  const nothing = { undone: 0, kept: 0 };
  const current = readThrough(ledger, table, id);
  if (!current) return nothing;
  const ours = isFromPack ? revision : undefined;
  if (rows.length === 0) {
    const earlier = ours?.prev_rev ?? null;
    if (earlier === null || current.rev !== ours?.rev) return nothing;
    returnTo(ledger, table, current, earlier);
    writeEarlier(session, ledger, table, current, earlier, at);
    return nothing;
  }
  const creation = rows.find((row) => row.field === '*');
  if (creation === undefined) return setBack(session, ledger, { table, id }, rows, at, ours);
  if (current.deleted_at !== null) return nothing;
  const edited = editedSince(current, creation);
  if (edited === 0) leaving.set(id, { table, id });
  return { undone: 0, kept: edited };
}

/**
 * Undoes an import as one action, which Ctrl+Z can take back. Throws `undo/nothing` for an unknown
 * batch or one that is undone already, `call/cancelled`.
 */
export function undoBatch(session: CaseSession, batch: string, work: WorkHooks = noHooks): Counts {
  const { db } = session;
  const counts: Counts = { undone: 0, kept: 0 };
  let settled: Settled | undefined;
  inTransaction(session, () => {
    const action = getImportAction(db, batch);
    if (action?.state !== 'done' || getBatchUndo(db, action.seq)) {
      throw new AppError('undo/nothing', 'This import is not there, or was undone already.', {
        batch,
      });
    }
    const at = session.clock.now();
    ensurePerson(session, at);
    const ledger = newLedger(db, work);
    const head = headOf(session, at, {
      kind: 'undo',
      title: action.title,
      undoes: action.seq,
      batch,
    });
    const settlement = new Settlement(ledger, (lastAction(db)?.seq ?? 0) + 1, () => head);
    const leaving = new Map<string, Made>();
    // what was written elsewhere is not ours to undo: see undo.ts
    const isFromPack = isPackImport(db, action);
    const tick = counter(work, 'writing', countChanges(db, action.seq));
    // an import that only left things to decide
    ledger.isNoted = true;
    for (const some of recordsTouched(db, action.seq)) {
      for (const touched of some) {
        tick(touched.rows.length);
        if (touched.rows.length > 0) ledger.isNoted = false;
        const part = takeBack(session, ledger, touched, { at, isFromPack, leaving });
        counts.undone += part.undone;
        counts.kept += part.kept;
      }
      settlement.part();
    }
    counts.kept += keepGround(session, leaving);
    const bulk = takeOutBulk(session, ledger, action, new Set(leaving.keys()), at);
    counts.undone += bulk.undone;
    counts.kept += bulk.kept;
    for (const { table, id } of leaving.values()) {
      const current = readThrough(ledger, table, id);
      if (!current) continue;
      const stamps = { deleted_at: at, updated_at: at, updated_by: session.author.id };
      writeRecord(ledger, table, { ...current, ...stamps });
      counts.undone += 1;
      settlement.part();
    }
    settled = settlement.finish();
    if (settled) dropRedo(db);
  });
  if (settled) tell(session, settled);
  return counts;
}
