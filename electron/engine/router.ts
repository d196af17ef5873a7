/** Route call -> parse -> handler -> envelope. No feature lives here. */
import {
  type CallName,
  calls,
  type EngineCallName,
  type Envelope,
} from '../../shared/contract/contract.ts';
import { failure, refusedArguments } from '../../shared/contract/control.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { EngineContext, Handler } from './context.ts';
import { caseHandlers } from './handlers/case.ts';
import { exchangeHandlers } from './handlers/exchange.ts';
import { exportHandlers } from './handlers/export.ts';
import { extractHandlers } from './handlers/extract.ts';
import { importConflictHandlers } from './handlers/import-conflicts.ts';
import { jobHandlers } from './handlers/jobs.ts';
import { keptReportHandlers } from './handlers/kept-reports.ts';
import { mapHandlers } from './handlers/map.ts';
import { networkHandlers } from './handlers/network.ts';
import { placeHandlers } from './handlers/places.ts';
import { readerHandlers } from './handlers/reader.ts';
import { readHandlers } from './handlers/reads.ts';
import { recordHandlers } from './handlers/records.ts';
import { sameHandlers } from './handlers/same.ts';
import { sourceFileHandlers } from './handlers/source-files.ts';
import { starterHandlers } from './handlers/starters.ts';
import { tableHandlers } from './handlers/tables.ts';
import { trustHandlers } from './handlers/trust.ts';
import { viewHandlers } from './handlers/views.ts';
import { toPlainError } from './plain-error.ts';

/** One handler for each engine call; the type fails to check when one is missing. */
export const handlers: { readonly [N in EngineCallName]: Handler<N> } = {
  ...caseHandlers,
  ...recordHandlers,
  ...readHandlers,
  ...viewHandlers,
  ...mapHandlers,
  ...networkHandlers,
  ...readerHandlers,
  ...exchangeHandlers,
  ...exportHandlers,
  ...extractHandlers,
  ...sourceFileHandlers,
  ...sameHandlers,
  ...keptReportHandlers,
  ...starterHandlers,
  ...tableHandlers,
  ...importConflictHandlers,
  ...placeHandlers,
  ...jobHandlers,
  ...trustHandlers,
};

function isEngineCall(name: string): name is EngineCallName {
  return Object.hasOwn(calls, name) && calls[name as CallName].host === 'engine';
}

/** Answers one call; never throws. `report` receives unexpected errors, for the log. */
export async function answer(
  context: EngineContext,
  name: string,
  args: unknown,
  report: (error: unknown) => void = () => undefined,
): Promise<Envelope<unknown>> {
  if (!isEngineCall(name)) {
    return failure({
      code: 'call/unknown',
      message: `There is no call named ${name.slice(0, 80)}.`,
    });
  }
  const parsed = calls[name].args.safeParse(args);
  if (!parsed.success) return refusedArguments(name, parsed.error.issues);
  try {
    // The table pairs each name with its own argument type; the union is narrowed by the parse above.
    const handler = handlers[name] as (context: EngineContext, args: unknown) => unknown;
    return { ok: true, value: await handler(context, parsed.data) };
  } catch (error) {
    if (!(error instanceof AppError)) report(error);
    return failure(toPlainError(error));
  }
}
