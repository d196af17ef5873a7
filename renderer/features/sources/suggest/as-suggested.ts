// Whether a record of the case says what a suggestion says. Pure.
import type { ClaimView } from '../../../../shared/contract/read-calls.ts';
import type { SuggestionOf } from './suggestion.ts';
import { isToll, tollOf } from './toll-of.ts';

/** The role that a link takes: a suspicion is told by its attribution. */
export function roleOf(role: SuggestionOf<'role'>['role']['role']): string {
  return role === 'suspected perpetrator' ? 'perpetrator' : role;
}

/** Whether a claim is of the kind that the suggestion would make. */
export function isOfKind(
  { claim }: ClaimView,
  item: SuggestionOf<'claim' | 'date' | 'place'>,
): boolean {
  if (item.kind !== 'claim') return claim.kind === item.kind;
  return claim.kind === 'toll' || claim.kind === 'denial' || claim.kind === 'other';
}

/** Whether it holds the very value or figure. */
export function isAsSuggested(
  { claim, tolls }: ClaimView,
  item: SuggestionOf<'claim' | 'date' | 'place'>,
): boolean {
  if (item.kind === 'date') return claim.value === item.edtf;
  if (item.kind === 'place') return claim.kind === 'place';
  const wanted = isToll(item.claim) ? tollOf(item.claim) : undefined;
  if (wanted === undefined) return claim.kind !== 'toll';
  return tolls.some(
    ({ outcome, party, low, high, qualifier }) =>
      outcome === wanted.outcome &&
      party === wanted.party &&
      low === wanted.low &&
      high === wanted.high &&
      qualifier === wanted.qualifier,
  );
}
