/** The thread of one piece of long work; it ends with it. */
import { parentPort, workerData } from 'node:worker_threads';
import {
  readingSession,
  type ThreadChange,
  threadSession,
} from '../services/bulk/thread-session.ts';
import { threadWork, writingWork } from '../services/thread-work.ts';
import type { WorkHooks } from '../services/work-hooks.ts';
import { toPlainError } from './plain-error.ts';
import { stopFlag, tellSometimes } from './thread-hooks.ts';
import type { FromWork, WorkTask } from './work-thread.ts';

const { name, args, file, casePath, author, stop } = workerData as WorkTask;
const tell = (message: FromWork) => parentPort?.postMessage(message);
const hooks: WorkHooks = {
  progress: tellSometimes((progress) => tell({ kind: 'progress', progress })),
  isCancelled: stopFlag(stop),
};

async function carryOut(): Promise<FromWork> {
  let changed: ThreadChange | undefined;
  const session = writingWork.has(name)
    ? threadSession(file, author, (change) => {
        changed = change;
      })
    : readingSession(file, casePath, author);
  try {
    const work = threadWork[name] as (...given: unknown[]) => unknown;
    const value = await work(session, args, hooks);
    return { kind: 'done', value, ...(changed === undefined ? {} : { changed }) };
  } finally {
    session.close();
  }
}

carryOut().then(tell, (error: unknown) => tell({ kind: 'failed', error: toPlainError(error) }));
