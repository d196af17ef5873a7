/**
 * Has packs read, imported and written in threads of their own, so that the engine answers meanwhile. The
 * thread that made a preview lives on with it: its import needs no second reading.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { JobPhase } from '../../shared/contract/job-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { catchUp } from '../services/bulk/thread-session.ts';
import { type ExportRequest, exportPack } from '../services/export-pack.ts';
import { importPack } from '../services/import-pack.ts';
import { packConflicts, previewPack } from '../services/preview-pack.ts';
import type { CaseSession } from '../services/session.ts';
import type { WorkHooks, WorkProgress } from '../services/work-hooks.ts';
import type { JobHandle } from './jobs.ts';
import { WorkerLine } from './worker-line.ts';

/** Steps of each, as they are told. */
export const packPhases: {
  readonly [W in 'preview' | 'import' | 'export']: readonly JobPhase[];
} = {
  preview: ['reading', 'checking', 'comparing'],
  import: ['writing', 'merging'],
  export: ['reading', 'writing'],
};

/** What the thread is told to do. */
export type PackTask =
  | { readonly what: 'preview'; readonly path: string; readonly passphrase: string | undefined }
  | { readonly what: 'conflicts'; readonly page: CallArgs<'pack/conflicts'> }
  | { readonly what: 'import'; readonly request: CallArgs<'pack/import'> }
  | { readonly what: 'export'; readonly path: string; readonly request: ExportRequest };

type Line = WorkerLine<PackTask, WorkProgress>;

/** Beside the engine in the built app; absent where tests run from the sources. */
const usualWorkerFile = join(import.meta.dirname, 'pack-worker.cjs');

export class PackThread {
  readonly #profile: string | undefined;
  readonly #workerFile: string;
  /** Holds the last preview. */
  #held: Line | undefined;
  #running: Line | undefined;

  constructor(profile: string | undefined, workerFile: string = usualWorkerFile) {
    this.#profile = profile;
    this.#workerFile = workerFile;
  }

  /** Throws what `previewPack` throws; `case/busy` while an import is written. */
  async preview(
    session: CaseSession,
    path: string,
    passphrase: string | undefined,
    job: JobHandle,
  ): Promise<CallResult<'pack/preview'>> {
    const profile = this.#profile;
    if (this.#isInPlace(session))
      return previewPack(session, path, { profile, passphrase, watch: hooksOf(job) });
    if (session.isBusy) throw busy();
    // whoever looks at another pack has done with the one before
    const before = this.#running;
    const line = this.#line(session);
    this.#running = line;
    before?.cancel();
    await before?.end();
    await this.#drop();
    try {
      const task: PackTask = { what: 'preview', path, passphrase };
      const preview = await this.#run(line, session, task, job);
      this.#held = line;
      return preview as CallResult<'pack/preview'>;
    } catch (error) {
      await line.end();
      throw error;
    }
  }

  async conflicts(
    session: CaseSession,
    page: CallArgs<'pack/conflicts'>,
  ): Promise<CallResult<'pack/conflicts'>> {
    if (this.#isInPlace(session)) return packConflicts(session, page);
    const rows = await this.#run(this.#preview(), session, { what: 'conflicts', page });
    return rows as CallResult<'pack/conflicts'>;
  }

  /** Throws what `importPack` throws; the engine refuses all other writes meanwhile. */
  async import(
    session: CaseSession,
    request: CallArgs<'pack/import'>,
    job: JobHandle,
  ): Promise<CallResult<'pack/import'>> {
    if (this.#isInPlace(session))
      return importPack(session, request, { profile: this.#profile, watch: hooksOf(job) });
    if (session.isBusy) throw busy();
    const line = this.#preview();
    session.isBusy = true;
    try {
      const task: PackTask = { what: 'import', request };
      const result = (await this.#run(line, session, task, job)) as CallResult<'pack/import'>;
      session.isBusy = false;
      await this.#drop();
      const { changed } = line;
      if (changed !== undefined) catchUp(session, changed);
      return result;
    } finally {
      session.isBusy = false;
    }
  }

  /** Throws what `exportPack` throws. */
  async export(
    session: CaseSession,
    path: string,
    request: ExportRequest,
    job: JobHandle,
  ): Promise<CallResult<'pack/export'>> {
    if (this.#isInPlace(session))
      return exportPack(session, path, request, { profile: this.#profile, watch: hooksOf(job) });
    if (session.isBusy) throw busy();
    const line = this.#line(session);
    try {
      const task: PackTask = { what: 'export', path, request };
      return (await this.#run(line, session, task, job)) as CallResult<'pack/export'>;
    } finally {
      await line.end();
    }
  }

  /** Cancels, and waits until the threads have let go of the case. */
  async stop(): Promise<void> {
    this.#running?.cancel();
    await this.#running?.end();
    await this.#drop();
  }

  /** A case that may not be written has no second connection; its packs are small work or none. */
  #isInPlace(session: CaseSession): boolean {
    return session.isReadOnly || !existsSync(this.#workerFile);
  }

  #requireFree(): void {
    if (this.#running !== undefined)
      throw new AppError('case/busy', 'Another pack is being worked on. Wait, or cancel it.');
  }

  #line(session: CaseSession): Line {
    const data = { casePath: session.db.name, profile: this.#profile };
    return new WorkerLine(this.#workerFile, data);
  }

  #preview(): Line {
    this.#requireFree();
    if (this.#held !== undefined) return this.#held;
    throw new AppError(
      'record/not-found',
      'This preview is no longer valid. Open the pack again to see a new one.',
    );
  }

  async #run(
    line: Line,
    { author }: CaseSession,
    task: PackTask,
    job?: JobHandle,
  ): Promise<unknown> {
    // an export has a thread of its own, beside whatever is looked at
    if (task.what !== 'export') this.#running = line;
    const cancel = () => line.cancel();
    try {
      const answer = line.ask(task, author, (at) => job?.progress(at));
      job?.signal.addEventListener('abort', cancel);
      if (job?.signal.aborted === true) cancel();
      return await answer;
    } finally {
      if (this.#running === line) this.#running = undefined;
      job?.signal.removeEventListener('abort', cancel);
      if (line.isGone && this.#held === line) this.#held = undefined;
    }
  }

  async #drop(): Promise<void> {
    const held = this.#held;
    this.#held = undefined;
    await held?.end();
  }
}

function busy(): AppError {
  return new AppError('case/busy', 'An import is being written. Wait for its end, or cancel it.');
}

const hooksOf = (job: JobHandle): WorkHooks => ({
  progress: job.progress,
  isCancelled: () => job.signal.aborted,
});
