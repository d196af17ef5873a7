/** Reading actors: the list and the dossier. */
import type { ActorDossier, ActorRow, ClaimView } from '../../shared/contract/read-calls.ts';
import type { Claim } from '../../shared/domain/records.ts';
import {
  type ActorSpans,
  claimsOfActorText,
  type ListOptions,
  listActorRows,
} from '../db/queries/actor-list.ts';
import { listIncidentRowsById } from '../db/queries/incident-rows.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { byId } from './claim-names.ts';
import { claimViews, noteViews } from './claim-views.ts';
import { linksOf, linkViews } from './link-views.ts';
import { requireRecord } from './records.ts';

export type { ActorSpans };

/** `spans`: what the columns know of each actor's incidents; without, the tables are asked. */
export function listActors(db: Reader, options: ListOptions, spans?: ActorSpans): ActorRow[] {
  return listActorRows(db, options, spans);
}

/** Claims with the incident each is about, for dossiers of actors and sources. */
export function claimsAbout(
  db: Reader,
  claims: readonly Claim[],
): { view: ClaimView; incidentId: string; incidentTitle: string }[] {
  const incidents = byId(
    db,
    'incident',
    claims.map((claim) => claim.incident_id),
  );
  return claimViews(db, claims).map((view) => ({
    view,
    incidentId: view.claim.incident_id,
    incidentTitle: incidents.get(view.claim.incident_id)?.title ?? '',
  }));
}

/** An actor, deleted or not; its incidents newest first. Throws `record/not-found`. */
export function actorDossier(db: Reader, id: string): ActorDossier {
  const actor = requireRecord(db, 'actor', id);
  const links = linksOf(db, id);
  const relations = links.filter((link) => link.kind === 'actor-actor');
  const acted = links.filter((link) => link.kind === 'actor-incident');
  const rows = new Map(
    listIncidentRowsById(
      db,
      acted.map((link) => link.to_id),
    ).map((row) => [row.id, row]),
  );
  const incidents = acted.flatMap((link) => {
    const row = rows.get(link.to_id);
    return row ? [{ link, row }] : [];
  });
  const day = ({ row }: (typeof incidents)[number]) => row.dateLatest ?? row.dateEarliest ?? '';
  return {
    actor,
    names: listRecordsBy(db, 'actor_name', 'actor_id', [id]),
    relations: linkViews(db, relations, id),
    incidents: incidents.sort((a, b) => (day(a) < day(b) ? 1 : day(a) > day(b) ? -1 : 0)),
    claims: claimsAbout(
      db,
      listRecordsById(db, 'claim', column<string>(db, claimsOfActorText, { id })),
    ),
    notes: noteViews(db, 'actor', id),
  };
}
