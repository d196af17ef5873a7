/** The live claims of an incident as the rules of tolls and origins want them. */
import { isCarrierKind, originKeys } from '../../../shared/domain/origins.ts';
import type { TollClaim } from '../../../shared/domain/toll.ts';
import type { Outcome, Party, Qualifier, Reliability } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader } from '../sqlite.ts';
import { sourceChains } from './source-chains.ts';

interface ClaimRow {
  readonly incident_id: string;
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
  readonly incident_id: string;
  readonly claim_id: string;
  readonly party: Party;
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

/** A deleted source grades nothing and is no origin; a deleted later claim replaces nothing. */
const claimText = (from: string, where = 'true') => `
  SELECT claim.incident_id, claim.id, claim.credibility, source.reliability,
    later.id AS superseded_by_id, denier.id AS denied_by_id, claim.origin_words,
    source.id AS source_id, claim.claimant_id, claimant.kind AS claimant_kind, claim.via
  FROM ${from}
  LEFT JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
  LEFT JOIN claim AS later ON later.id = claim.superseded_by_id AND later.deleted_at IS NULL
  LEFT JOIN actor AS claimant ON claimant.id = claim.claimant_id AND claimant.deleted_at IS NULL
  LEFT JOIN actor AS denier ON denier.id = claim.denied_by_id AND denier.deleted_at IS NULL
  WHERE ${where} AND claim.deleted_at IS NULL
  ORDER BY claim.pk`;

const tollText = (from: string, where = 'true') => `
  SELECT claim.incident_id, toll.claim_id, toll.party, toll.outcome, toll.low, toll.high,
    toll.qualifier
  FROM ${from} JOIN toll ON toll.claim_id = claim.id
  WHERE ${where} AND claim.deleted_at IS NULL AND toll.deleted_at IS NULL
  ORDER BY toll.pk`;

const ofOne = 'claim.incident_id = ?';
/** Of the incidents of a JSON list. */
const ofMany = 'json_each(?) AS wanted CROSS JOIN claim ON claim.incident_id = wanted.value';
const texts = {
  one: { claims: claimText('claim', ofOne), tolls: tollText('claim', ofOne) },
  many: { claims: claimText(ofMany), tolls: tollText(ofMany) },
};

function asTollClaims(
  claims: readonly ClaimRow[],
  tolls: readonly TollRow[],
  chains: ReturnType<typeof sourceChains>,
): TollClaim[] {
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

export function listTollClaims(db: Reader, incidentId: string): TollClaim[] {
  const claims = all<ClaimRow>(db, texts.one.claims, [incidentId]);
  if (claims.length === 0) return [];
  const tolls = all<TollRow>(db, texts.one.tolls, [incidentId]);
  const sourceIds = claims.map((claim) => claim.source_id);
  return asTollClaims(claims, tolls, sourceChains(db, sourceIds));
}

/** The same of many incidents, by their ids; those without claims are left out. */
export function listTollClaimsOf(
  db: Reader,
  incidentIds: readonly string[],
): ReadonlyMap<string, TollClaim[]> {
  const json = JSON.stringify(incidentIds);
  const claims = grouped(all<ClaimRow>(db, texts.many.claims, [json]));
  const tolls = grouped(all<TollRow>(db, texts.many.tolls, [json]));
  const sourceIds = [...claims.values()].flat().map((claim) => claim.source_id);
  const chains = sourceChains(db, sourceIds);
  const found = new Map<string, TollClaim[]>();
  for (const [id, rows] of claims) found.set(id, asTollClaims(rows, tolls.get(id) ?? [], chains));
  return found;
}

function grouped<T extends { readonly incident_id: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.incident_id);
    if (group) group.push(row);
    else groups.set(row.incident_id, [row]);
  }
  return groups;
}
