/** A thread that reads one file of a stranger and ends. It writes nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/lib/app-error.ts';
import { readAllWords } from './all-words.ts';
import { htmlOf, readSourceBytes, readSourceFile } from './read-file.ts';
import type { ReadAnswer, ReadTask } from './read-in-worker.ts';

async function read(task: ReadTask): Promise<ReadAnswer> {
  try {
    if (task.what === 'html') return { value: htmlOf(task.html) };
    if (task.what === 'words') return { value: await readAllWords(task.fileName, task.bytes) };
    if (task.what === 'bytes') return { value: await readSourceBytes(task.fileName, task.bytes) };
    return { value: await readSourceFile(task.path) };
  } catch (error) {
    if (error instanceof AppError) return { error: error.toPlain() };
    return { error: { code: 'file/unreadable', message: 'The file could not be read.' } };
  }
}

void read(workerData as ReadTask).then((answer) => parentPort?.postMessage(answer));
