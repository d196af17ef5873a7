/** Has tables read in a thread of their own, so that the engine answers meanwhile. One at a time. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { EventPayload } from '../../shared/contract/contract.ts';
import type { Author } from '../../shared/contract/control.ts';
import type { TableImportResult, TablePreview } from '../../shared/contract/table-calls.ts';
import type { TableMapping } from '../../shared/import/table-fields.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import { previewTable, workOnTable } from '../services/bulk/table-tasks.ts';
import { catchUp } from '../services/bulk/thread-session.ts';
import type { CaseSession, Topics } from '../services/session.ts';

type Progress = EventPayload<'table/progress'>;

/** What the thread is told to do. */
export type TableTask =
  | { readonly what: 'preview'; readonly path: string; readonly mapping: TableMapping | undefined }
  | {
      readonly what: 'check' | 'import';
      readonly path: string;
      readonly mapping: TableMapping;
      readonly casePath: string;
      readonly author: Author;
    };

export type FromTableWorker =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'done';
      readonly value: unknown;
      readonly changed?: { readonly topics: Topics; readonly revision: number };
    }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** Beside the engine in the built app; absent where tests run from the sources. */
const usualWorkerFile = join(import.meta.dirname, 'table-worker.cjs');

export class TableThread {
  readonly #progress: (progress: Progress) => void;
  readonly #workerFile: string;
  #stop: Int32Array | undefined;
  #running: Promise<unknown> | undefined;

  constructor(progress: (progress: Progress) => void, workerFile: string = usualWorkerFile) {
    this.#progress = progress;
    this.#workerFile = workerFile;
  }

  /** What a file is. Throws `file/unreadable`. */
  async preview(path: string, mapping: TableMapping | undefined): Promise<TablePreview> {
    if (!existsSync(this.#workerFile)) return previewTable(path, mapping);
    const { value } = await this.#run({ what: 'preview', path, mapping });
    return value as TablePreview;
  }

  /** Throws what `importTable` throws; `case/busy` while another one runs. */
  async read(
    session: CaseSession,
    what: 'check' | 'import',
    path: string,
    mapping: TableMapping,
  ): Promise<TableImportResult> {
    if (!existsSync(this.#workerFile)) {
      const quiet = { progress: () => undefined, isCancelled: () => false };
      return workOnTable(session, { what, path, mapping, ...quiet });
    }
    if (what === 'import' && session.isReadOnly) {
      throw new AppError('case/read-only', 'This case is open for reading only.');
    }
    const { author } = session;
    const task = { what, path, mapping, casePath: session.db.name, author };
    session.isBusy = what === 'import';
    try {
      const { value, changed } = await this.#run(task);
      session.isBusy = false;
      if (changed !== undefined) catchUp(session, changed.topics, changed.revision);
      return value as TableImportResult;
    } finally {
      session.isBusy = false;
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

  #run(task: TableTask): Promise<Extract<FromTableWorker, { kind: 'done' }>> {
    if (this.#running !== undefined) {
      throw new AppError(
        'case/busy',
        'Another file is being read. Wait for its end, or cancel it.',
      );
    }
    const stop = new SharedArrayBuffer(4);
    this.#stop = new Int32Array(stop);
    const running = new Promise<Extract<FromTableWorker, { kind: 'done' }>>((resolve, reject) => {
      let answer: Exclude<FromTableWorker, { kind: 'progress' }> | undefined;
      const worker = new Worker(this.#workerFile, { workerData: { task, stop } });
      worker.on('message', (message: FromTableWorker) => {
        if (message.kind === 'progress') this.#progress(message.progress);
        else answer = message;
      });
      worker.on('error', (error) => {
        answer = { kind: 'failed', error: { code: 'internal', message: error.message } };
      });
      // only when it has ended is its connection closed
      worker.on('exit', () => {
        if (answer?.kind === 'done') resolve(answer);
        else {
          const { code, message, details } = answer?.error ?? {
            code: 'internal' as const,
            message: 'The table could not be read.',
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
