/** Starts the engine, speaks to it, and starts it again when it dies. */
import { join } from 'node:path';
import {
  app,
  MessageChannelMain,
  type MessagePortMain,
  type UtilityProcess,
  utilityProcess,
} from 'electron';
import type {
  ControlCalls,
  ControlName,
  FromEngine,
  ToEngine,
} from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { dataDir, programDir } from './paths.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
}

export interface EngineEvents {
  readonly onEvent: (event: string, payload: unknown) => void;
  /** The engine died without being asked to; a new one is already starting. */
  readonly onRestart: () => void;
  /** It died too often in a short time. */
  readonly onGiveUp: () => void;
}

/** So many engines one after the other that died young are a crash loop, not bad luck. */
const restartLimit = 12;
const youngMs = 700;

export class EngineHost {
  #process: UtilityProcess | undefined;
  #nextId = 1;
  #stopping = false;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events: EngineEvents;
  #diedYoung = 0;
  #startedAt = 0;

  constructor(events: EngineEvents) {
    this.#events = events;
  }

  start(): void {
    const child = utilityProcess.fork(join(programDir(), 'engine.cjs'), [], {
      serviceName: 'Cairn engine',
      env: {
        ...process.env,
        CAIRN_DATA_DIR: dataDir(),
        // keys of people lie beside their settings, never in a case
        CAIRN_USER_DATA: app.getPath('userData'),
      },
    });
    this.#process = child;
    this.#startedAt = Date.now();
    child.on('message', (message: FromEngine) => this.#receive(message));
    child.on('exit', () => this.#exited(child));
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** A port for the page; the other end is already with the engine. */
  connectPage(): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    const message: ToEngine = { kind: 'connect' };
    this.#process?.postMessage(message, [port1]);
    return port2;
  }

  grant(token: string, path: string): void {
    this.#post({ kind: 'grant', token, path });
  }

  /** Throws the AppError the engine answered with, or `engine/unavailable`. */
  control<N extends ControlName>(
    name: N,
    args: ControlCalls[N]['args'],
  ): Promise<ControlCalls[N]['result']> {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve: (value) => resolve(value as ControlCalls[N]['result']),
        reject,
      });
      this.#post({ kind: 'control', id, name, args } as ToEngine);
    });
  }

  /** Closes the case and ends the process. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (!this.#process) return;
    await Promise.race([
      this.control('close', {}).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, 5000)),
    ]);
    this.#process?.kill();
  }

  #post(message: ToEngine): void {
    this.#process?.postMessage(message);
  }

  #receive(message: FromEngine): void {
    if (message.kind === 'event') this.#events.onEvent(message.event, message.payload);
    if (message.kind !== 'reply') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.envelope.ok) waiting?.resolve(message.envelope.value);
    else {
      const { code, message: text, details } = message.envelope.error;
      waiting?.reject(new AppError(code, text, details));
    }
  }

  #exited(child: UtilityProcess): void {
    if (this.#process !== child) return;
    this.#process = undefined;
    const gone = new AppError(
      'engine/unavailable',
      'The engine stopped. It is being started again.',
    );
    for (const waiting of this.#waiting.values()) waiting.reject(gone);
    this.#waiting.clear();
    if (this.#stopping) return;
    const isYoung = Date.now() - this.#startedAt < youngMs;
    this.#diedYoung = isYoung ? this.#diedYoung + 1 : 0;
    if (this.#diedYoung > restartLimit) {
      this.#events.onGiveUp();
      return;
    }
    this.start();
    this.#events.onRestart();
  }
}
