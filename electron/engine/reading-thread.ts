/**
 * The reading half of an import in a thread of its own, beside the thread that writes (decision 0101).
 * The writer cannot let go of its transaction, so it waits for each piece without returning: pieces come
 * over a port that is emptied by hand, and a shared counter wakes whoever waits. A thread that waits hears
 * no event, so the engine, which does not wait, begins the reading thread and notes its end.
 */
import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import {
  cancelled,
  type ImportControl,
  type ImportProgress,
  type ReadOutcome,
} from '../services/bulk/read-incidents.ts';
import type { TableReading, TakePiece } from '../services/bulk/read-table.ts';

export interface ReadingTask {
  readonly reading: TableReading;
  readonly port: MessagePort;
  readonly signals: SharedArrayBuffer;
}

export type FromReading =
  | { readonly kind: 'piece'; readonly piece: Parameters<TakePiece>[0] }
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'done'; readonly outcome: ReadOutcome }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** Pieces of some hundred rows, and words on progress, that may wait to be taken: bounds the memory. */
const mostWaiting = 8;
const wakeMs = 500;

/** Counters that both threads see. */
export class ReadingSignals {
  readonly #counters: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.#counters = new Int32Array(shared);
  }

  static readonly bytes = 16;

  get isStopped(): boolean {
    return Atomics.load(this.#counters, 2) === 1;
  }

  stop(): void {
    Atomics.store(this.#counters, 2, 1);
    Atomics.notify(this.#counters, 1);
  }

  /** Whether the reading thread is no more: what it has not sent will never come. */
  get isOver(): boolean {
    return Atomics.load(this.#counters, 3) === 1;
  }

  noteOver(): void {
    Atomics.store(this.#counters, 3, 1);
    Atomics.notify(this.#counters, 0);
  }

  get sent(): number {
    return Atomics.load(this.#counters, 0);
  }

  noteSent(): void {
    Atomics.add(this.#counters, 0, 1);
    Atomics.notify(this.#counters, 0);
  }

  noteTaken(): void {
    Atomics.add(this.#counters, 1, 1);
    Atomics.notify(this.#counters, 1);
  }

  /** Waits until more was sent than `seen`, or some time has passed. */
  waitForMore(seen: number): void {
    Atomics.wait(this.#counters, 0, seen, wakeMs);
  }

  /** Waits while too much is under way. */
  waitForRoom(): void {
    for (;;) {
      const taken = Atomics.load(this.#counters, 1);
      if (this.isStopped || this.sent - taken < mostWaiting) return;
      Atomics.wait(this.#counters, 1, taken, wakeMs);
    }
  }
}

/** Begins the reading thread; for the engine. `ended` settles when the thread is gone, however it went. */
export function beginReading(workerFile: string, task: ReadingTask): { ended: Promise<void> } {
  const signals = new ReadingSignals(task.signals);
  // most of what a row leaves behind is gone with its piece
  const resourceLimits = { maxYoungGenerationSizeMb: 64 };
  const worker = new Worker(workerFile, {
    ...{ workerData: task, transferList: [task.port], resourceLimits },
  });
  // the writer says that it is gone; without a listener the engine would go too
  worker.on('error', () => signals.noteOver());
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      signals.noteOver();
      resolve();
    });
  });
  return { ended };
}

function endedEarly(): AppError {
  return new AppError(
    'work/ended',
    'The reading of the file ended unexpectedly, perhaps for want of memory. Nothing was changed. Close other programs and try again, or import the file in parts.',
    { kind: 'reading-thread' },
  );
}

/** `begin` has the engine start the thread. Answers as `readIncidents`. Throws what it throws, and `call/cancelled`. */
export function readInThread(
  begin: (task: ReadingTask) => void,
  reading: TableReading,
  control: ImportControl,
  give: TakePiece,
): ReadOutcome {
  const shared = new SharedArrayBuffer(ReadingSignals.bytes);
  const signals = new ReadingSignals(shared);
  const { port1, port2 } = new MessageChannel();
  begin({ reading, port: port2, signals: shared });
  try {
    for (;;) {
      const { sent: seen, isOver } = signals;
      const received = receiveMessageOnPort(port1) as { readonly message: FromReading } | undefined;
      if (control.isCancelled?.()) throw cancelled();
      if (received === undefined) {
        // it was over before the port was found empty
        if (isOver) throw endedEarly();
        signals.waitForMore(seen);
        continue;
      }
      signals.noteTaken();
      const { message } = received;
      if (message.kind === 'piece') give(message.piece);
      else if (message.kind === 'progress') control.progress?.(message.progress);
      else if (message.kind === 'done') return message.outcome;
      else {
        const { code, message: text, details } = message.error;
        throw new AppError(code, text, details);
      }
    }
  } finally {
    signals.stop();
    port1.close();
  }
}
