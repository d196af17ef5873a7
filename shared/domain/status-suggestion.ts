/**
 * The status that an incident's claims speak for, with the reason as data; the words are in
 * `shared/text/status-words.ts`. A suggestion: the analyst sets the status, nothing else does. The
 * first rule that fits counts (docs/decisions/0082), tested in test/unit/domain/status-suggestion.test.ts:
 *
 * 1. confirmed: a claim graded 1 that an independent source bears out, and no denial graded as well.
 * 2. refuted: a denial graded 1 that an independent source bears out; or all that is told is graded 5
 *    (improbable) against a denial or contradiction graded 1 or 2.
 * 3. disputed: a standing claim is denied, or contradicted by a standing claim of another origin.
 * 4. corroborated: standing claims of two origins tell of it, one judged 1–3, neither 4 or 5: two named
 *    voices, or two sources that pass on nothing in common. Figures may differ; who, where and when not.
 * 5. claimed: a party or witness says it, whoever passes it on.
 * 6. reported: only media or nobody named say it, or there is no claim at all.
 *
 * Replaced claims do not speak. F and 6 mean "not judged": they neither confirm nor cast doubt.
 */
import type { ClaimRef, ClaimView, IncidentDossier } from '../contract/read-calls.ts';
import { agree, areTied, confirmersOf, type Weighed, weighed } from './confirmation.ts';
import { gradeRank } from './grade.ts';
import { areIndependent, isCarrierKind, originKeys } from './origins.ts';
import type { IncidentStatus } from './vocabulary.ts';

/** A claim as far as the reason names it. */
export type ReasonClaim = Pick<ClaimRef, 'id' | 'claimant' | 'sourceTitle' | 'grade'>;

export type StatusReason =
  | { readonly code: 'no-claims' }
  | { readonly code: 'nobody-named'; readonly claim: ReasonClaim }
  | { readonly code: 'claimed-by'; readonly claim: ReasonClaim }
  | { readonly code: 'agree' | 'borne-out'; readonly claim: ReasonClaim; readonly by: ReasonClaim }
  /** `by` is the denial as a claim of its own; without one `denier` alone is known. */
  | {
      readonly code: 'denied';
      readonly claim: ReasonClaim;
      readonly denier: string | null;
      readonly by: ReasonClaim | null;
    }
  | { readonly code: 'contradicted'; readonly claim: ReasonClaim; readonly by: ReasonClaim }
  | { readonly code: 'denial-confirmed'; readonly denial: ReasonClaim; readonly by: ReasonClaim }
  | { readonly code: 'improbable'; readonly claim: ReasonClaim; readonly by: ReasonClaim };

export interface StatusSuggestion {
  readonly status: IncidentStatus;
  readonly reason: StatusReason;
}

/** With its row, actors are named as short as the row has them. */
export type StatusInput = Pick<IncidentDossier, 'claims'> & {
  readonly row?: Pick<IncidentDossier['row'], 'actors'>;
};

function withShortName(view: ClaimView, row: StatusInput['row']): ClaimView {
  const short = (actor: ClaimView['claimant']) => {
    const known = row?.actors.find(({ id }) => id === actor?.id);
    return actor === null || known === undefined ? actor : { ...actor, name: known.shortName };
  };
  return { ...view, claimant: short(view.claimant), deniedBy: short(view.deniedBy) };
}

interface Voice {
  readonly view: ClaimView;
  readonly weight: Weighed;
  readonly rank: number;
}

export function suggestStatus(dossier: StatusInput): StatusSuggestion {
  const claims = dossier.claims.map((view) => withShortName(view, dossier.row));
  const weights = claims.map(weighed);
  const standing = claims
    .flatMap((view, i): Voice[] => {
      const weight = weights[i];
      if (weight === undefined || view.isReplaced) return [];
      const rank = gradeRank(view.source?.reliability ?? null, view.claim.credibility);
      return [{ view, weight, rank }];
    })
    .sort((a, b) => a.rank - b.rank || (a.view.claim.id < b.view.claim.id ? -1 : 1));
  const told = standing.filter(({ view }) => view.claim.kind !== 'denial');
  const denials = standing.filter(({ view }) => view.claim.kind === 'denial');
  const borneOut = (voice: Voice): Voice | undefined =>
    voice.view.claim.credibility === 1
      ? firstOf(standing, confirmersOf(voice.weight, weights))
      : undefined;
  return (
    confirmed(told, denials, borneOut) ??
    refuted(told, denials, borneOut) ??
    disputed(told, denials, weights) ??
    corroborated(told, weights) ??
    claimed(told)
  );
}

/** The best graded of those given, in the order of `voices`. */
function firstOf(voices: readonly Voice[], given: readonly Weighed[]): Voice | undefined {
  const ids = new Set(given.map(({ facts }) => facts.id));
  return voices.find(({ view }) => ids.has(view.claim.id));
}

type BorneOut = (voice: Voice) => Voice | undefined;

