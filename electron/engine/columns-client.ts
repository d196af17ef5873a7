/** The engine's end of the columns' thread: started with a case, told of every commit, ended with it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { TileAsk } from '../../shared/contract/control.ts';
import type { AreaGroup } from '../../shared/contract/map-calls.ts';
import type { Filter, Sort } from '../../shared/domain/filter.ts';
import { AppError, type PlainError } from '../../shared/lib/app-error.ts';
import type { Snapshot } from '../columns/snapshot.ts';
import type { ActorSpans } from '../services/actors.ts';

interface Asks {
  readonly 'view/answer': CallResult<'view/answer'>;
  readonly 'view/page': CallResult<'view/page'>;
  readonly 'view/ids': CallResult<'view/ids'>;
  readonly 'view/locate': CallResult<'view/locate'>;
  readonly 'actor/spans': ActorSpans;
  readonly 'network/graph': CallResult<'network/graph'>;
  readonly 'network/paths': CallResult<'network/paths'>;
  readonly 'map/tile': Uint8Array<ArrayBuffer> | undefined;
  readonly 'map/summary': CallResult<'map/summary'>;
  readonly 'map/within': CallResult<'map/within'>;
  readonly 'map/areas': AreaGroup[];
  readonly 'map/halos': CallResult<'map/halos'>;
}

export type ColumnsAsk =
  | { readonly name: 'view/answer'; readonly args: CallArgs<'view/answer'>; readonly view: number }
  | { readonly name: 'view/page'; readonly args: CallArgs<'view/page'> }
  | { readonly name: 'view/ids'; readonly args: CallArgs<'view/ids'> }
  | { readonly name: 'view/locate'; readonly args: CallArgs<'view/locate'> }
  | { readonly name: 'network/graph'; readonly args: CallArgs<'network/graph'> }
  | { readonly name: 'network/paths'; readonly args: CallArgs<'network/paths'> }
  | { readonly name: 'actor/spans' }
  | { readonly name: 'map/tile'; readonly args: TileAsk; readonly filter: Filter }
  | {
      readonly name: 'map/summary';
      readonly args: CallArgs<'map/summary'>;
      readonly filter: Filter;
    }
  | {
      readonly name: 'map/within';
      readonly args: CallArgs<'map/within'>;
      readonly filter: Filter;
      readonly sort: Sort;
    }
  | { readonly name: 'map/areas'; readonly args: CallArgs<'map/areas'>; readonly filter: Filter }
  | { readonly name: 'map/halos'; readonly args: CallArgs<'map/halos'>; readonly filter: Filter };

export interface ColumnsTask {
  readonly id: number;
  readonly ask: ColumnsAsk;
}

/** Bytes `from` up to `to` of a part of the picture of a revision. */
export interface PieceAsk {
  readonly id: number;
  readonly of: number;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

type Piece = Uint8Array<ArrayBuffer> | undefined;

/** A picture that the thread reads out of its columns as it is asked for pieces. */
export interface OfferedSnapshot extends Snapshot {
  /** Nothing more will be asked: the thread lets go of it. */
  readonly close: () => void;
}

export type ToColumns =
  | ({ readonly kind: 'piece' } & PieceAsk)
  | { readonly kind: 'stored'; readonly of: number }
  | { readonly kind: 'changed'; readonly ids: readonly string[]; readonly revision: number }
  | { readonly kind: 'task'; readonly task: ColumnsTask }
  | { readonly kind: 'stop' };

export type ColumnsReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: PlainError };

export type FromColumns =
  | { readonly kind: 'filling'; readonly share: number; readonly total: number }
  | { readonly kind: 'ready'; readonly revision: number; readonly ms: number }
  | { readonly kind: 'reply'; readonly id: number; readonly answer: ColumnsReply }
  | ({ readonly kind: 'snapshot' } & Pick<Snapshot, 'head' | 'parts' | 'revision'>)
  | { readonly kind: 'piece'; readonly id: number; readonly bytes: Piece }
  | { readonly kind: 'trouble'; readonly text: string };

