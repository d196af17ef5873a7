/** The live claims of an incident as the rules of tolls and origins want them. */
import { isCarrierKind, originKeys } from '../../../shared/domain/origins.ts';
import type { TollClaim } from '../../../shared/domain/toll.ts';
import type { Outcome, Party, Qualifier, Reliability } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader } from '../sqlite.ts';
import { sourceChains } from './source-chains.ts';

interface ClaimRow {
  readonly id: string;
  readonly credibility: number;
  readonly reliability: Reliability | null;
  readonly superseded_by_id: string | null;
  readonly denied_by_id: string | null;
  readonly origin_words: string | null;
  readonly source_id: string | null;
  readonly claimant_id: string | null;
  readonly claimant_kind: string | null;
  readonly via: string;
}

interface TollRow {
  readonly claim_id: string;
  readonly party: Party;
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** A deleted source grades nothing and is no origin; a deleted later claim replaces nothing. */
const claimText = `
  SELECT claim.id, claim.credibility, source.reliability, later.id AS superseded_by_id,
    denier.id AS denied_by_id, claim.origin_words, source.id AS source_id, claim.claimant_id,
    claimant.kind AS claimant_kind, claim.via
  FROM claim
  LEFT JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
  LEFT JOIN claim AS later ON later.id = claim.superseded_by_id AND later.deleted_at IS NULL
  LEFT JOIN actor AS claimant ON claimant.id = claim.claimant_id AND claimant.deleted_at IS NULL
  LEFT JOIN actor AS denier ON denier.id = claim.denied_by_id AND denier.deleted_at IS NULL
  WHERE claim.incident_id = ? AND claim.deleted_at IS NULL
  ORDER BY claim.pk`;

const tollText = `
  SELECT toll.claim_id, toll.party, toll.outcome, toll.low, toll.high, toll.qualifier
  FROM toll JOIN claim ON claim.id = toll.claim_id
  WHERE claim.incident_id = ? AND claim.deleted_at IS NULL AND toll.deleted_at IS NULL
  ORDER BY toll.pk`;

export function listTollClaims(db: Reader, incidentId: string): TollClaim[] {
  const claims = all<ClaimRow>(db, claimText, [incidentId]);
  if (claims.length === 0) return [];
  const tolls = all<TollRow>(db, tollText, [incidentId]);
  const chains = sourceChains(
    db,
    claims.map((claim) => claim.source_id),
  );
  const keys = originKeys(
    claims.map((claim) => ({
      id: claim.id,
      claimantId: claim.claimant_id,
      isCarrier: isCarrierKind(claim.claimant_kind),
      via: JSON.parse(claim.via) as string[],
      chain: chains.get(claim.source_id ?? '') ?? [],
      originWords: claim.origin_words,
    })),
  );
  return claims.map((claim) => ({
    id: claim.id,
    credibility: claim.credibility,
    reliability: claim.reliability,
    supersededById: claim.superseded_by_id,
    deniedById: claim.denied_by_id,
    originKey: keys.get(claim.id) ?? null,
    tolls: tolls.filter((toll) => toll.claim_id === claim.id),
  }));
}
