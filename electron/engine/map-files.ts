/** Asks the thread that reads map files. Started with the first question; one that hangs is ended. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { MapFileAsk } from '../../shared/contract/control.ts';
import type { ErrorCode } from '../../shared/contract/errors.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';

export interface MapFileTask {
  readonly id: number;
  readonly ask: MapFileAsk;
}

export type MapFileAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: PlainError };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const workerFile = join(import.meta.dirname, 'map-file-worker.cjs');
/** A file that takes longer than this for one answer is not worth waiting for. */
const longestMs = 20_000;

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

function end(code: ErrorCode, reason: string): void {
  const ended = worker;
  worker = undefined;
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(new AppError(code, reason));
  }
  waiting.clear();
  void ended?.terminate();
}

function start(): Worker {
  // a file that grows in memory ends this thread, not the engine
  const started = new Worker(workerFile, { resourceLimits: { maxOldGenerationSizeMb: 1500 } });
  started.on('message', (answer: MapFileAnswer) => {
    const task = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(task?.timer);
    if ('value' in answer) task?.resolve(answer.value);
    else {
      const { code, message, details } = answer.error;
      task?.reject(new AppError(code, message, details));
    }
    if (waiting.size === 0) started.unref();
  });
  started.on('error', () => {
    if (worker === started) end('map-file/damaged', 'The map file could not be read.');
  });
  return started;
}

/** @throws AppError as `services/own-maps.ts` */
export function askMapFile(ask: MapFileAsk): Promise<unknown> {
  worker ??= start();
  worker.ref();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => end('map-file/damaged', 'The map file took too long to be read.'),
      longestMs,
    );
    timer.unref();
    waiting.set(id, { resolve, reject, timer });
    worker?.postMessage({ id, ask } satisfies MapFileTask);
  });
}
