/** Claims as screens have them, as the rules of tolls want them. */
import type { ClaimView } from '../contract/read-calls.ts';
import { originFacts, originKeys } from './origins.ts';
import type { TollClaim } from './toll.ts';

export function tollClaims(views: readonly ClaimView[]): readonly TollClaim[] {
  const keys = originKeys(views.map(originFacts));
  return views.map(({ claim, tolls, source, deniedBy, isReplaced, replacedBy }) => ({
    id: claim.id,
    credibility: claim.credibility,
    reliability: source?.reliability ?? null,
    supersededById: isReplaced ? (replacedBy?.id ?? claim.superseded_by_id) : null,
    deniedById: deniedBy?.id ?? null,
    originKey: keys.get(claim.id) ?? null,
    tolls,
  }));
}
