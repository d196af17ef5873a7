/** The passages that can be chosen from for a report. */
import type { CallResult } from '../../shared/contract/contract.ts';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { quoted } from '../../shared/report/quotes.ts';
import { listRecordsBy, listRecordsById, listTargeting } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { actorDossier } from './actors.ts';
import { rowsOf } from './report-rows.ts';

/** More than anybody chooses from by hand; all of them can still be quoted. */
const mostOffered = 500;

/** What can be chosen from for a report. Throws what building it throws for records that are gone. */
export function passagesFor(db: Reader, request: ReportRequest): CallResult<'report/passages'> {
  const claims = listRecordsBy(
    db,
    'claim',
    'incident_id',
    rowsOf(db, request).map(({ id }) => id),
  ).map(({ id }) => id);
  if (request.kind === 'profile') {
    claims.push(...actorDossier(db, request.actorId).claims.map(({ view }) => view.claim.id));
  }
  const passages = listTargeting(db, 'passage', 'claim', [...new Set(claims)]);
  const offered = passages.slice(0, mostOffered);
  const sources = new Map(
    listRecordsById(
      db,
      'source',
      offered.map(({ source_id }) => source_id),
    ).map((source) => [source.id, source]),
  );
  return {
    total: passages.length,
    passages: offered.map(({ id, source_id, exact }) => ({
      id,
      source: sources.get(source_id)?.title ?? '',
      words: quoted(exact, request.lang),
    })),
  };
}
