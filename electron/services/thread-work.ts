/** Long work that a thread of the engine can do beside it: each by its name, on a session of its own. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { SameScope } from '../../shared/contract/same-calls.ts';
import type { TableMapping, TableReading } from '../../shared/import/table-fields.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { type FailedRows, saveFailedRows } from './bulk/failed-rows.ts';
import { withIncidentFile } from './bulk/incident-file.ts';
import { changeTogether } from './bulk-change.ts';
import { type CaseCopy, copyCase } from './cases.ts';
import { checkCase } from './check.ts';
import { type ExportRequest, type ExportWritten, writeExport } from './export/write-export.ts';
import { type FrozenReport, frozenAnew, frozenReport } from './kept-reports.ts';
import { reindexCase } from './reindex.ts';
import { buildReport } from './reports.ts';
import { scanForSame } from './same-scan.ts';
import { joinAllTwins } from './same-twins.ts';
import type { CaseSession } from './session.ts';
import { redo, type Undone, undo } from './undo.ts';
import { undoBatch } from './undo-batch.ts';
import type { WorkHooks } from './work-hooks.ts';

/** Arguments and answer of each; both are copied between threads, so plain data only. */
export interface ThreadWork {
  readonly report: { readonly args: ReportRequest; readonly result: ReportDocument };
  readonly 'report-copy': { readonly args: ReportRequest; readonly result: FrozenReport };
  readonly 'report-anew': { readonly args: { readonly id: string }; readonly result: FrozenReport };
  readonly check: {
    readonly args: Record<never, never>;
    readonly result: CallResult<'case/check'>;
  };
  readonly reindex: {
    readonly args: Record<never, never>;
    readonly result: CallResult<'case/reindex'>;
  };
  readonly copy: { readonly args: { readonly path: string }; readonly result: CaseCopy };
  readonly same: {
    readonly args: { readonly scope: SameScope };
    readonly result: CallResult<'same/scan'>;
  };
  readonly 'join-twins': {
    readonly args: Record<never, never>;
    readonly result: CallResult<'same/join-twins'>;
  };
  readonly 'failed-rows': {
    readonly args: {
      readonly path: string;
      readonly reading?: TableReading | undefined;
      readonly mapping: TableMapping;
      readonly to: string;
      readonly lang: Lang;
    };
    readonly result: FailedRows;
  };
  readonly bulk: {
    readonly args: CallArgs<'incident/bulk'>;
    readonly result: CallResult<'incident/bulk'>;
  };
  readonly undo: { readonly args: Record<never, never>; readonly result: Undone };
  readonly redo: { readonly args: Record<never, never>; readonly result: Undone };
  readonly 'undo-batch': {
    readonly args: CallArgs<'undo/batch'>;
    readonly result: CallResult<'undo/batch'>;
  };
  readonly export: {
    readonly args: { readonly path: string; readonly request: ExportRequest };
    readonly result: ExportWritten;
  };
}
export type WorkName = keyof ThreadWork;
export type WorkArgs<N extends WorkName> = ThreadWork[N]['args'];
export type WorkResult<N extends WorkName> = ThreadWork[N]['result'];

/** Those that write: nobody else may meanwhile. */
export const writingWork: ReadonlySet<WorkName> = new Set<WorkName>([
  'bulk',
  'join-twins',
  'undo',
  'redo',
  'undo-batch',
  'reindex',
]);

type Work<N extends WorkName> = (
  session: CaseSession,
  args: WorkArgs<N>,
  hooks: WorkHooks,
) => WorkResult<N> | Promise<WorkResult<N>>;

export const threadWork: { readonly [N in WorkName]: Work<N> } = {
  report: (session, request, hooks) => buildReport(session, request, undefined, hooks),
  'report-copy': (session, request, hooks) => frozenReport(session, request, undefined, hooks),
  'report-anew': (session, { id }, hooks) => frozenAnew(session, id, hooks),
  check: (session, _args, hooks) => checkCase(session, hooks),
  reindex: (session, _args, hooks) => reindexCase(session, hooks),
  copy: (session, { path }, hooks) => copyCase(session, path, hooks),
  same: (session, { scope }, hooks) => scanForSame(session, scope, hooks),
  'join-twins': joinAllTwins,
  'failed-rows': (session, { path, reading = {}, mapping, to, lang }, hooks) =>
    withIncidentFile(path, reading, ({ feed }) =>
      saveFailedRows(feed(mapping, session.db), to, lang, hooks),
    ),
  bulk: changeTogether,
  undo: (session, _args, hooks) => undo(session, hooks),
  redo: (session, _args, hooks) => redo(session, hooks),
  'undo-batch': (session, { batch }, hooks) => undoBatch(session, batch, hooks),
  export: (session, { path, request }, hooks) => writeExport(session, path, request, hooks),
};
