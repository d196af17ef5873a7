/** Claims with the names of everything they point to. */
import type { ClaimView, NoteView } from '../../shared/contract/read-calls.ts';
import { gradeText } from '../../shared/domain/grade.ts';
import type { Claim, RecordOf, TableName, TargetTable } from '../../shared/domain/records.ts';
import { listRecordsBy, listRecordsById, listTargeting } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';

export function groupBy<V, K>(items: readonly V[], keyOf: (item: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function byId<T extends TableName>(
  db: Reader,
  table: T,
  ids: readonly (string | null)[],
): Map<string, RecordOf<T>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  return new Map(listRecordsById(db, table, wanted).map((record) => [record.id, record]));
}

/** Views of these claims, in their order. A deleted source or actor is not named. */
export function claimViews(db: Reader, claims: readonly Claim[]): ClaimView[] {
  const ids = claims.map((claim) => claim.id);
  const tolls = groupBy(listRecordsBy(db, 'toll', 'claim_id', ids), (toll) => toll.claim_id);
  const passages = groupBy(listTargeting(db, 'passage', 'claim', ids), (one) => one.target_id);
  const notes = groupBy(listTargeting(db, 'note', 'claim', ids), (note) => note.target_id);
  const actors = byId(
    db,
    'actor',
    claims.flatMap((claim) => [claim.claimant_id, claim.denied_by_id, ...claim.via]),
  );
  const sources = byId(
    db,
    'source',
    claims.map((claim) => claim.source_id),
  );
  const named = (id: string | null) => {
    const actor = id === null ? undefined : actors.get(id);
    if (!actor || actor.deleted_at !== null) return null;
    return { id: actor.id, name: actor.name, kind: actor.kind as string };
  };
  return claims.map((claim): ClaimView => {
    const found = claim.source_id === null ? undefined : sources.get(claim.source_id);
    const source = found && found.deleted_at === null ? found : undefined;
    return {
      claim,
      tolls: tolls.get(claim.id) ?? [],
      claimant: named(claim.claimant_id),
      via: claim.via.flatMap((id) => named(id) ?? []),
      deniedBy: named(claim.denied_by_id),
      source: source
        ? {
            id: source.id,
            title: source.title,
            publisher: source.publisher,
            kind: source.kind,
            published: source.published,
            reliability: source.reliability,
          }
        : null,
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
