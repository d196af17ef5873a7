/** Reports kept in the case: frozen copies with what they were asked with, compared with the case as it is. */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  changesSince,
  type Fate,
  keptInputsSchema,
  type ToldIncident,
} from '../../shared/report/kept.ts';
import { weekOf } from '../../shared/report/trend-weeks.ts';
import { summaryWords } from '../../shared/text/toll-words.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { listKeptReports } from '../db/queries/kept-reports.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { actorDossier } from './actors.ts';
import { incidentRowsById } from './incidents.ts';
import { requireRecord } from './records.ts';
import { rowsIn } from './report-sitrep.ts';
import { buildReport } from './reports.ts';
import { saveRecords } from './save.ts';
import { selectedIds } from './selected-ids.ts';
import type { CaseSession } from './session.ts';

/** Throws what `buildReport` throws, and `case/read-only`, `disk/*`. */
export function keepReport(
  session: CaseSession,
  { request, title }: { readonly request: ReportRequest; readonly title: string },
): { readonly id: string } {
  const values = { kind: request.kind, title, ...frozen(session, request) };
  const { ids } = saveRecords(session, { ops: [{ do: 'create', table: 'report', values }] });
  return { id: ids[0] ?? '' };
}

export function keptReports(db: Reader): CallResult<'report/list'> {
  return listKeptReports(db);
}

/** Throws `record/not-found`, `report/failed` for one that an older or newer program kept. */
export function keptReport(session: CaseSession, id: string): CallResult<'report/kept'> {
  const { title, request, document, incidents } = read(session, id);
  const fateOf = (incidentId: string): Fate => {
    const { db } = session;
    const incident = getRecord(db, 'incident', incidentId);
    if (incident === undefined || incident.deleted_at === null) return { what: 'left' };
    const into = mergedInto(db, incidentId);
    if (into === undefined) return { what: 'withdrawn' };
    return { what: 'merged', into: requireRecord(db, 'incident', into).title };
  };
  const changes = changesSince(incidents, told(session.db, request), fateOf);
  return { id, title, request, document, changes };
}

/** Throws what `keepReport` and `keptReport` throw. */
export function renewReport(session: CaseSession, id: string): { readonly id: string } {
  const { request } = read(session, id);
  const patch = frozen(session, request);
  saveRecords(session, { ops: [{ do: 'update', table: 'report', id, patch }] });
  return { id };
}

/** A second one with the same content. Throws `record/not-found`, `case/read-only`, `disk/*`. */
export function duplicateReport(
  session: CaseSession,
  { id, title }: { readonly id: string; readonly title: string },
): { readonly id: string } {
  const { kind, inputs, inputs_sha256, tlp } = requireRecord(session.db, 'report', id);
  const values = { kind, title, inputs, inputs_sha256, tlp };
  const { ids } = saveRecords(session, { ops: [{ do: 'create', table: 'report', values }] });
  return { id: ids[0] ?? '' };
}

function frozen(session: CaseSession, request: ReportRequest) {
  const document = buildReport(session, request);
  const incidents = told(session.db, request);
  return {
    inputs: JSON.stringify({ request, document, incidents }),
    inputs_sha256: document.inputsSha256,
    tlp: document.tlp,
  };
}

function read(session: CaseSession, id: string) {
  const { title, inputs } = requireRecord(session.db, 'report', id);
  try {
    return { title, ...keptInputsSchema.parse(JSON.parse(inputs)) };
  } catch {
    throw new AppError(
      'report/failed',
      'This report was kept by another version of Cairn and cannot be opened. Make it anew.',
      { id },
    );
  }
}

function told(db: Reader, request: ReportRequest): ToldIncident[] {
  return rowsOf(db, request).map(({ id, title, killed, status }) => ({
    id,
    title,
    killed: summaryWords(killed, request.lang),
    status,
  }));
}

/** The incidents that a report tells one by one; live ones. */
function rowsOf(db: Reader, request: ReportRequest): readonly IncidentRow[] {
  switch (request.kind) {
    case 'brief':
      return live(incidentRowsById(db, [request.incidentId]));
    case 'profile': {
      const actor = getRecord(db, 'actor', request.actorId);
      if (actor === undefined) return [];
      return live(actorDossier(db, request.actorId).incidents.map(({ row }) => row));
    }
    case 'list':
    case 'chronology':
      return live(incidentRowsById(db, selectedIds(db, request.selection)));
    case 'sitrep':
      return rowsIn(db, withoutPeriod(request.filter), { from: request.from, to: request.to });
    case 'trend':
      return rowsIn(db, withoutPeriod(request.filter), weekOf(request.day));
  }
}

const live = (rows: readonly IncidentRow[]) => rows.filter(({ isDeleted }) => !isDeleted);

function withoutPeriod({
  after: _after,
  before: _before,
  undated: _undated,
  ...filter
}: Extract<ReportRequest, { kind: 'sitrep' }>['filter']) {
  return filter;
}
