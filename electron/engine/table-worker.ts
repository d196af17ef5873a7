/** The thread that reads tables: one task, then it ends. Writes through a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../shared/lib/app-error.ts';
import { previewTable, workOnTable } from '../services/bulk/table-tasks.ts';
import { threadSession } from '../services/bulk/thread-session.ts';
import type { FromTableWorker, TableTask } from './table-thread.ts';

const { task, stop } = workerData as { readonly task: TableTask; readonly stop: SharedArrayBuffer };
const flag = new Int32Array(stop);
const tell = (message: FromTableWorker) => parentPort?.postMessage(message);
/** A message for every piece of a large file would be thousands. */
const tellEveryMs = 200;

function carryOut(): FromTableWorker {
  if (task.what === 'preview') {
    return { kind: 'done', value: previewTable(task.path, task.mapping) };
  }
  const start = performance.now();
  let told = -tellEveryMs;
  let topics: FromTableWorker & { kind: 'done' } = { kind: 'done', value: null };
  const session = threadSession(task.casePath, task.author, (changed, revision) => {
    topics = { ...topics, changed: { topics: changed, revision } };
  });
  try {
    const value = workOnTable(session, {
      ...{ what: task.what, path: task.path, mapping: task.mapping },
      progress: (progress) => {
        const ms = performance.now() - start;
        if (ms - told < tellEveryMs) return;
        told = ms;
        tell({ kind: 'progress', progress: { ...progress, ms } });
      },
      isCancelled: () => Atomics.load(flag, 0) === 1,
    });
    return { ...topics, value };
  } finally {
    session.close();
  }
}

try {
  tell(carryOut());
} catch (error) {
  const plain = error instanceof AppError ? error.toPlain() : undefined;
  const message = error instanceof Error ? error.message : String(error);
  tell({ kind: 'failed', error: plain ?? { code: 'internal', message } });
}
