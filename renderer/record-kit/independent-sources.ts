// Credibility 1 means "confirmed by other independent sources" (Admiralty scale): is there one? Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { fold } from '../../shared/lib/fold.ts';

/** What tells where a claim comes from. */
export interface ClaimOrigin {
  readonly id: string;
  readonly sourceId: string | undefined;
  readonly claimantId: string | undefined;
  readonly via: readonly string[];
  readonly originWords: string;
}

export function originOf({ claim }: ClaimView): ClaimOrigin {
  return {
    id: claim.id,
    sourceId: claim.source_id ?? undefined,
    claimantId: claim.claimant_id ?? undefined,
    via: claim.via,
    originWords: claim.origin_words ?? '',
  };
}

/**
 * True when another claim of the incident stands on its own feet: from another source, by another
 * claimant, through nobody in common and not marked with the same words of origin. Three papers that
 * quote one monitor have one origin.
 */
export function hasIndependentSource(claim: ClaimOrigin, siblings: readonly ClaimView[]): boolean {
  return siblings
    .filter((other) => other.claim.id !== claim.id && other.claim.superseded_by_id === null)
    .map(originOf)
    .some((other) => areIndependent(claim, other));
}

function areIndependent(a: ClaimOrigin, b: ClaimOrigin): boolean {
  if (a.sourceId === undefined || b.sourceId === undefined) return false;
  if (a.sourceId === b.sourceId) return false;
  if (a.claimantId !== undefined && a.claimantId === b.claimantId) return false;
  if (a.via.some((id) => b.via.includes(id))) return false;
  const words = fold(a.originWords.trim());
  return words === '' || words !== fold(b.originWords.trim());
}
