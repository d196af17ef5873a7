/** Writing and reading single records. */
import { bulkPhases, changeTogether } from '../../services/bulk-change.ts';
import { requireRecord } from '../../services/records.ts';
import { saveRecords } from '../../services/save.ts';
import { type HandlersFor, jobsOf } from '../context.ts';
import { longMs, manyRecords, workInThread } from '../work-thread.ts';

export const recordHandlers = {
  'record/save': (context, args) => saveRecords(context.session(), args),
  'incident/bulk': (context, args) => {
    if (args.ids.length < manyRecords) return changeTogether(context.session(), args);
    return jobsOf(context).run(
      { kind: 'bulk', unit: 'incidents', phases: bulkPhases, listedAfterMs: longMs },
      (job) => workInThread(context.session(), 'bulk', args, job),
      ({ changed }) => ({ counts: { changed } }),
    );
  },
  'record/get': (context, { table, id }) =>
    ({ ...requireRecord(context.session().db, table, id) }) as Record<string, unknown>,
} satisfies HandlersFor<'record/save' | 'incident/bulk' | 'record/get'>;
