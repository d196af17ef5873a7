/**
 * Has long work done in a thread with a connection of its own, so that the engine answers meanwhile. What
 * reads sees the case as it was when the work began; while something writes, all other writes are refused.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Author } from '../../shared/contract/control.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import { catchUp, type ThreadChange } from '../services/bulk/thread-session.ts';
import type { CaseSession } from '../services/session.ts';
import {
  threadWork,
  type WorkArgs,
  type WorkName,
  type WorkResult,
  writingWork,
} from '../services/thread-work.ts';
import type { WorkProgress } from '../services/work-hooks.ts';
import type { JobHandle } from './jobs.ts';

export interface WorkTask {
  readonly name: WorkName;
  readonly args: WorkArgs<WorkName>;
  /** The database that is open, and the case it stands for. */
  readonly file: string;
  readonly casePath: string;
  readonly author: Author;
  /** One number, 1 once the work is asked to end. */
  readonly stop: SharedArrayBuffer;
}

export type FromWork =
  | { readonly kind: 'progress'; readonly progress: WorkProgress }
  | { readonly kind: 'done'; readonly value: unknown; readonly changed?: ThreadChange }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** From so many records on a write is done in a thread; below, sooner than a thread begins. */
export const manyRecords = 200;
/** Work of unknown size is listed as a job when it takes longer than this (ms). */
export const longMs = 700;

/** Beside the engine in the built app; absent where tests run from the sources. */
const usualWorkerFile = join(import.meta.dirname, 'work-worker.cjs');

/**
 * Throws what the work throws, `call/cancelled` once the job is cancelled, and for work that writes
 * `case/busy` and `case/read-only`.
 */
export async function workInThread<N extends WorkName>(
  session: CaseSession,
  name: N,
  args: WorkArgs<N>,
  job: JobHandle,
  workerFile: string = usualWorkerFile,
): Promise<WorkResult<N>> {
  if (!existsSync(workerFile)) {
    const isCancelled = () => job.signal.aborted;
    return threadWork[name](session, args, { progress: job.progress, isCancelled });
  }
  const isWriting = writingWork.has(name);
  if (isWriting) requireFree(session);
  const stop = new SharedArrayBuffer(4);
  const task: WorkTask = {
    ...{ name, args, stop, author: session.author },
    ...{ file: session.db.name, casePath: session.path },
  };
  const cancel = () => Atomics.store(new Int32Array(stop), 0, 1);
  if (job.signal.aborted) cancel();
  job.signal.addEventListener('abort', cancel);
  session.isBusy ||= isWriting;
  try {
    const { value, changed } = await answerOf(new Worker(workerFile, { workerData: task }), job);
    if (isWriting) session.isBusy = false;
    if (changed !== undefined) catchUp(session, changed);
    return value as WorkResult<N>;
  } finally {
    if (isWriting) session.isBusy = false;
    job.signal.removeEventListener('abort', cancel);
  }
}

function requireFree({ isReadOnly, isBusy }: CaseSession): void {
  if (isReadOnly) throw new AppError('case/read-only', 'This case is open for reading only.');
  if (isBusy) {
    throw new AppError('case/busy', 'Something long is being written. Wait for its end.');
  }
}

type Done = Extract<FromWork, { kind: 'done' }>;

/** Settles when the thread has ended: only then is its connection closed. */
function answerOf(worker: Worker, job: JobHandle): Promise<Done> {
  return new Promise((resolve, reject) => {
    let answer: Exclude<FromWork, { kind: 'progress' }> | undefined;
    worker.on('message', (message: FromWork) => {
      if (message.kind === 'progress') job.progress(message.progress);
      else answer = message;
    });
    worker.on('error', (error) => {
      answer = { kind: 'failed', error: { code: 'internal', message: error.message } };
    });
    worker.on('exit', () => {
      if (answer?.kind === 'done') {
        resolve(answer);
        return;
      }
      const { code, message, details } = answer?.error ?? {
        code: 'work/ended' as const,
        message:
          'The work ended before it was done, perhaps for want of memory. Close other programs and try again.',
      };
      reject(new AppError(code, message, details));
    });
  });
}
