/** How work on a pack tells how far it is, and is ended from outside. */
import type { JobPhase } from '../../shared/contract/job-calls.ts';
import { stopIfCancelled, type WorkHooks } from './work-hooks.ts';

/** Records between two looks at the clock and the flag. */
export const stepRecords = 200;

/** Throws `call/cancelled` when that was asked for; else tells how far the work is. */
export function step(
  hooks: WorkHooks,
  phase: JobPhase,
  done: number,
  total: number | null = null,
): void {
  stopIfCancelled(hooks);
  hooks.progress({ phase, done, total });
}
