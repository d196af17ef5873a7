import type { z } from 'zod';

/** Where a call is answered: the engine owns the case; the shell owns windows, dialogs and files' paths. */
export type CallHost = 'engine' | 'shell';

export interface CallSpec {
  readonly host: CallHost;
  readonly args: z.ZodType;
  readonly result: z.ZodType;
}

/** Declares a call answered by the engine. */
export function engineCall<A extends z.ZodType, R extends z.ZodType>(args: A, result: R) {
  return { host: 'engine' as const, args, result };
}

/** Declares a call answered by the shell (main process). */
export function shellCall<A extends z.ZodType, R extends z.ZodType>(args: A, result: R) {
  return { host: 'shell' as const, args, result };
}
