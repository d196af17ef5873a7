/** The thread that reads a table and makes its records, for the thread that writes them. Writes nothing. */
import { workerData } from 'node:worker_threads';
import { readTableBeside } from '../services/bulk/read-table.ts';
import { toPlainError } from './plain-error.ts';
import { type FromReading, ReadingSignals, type ReadingTask } from './reading-thread.ts';

const { reading, port, signals: shared } = workerData as ReadingTask;
const signals = new ReadingSignals(shared);

function send(message: FromReading): void {
  signals.waitForRoom();
  port.postMessage(message);
  signals.noteSent();
}

try {
  const outcome = readTableBeside(
    reading,
    {
      progress: (progress) => send({ kind: 'progress', progress }),
      isCancelled: () => signals.isStopped,
    },
    (piece) => send({ kind: 'piece', piece }),
  );
  send({ kind: 'done', outcome });
} catch (error) {
  send({ kind: 'failed', error: toPlainError(error) });
} finally {
  port.close();
}
