// A bridge whose answers a test gives by hand, so that late and early answers can be told apart.
import type {
  Bridge,
  CallInput,
  CallName,
  CallResult,
  Envelope,
  EventName,
  EventPayload,
} from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';

type Answer = (envelope: Envelope<unknown>) => void;

interface Waiting {
  readonly name: string;
  readonly args: unknown;
  readonly answer: Answer;
}

export interface FakeBridge extends Bridge {
  /** Calls not answered yet, oldest first. */
  readonly waiting: readonly Waiting[];
  /** Every call made so far, with its arguments. */
  readonly made: readonly { readonly name: string; readonly args: unknown }[];
  /** Answers all calls of a name from now on. */
  readonly always: <N extends CallName>(
    name: N,
    reply: (args: CallInput<N>) => CallResult<N> | AppError,
  ) => void;
  /** Answers the oldest waiting call of a name. */
  readonly answer: <N extends CallName>(name: N, value: CallResult<N> | AppError) => Promise<void>;
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

function envelope(value: unknown): Envelope<unknown> {
  return value instanceof AppError ? { ok: false, error: value.toPlain() } : { ok: true, value };
}

/** Lets promises that are settled run their continuations. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

export function fakeBridge(): FakeBridge {
  const waiting: Waiting[] = [];
  const made: { name: string; args: unknown }[] = [];
  const replies = new Map<string, (args: never) => unknown>();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  return {
    waiting,
    made,
    call(name, args) {
      made.push({ name, args });
      const reply = replies.get(name);
      if (reply !== undefined) return Promise.resolve(envelope(reply(args as never)));
      return new Promise((answer) => waiting.push({ name, args, answer }));
    },
    subscribe(event, listener) {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    always(name, reply) {
      replies.set(name, reply as (args: never) => unknown);
    },
    async answer(name, value) {
      const index = waiting.findIndex((call) => call.name === name);
      const [call] = waiting.splice(index, 1);
      if (index < 0 || call === undefined) throw new Error(`No call of ${name} is waiting.`);
      call.answer(envelope(value));
      await settle();
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
  };
}
