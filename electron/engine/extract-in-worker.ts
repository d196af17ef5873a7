/** Sends texts to the reading thread. Started with the first text, ended after a while without any. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ExtractInput, Extraction } from '../../shared/extract/types.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import {
  type CaseKnowledge,
  extractFromSource,
  knowledgeOf,
  sourceInput,
} from '../services/extract.ts';
import type { CaseSession } from '../services/session.ts';

export interface ExtractTask {
  readonly id: number;
  readonly input: ExtractInput;
  readonly known: CaseKnowledge;
}

export type ExtractAnswer =
  | { readonly id: number; readonly value: Extraction }
  | { readonly id: number; readonly error: PlainError };

interface Waiting {
  readonly resolve: (value: Extraction) => void;
  readonly reject: (error: Error) => void;
}

/** Beside the engine in the built app; absent where tests run from the sources. */
const workerFile = join(import.meta.dirname, 'extract-worker.cjs');
const idleMs = 60_000;

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;

function stop(code: 'internal' | 'call/cancelled', reason: string): void {
  const ended = worker;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new AppError(code, reason));
  waiting.clear();
  void ended?.terminate();
}

function start(dataDir: string): Worker {
  const started = new Worker(workerFile, { workerData: { dataDir } });
  started.on('message', (answer: ExtractAnswer) => {
    const task = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) task?.resolve(answer.value);
    else {
      const { code, message, details } = answer.error;
      task?.reject(new AppError(code, message, details));
    }
    if (waiting.size === 0) started.unref();
    idle = setTimeout(() => {
      if (waiting.size === 0) stop('internal', 'The reading thread was idle.');
    }, idleMs);
    idle.unref();
  });
  started.on('error', () => stop('internal', 'The text could not be read.'));
  return started;
}

/** Ends the thread in the middle of its work; every text that waits is answered `call/cancelled`. */
export function cancelReading(): void {
  if (waiting.size > 0) stop('call/cancelled', 'The reading was cancelled.');
}

/**
 * Suggestions from a source, read in a thread of its own.
 * @throws AppError `record/not-found`, `input/invalid` (no text), `place/gazetteer-missing`,
 * `call/cancelled`
 */
export async function readInThread(
  session: CaseSession,
  dataDir: string,
  sourceId: string,
): Promise<Extraction> {
  if (!existsSync(workerFile)) return extractFromSource(session, dataDir, sourceId);
  const task = { input: sourceInput(session, sourceId), known: knowledgeOf(session) };
  clearTimeout(idle);
  worker ??= start(dataDir);
  // keeps the process up while a text is read, and not longer
  worker.ref();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, ...task } satisfies ExtractTask);
  });
}
