/** The thread that works on packs: reads and writes the case through a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { beginAgain, type ThreadChange, threadSession } from '../services/bulk/thread-session.ts';
import { exportPack } from '../services/export-pack.ts';
import { importPack } from '../services/import-pack.ts';
import { packConflicts, previewPack } from '../services/preview-pack.ts';
import type { CaseSession } from '../services/session.ts';
import type { WorkHooks, WorkProgress } from '../services/work-hooks.ts';
import type { PackTask } from './pack-thread.ts';
import { toPlainError } from './plain-error.ts';
import { stopFlag, tellSometimes } from './thread-hooks.ts';
import type { FromLine, LineData, ToLine } from './worker-line.ts';

const { casePath, profile, stop } = workerData as LineData & {
  readonly casePath: string;
  readonly profile: string | undefined;
};
const tell = (message: FromLine<WorkProgress>) => parentPort?.postMessage(message);
const isCancelled = stopFlag(stop);

let session: CaseSession | undefined;
let changed: ThreadChange | undefined;

/** Of one task: the next begins to tell anew. */
const watching = (): WorkHooks => ({
  progress: tellSometimes((progress) => tell({ kind: 'progress', progress })),
  isCancelled,
});

async function carryOut({ task, author }: ToLine<PackTask>): Promise<unknown> {
  session ??= threadSession(casePath, author, (change) => {
    changed = change;
  });
  beginAgain(session, author);
  const context = { profile, watch: watching() };
  switch (task.what) {
    case 'preview':
      return previewPack(session, task.path, { ...context, passphrase: task.passphrase });
    case 'conflicts':
      return packConflicts(session, task.page);
    case 'import':
      return importPack(session, task.request, context);
    case 'export':
      return exportPack(session, task.path, task.request, context);
  }
}

async function answer(message: ToLine<PackTask>): Promise<void> {
  changed = undefined;
  try {
    const value = await carryOut(message);
    tell({ kind: 'done', value, ...(changed === undefined ? {} : { changed }) });
  } catch (error) {
    tell({ kind: 'failed', error: toPlainError(error) });
  }
}

/** One thing after the other: it ends only when what it does has let go of the case. */
let working: Promise<void> = Promise.resolve();

function end(): void {
  session?.close();
  parentPort?.close();
}

parentPort?.on('message', (message: ToLine<PackTask> | 'end') => {
  working = working.then(() => (message === 'end' ? end() : answer(message)));
});
