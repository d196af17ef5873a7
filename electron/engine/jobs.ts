/** Long work of the engine as jobs: told while they run, kept with their result until put away. */
import type {
  Job,
  JobKind,
  JobOutcome,
  JobPhase,
  JobUnit,
} from '../../shared/contract/job-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { newId } from '../../shared/lib/ids.ts';
import { Pace } from '../../shared/lib/pace.ts';
import type { WorkProgress } from '../services/work-hooks.ts';

export interface JobSpec {
  readonly kind: JobKind;
  readonly subject?: string;
  readonly unit: JobUnit;
  readonly phases?: readonly JobPhase[];
  /** False for what cannot be ended half way. */
  readonly canCancel?: boolean;
  /**
   * Work that ends well before this many milliseconds is never listed; with Infinity none is, nor its
   * failure: somebody else tells of it.
   */
  readonly listedAfterMs?: number;
}

/** What the work itself holds of its job. */
export interface JobHandle {
  /** Aborted when the job is cancelled or the case closes. */
  readonly signal: AbortSignal;
  /** Cheap: told on a few times a second only. */
  readonly progress: (progress: WorkProgress) => void;
}

export interface JobEvents {
  readonly changed: (job: Job) => void;
  readonly gone: (ids: readonly string[]) => void;
}

const tellEveryMs = 200;
/** Older results are put away by themselves. */
const mostKept = 30;

export const noOutcome: JobOutcome = { counts: {}, fileName: null, batch: null };

interface Entry {
  job: Job;
  readonly begun: number;
  readonly listedAfterMs: number;
  readonly abort: AbortController;
  pace: Pace;
  told: number;
  ended: Promise<unknown>;
}

export class Jobs {
  readonly #events: JobEvents;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  /** `now`: milliseconds of a clock that does not go back. */
  constructor(events: JobEvents, now: () => number = () => performance.now()) {
    this.#events = events;
    this.#now = now;
  }

  /** Carries out `work` as a job; answers and throws what it does. */
  run<T>(
    spec: JobSpec,
    work: (handle: JobHandle) => T | Promise<T>,
    outcomeOf: (value: T) => Partial<JobOutcome> = () => ({}),
  ): Promise<T> {
    const entry = this.#begin(spec);
    const { signal } = entry.abort;
    const running = (async () => {
      try {
        const value = await work({ signal, progress: (at) => this.#progress(entry, at) });
        this.#end(entry, { state: 'done', outcome: { ...noOutcome, ...outcomeOf(value) } });
        return value;
      } catch (error) {
        this.#fail(entry, error);
        throw error;
      }
    })();
    entry.ended = running.catch(() => undefined);
    return running;
  }

  list(): Job[] {
    return [...this.#entries.values()]
      .filter((entry) => this.#isListed(entry))
      .map((entry) => this.#fresh(entry));
  }

  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (entry?.job.state !== 'running' || !entry.job.canCancel) return;
    entry.job = { ...entry.job, state: 'cancelling', leftMs: null };
    entry.abort.abort();
    this.#tell(entry);
  }

  dismiss(ids: readonly string[]): void {
    const gone = ids.filter((id) => {
      const entry = this.#entries.get(id);
      return entry !== undefined && isOver(entry.job) && this.#entries.delete(id);
    });
    if (gone.length > 0) this.#events.gone(gone);
  }

  /** The case closes: ends what runs, waits for it, and forgets all. */
  async clear(): Promise<void> {
    for (const { abort } of this.#entries.values()) abort.abort();
    await Promise.all([...this.#entries.values()].map(({ ended }) => ended));
    this.dismiss([...this.#entries.keys()]);
  }

  #begin(spec: JobSpec): Entry {
    const job: Job = {
      ...{ id: newId(), kind: spec.kind, subject: spec.subject ?? null, state: 'running' },
      ...{ phases: [...(spec.phases ?? [])], phase: spec.phases?.[0] ?? null, unit: spec.unit },
      ...{ done: 0, total: null, count: 0, rate: null, leftMs: null, ms: 0 },
      ...{ canCancel: spec.canCancel ?? true, outcome: null, error: null },
    };
    const entry: Entry = {
      job,
      ...{ begun: this.#now(), listedAfterMs: spec.listedAfterMs ?? 0, told: Number.NaN },
      ...{ abort: new AbortController(), pace: new Pace(), ended: Promise.resolve() },
    };
    this.#entries.set(job.id, entry);
    if (entry.listedAfterMs === 0) this.#tell(entry);
    else if (Number.isFinite(entry.listedAfterMs)) {
      setTimeout(() => this.#tell(entry), entry.listedAfterMs).unref();
    }
    const over = [...this.#entries.values()].filter((each) => isOver(each.job));
    this.dismiss(over.slice(0, Math.max(0, over.length - mostKept)).map((each) => each.job.id));
    return entry;
  }

  #progress(entry: Entry, { phase, done, total, count = done }: WorkProgress): void {
    const now = this.#now();
    const isNext = phase !== undefined && phase !== entry.job.phase;
    if (isNext) entry.pace = new Pace();
    entry.pace.tell(now, done, count);
    entry.job = { ...entry.job, done, total, count, phase: phase ?? entry.job.phase };
    if (isNext || !(now - entry.told < tellEveryMs)) this.#tell(entry);
  }

  #fail(entry: Entry, error: unknown): void {
    const plain = error instanceof AppError ? error.toPlain() : undefined;
    if (plain?.code === 'call/cancelled') {
      this.#end(entry, { state: 'cancelled' });
      return;
    }
    const { code, message, details } = plain ?? {
      code: 'internal' as const,
      message: 'Something went wrong inside Cairn.',
    };
    const told = { code, message, ...(details === undefined ? {} : { details: { ...details } }) };
    this.#end(entry, { state: 'failed', error: told });
  }

  #end(entry: Entry, end: Pick<Job, 'state'> & Partial<Job>): void {
    const ms = this.#now() - entry.begun;
    entry.job = { ...entry.job, ...end, ms, leftMs: null };
    const isQuiet = end.state !== 'failed' || !Number.isFinite(entry.listedAfterMs);
    const isUnseen = isQuiet && ms < entry.listedAfterMs;
    if (isUnseen) this.#entries.delete(entry.job.id);
    else this.#tell(entry);
  }

  #isListed({ job, begun, listedAfterMs }: Entry): boolean {
    return isOver(job) || this.#now() - begun >= listedAfterMs;
  }

  #fresh(entry: Entry): Job {
    const { job, pace, begun } = entry;
    if (isOver(job)) return job;
    const isRunning = job.state === 'running';
    return {
      ...job,
      ms: this.#now() - begun,
      rate: pace.rate(),
      leftMs: isRunning ? pace.left(job.total) : null,
    };
  }

  #tell(entry: Entry): void {
    if (!this.#entries.has(entry.job.id) || !this.#isListed(entry)) return;
    entry.told = this.#now();
    this.#events.changed(this.#fresh(entry));
  }
}

function isOver({ state }: Job): boolean {
  return state !== 'running' && state !== 'cancelling';
}

/** Where nobody listens: the command line's calls and tests. */
export function quietJobs(): Jobs {
  return new Jobs({ changed: () => undefined, gone: () => undefined });
}