function confirmed(
  told: readonly Voice[],
  denials: readonly Voice[],
  borneOut: BorneOut,
): StatusSuggestion | undefined {
  if (denials.some((denial) => borneOut(denial) !== undefined)) return undefined;
  for (const voice of told) {
    const by = borneOut(voice);
    if (by === undefined) continue;
    return suggestion('confirmed', { code: 'borne-out', claim: named(voice), by: named(by) });
  }
  return undefined;
}

function refuted(
  told: readonly Voice[],
  denials: readonly Voice[],
  borneOut: BorneOut,
): StatusSuggestion | undefined {
  const isConfirmed = told.some((voice) => borneOut(voice) !== undefined);
  for (const denial of denials) {
    const by = borneOut(denial);
    if (by === undefined || isConfirmed) continue;
    const reason = { code: 'denial-confirmed', denial: named(denial), by: named(by) } as const;
    return suggestion('refuted', reason);
  }
  const improbable = told.filter(({ view }) => view.claim.credibility === 5);
  const [first] = improbable;
  if (first === undefined) return undefined;
  const against = [...denials, ...told].filter(
    (voice) =>
      voice.view.claim.credibility <= 2 &&
      (voice.view.claim.kind === 'denial' ||
        improbable.every((other) => areTied(voice.weight, other.weight, 'contradicts'))),
  );
  const [by] = against;
  const isAll = told.every((voice) => improbable.includes(voice) || against.includes(voice));
  if (by === undefined || !isAll) return undefined;
  return suggestion('refuted', { code: 'improbable', claim: named(first), by: named(by) });
}

function disputed(
  told: readonly Voice[],
  denials: readonly Voice[],
  weights: readonly Weighed[],
): StatusSuggestion | undefined {
  const keys = originKeys(weights.map(({ facts }) => facts));
  const isOther = (a: Voice, b: Voice) => keys.get(a.view.claim.id) !== keys.get(b.view.claim.id);
  for (const voice of told) {
    const { deniedBy } = voice.view;
    const denial = denials.find(
      (one) => deniedBy === null || one.view.claim.claimant_id === deniedBy.id,
    );
    if (deniedBy === null && denial === undefined) continue;
    const denier = deniedBy?.name ?? denial?.view.claimant?.name ?? null;
    const by = denial === undefined ? null : named(denial);
    return suggestion('disputed', { code: 'denied', claim: named(voice), denier, by });
  }
  for (const voice of told) {
    const by = told.find(
      (other) => isOther(voice, other) && areTied(voice.weight, other.weight, 'contradicts'),
    );
    if (by === undefined) continue;
    return suggestion('disputed', { code: 'contradicted', claim: named(voice), by: named(by) });
  }
  return undefined;
}

function corroborated(
  told: readonly Voice[],
  weights: readonly Weighed[],
): StatusSuggestion | undefined {
  const keys = originKeys(weights.map(({ facts }) => facts));
  const sound = told.filter(
    ({ view, weight }) => ![4, 5].includes(view.claim.credibility) && tellsOfIt(weight),
  );
  for (const voice of sound) {
    if (voice.view.claim.credibility > 3) continue;
    const by = sound.find(
      (other) =>
        keys.get(voice.view.claim.id) !== keys.get(other.view.claim.id) &&
        ((isNamed(voice) && isNamed(other)) ||
          areIndependent(voice.weight.facts, other.weight.facts, keys)) &&
        shareTheCore(voice.weight, other.weight),
    );
    if (by === undefined) continue;
    return suggestion('corroborated', { code: 'agree', claim: named(voice), by: named(by) });
  }
  return undefined;
}

/** "No figure given" and remarks of other kinds do not say that anything happened. */
function tellsOfIt({ kind, tolls }: Weighed): boolean {
  if (kind === 'other') return false;
  return kind !== 'toll' || tolls.some((toll) => toll.qualifier !== 'none-given');
}

/** Two who tell of one event: differing figures are no matter, differing places, days or culprits are. */
function shareTheCore(a: Weighed, b: Weighed): boolean {
  return a.kind !== b.kind || a.kind === 'toll' || areTied(a, b, 'supports') || agree(a, b);
}

function claimed(told: readonly Voice[]): StatusSuggestion {
  const speaks = ({ view }: Voice) => view.claimant !== null && !isCarrierKind(view.claimant.kind);
  const voice = told.find(speaks);
  if (voice !== undefined)
    return suggestion('claimed', { code: 'claimed-by', claim: named(voice) });
  const [first] = told;
  if (first === undefined) return suggestion('reported', { code: 'no-claims' });
  return suggestion('reported', { code: 'nobody-named', claim: named(first) });
}

/** Said by somebody who is named and does not just pass it on. */
function isNamed({ view }: Voice): boolean {
  return view.claimant !== null && !isCarrierKind(view.claimant.kind);
}

function named({ view }: Voice): ReasonClaim {
  const { claim, claimant, source, grade } = view;
  return {
    id: claim.id,
    claimant: claimant?.name ?? null,
    sourceTitle: source === null ? null : (source.publisher ?? source.title),
    grade,
  };
}

function suggestion(status: IncidentStatus, reason: StatusReason): StatusSuggestion {
  return { status, reason };
}
