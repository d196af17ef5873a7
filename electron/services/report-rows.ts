/** Which incidents a report is about. */
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import { weekOf } from '../../shared/report/trend-weeks.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { actorDossier } from './actors.ts';
import { incidentRowsById } from './incidents.ts';
import { rowsIn } from './report-sitrep.ts';
import { selectedIds } from './selected-ids.ts';

/** The incidents that a report tells one by one; live ones. */
export function rowsOf(db: Reader, request: ReportRequest): readonly IncidentRow[] {
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
