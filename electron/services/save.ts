/** `record/save`: the steps of a form in one transaction, one entry of history, one undo. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { EditableTable, Op } from '../../shared/contract/record-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { labelOf } from '../db/queries/labels.ts';
import { value } from '../db/sqlite.ts';
import { type ActionKind, act } from './act.ts';
import { checkClaims } from './claim-rules.ts';
import { type Issue, invalid } from './record-values.ts';
import type { CaseSession } from './session.ts';
import type { GivenValues, Tx } from './transaction.ts';

/** Tables whose records belong to another, which names the action for people. */
const parts: { readonly [T in EditableTable]?: string } = {
  actor_name:
    'SELECT actor.name FROM actor_name JOIN actor ON actor.id = actor_id WHERE actor_name.id = ?',
  place_name:
    'SELECT place.name FROM place_name JOIN place ON place.id = place_id WHERE place_name.id = ?',
  claim:
    'SELECT incident.title FROM claim JOIN incident ON incident.id = incident_id WHERE claim.id = ?',
  toll: `SELECT incident.title FROM toll JOIN claim ON claim.id = claim_id
    JOIN incident ON incident.id = incident_id WHERE toll.id = ?`,
  claim_relation: `SELECT incident.title FROM claim_relation JOIN claim ON claim.id = from_claim_id
    JOIN incident ON incident.id = incident_id WHERE claim_relation.id = ?`,
};

interface Step {
  readonly op: Op;
  readonly id: string;
}

/** Steps on the main record come first in the eye of the reader: incident before its links. */
const weight = (table: EditableTable): number =>
  ['incident', 'actor', 'source', 'place'].includes(table) ? 0 : 1;

function mainStep(steps: readonly Step[]): Step | undefined {
  return [...steps].sort((a, b) => weight(a.op.table) - weight(b.op.table))[0];
}

const kinds: { readonly [D in Op['do']]: ActionKind } = {
  create: 'create',
  update: 'update',
  delete: 'delete',
  restore: 'restore',
};

/** `bulk` when one kind of change is made to several main records at once. */
function kindOf(steps: readonly Step[]): ActionKind {
  const main = mainStep(steps);
  if (!main) return 'update';
  const alike = steps.filter(({ op }) => op.table === main.op.table && op.do === main.op.do);
  if (alike.length > 1 && weight(main.op.table) === 0) return 'bulk';
  const isMixed = steps.some(({ op }) => op.do !== main.op.do);
  return isMixed && weight(main.op.table) === 1 ? 'update' : kinds[main.op.do];
}

function titleOf(session: CaseSession, steps: readonly Step[]): string {
  const main = mainStep(steps);
  if (!main) return '';
  const text = parts[main.op.table];
  const owner = text ? value<string>(session.db, text, [main.id]) : undefined;
  const label = owner ?? labelOf(session.db, main.op.table, main.id);
  const others = steps.filter(({ op }) => op.table === main.op.table).length - 1;
  return kindOf(steps) === 'bulk' && others > 0 ? `${label} (+${others})` : label;
}

function carryOut(tx: Tx, op: Op, id: string): void {
  switch (op.do) {
    case 'create':
      // parsed with the schema of its table inside
      tx.insert(op.table, op.values as GivenValues<EditableTable>, { id });
      return;
    case 'update':
      refuseSilentText(tx, op, id);
      tx.update(op.table, id, op.patch as GivenValues<EditableTable>, { rev: op.rev });
      return;
    case 'delete':
      tx.remove(op.table, id);
      return;
    case 'restore':
      tx.restore(op.table, id);
      return;
  }
}

/**
 * A stored text changes by a deliberate correction only, which shows first what becomes of its passages.
 * A source that has no text yet may be given one.
 */
function refuseSilentText(tx: Tx, op: Extract<Op, { do: 'update' }>, id: string): void {
  if (op.table !== 'source' || op.patch.text === undefined) return;
  const stored = tx.get('source', id)?.text ?? '';
  if (stored === '' || stored === op.patch.text) return;
  throw invalid('source', id, [{ path: ['text'], message: 'changed by source/correct-text only' }]);
}

/** Issues of one step are found by its number first: `[2, 'title']`. */
function atStep(error: unknown, index: number): unknown {
  if (!(error instanceof AppError) || error.code !== 'input/invalid') return error;
  const issues = (error.details.issues ?? []) as readonly Issue[];
  return new AppError(error.code, error.message, {
    ...error.details,
    op: index,
    issues: issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
  });
}

/** A broken reference is only found at the end: which step wrote the record that has it? */
function atStepOf(error: unknown, steps: readonly Step[]): unknown {
  if (!(error instanceof AppError) || 'op' in error.details) return error;
  const index = steps.findIndex(({ id }) => id === error.details.id);
  return index < 0 ? error : atStep(error, index);
}

/**
 * Carries out all steps. Answers the id of each step's record. Throws `input/invalid` with
 * `details.issues: [{path: [opIndex, field], message}]`, `record/*`, `case/read-only`, `disk/*`.
 */
export function saveRecords(
  session: CaseSession,
  { ops, why }: CallArgs<'record/save'>,
): CallResult<'record/save'> {
  const steps = ops.map((op): Step => ({ op, id: op.id ?? session.newId() }));
  // the title is known only once the records are there; history wants it on the same action
  const action = { kind: kindOf(steps), title: '', why };
  try {
    act(session, action, (tx) => {
      for (const [index, { op, id }] of steps.entries()) {
        try {
          carryOut(tx, op, id);
        } catch (error) {
          throw atStep(error, index);
        }
      }
      checkClaims(tx.db, steps);
      action.title = titleOf(session, steps);
    });
  } catch (error) {
    throw atStepOf(error, steps);
  }
  return { ids: steps.map(({ id }) => id), revision: session.revision };
}
