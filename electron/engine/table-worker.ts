/** The thread that reads tables: one task, then it ends. Writes through a connection of its own. */
import { existsSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportProgress } from '../services/bulk/read-incidents.ts';
import { previewTable, workOnTable } from '../services/bulk/table-tasks.ts';
import { threadSession } from '../services/bulk/thread-session.ts';
import { toPlainError } from './plain-error.ts';
import { type ReadingTask, readInThread } from './reading-thread.ts';
import {
  type FromTableWorker,
  readingFileBeside,
  type TableTask,
  type TableThreadProgress,
} from './table-thread.ts';
import { stopFlag, tellSometimes } from './thread-hooks.ts';

const { task, stop } = workerData as { readonly task: TableTask; readonly stop: SharedArrayBuffer };
const tell = (message: FromTableWorker) => parentPort?.postMessage(message);

const readingFile = readingFileBeside(import.meta.filename);
/** A second thread takes longer to begin than a smaller file takes to be read (bytes). */
const worthAThread = 2_000_000;

const isCancelled = stopFlag(stop);
const progress = tellSometimes((at: TableThreadProgress) =>
  tell({ kind: 'progress', progress: at }),
);

async function carryOut(): Promise<FromTableWorker> {
  if (task.what === 'preview') return { kind: 'done', value: await previewTable(task) };
  const { casePath, author, ...work } = task;
  let done: Extract<FromTableWorker, { kind: 'done' }> = { kind: 'done', value: null };
  const session = threadSession(casePath, author, (changed) => {
    done = { ...done, changed };
  });
  try {
    const value = await workOnTable(session, {
      ...{ ...work, progress, isCancelled },
      readElsewhere({ facts, path }, { newId: _, ...options }, give) {
        const { bytes: total } = facts;
        if (total < worthAThread || !existsSync(readingFile)) return undefined;
        const { mapping } = work;
        const reading = { file: casePath, path, facts, mapping, options };
        const control = {
          ...{ isCancelled, progress: (at: ImportProgress) => progress({ ...at, total }) },
        };
        const begin = (toRead: ReadingTask) =>
          parentPort?.postMessage({ kind: 'reading', task: toRead } satisfies FromTableWorker, [
            toRead.port,
          ]);
        return readInThread(begin, reading, control, give);
      },
    });
    return { ...done, value };
  } finally {
    session.close();
  }
}

carryOut()
  .catch((error: unknown): FromTableWorker => ({ kind: 'failed', error: toPlainError(error) }))
  .then(tell);
