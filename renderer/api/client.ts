// The only user of the bridge. Everything else in the page calls the engine and the shell from here.
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

declare global {
  interface Window {
    readonly cairn?: Bridge;
  }
}

let injected: Bridge | undefined;

/** Replaces the bridge of the preload, for tests; `undefined` puts it back. */
export function setTransport(bridge: Bridge | undefined): void {
  injected = bridge;
}

function transport(): Bridge {
  const bridge = injected ?? globalThis.window?.cairn;
  if (bridge === undefined) {
    throw new AppError('engine/unavailable', 'This page was opened outside Cairn: no bridge.');
  }
  return bridge;
}

/**
 * Calls the engine or the shell. Defaults of the contract may be left out of `args`.
 * Throws AppError with the code the other side gave; a broken channel gives `engine/unavailable`.
 */
export async function call<N extends CallName>(
  name: N,
  args: CallInput<N>,
): Promise<CallResult<N>> {
  const bridge = transport();
  const answer = await bridge.call(name, args).catch((error: unknown) => {
    throw new AppError('engine/unavailable', `No answer to ${name}: ${String(error)}`);
  });
  const envelope = typeof answer === 'string' ? (JSON.parse(answer) as Envelope<unknown>) : answer;
  if (!envelope.ok) {
    const { code, message, details } = envelope.error;
    throw new AppError(code, message, details);
  }
  return envelope.value as CallResult<N>;
}

/** Listens to an event of the other side; the returned function ends it. */
export function subscribe<E extends EventName>(
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  return transport().subscribe(event, (payload) => listener(payload as EventPayload<E>));
}

/** Any thrown value as an AppError, so that screens show one kind of thing. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', error instanceof Error ? error.message : String(error));
}