interface Waiting {
  readonly task: ColumnsTask;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

/** Part of the window whose newer question takes the place of this one. */
function askerOf(ask: ColumnsAsk): string | undefined {
  return 'args' in ask && 'asker' in ask.args ? ask.args.asker : undefined;
}

/** Beside the engine in the built app; absent where tests run from the sources. */
const usualWorkerFile = join(import.meta.dirname, 'columns-worker.cjs');
const stopMs = 3000;
/** A thread that died so often within a minute is not started again: the tables answer. */
const mostCrashes = 3;
const crashWindowMs = 60_000;

export interface ColumnsEvents {
  /** While filling takes long: the share that is read, of so many incidents. 1: it is over. */
  readonly filling: (share: number, total: number) => void;
  readonly ready: (revision: number, ms: number) => void;
  /** To be stored in the case, and closed. */
  readonly snapshot: (snapshot: OfferedSnapshot) => void;
  readonly trouble: (error: unknown) => void;
}

export class ColumnsClient {
  readonly #events: ColumnsEvents;
  readonly #workerFile: string;
  #crashes: number[] = [];
  #worker: Worker | undefined;
  #isReady = false;
  #lastId = 0;
  #inFlight: Waiting | undefined;
  #queue: Waiting[] = [];
  #whenReady: (() => void)[] = [];
  readonly #pieces = new Map<number, (bytes: Piece) => void>();

  constructor(events: ColumnsEvents, workerFile: string = usualWorkerFile) {
    this.#events = events;
    this.#workerFile = workerFile;
  }

  /** True once questions are answered from the columns. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** True from `start` until they are ready. */
  get isFilling(): boolean {
    return this.#worker !== undefined && !this.#isReady;
  }

