/** The weekly trend note: incidents of one week and of the 52 before it. */
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { canBelong, periodBefore } from '../../shared/domain/period.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { buildTrend } from '../../shared/report/trend.ts';
import { weekOf, weeksBack } from '../../shared/report/trend-weeks.ts';
import { filterWords } from '../../shared/text/filter-words.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { incidentIds, incidentRowsById } from './incidents.ts';
import {
  figureSources,
  headOf,
  refuseTooMany,
  sourcesByIncident,
  tollClaimsOf,
} from './report-parts.ts';
import { newActors } from './report-sitrep.ts';
import { withChain } from './report-sources.ts';
import type { CaseSession } from './session.ts';
import type { WorkHooks } from './work-hooks.ts';

/** Rows of a year that are counted, not listed: read and counted in a second or two. */
const mostCounted = 20_000;
const oldestFirst = { key: 'date', direction: 'ascending' } as const;

/** Throws `input/invalid` for more incidents than are counted or listed; `filter/invalid`. */
export function trend(
  session: CaseSession,
  request: Extract<ReportRequest, { kind: 'trend' }>,
  hooks: WorkHooks,
): ReportDocument {
  const { db } = session;
  const { after: _after, before: _before, undated: _undated, ...filter } = request.filter;
  const week = weekOf(request.day);
  const year = { from: periodBefore(week, weeksBack).from, to: week.to };
  const ids = incidentIds(db, { ...filter, after: year.from, before: year.to }, oldestFirst);
  if (ids.length > mostCounted) {
    throw new AppError(
      'input/invalid',
      `${ids.length} incidents in a year are too many for a trend note. Narrow the filter to ${mostCounted} or fewer.`,
      { issues: [{ path: ['filter'], message: `more than ${mostCounted} incidents` }] },
    );
  }
  const order = new Map(ids.map((id, index) => [id, index]));
  const rows = incidentRowsById(db, ids)
    .filter((row) => canBelong(row, year))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const own = rows.filter((row) => canBelong(row, week));
  refuseTooMany(own.length, 'filter');
  const claims = listRecordsBy(
    db,
    'claim',
    'incident_id',
    own.map(({ id }) => id),
  );
  const sourceIds = sourcesByIncident(claims);
  const sources = withChain(db, [...sourceIds.values()].flat());
  const dated = incidentRowsById(db, incidentIds(db, filter, oldestFirst).slice(0, 1));
  return buildTrend({
    ...headOf(session, request, [...rows, ...claims, ...sources]),
    title: request.title ?? null,
    scopeWords: filterWords(filter, request.lang),
    week,
    rows,
    firstDay: dated[0]?.dateEarliest ?? dated[0]?.dateLatest ?? null,
    undated:
      incidentIds(db, { ...filter, undated: true }).length +
      rows.filter(({ dateEarliest, dateLatest }) => dateEarliest === null || dateLatest === null)
        .length,
    sourceIds,
    figureSources: figureSources(db, claims, 'killed'),
    sources,
    tollClaims: tollClaimsOf(db, own, hooks),
    newActors: newActors(db, own, week),
    withMap: request.withMap,
  });
}
