/** Tables of data sets: what a file is, what an import would do, and doing it. */
import { basename } from 'node:path';
import type { CallArgs } from '../../../shared/contract/contract.ts';
import type { TableImportResult, tableCalls } from '../../../shared/contract/table-calls.ts';
import { refuseOpenCase } from '../../services/open-case-guard.ts';
import { type EngineContext, type HandlersFor, jobsOf } from '../context.ts';
import { TableThread, tablePhases } from '../table-thread.ts';
import { workInThread } from '../work-thread.ts';

/** Where nothing else is given the work is done at once. */
const inPlace = new TableThread();
const threadOf = ({ tables }: EngineContext) => tables ?? inPlace;

const counted = ['added', 'updated', 'unchanged', 'conflicting', 'skipped', 'failed'] as const;

function read(
  context: EngineContext,
  what: 'check' | 'import',
  { token, ...how }: CallArgs<'table/import'>,
): Promise<TableImportResult> {
  const path = context.filePath(token);
  const kind = `table-${what}` as const;
  return jobsOf(context).run(
    { kind, subject: basename(path), unit: 'rows', phases: tablePhases[what] },
    (job) => threadOf(context).read(context.session(), { what, path, ...how }, job),
    (result) => ({
      batch: result.batch,
      counts: Object.fromEntries(counted.map((name) => [name, result[name]])),
    }),
  );
}

export const tableHandlers: HandlersFor<keyof typeof tableCalls> = {
  'table/preview': (context, { token, ...how }) =>
    threadOf(context).preview({ path: context.filePath(token), ...how }),
  'table/save-failed': (context, { token, to, ...how }) => {
    const work = { ...how, path: context.filePath(token), to: context.filePath(to) };
    refuseOpenCase(context.session(), work.to);
    return jobsOf(context).run(
      { kind: 'export', subject: basename(work.to), unit: 'rows' },
      (job) => workInThread(context.session(), 'failed-rows', work, job),
      ({ fileName, bytes }) => ({ fileName, counts: { bytes } }),
    );
  },
  'table/check': (context, args) => read(context, 'check', args),
  'table/import': (context, args) => read(context, 'import', args),
};
