/** Long work of the engine: what runs, ending it, putting results away. */
import type { jobCalls } from '../../../shared/contract/job-calls.ts';
import { type HandlersFor, jobsOf } from '../context.ts';

export const jobHandlers: HandlersFor<keyof typeof jobCalls> = {
  'job/list': (context) => jobsOf(context).list(),
  'job/cancel': (context, { id }) => {
    jobsOf(context).cancel(id);
    return {};
  },
  'job/dismiss': (context, { ids }) => {
    jobsOf(context).dismiss(ids);
    return {};
  },
};
