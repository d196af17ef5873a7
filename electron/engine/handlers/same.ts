/** "Same attack?": candidates, the search over many, and decisions. */
import type { sameCalls } from '../../../shared/contract/same-calls.ts';
import { comparePair, sameCandidates } from '../../services/same-candidates.ts';
import { decideSame } from '../../services/same-decide.ts';
import { cancelScan, scanForSame } from '../../services/same-scan.ts';
import type { HandlersFor } from '../context.ts';

export const sameHandlers: HandlersFor<keyof typeof sameCalls> = {
  'same/candidates': ({ session }, asked) => sameCandidates(session(), asked),
  'same/scan': ({ session, emit }, { scope }) =>
    scanForSame(session(), scope, (report) => emit('progress', report)),
  'same/cancel': ({ session }) => {
    cancelScan(session());
    return {};
  },
  'same/compare': ({ session }, pair) => comparePair(session(), pair),
  'same/decide': ({ session }, decision) => decideSame(session(), decision),
};
