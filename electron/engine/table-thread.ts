/** Has tables read in a thread of their own, so that the engine answers meanwhile. One at a time. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Author } from '../../shared/contract/control.ts';
import type { JobPhase } from '../../shared/contract/job-calls.ts';
import type { TableImportResult, TablePreview } from '../../shared/contract/table-calls.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import {
  previewTable,
  type TableQuestion,
  type TableWork,
  workOnTable,
} from '../services/bulk/table-tasks.ts';
import { catchUp, type ThreadChange } from '../services/bulk/thread-session.ts';
import type { CaseSession } from '../services/session.ts';
import type { WorkProgress } from '../services/work-hooks.ts';
import type { JobHandle } from './jobs.ts';
import { beginReading, ReadingSignals, type ReadingTask } from './reading-thread.ts';

/** How far the reading of a table is. */
export interface TableThreadProgress {
  readonly phase: 'reading' | 'merging';
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
}

/** Steps of each, as they are told. */
export const tablePhases: { readonly [W in 'check' | 'import']: readonly JobPhase[] } = {
  check: ['reading'],
  import: ['reading', 'merging'],
};

function told({ phase, bytes, total, rows }: TableThreadProgress): WorkProgress {
  // how many rows are to be joined is known only at the end
  return { phase, done: bytes, total: phase === 'reading' ? total : null, count: rows };
}

/** What the thread is told to do. */
export type TableTask =
  | ({ readonly what: 'preview' } & TableQuestion)
  | (TableJob & { readonly casePath: string; readonly author: Author });

/** Reading a whole file. */
export type TableJob = Omit<TableWork, 'progress' | 'isCancelled'>;

export type FromTableWorker =
  | { readonly kind: 'progress'; readonly progress: TableThreadProgress }
  /** To begin the thread that reads for this one. */
  | { readonly kind: 'reading'; readonly task: ReadingTask }
  | {
      readonly kind: 'done';
      readonly value: unknown;
      readonly changed?: ThreadChange;
    }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** Beside the engine in the built app; absent where tests run from the sources. */
const usualWorkerFile = join(import.meta.dirname, 'table-worker.cjs');

/** The thread that reads, in the folder of the one that writes. */
export function readingFileBeside(tableWorker: string): string {
  return join(dirname(tableWorker), 'reading-worker.cjs');
}

export class TableThread {
  readonly #workerFile: string;
  #stop: Int32Array | undefined;
  #running: Promise<unknown> | undefined;
  /** Settles when the last preview asked for is over: a mapping is changed faster than a file is read. */
  #previews: Promise<unknown> = Promise.resolve();

  constructor(workerFile: string = usualWorkerFile) {
    this.#workerFile = workerFile;
  }

  /** What a file is. Throws `file/unreadable`. */
  async preview(question: TableQuestion): Promise<TablePreview> {
    if (!existsSync(this.#workerFile)) {
      return previewTable(question);
    }
    const mine = this.#previews.then(() => this.#run({ what: 'preview', ...question }));
    this.#previews = mine.catch(() => undefined);
    const { value } = await mine;
    return value as TablePreview;
  }

  /**
   * Throws what `importRows` throws; `case/busy` while another one runs, `call/cancelled` once the job
   * is cancelled.
   */
  async read(session: CaseSession, work: TableJob, job: JobHandle): Promise<TableImportResult> {
    const { what } = work;
    const progress = (at: TableThreadProgress) => job.progress(told(at));
    if (!existsSync(this.#workerFile)) {
      const isCancelled = () => job.signal.aborted;
      return workOnTable(session, { ...work, progress, isCancelled });
    }
    if (what === 'import' && session.isReadOnly) {
      throw new AppError('case/read-only', 'This case is open for reading only.');
    }
    await this.#previews;
    const { author } = session;
    const task = { ...work, casePath: session.db.name, author };
    session.isBusy = what === 'import';
    const cancel = () => this.cancel();
    try {
      const running = this.#run(task, progress);
      job.signal.addEventListener('abort', cancel);
      if (job.signal.aborted) cancel();
      const { value, changed } = await running;
      session.isBusy = false;
      if (changed !== undefined) catchUp(session, changed);
      return value as TableImportResult;
    } finally {
      session.isBusy = false;
      job.signal.removeEventListener('abort', cancel);
    }
  }

  /** What runs ends soon; it is answered `call/cancelled`. */
  cancel(): void {
    if (this.#stop !== undefined) Atomics.store(this.#stop, 0, 1);
  }

  /** Cancels, and waits until the thread has let go of the case. */
  async stop(): Promise<void> {
    this.cancel();
    await this.#running?.catch(() => undefined);
  }

  #run(
    task: TableTask,
    progress: (at: TableThreadProgress) => void = () => undefined,
  ): Promise<Extract<FromTableWorker, { kind: 'done' }>> {
    if (this.#running !== undefined) {
      throw new AppError(
        'case/busy',
        'Another file is being read. Wait for its end, or cancel it.',
      );
    }
    const stop = new SharedArrayBuffer(4);
    this.#stop = new Int32Array(stop);
    const running = new Promise<Extract<FromTableWorker, { kind: 'done' }>>((resolve, reject) => {
      let answer: Extract<FromTableWorker, { kind: 'done' | 'failed' }> | undefined;
      let reading: { readonly ended: Promise<void>; readonly signals: ReadingSignals } | undefined;
      const worker = new Worker(this.#workerFile, { workerData: { task, stop } });
      worker.on('message', (message: FromTableWorker) => {
        if (message.kind === 'progress') progress(message.progress);
        else if (message.kind === 'reading') {
          const { ended } = beginReading(readingFileBeside(this.#workerFile), message.task);
          reading = { ended, signals: new ReadingSignals(message.task.signals) };
        } else answer = message;
      });
      worker.on('error', (error) => {
        answer = { kind: 'failed', error: { code: 'internal', message: error.message } };
      });
      // only when both have ended are their connections closed
      worker.on('exit', async () => {
        reading?.signals.stop();
        await reading?.ended;
        if (answer?.kind === 'done') resolve(answer);
        else {
          const { code, message, details } = answer?.error ?? {
            code: 'work/ended' as const,
            message:
              'The reading of the table ended before it was done, perhaps for want of memory. Close other programs and try again.',
          };
          reject(new AppError(code, message, details));
        }
      });
    });
    this.#running = running.finally(() => {
      this.#running = undefined;
      this.#stop = undefined;
    });
    this.#running.catch(() => undefined);
    return running;
  }
}
