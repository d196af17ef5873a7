// The figure of a suggested claim as the case keeps it. Pure.
import type { Outcome, Party, Qualifier } from '../../../../shared/domain/vocabulary.ts';
import type { FoundClaim } from './found.ts';

export interface SuggestedToll {
  readonly party: Party;
  readonly outcome: Outcome;
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
  readonly words: string;
}

/**
 * Whether it becomes a figure. A part of another figure ("including three women") stays a statement: as
 * a figure of its own it would pull the range of the whole down to it.
 */
export function isToll(claim: FoundClaim): boolean {
  return claim.outcome !== null && !claim.isPart;
}

/** "Soldiers were killed" without a number is "no figure given", which is not zero. */
export function tollOf(claim: FoundClaim): SuggestedToll {
  const { party, text } = claim;
  const outcome = claim.outcome ?? 'killed';
  const common = { party, outcome, words: text };
  const { value, min, max } = claim;
  const qualifier = claim.qualifier ?? (value === undefined ? 'none-given' : 'exact');
  switch (qualifier) {
    case 'at-least':
      return { ...common, qualifier, low: value ?? min ?? null, high: null };
    case 'at-most':
      return { ...common, qualifier, low: null, high: value ?? max ?? null };
    case 'between':
      return { ...common, qualifier, low: min ?? null, high: max ?? null };
    case 'exact':
    case 'about':
      return { ...common, qualifier, low: value ?? min ?? null, high: value ?? max ?? null };
    case 'none-given':
      return { ...common, qualifier, low: null, high: null };
    default:
      return { ...common, qualifier, low: value ?? min ?? null, high: value ?? max ?? null };
  }
}
