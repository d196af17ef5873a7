/** Claims with the names of everything they point to. */
import type { ClaimView, NoteView } from '../../shared/contract/read-calls.ts';
import { gradeText } from '../../shared/domain/grade.ts';
import type { Claim, TargetTable } from '../../shared/domain/records.ts';
import { listTargeting } from '../db/queries/records.ts';
import { sourceChains } from '../db/queries/source-chains.ts';
import type { Reader } from '../db/sqlite.ts';
import { byId, groupBy, Names } from './claim-names.ts';
import { claimsAround } from './claim-ties.ts';

/** Views of these claims, in their order. A deleted source or actor is not named. */
export function claimViews(db: Reader, claims: readonly Claim[]): ClaimView[] {
  const ids = claims.map((claim) => claim.id);
  const around = claimsAround(db, claims);
  const named = new Names(db, around.all);
  const passages = groupBy(listTargeting(db, 'passage', 'claim', ids), (one) => one.target_id);
  const notes = groupBy(listTargeting(db, 'note', 'claim', ids), (note) => note.target_id);
  const chains = sourceChains(
    db,
    claims.map((claim) => claim.source_id),
  );
  return claims.map((claim): ClaimView => {
    const source = named.source(claim.source_id);
    const later = around.laterOf(claim);
    return {
      claim,
      tolls: named.tolls(claim.id),
      claimant: named.actor(claim.claimant_id),
      via: claim.via.flatMap((id) => named.actor(id) ?? []),
      deniedBy: named.actor(claim.denied_by_id),
      source: source
        ? {
            id: source.id,
            title: source.title,
            publisher: source.publisher,
            kind: source.kind,
            published: source.published,
            reliability: source.reliability,
            chain: [...(chains.get(source.id) ?? [])],
          }
        : null,
      isReplaced: around.replaced.has(claim.id),
      replacedBy: later === undefined ? null : named.ref(later),
      replaces: around.replacedBy(claim).map((other) => named.ref(other)),
      relations: around.tiesOf(claim.id).flatMap(({ relation, isFrom, other }) => {
        const { id, rev, kind, note } = relation;
        return [{ id, rev, kind, isFrom, note, other: named.ref(other) }];
      }),
      grade: gradeText(source?.reliability ?? null, claim.credibility),
      passages: passages.get(claim.id) ?? [],
      noteCount: notes.get(claim.id)?.length ?? 0,
    };
  });
}

/** Live notes on a record, oldest first, with the name of who wrote them. */
export function noteViews(db: Reader, table: TargetTable, id: string): NoteView[] {
  const notes = listTargeting(db, 'note', table, [id]);
  const people = byId(
    db,
    'person',
    notes.map((note) => note.created_by),
  );
  return notes.map((note) => ({ note, author: people.get(note.created_by)?.name ?? '' }));
}
