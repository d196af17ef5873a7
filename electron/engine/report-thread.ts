/** Reports are built beside the engine: one of a thousand incidents takes seconds of reading. */
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { buildReport } from '../services/reports.ts';
import type { WorkArgs, WorkResult } from '../services/thread-work.ts';
import { type EngineContext, jobsOf } from './context.ts';
import { workInThread } from './work-thread.ts';

type ReportWork = 'report' | 'report-copy' | 'report-anew';
/** A report is usually there sooner than a job could be read. */
const shortMs = 2000;

/** Throws what `buildReport` throws, and `call/cancelled`. */
export function reportWork<N extends ReportWork>(
  context: EngineContext,
  name: N,
  args: WorkArgs<N>,
): Promise<WorkResult<N>> {
  // for a file the window has a job that holds the reading too
  const listedAfterMs = context.isListedElsewhere ? Number.POSITIVE_INFINITY : shortMs;
  return jobsOf(context).run(
    { kind: 'report', unit: 'incidents', phases: ['reading'], listedAfterMs },
    (job) => workInThread(context.session(), name, args, job),
  );
}

/** One incident is read sooner than a thread begins. */
export function builtReport(
  context: EngineContext,
  request: ReportRequest,
): ReportDocument | Promise<ReportDocument> {
  if (request.kind === 'brief') return buildReport(context.session(), request);
  return reportWork(context, 'report', request);
}
