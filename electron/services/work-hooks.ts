/** What long work tells and asks while it runs, in a thread or not. */
import type { JobPhase } from '../../shared/contract/job-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';

export interface WorkProgress {
  readonly phase?: JobPhase;
  readonly done: number;
  /** Null while unknown. */
  readonly total: number | null;
  /** Of the job's unit, when `done` is measured in something else. */
  readonly count?: number;
}

export interface WorkHooks {
  /** Cheap: told on a few times a second only. */
  readonly progress: (progress: WorkProgress) => void;
  readonly isCancelled: () => boolean;
  /** Records held before a part of them is written down, see settle.ts; only tests say another number. */
  readonly recordsToAPart?: number;
}

export const noHooks: WorkHooks = { progress: () => undefined, isCancelled: () => false };

/** Throws `call/cancelled` once the work was asked to end. */
export function stopIfCancelled(hooks: WorkHooks): void {
  if (hooks.isCancelled()) {
    throw new AppError('call/cancelled', 'The work was ended before it was done.');
  }
}

/** Says that so many more are done, one unless said. */
export type Tick = (count?: number) => void;

/** Counts what is done of one step; tells and asks every so many. Throws `call/cancelled`. */
export function counter(
  hooks: WorkHooks,
  phase: JobPhase | undefined,
  total: number,
  every = 200,
): Tick {
  let done = 0;
  let told = 0;
  const at = () => ({ done, total, ...(phase === undefined ? {} : { phase }) });
  hooks.progress(at());
  return (count = 1) => {
    done += count;
    if (done - told < every) return;
    told = done;
    hooks.progress(at());
    stopIfCancelled(hooks);
  };
}

/** A long list in pieces of some thousand, which are read or written together. */
export function* inPieces<T>(list: readonly T[], size = 2000): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
