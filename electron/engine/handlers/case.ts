/** The case itself, its undo stack and its history. */

import { bulkPhases } from '../../services/bulk-change.ts';
import { caseState, describeCase } from '../../services/case-state.ts';
import { checkPhases } from '../../services/check.ts';
import { listHistory } from '../../services/history.ts';
import { redo, sizeOfMove, undo, undoState } from '../../services/undo.ts';
import { type EngineContext, type HandlersFor, jobsOf } from '../context.ts';
import { longMs, manyRecords, workInThread } from '../work-thread.ts';

function move(context: EngineContext, to: 'undo' | 'redo') {
  const session = context.session();
  if (sizeOfMove(session, to) < manyRecords) return (to === 'undo' ? undo : redo)(session);
  return jobsOf(context).run(
    { kind: 'undo', unit: 'records', phases: bulkPhases, listedAfterMs: longMs },
    (job) => workInThread(session, to, {}, job),
  );
}

export const caseHandlers = {
  'case/state': (context) => caseState(context.session()),
  'case/describe': (context, args) => describeCase(context.session(), args),
  'case/check': (context) =>
    jobsOf(context).run(
      { kind: 'check', unit: 'records', phases: checkPhases },
      (job) => workInThread(context.session(), 'check', {}, job),
      ({ problems }) => ({ counts: { problems: problems.length } }),
    ),
  'case/reindex': (context) => {
    const session = context.session();
    return jobsOf(context).run(
      { kind: 'rebuild', unit: 'records' },
      async (job) => {
        const counts = await workInThread(session, 'reindex', {}, job);
        session.areIndexesDamaged = false;
        return counts;
      },
      (counts) => ({ counts }),
    );
  },
  'undo/state': (context) => undoState(context.session()),
  'undo/undo': (context) => move(context, 'undo'),
  'undo/redo': (context) => move(context, 'redo'),
  'undo/batch': (context, args) =>
    jobsOf(context).run(
      { kind: 'undo', unit: 'records', phases: bulkPhases, listedAfterMs: longMs },
      (job) => workInThread(context.session(), 'undo-batch', args, job),
    ),
  'history/list': (context, args) => listHistory(context.session().db, args),
} satisfies HandlersFor<
  | 'case/state'
  | 'case/describe'
  | 'case/check'
  | 'case/reindex'
  | 'undo/state'
  | 'undo/undo'
  | 'undo/redo'
  | 'undo/batch'
  | 'history/list'
>;
