/** Names, sources and figures of many claims, read at once. */
import type { ClaimRef, ClaimView } from '../../shared/contract/read-calls.ts';
import { gradeText } from '../../shared/domain/grade.ts';
import type { Claim, RecordOf, Source, TableName, Toll } from '../../shared/domain/records.ts';
import { listRecordsBy, listRecordsById } from '../db/queries/records.ts';
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

/** What stands around claims by id. A deleted source or actor is not named. */
export class Names {
  readonly #tolls: ReadonlyMap<string, Toll[]>;
  readonly #actors: ReadonlyMap<string, RecordOf<'actor'>>;
  readonly #sources: ReadonlyMap<string, Source>;

  constructor(db: Reader, claims: readonly Claim[]) {
    const ids = claims.map((claim) => claim.id);
    this.#tolls = groupBy(listRecordsBy(db, 'toll', 'claim_id', ids), (toll) => toll.claim_id);
    this.#actors = byId(
      db,
      'actor',
      claims.flatMap((claim) => [claim.claimant_id, claim.denied_by_id, ...claim.via]),
    );
    this.#sources = byId(
      db,
      'source',
      claims.map((claim) => claim.source_id),
    );
  }

  tolls(claimId: string): Toll[] {
    return this.#tolls.get(claimId) ?? [];
  }

  actor(id: string | null): ClaimView['claimant'] {
    const actor = id === null ? undefined : this.#actors.get(id);
    if (!actor || actor.deleted_at !== null) return null;
    return { id: actor.id, name: actor.name, kind: actor.kind as string };
  }

  source(id: string | null): Source | undefined {
    const source = id === null ? undefined : this.#sources.get(id);
    return source && source.deleted_at === null ? source : undefined;
  }

  ref(claim: Claim): ClaimRef {
    const source = this.source(claim.source_id);
    return {
      id: claim.id,
      incidentId: claim.incident_id,
      statement: claim.statement,
      claimant: this.actor(claim.claimant_id)?.name ?? null,
      sourceTitle: source ? (source.publisher ?? source.title) : null,
      grade: gradeText(source?.reliability ?? null, claim.credibility),
      figures: this.tolls(claim.id).map(({ party, outcome, low, high, qualifier }) => ({
        party,
        outcome,
        low,
        high,
        qualifier,
      })),
    };
  }
}
