/** The claims of one row with the records they name, and what the rules of tolls need to know of them. */
import { isCarrierKind, originKeys } from '../../../shared/domain/origins.ts';
import type { TollClaim } from '../../../shared/domain/toll.ts';
import type { ReadClaim, ReadRow } from '../../../shared/import/imported.ts';
import type { KnownFacts } from './known-facts.ts';

/** A claim whose source and claimant stand in the case. */
export interface PlacedClaim {
  readonly claim: ReadClaim;
  readonly source: string;
  readonly claimant: string | null;
}

/** How the names of a row become ids. */
export interface Placing {
  /** Id of the source that stands for the data set. */
  readonly dataSetSource: () => string;
  readonly source: (source: NonNullable<ReadClaim['source']>) => string;
  readonly actor: (actor: NonNullable<ReadClaim['claimant']>) => string;
}

/** A source says something of the incident, and the file does not tell what. */
const withoutWords: Omit<ReadClaim, 'source'> = {
  ...{ kind: 'other', claimant: null, statement: '', value: null, madeOn: null, tolls: [] },
};

/**
 * What a row claims: its own claims, one without words for each source that it only names, and where
 * there is neither one of the data set, so that an incident is never without a source.
 */
export function placeClaims({ claims, sources }: ReadRow, placing: Placing): PlacedClaim[] {
  const placed = claims.map((claim): PlacedClaim => {
    const source = claim.source === null ? placing.dataSetSource() : placing.source(claim.source);
    return { claim, source, claimant: claim.claimant && placing.actor(claim.claimant) };
  });
  const told = new Set(placed.map(({ source }) => source));
  for (const named of sources) {
    const source = placing.source(named);
    if (told.has(source)) continue;
    told.add(source);
    placed.push({ claim: { ...withoutWords, source: named }, source, claimant: null });
  }
  if (placed.length > 0) return placed;
  const own = { claim: { ...withoutWords, source: null }, claimant: null };
  return [{ ...own, source: placing.dataSetSource() }];
}

/** Claims as the rules of tolls want them; `ids` are those of the claims, in order. */
export function tollClaims(
  placed: readonly PlacedClaim[],
  ids: readonly string[],
  facts: KnownFacts,
): TollClaim[] {
  const told = placed.map(({ claim, source }, at) => ({
    ...{ id: ids[at] ?? '', credibility: claim.credibility ?? 6 },
    ...{ reliability: facts.source(source).reliability, originKey: null },
    ...{ supersededById: null, deniedById: null, tolls: claim.tolls },
  }));
  // one claim with figures is one origin, whatever it is
  if (placed.filter(({ claim }) => claim.tolls.length > 0).length < 2) return told;
  const keys = originKeys(
    placed.map(({ source, claimant }, at) => ({
      ...{ id: ids[at] ?? '', claimantId: claimant, via: [], originWords: null },
      isCarrier: claimant !== null && isCarrierKind(facts.kindOf(claimant)),
      chain: facts.source(source).chain,
    })),
  );
  return told.map((claim) => ({ ...claim, originKey: keys.get(claim.id) ?? null }));
}
