/** A thread that is asked one thing after the other, told to stop by a shared flag, and waited for. */
import { Worker } from 'node:worker_threads';
import type { Author } from '../../shared/contract/control.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import type { ThreadChange } from '../services/bulk/thread-session.ts';

export interface ToLine<T> {
  readonly task: T;
  readonly author: Author;
}

export type FromLine<P> =
  | { readonly kind: 'progress'; readonly progress: P }
  | { readonly kind: 'done'; readonly value: unknown; readonly changed?: ThreadChange }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** Given to the worker as `workerData`, with what it needs besides. */
export interface LineData {
  readonly stop: SharedArrayBuffer;
}

type Answer<P> = Exclude<FromLine<P>, { kind: 'progress' }>;

export class WorkerLine<T, P> {
  readonly #worker: Worker;
  readonly #stop: Int32Array;
  readonly #ended: Promise<void>;
  #settle: ((answer: Answer<P>) => void) | undefined;
  #progress: (progress: P) => void = () => undefined;
  /** What the last task wrote to the case. */
  changed: ThreadChange | undefined;
  isGone = false;

  constructor(workerFile: string, data: object) {
    const stop = new SharedArrayBuffer(4);
    this.#stop = new Int32Array(stop);
    this.#worker = new Worker(workerFile, { workerData: { ...data, stop } });
    this.#worker.on('message', (message: FromLine<P>) => {
      if (message.kind === 'progress') this.#progress(message.progress);
      else this.#settle?.(message);
    });
    this.#worker.on('error', (error) =>
      this.#settle?.({ kind: 'failed', error: { code: 'internal', message: error.message } }),
    );
    this.#ended = new Promise((resolve) => {
      // only when it has ended is its connection closed
      this.#worker.on('exit', () => {
        this.isGone = true;
        const message =
          'The work ended before it was done, perhaps for want of memory. Close other programs and try again.';
        const code = Atomics.load(this.#stop, 0) === 1 ? 'call/cancelled' : 'work/ended';
        this.#settle?.({ kind: 'failed', error: { code, message } });
        resolve();
      });
    });
  }

  /** One task at a time. Throws what the task throws. */
  async ask(task: T, author: Author, progress: (progress: P) => void): Promise<unknown> {
    this.#progress = progress;
    if (this.isGone) throw new AppError('call/cancelled', 'The work was ended before it began.');
    this.changed = undefined;
    const answer = await new Promise<Answer<P>>((resolve) => {
      this.#settle = resolve;
      const message: ToLine<T> = { task, author };
      this.#worker.postMessage(message);
    });
    this.#settle = undefined;
    Atomics.store(this.#stop, 0, 0);
    if (answer.kind === 'done') {
      this.changed = answer.changed;
      return answer.value;
    }
    const { code, message, details } = answer.error;
    throw new AppError(code, message, details);
  }

  cancel(): void {
    Atomics.store(this.#stop, 0, 1);
  }

  /** Asks it to end after what it is doing, and waits for that. */
  async end(): Promise<void> {
    if (!this.isGone) this.#worker.postMessage('end');
    await this.#ended;
  }
}
