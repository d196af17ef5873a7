// Long work, the engine's and the page's own, as one list: what runs, how far it is, what came of it.
import { create } from 'zustand';
import type {
  Job,
  JobKind,
  JobOutcome,
  JobPhase,
  JobUnit,
} from '../../shared/contract/job-calls.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';
import { Pace } from '../../shared/lib/pace.ts';
import { call } from '../api/client.ts';

interface JobsState {
  /** Oldest first. */
  readonly jobs: readonly Job[];
  /** Whether the list stands open over the status bar. */
  readonly isOpen: boolean;
}

const store = create<JobsState>(() => ({ jobs: [], isOpen: false }));

export function useJobs<T>(selector: (state: JobsState) => T): T {
  return store(selector);
}

export function getJobs(): JobsState {
  return store.getState();
}

export function isRunning({ state }: Job): boolean {
  return state === 'running' || state === 'cancelling';
}

/** The newest job of these kinds that runs. */
export function runningJob(jobs: readonly Job[], ...kinds: readonly JobKind[]): Job | undefined {
  return jobs.findLast((job) => kinds.includes(job.kind) && isRunning(job));
}

/** Takes in a job as it is now. */
export function jobChanged(job: Job): void {
  store.setState(({ jobs }) => ({
    jobs: jobs.some(({ id }) => id === job.id)
      ? jobs.map((each) => (each.id === job.id ? job : each))
      : [...jobs, job],
  }));
}

export function jobsGone(ids: readonly string[]): void {
  const gone = new Set(ids);
  store.setState(({ jobs }) => ({ jobs: jobs.filter(({ id }) => !gone.has(id)) }));
}

/** Another case, or none: its jobs in place of those of the one before. */
export async function readJobs(hasCase: boolean): Promise<void> {
  cancels.clear();
  store.setState({ jobs: [], isOpen: false });
  if (!hasCase) return;
  for (const job of await call('job/list', {})) {
    // what was told meanwhile is newer
    if (!getJobs().jobs.some(({ id }) => id === job.id)) jobChanged(job);
  }
}

/** The engine ended with what it was doing. */
export function engineLost(): void {
  const error = { code: 'engine/unavailable' as const, message: 'The engine was started again.' };
  for (const job of getJobs().jobs.filter(isRunning)) {
    if (!cancels.has(job.id)) jobChanged({ ...job, state: 'failed', leftMs: null, error });
  }
}

export function openJobs(isOpen: boolean): void {
  store.setState({ isOpen });
}

/** Work of the page itself, by the id of its job. */
const cancels = new Map<string, () => void>();

/** Asks a job to end. */
export function cancelJob(id: string): void {
  const own = cancels.get(id);
  if (own !== undefined) own();
  else void call('job/cancel', { id }).catch(() => undefined);
}

/** Puts the results of all jobs that are over away, or of one. */
export function dismissJobs(only?: string): void {
  const over = getJobs().jobs.filter(
    (job) => !isRunning(job) && (only === undefined || job.id === only),
  );
  const ids = over.map(({ id }) => id);
  jobsGone(ids);
  if (ids.length > 0) void call('job/dismiss', { ids }).catch(() => undefined);
}

export interface LocalSpec {
  readonly kind: JobKind;
  readonly subject?: string;
  readonly unit: JobUnit;
  readonly phases?: readonly JobPhase[];
  /** Absent: it cannot be ended. */
  readonly cancel?: () => void;
  /** Work that ends well before this many milliseconds is never listed. */
  readonly listedAfterMs?: number;
}

export interface LocalJob {
  readonly progress: (at: {
    readonly phase?: JobPhase;
    readonly done: number;
    readonly total: number | null;
    readonly count?: number;
  }) => void;
  readonly done: (outcome?: Partial<JobOutcome>) => void;
  readonly failed: (error: AppError) => void;
  readonly cancelled: () => void;
  /** Nobody waits for it any more: it leaves no line. */
  readonly dropped: () => void;
}

const tellEveryMs = 200;

/** Lists work that the page does itself, as the layout of the network. Each ends in exactly one way. */
export function startLocalJob(spec: LocalSpec): LocalJob {
  const { kind, subject = null, unit, phases = [], cancel, listedAfterMs = 0 } = spec;
  const begun = performance.now();
  let pace = new Pace();
  let told = Number.NEGATIVE_INFINITY;
  let job: Job = {
    ...{ id: newId(), kind, subject, state: 'running', phases: [...phases] },
    ...{ phase: phases[0] ?? null, unit, done: 0, total: null, count: 0, rate: null },
    ...{ leftMs: null, ms: 0, canCancel: cancel !== undefined, outcome: null, error: null },
  };
  const tell = (change: Partial<Job>, isForced: boolean) => {
    if (!isRunning(job)) return;
    const now = performance.now();
    job = { ...job, ...change, ms: now - begun };
    if (now - begun < listedAfterMs || (!isForced && now - told < tellEveryMs)) return;
    told = now;
    jobChanged(job);
  };
  cancels.set(job.id, cancel ?? (() => undefined));
  tell({}, true);
  const end = (state: Job['state'], change: Partial<Job>) => {
    cancels.delete(job.id);
    tell({ state, leftMs: null, ...change }, true);
  };
  return {
    progress({ phase, done, total, count = done }) {
      const isNext = phase !== undefined && phase !== job.phase;
      if (isNext) pace = new Pace();
      pace.tell(performance.now(), done, count);
      const paced = { rate: pace.rate(), leftMs: pace.left(total) };
      tell({ done, total, count, phase: phase ?? job.phase, ...paced }, isNext);
    },
    done: (outcome) =>
      end('done', { outcome: { counts: {}, fileName: null, batch: null, ...outcome } }),
    failed: ({ code, message }) => end('failed', { error: { code, message } }),
    cancelled: () => end('cancelled', {}),
    dropped() {
      if (!isRunning(job)) return;
      end('cancelled', {});
      jobsGone([job.id]);
    },
  };
}

export function resetJobs(): void {
  cancels.clear();
  store.setState({ jobs: [], isOpen: false });
}
