/** The shell's half of the contract: sender checked, arguments parsed, answered with an envelope. */
import { type IpcMainInvokeEvent, ipcMain, type WebFrameMain } from 'electron';
import {
  type CallArgs,
  type CallName,
  type CallResult,
  calls,
  type Envelope,
  type ShellCallName,
} from '../../shared/contract/contract.ts';
import { failure, refusedArguments } from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { appOrigin } from './static-files.ts';

export type ShellHandlers = {
  readonly [N in ShellCallName]: (
    args: CallArgs<N>,
    event: IpcMainInvokeEvent,
  ) => CallResult<N> | Promise<CallResult<N>>;
};

/** Only the top frame of one of our own pages may call. */
export function isOwnTopFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}

function isShellCall(name: unknown): name is ShellCallName {
  return (
    typeof name === 'string' &&
    Object.hasOwn(calls, name) &&
    calls[name as CallName].host === 'shell'
  );
}

async function answer(
  handlers: ShellHandlers,
  event: IpcMainInvokeEvent,
  name: unknown,
  args: unknown,
): Promise<Envelope<unknown>> {
  if (!isOwnTopFrame(event.senderFrame)) {
    return failure({ code: 'call/untrusted', message: 'This page may not call Cairn.' });
  }
  if (!isShellCall(name)) {
    return failure({ code: 'call/unknown', message: 'There is no such call.' });
  }
  const parsed = calls[name].args.safeParse(args);
  if (!parsed.success) return refusedArguments(name, parsed.error.issues);
  try {
    const handler = handlers[name] as (args: unknown, event: IpcMainInvokeEvent) => unknown;
    return { ok: true, value: await handler(parsed.data, event) };
  } catch (error) {
    if (error instanceof AppError) return failure(error.toPlain());
    process.stderr.write(`shell: ${name}: ${error instanceof Error ? error.stack : 'unknown'}\n`);
    return failure({ code: 'internal', message: 'Something went wrong inside Cairn.' });
  }
}

export function listenForCalls(handlers: ShellHandlers): void {
  ipcMain.handle('call', (event, name: unknown, args: unknown) =>
    answer(handlers, event, name, args),
  );
}
