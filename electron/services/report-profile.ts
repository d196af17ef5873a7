/** The actor profile: one dossier with the sources behind it. */
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import type { ReportDocument } from '../../shared/report/document.ts';
import { buildProfile } from '../../shared/report/profile.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import { actorDossier } from './actors.ts';
import { figureSources, headOf, sourcesByIncident, tollClaimsOf } from './report-parts.ts';
import { withChain } from './report-sources.ts';
import type { CaseSession } from './session.ts';
import type { WorkHooks } from './work-hooks.ts';

/** Throws `record/not-found`, `input/invalid` with `details.needed` for a label that is too low. */
export function profile(
  session: CaseSession,
  request: Extract<ReportRequest, { kind: 'profile' }>,
  hooks: WorkHooks,
): ReportDocument {
  const { db } = session;
  const dossier = actorDossier(db, request.actorId);
  const rows = dossier.incidents.filter(({ row }) => !row.isDeleted).map(({ row }) => row);
  const claims = listRecordsBy(
    db,
    'claim',
    'incident_id',
    rows.map(({ id }) => id),
  );
  const sourceIds = sourcesByIncident(claims);
  const sources = withChain(db, [
    ...[...sourceIds.values()].flat(),
    ...dossier.claims.flatMap(({ view }) => view.claim.source_id ?? []),
    ...dossier.relations.flatMap(({ link }) => link.source_id ?? []),
  ]);
  const notes = dossier.notes.filter(({ note }) =>
    request.noteIds === undefined ? note.kind !== 'question' : request.noteIds.includes(note.id),
  );
  const others = listRecordsById(db, 'actor', [
    ...dossier.relations.map(({ other }) => other.id),
    ...dossier.claims.flatMap(({ view }) =>
      [view.deniedBy, ...view.via].flatMap((actor) => actor?.id ?? []),
    ),
  ]);
  const parts = [
    dossier.actor,
    ...dossier.names,
    ...dossier.relations.map(({ link }) => link),
    ...dossier.incidents.map(({ link }) => link),
    ...rows,
    ...claims,
    ...dossier.claims.map(({ view }) => view.claim),
    ...sources,
    ...others,
    ...notes.map(({ note }) => note),
  ];
  return buildProfile({
    ...headOf(session, request, parts),
    dossier,
    sourceIds,
    figureSources: figureSources(db, claims, 'killed'),
    sources,
    tollClaims: tollClaimsOf(db, rows, hooks),
    notes,
    withMap: request.withMap,
  });
}
