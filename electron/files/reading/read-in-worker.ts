/**
 * Reads files of strangers in threads with bounds: a file that loops or swells costs its own thread,
 * never the engine. At most two at once; the others wait their turn.
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadSourceFile } from '../../../shared/contract/source-file-calls.ts';
import { AppError, type PlainError } from '../../../shared/lib/app-error.ts';
import type * as AllWordsFile from './all-words.ts';
import type { AllWords } from './all-words.ts';
import type * as ReadFile from './read-file.ts';

export type ReadTask =
  | { readonly what: 'file'; readonly path: string }
  | { readonly what: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly what: 'words'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly what: 'html'; readonly html: string };
export type ReadAnswer =
  | { readonly value: ReadSourceFile | AllWords | string }
  | { readonly error: PlainError };

/** Beside the engine in the built app; absent where tests run from the sources. */
const workerFile = join(import.meta.dirname, 'read-worker.cjs');
const mostAtOnce = 2;
/** Beyond the reader's own 60 s, which it minds between pages. */
const patienceMs = 90_000;
const heapMb = 768;

let running = 0;
const queue: (() => void)[] = [];

async function turn(): Promise<void> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
}

function done(): void {
  running -= 1;
  queue.shift()?.();
}

/** The same as `readFileInWorker` for a file that is in memory. */
export async function readBytesInWorker(
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ReadSourceFile> {
  if (!existsSync(workerFile)) return (await fromSources()).readSourceBytes(fileName, bytes);
  return bounded(fileName, { what: 'bytes', fileName, bytes });
}

/** Text and facts of a file. Throws `file/unreadable`, `file/too-large`, `call/cancelled`. */
export async function readFileInWorker(
  path: string,
  signal?: AbortSignal,
): Promise<ReadSourceFile> {
  if (!existsSync(workerFile)) return (await fromSources()).readSourceFile(path);
  return bounded(basename(path), { what: 'file', path }, signal);
}

/**
 * Every word of a file in memory, seen or not; undefined when reading it took too long or too much memory.
 * Throws `file/unreadable`, `call/cancelled`.
 */
export async function allWordsInWorker(
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  signal?: AbortSignal,
): Promise<AllWords | undefined> {
  if (!existsSync(workerFile)) {
    const file = ['.', 'all-words.ts'].join('/');
    const read = (await import(/* @vite-ignore */ file)) as typeof AllWordsFile;
    return read.readAllWords(fileName, bytes);
  }
  await turn();
  try {
    return (await work({ what: 'words', fileName, bytes }, signal)) as AllWords;
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  } finally {
    done();
  }
}

async function bounded(
  fileName: string,
  task: ReadTask,
  signal?: AbortSignal,
): Promise<ReadSourceFile> {
  await turn();
  try {
    return (await work(task, signal)) as ReadSourceFile;
  } catch (error) {
    // what ended the thread is a property of the file: told like the others
    if (error instanceof Stopped) return stoppedAs(fileName, error.why);
    throw error;
  } finally {
    done();
  }
}

/** Readable text of copied HTML. */
export async function htmlInWorker(html: string): Promise<string> {
  if (!existsSync(workerFile)) return (await fromSources()).htmlOf(html);
  return (await work({ what: 'html', html }, undefined)) as string;
}

class Stopped extends Error {
  readonly why: 'too-slow' | 'too-heavy';

  constructor(why: 'too-slow' | 'too-heavy') {
    super(why);
    this.why = why;
  }
}

function work(
  task: ReadTask,
  signal: AbortSignal | undefined,
): Promise<ReadSourceFile | AllWords | string> {
  return new Promise((resolve, reject) => {
    const cancelled = () => new AppError('call/cancelled', 'The reading was stopped.');
    if (signal?.aborted) {
      reject(cancelled());
      return;
    }
    const worker = new Worker(workerFile, {
      workerData: task,
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const timer = setTimeout(() => end(() => reject(new Stopped('too-slow'))), patienceMs);
    const stop = () => end(() => reject(cancelled()));
    const end = (tell: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      tell();
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop);
    worker.on('message', (answer: ReadAnswer) =>
      end(() => {
        if ('value' in answer) resolve(answer.value);
        else reject(new AppError(answer.error.code, answer.error.message, answer.error.details));
      }),
    );
    worker.on('error', () => end(() => reject(new Stopped('too-heavy'))));
    worker.on('exit', () => end(() => reject(new Stopped('too-heavy'))));
  });
}

function stoppedAs(fileName: string, notice: 'too-slow' | 'too-heavy'): ReadSourceFile {
  return {
    text: '',
    pageText: null,
    mediaType: 'application/octet-stream',
    title: fileName.replace(/\.[^.]+$/, ''),
    kind: 'document',
    notice,
    pages: null,
    facts: {
      title: null,
      author: null,
      publisher: null,
      published: null,
      language: null,
      url: null,
    },
  };
}

/** Not named as a constant, so that the readers are bundled into the thread alone. */
function fromSources(): Promise<typeof ReadFile> {
  const file = ['.', 'read-file.ts'].join('/');
  return import(/* @vite-ignore */ file) as Promise<typeof ReadFile>;
}
