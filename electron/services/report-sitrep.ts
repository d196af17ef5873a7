/** The situation report: incidents of a period, those of the periods before, and what changed since. */
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import { canBelong, daysOf, type Period, periodBefore } from '../../shared/domain/period.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { plainWords } from '../../shared/report/plain.ts';
import { buildSitrep } from '../../shared/report/sitrep.ts';
import type { EarlierChange } from '../../shared/report/sitrep-input.ts';
import { filterWords } from '../../shared/text/filter-words.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import {
  claimsReplacedSince,
  claimsSince,
  firstDays,
  incidentsDeletedSince,
  statusesBefore,
} from '../db/queries/report-changes.ts';
import type { Reader } from '../db/sqlite.ts';
import { noteViews } from './claim-views.ts';
import { incidentIds, incidentRowsById } from './incidents.ts';
import {
  figureSources,
  headOf,
  refuseTooMany,
  sourcesByIncident,
  tollClaimsOf,
} from './report-parts.ts';
import { withChain } from './report-sources.ts';
import type { CaseSession } from './session.ts';
import type { WorkHooks } from './work-hooks.ts';

/** Ten years: a report on a longer period is a chronology. */
const longestDays = 3660;
const oldestFirst = { key: 'date', direction: 'ascending' } as const;

/** Throws `input/invalid`, also for a period that is empty or longer than ten years; `filter/invalid`. */
export function sitrep(
  session: CaseSession,
  request: Extract<ReportRequest, { kind: 'sitrep' }>,
  hooks: WorkHooks,
): ReportDocument {
  const { db } = session;
  const period: Period = { from: request.from, to: request.to };
  const length = daysOf(period);
  if (length < 1 || length > longestDays) {
    const message = length < 1 ? 'ends before it begins' : 'longer than ten years';
    throw new AppError(
      'input/invalid',
      `The period from ${period.from} to ${period.to} ${length < 1 ? 'ends before it begins' : 'is longer than ten years'}. Choose another one.`,
      { issues: [{ path: ['to'], message }] },
    );
  }
  const { after: _after, before: _before, undated: _undated, ...filter } = request.filter;
  const rows = rowsIn(db, filter, period);
  const ids = rows.map(({ id }) => id);
  const before = [1, 2, 3, 4].map((steps) => rowsIn(db, filter, periodBefore(period, steps)));
  const claims = listRecordsBy(db, 'claim', 'incident_id', ids);
  const sourceIds = sourcesByIncident(claims);
  const sources = withChain(db, [...sourceIds.values()].flat());
  const notes = rows.flatMap(({ id, title }) =>
    noteViews(db, 'incident', id).map((view) => ({ title, view })),
  );
  const assessments = notes.filter(
    ({ view }) => view.note.kind === 'assessment' || view.note.kind === 'hypothesis',
  );
  const questions = notes.filter(
    ({ view }) => view.note.kind === 'question' && !view.note.is_resolved,
  );
  const changes = changesSince(db, period, filter, new Set(ids));
  const incidents = listRecordsById(db, 'incident', ids);
  const parts = [
    ...rows,
    ...before.flat(),
    ...claims,
    ...sources,
    ...changes.map(({ row }) => row),
    ...[...assessments, ...questions].map(({ view }) => view.note),
  ];
  return buildSitrep({
    ...headOf(session, request, parts),
    title: request.title ?? null,
    scopeWords: filterWords(filter, request.lang),
    period,
    rows,
    before,
    undated: incidentIds(db, { ...filter, undated: true }).length,
    summaries: new Map(incidents.map(({ id, summary }) => [id, summary])),
    sourceIds,
    figureSources: figureSources(db, claims, 'killed'),
    sources,
    tollClaims: tollClaimsOf(db, rows, hooks),
    changes,
    newActors: newActors(db, rows, period),
    assessments,
    questions: questions.map(({ title, view }) => ({ title, text: plainWords(view.note.body) })),
    withMap: request.withMap,
  });
}

/** Incidents that can belong to the period, in the order of their days. */
export function rowsIn(db: Reader, filter: Filter, period: Period): IncidentRow[] {
  const ids = incidentIds(db, { ...filter, after: period.from, before: period.to }, oldestFirst);
  refuseTooMany(ids.length, 'filter');
  const order = new Map(ids.map((id, index) => [id, index]));
  return incidentRowsById(db, ids)
    .filter((row) => canBelong(row, period))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/**
 * Incidents that match the filter, lie outside the period, were in the case before it began and were
 * changed since: withdrawn, of another status, with new or replaced claims.
 */
function changesSince(
  db: Reader,
  period: Period,
  filter: Filter,
  inPeriod: ReadonlySet<string>,
): EarlierChange[] {
  const since = `${period.from}T00:00:00.000Z`;
  const statuses = statusesBefore(db, since);
  const added = claimsSince(db, since);
  const replaced = claimsReplacedSince(db, since);
  const deleted = new Set(incidentsDeletedSince(db, since));
  const touched = [
    ...new Set([...statuses.keys(), ...added.keys(), ...replaced.keys(), ...deleted]),
  ];
  if (touched.length === 0) return [];
  const held = new Set(
    listRecordsById(db, 'incident', touched).flatMap(({ id, created_at }) =>
      created_at < since ? [id] : [],
    ),
  );
  const matching = new Set([
    ...incidentIds(db, filter),
    ...incidentIds(db, { ...filter, deleted: true }),
  ]);
  const ids = touched.filter((id) => held.has(id) && matching.has(id) && !inPeriod.has(id));
  return incidentRowsById(db, ids).flatMap((row): EarlierChange[] => {
    const was = incidentStatuses.find((status) => status === statuses.get(row.id));
    const change = {
      row,
      status: was === undefined || was === row.status ? null : { from: was, to: row.status },
      claimsAdded: added.get(row.id) ?? 0,
      claimsReplaced: replaced.get(row.id) ?? 0,
    };
    const isChanged =
      row.isDeleted ||
      change.status !== null ||
      change.claimsAdded > 0 ||
      change.claimsReplaced > 0;
    return isChanged ? [change] : [];
  });
}

/** Acting in the period and in no earlier incident; nobody is new in a case that begins here. */
export function newActors(db: Reader, rows: readonly IncidentRow[], period: Period): string[] {
  const isFirst = incidentIds(db, { before: periodBefore(period).to }).length === 0;
  if (isFirst) return [];
  const acting = new Map(
    rows.flatMap(({ actors }) =>
      actors
        .filter(({ role }) => role === 'perpetrator' || role === 'claimant')
        .map(({ id, shortName }) => [id, shortName] as const),
    ),
  );
  const days = firstDays(db, [...acting.keys()]);
  return [...acting].flatMap(([id, name]) => {
    const day = days.get(id);
    return day !== undefined && day >= period.from ? [name] : [];
  });
}
