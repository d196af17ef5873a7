/** What claims do to one another: replace, support, contradict; with the claims at the other ends. */
import type { Claim, ClaimRelation } from '../../shared/domain/records.ts';
import { replacedIds } from '../../shared/domain/superseding.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { groupBy } from './claim-names.ts';

interface Tie {
  readonly relation: ClaimRelation;
  readonly isFrom: boolean;
  readonly other: Claim;
}

export interface ClaimsAround {
  /** The claims asked for and every live one that is tied to them. */
  readonly all: readonly Claim[];
  readonly replaced: ReadonlySet<string>;
  readonly laterOf: (claim: Claim) => Claim | undefined;
  readonly replacedBy: (claim: Claim) => readonly Claim[];
  readonly tiesOf: (claimId: string) => readonly Tie[];
}

export function claimsAround(db: Reader, claims: readonly Claim[]): ClaimsAround {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  const ids = [...known.keys()];
  const read = (wanted: readonly string[]): Claim[] => {
    const missing = [...new Set(wanted)].filter((id) => !known.has(id));
    const found = listRecordsById(db, 'claim', missing).filter(isLive);
    for (const claim of found) known.set(claim.id, claim);
    return found;
  };
  const earlier = listRecordsBy(db, 'claim', 'superseded_by_id', ids);
  for (const claim of earlier) known.set(claim.id, claim);
  // to the end of each chain of replacing, so that a circle is seen
  for (let next = [...known.values()]; next.length > 0; ) {
    next = read(next.flatMap((claim) => claim.superseded_by_id ?? []));
  }
  const relations = [
    ...listRecordsBy(db, 'claim_relation', 'from_claim_id', ids),
    ...listRecordsBy(db, 'claim_relation', 'to_claim_id', ids),
  ];
  read(relations.flatMap((relation) => [relation.from_claim_id, relation.to_claim_id]));
  const live = (id: string | null): Claim | undefined => {
    const claim = id === null ? undefined : known.get(id);
    return claim && isLive(claim) ? claim : undefined;
  };
  const outgoing = groupBy(relations, (relation) => relation.from_claim_id);
  const incoming = groupBy(relations, (relation) => relation.to_claim_id);
  const tied = (found: readonly ClaimRelation[] | undefined, isFrom: boolean): Tie[] =>
    [...new Map((found ?? []).map((relation) => [relation.id, relation])).values()].flatMap(
      (relation) => {
        const other = live(isFrom ? relation.to_claim_id : relation.from_claim_id);
        return other === undefined ? [] : [{ relation, isFrom, other }];
      },
    );
  const all = [...known.values()];
  return {
    all,
    replaced: replacedIds(
      all.map(({ id, superseded_by_id }) => ({
        id,
        supersededById: live(superseded_by_id)?.id ?? null,
      })),
    ),
    laterOf: (claim) => live(claim.superseded_by_id),
    replacedBy: (claim) => earlier.filter((other) => other.superseded_by_id === claim.id),
    tiesOf: (id) => [...tied(outgoing.get(id), true), ...tied(incoming.get(id), false)],
  };
}

function isLive(claim: Claim): boolean {
  return claim.deleted_at === null;
}
