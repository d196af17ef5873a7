/**
 * Which other claims bear one out. Credibility 1 of the Admiralty scale means "confirmed by other
 * independent sources": a 1 without any is shown as claimed, with a word that it lacks them.
 */
import type { ClaimView } from '../contract/read-calls.ts';
import { fold } from '../lib/fold.ts';
import { edtfBounds } from './edtf.ts';
import { areIndependent, type OriginFacts, originFacts, originKeys } from './origins.ts';
import { sumParts, type TollFigure } from './toll.ts';
import { type ClaimKind, type ClaimRelationKind, type Outcome, outcomes } from './vocabulary.ts';

/** A claim as far as weighing it against others goes; a form makes one of its draft. */
export interface Weighed {
  readonly facts: OriginFacts;
  readonly kind: ClaimKind;
  readonly value: string | null;
  readonly tolls: readonly TollFigure[];
  readonly credibility: number;
  readonly isReplaced: boolean;
  readonly isDenied: boolean;
  /** Ties to other claims, in either direction. */
  readonly ties: readonly { readonly kind: ClaimRelationKind; readonly otherId: string }[];
}

export function weighed(view: ClaimView): Weighed {
  return {
    facts: originFacts(view),
    kind: view.claim.kind,
    value: view.claim.value,
    tolls: view.tolls,
    credibility: view.claim.credibility,
    isReplaced: view.isReplaced,
    isDenied: view.deniedBy !== null,
    ties: view.relations.map(({ kind, other }) => ({ kind, otherId: other.id })),
  };
}

/**
 * Whether two claims say compatible things: overlapping figures of one outcome, overlapping dates, the
 * same words of place or attribution. "No figure given" agrees with no figure. Claims of one kind that
 * say nothing that can be compared count as agreeing; claims of different kinds do not.
 */
export function agree(a: Weighed, b: Weighed): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'toll') return tollsAgree(a, b);
  if (a.value === null || b.value === null) return true;
  if (a.kind !== 'date') return fold(a.value.trim()) === fold(b.value.trim());
  const [x, y] = [edtfBounds(a.value), edtfBounds(b.value)];
  return (
    (x.earliest === null || y.latest === null || x.earliest <= y.latest) &&
    (y.earliest === null || x.latest === null || y.earliest <= x.latest)
  );
}

function tollsAgree(a: Weighed, b: Weighed): boolean {
  if (a.tolls.length === 0 || b.tolls.length === 0) return true;
  return outcomes.some((outcome) => {
    const [x, y] = [spanFor(a, outcome), spanFor(b, outcome)];
    if (x === null || y === null) return false;
    return (x.high === null || y.low <= x.high) && (y.high === null || x.low <= y.high);
  });
}

function spanFor({ tolls }: Weighed, outcome: Outcome) {
  return sumParts(tolls.filter((toll) => toll.outcome === outcome));
}

/** Whether one supports or contradicts the other, whichever of the two says so. */
export function areTied(a: Weighed, b: Weighed, kind: ClaimRelationKind): boolean {
  const says = (one: Weighed, other: Weighed) =>
    one.ties.some((tie) => tie.kind === kind && tie.otherId === other.facts.id);
  return says(a, b) || says(b, a);
}

/**
 * The standing claims that bear `claim` out: independent of it, undenied, not contradicting it, and
 * either marked as supporting it or in agreement with it. `all` are the claims of the incident.
 */
export function confirmersOf(claim: Weighed, all: readonly Weighed[]): readonly Weighed[] {
  const others = all.filter((other) => other.facts.id !== claim.facts.id);
  const keys = originKeys([claim, ...others].map(({ facts }) => facts));
  return others.filter(
    (other) =>
      !other.isReplaced &&
      !other.isDenied &&
      areIndependent(claim.facts, other.facts, keys) &&
      !areTied(claim, other, 'contradicts') &&
      (areTied(claim, other, 'supports') || agree(claim, other)),
  );
}

/** Ids of the standing claims graded 1 that no independent source bears out. */
export function unfoundedOnes(all: readonly ClaimView[]): ReadonlySet<string> {
  const claims = all.map(weighed);
  const unfounded = claims.filter(
    (claim) =>
      claim.credibility === 1 && !claim.isReplaced && confirmersOf(claim, claims).length === 0,
  );
  return new Set(unfounded.map(({ facts }) => facts.id));
}
