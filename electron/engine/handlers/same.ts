/** "Same attack?": candidates, the search over many, and decisions. */
import type { sameCalls } from '../../../shared/contract/same-calls.ts';
import { comparePair, sameCandidates } from '../../services/same-candidates.ts';
import { decideSame } from '../../services/same-decide.ts';
import { sameTwins, twinPhases } from '../../services/same-twins.ts';
import { type HandlersFor, jobsOf } from '../context.ts';
import { longMs, workInThread } from '../work-thread.ts';

export const sameHandlers: HandlersFor<keyof typeof sameCalls> = {
  'same/candidates': ({ session }, asked) => sameCandidates(session(), asked),
  'same/scan': (context, { scope }) =>
    jobsOf(context).run(
      { kind: 'same', unit: 'incidents' },
      (job) => workInThread(context.session(), 'same', { scope }, job),
      ({ likely, possible }) => ({ counts: { likely, possible } }),
    ),
  'same/twins': ({ session }) => sameTwins(session()),
  'same/join-twins': (context) =>
    jobsOf(context).run(
      { kind: 'bulk', unit: 'incidents', phases: twinPhases, listedAfterMs: longMs },
      (job) => workInThread(context.session(), 'join-twins', {}, job),
      ({ joined, apart }) => ({ counts: { joined, apart } }),
    ),
  'same/compare': ({ session }, pair) => comparePair(session(), pair),
  'same/decide': ({ session }, decision) => decideSame(session(), decision),
};
