/** Incidents of one row of a data set that stand twice in the case: how many, and all of them joined by one step. */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { Reader } from '../db/sqlite.ts';
import { act } from './act.ts';
import { joinNames, planNames } from './join-names.ts';
import { joinRowTwins, listRowTwins, type RowTwin, setsOf } from './join-row-twins.ts';
import type { CaseSession } from './session.ts';
import { counter, noHooks, type WorkHooks } from './work-hooks.ts';

export const twinPhases = ['merging', 'checking', 'indexing'] as const;

export function sameTwins({ db }: { readonly db: Reader }): CallResult<'same/twins'> {
  const twins = listRowTwins(db);
  return { count: twins.length, sets: setsOf(twins) };
}

/** One action, one undo. Throws `call/cancelled`, `case/read-only`, `disk/*`; then nothing was changed. */
export function joinAllTwins(
  session: CaseSession,
  _args: Record<never, never> = {},
  work: WorkHooks = noHooks,
): CallResult<'same/join-twins'> {
  const twins = listRowTwins(session.db);
  const title = namesOf(twins);
  const done = act(session, { kind: 'bulk', title, work }, (tx) => {
    const names = planNames(tx.db);
    const context = { taken: new Map(), stays: names.stays };
    const answer = joinRowTwins(tx, twins, context, counter(work, 'merging', twins.length));
    joinNames(tx, names);
    return answer;
  });
  return { ...done, revision: session.revision };
}

const namesOf = (twins: readonly RowTwin[]) =>
  setsOf(twins)
    .map(({ name }) => name)
    .join(', ');