  /** Resolves when the columns are ready, or will not be. */
  untilReady(): Promise<void> {
    if (!this.isFilling) return Promise.resolve();
    return new Promise((resolve) => this.#whenReady.push(resolve));
  }

  start(path: string): void {
    if (!existsSync(this.#workerFile)) return;
    const worker = new Worker(this.#workerFile, { workerData: { path } });
    this.#worker = worker;
    worker.on('message', (message: FromColumns) => {
      if (this.#worker === worker) this.#receive(message);
    });
    worker.on('error', (error) => this.#events.trouble(error));
    worker.on('exit', () => {
      if (this.#worker === worker) this.#died(path);
    });
  }

  /** Not asked to end: what was asked is answered anew, by the tables until another thread is ready. */
  #died(path: string): void {
    this.#drop(new AppError('view/stale', 'The list must be read again.'));
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((at) => now - at < crashWindowMs), now];
    if (this.#crashes.length <= mostCrashes) this.start(path);
  }

  /** The tables answer from now on. */
  #drop(gone: AppError): void {
    if (this.isFilling) this.#events.filling(1, 0);
    this.#worker = undefined;
    this.#isReady = false;
    for (const { reject } of [...(this.#inFlight ? [this.#inFlight] : []), ...this.#queue]) {
      reject(gone);
    }
    this.#inFlight = undefined;
    this.#queue = [];
    for (const resolve of this.#whenReady.splice(0)) resolve();
    for (const resolve of this.#pieces.values()) resolve(undefined);
    this.#pieces.clear();
  }

  /** Ends the thread and waits until its connection is closed. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#drop(new AppError('call/cancelled', 'The case was closed.'));
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage({ kind: 'stop' } satisfies ToColumns);
    const late = setTimeout(() => void worker.terminate(), stopMs);
    await ended;
    clearTimeout(late);
  }

  changed(ids: readonly string[], revision: number): void {
    this.#worker?.postMessage({ kind: 'changed', ids, revision } satisfies ToColumns);
  }

  /** Throws `view/stale`, `call/cancelled`, `internal`. */
  ask<N extends keyof Asks>(ask: Extract<ColumnsAsk, { name: N }>): Promise<Asks[N]> {
    const asked: ColumnsAsk = ask;
    const asker = askerOf(asked);
    if (asker !== undefined) this.#cancelOlder(asker);
    if (asked.name === 'map/tile') this.#cancelTilesBefore(asked.args.view);
    return new Promise<Asks[N]>((resolve, reject) => {
      this.#lastId += 1;
      const task: ColumnsTask = { id: this.#lastId, ask };
      const waiting = { task, resolve: resolve as (value: never) => void, reject };
      // a list or a panel goes before the tiles that wait
      const firstTile = this.#queue.findIndex((each) => each.task.ask.name === 'map/tile');
      if (asked.name === 'map/tile' || firstTile < 0) this.#queue.push(waiting);
      else this.#queue.splice(firstTile, 0, waiting);
      this.#next();
    });
  }

  #cancelOlder(asker: string): void {
    this.#cancel(({ task: { ask } }) => askerOf(ask) === asker);
  }

  /** Tiles of an older filter are not drawn any more. */
  #cancelTilesBefore(view: number): void {
    this.#cancel(({ task: { ask } }) => ask.name === 'map/tile' && ask.args.view < view);
  }

  #cancel(isOlder: (waiting: Waiting) => boolean): void {
    for (const waiting of this.#queue.filter(isOlder)) {
      waiting.reject(new AppError('call/cancelled', 'A newer question took its place.'));
    }
    this.#queue = this.#queue.filter((waiting) => !isOlder(waiting));
  }

  /** One at a time, so that what waits can still be cancelled. */
  #next(): void {
    if (this.#inFlight !== undefined || this.#worker === undefined) return;
    const next = this.#queue.shift();
    if (next === undefined) return;
    this.#inFlight = next;
    this.#worker.postMessage({ kind: 'task', task: next.task } satisfies ToColumns);
  }

  #offered({ head, parts, revision }: Pick<Snapshot, 'head' | 'parts' | 'revision'>) {
    const worker = this.#worker;
    const tell = (message: ToColumns) => worker?.postMessage(message);
    const read = (name: string, from: number, to: number): Promise<Piece> => {
      // another thread knows nothing of it
      if (worker === undefined || this.#worker !== worker) return Promise.resolve(undefined);
      this.#lastId += 1;
      const id = this.#lastId;
      tell({ kind: 'piece', id, of: revision, name, from, to });
      return new Promise((resolve) => this.#pieces.set(id, resolve));
    };
    const close = () => tell({ kind: 'stored', of: revision });
    return { head, parts, revision, read, close } satisfies OfferedSnapshot;
  }

  #receive(message: FromColumns): void {
    switch (message.kind) {
      case 'filling':
        // the last word is that of `ready`
        this.#events.filling(Math.min(message.share, 0.99), message.total);
        return;
      case 'ready':
        this.#isReady = true;
        this.#events.filling(1, 0);
        for (const resolve of this.#whenReady.splice(0)) resolve();
        this.#events.ready(message.revision, message.ms);
        return;
      case 'snapshot':
        this.#events.snapshot(this.#offered(message));
        return;
      case 'piece': {
        const resolve = this.#pieces.get(message.id);
        this.#pieces.delete(message.id);
        resolve?.(message.bytes);
        return;
      }
      case 'trouble':
        this.#events.trouble(new Error(`columns: ${message.text}`));
        return;
      case 'reply': {
        const waiting = this.#inFlight;
        if (waiting?.task.id !== message.id) return;
        this.#inFlight = undefined;
        const { answer } = message;
        if (answer.ok) waiting.resolve(answer.value as never);
        else {
          const { code, message: text, details } = answer.error;
          waiting.reject(new AppError(code, text, details));
        }
        this.#next();
      }
    }
  }
}
