/**
 * What the claims of an incident add up to. The rules, all tested in test/unit/domain/toll.test.ts:
 *
 * 1. Nothing is averaged. A range is the span of figures that someone states.
 * 2. Within one claim the parts by party are summed ("60 soldiers and 5 police" is 65).
 * 3. A superseded claim leaves the range ("60", later "200" by the same claimant) but is still given;
 *    claims that replace each other in a circle stay (`superseding.ts`).
 * 4. Claims of one origin (three papers quoting SITE) count as one; `origins.ts` says which those are.
 * 5. "No figure given" is shown and not counted; it is never 0.
 * 6. The best figure is that of the best grade; F and 6 ("cannot be judged") come after all judged
 *    ones. A denied claim stays in the range, and comes after an undenied one of the same grade.
 *    Of two statements of one origin the narrower one is its best figure ("best 5" beside "3 to 8").
 * 7. Words stand for fixed bounds (`wordBounds`) and the word itself is kept beside them. "Heavy" has
 *    no bounds and is only shown.
 * 8. A range is open at the top when someone says "at least n" and nobody names a figure above n.
 * 9. "At most 20" beside "at least 100" is no range from 0 upwards: the two are shown as what they are,
 *    claims that disagree (`apart`).
 */
import { assertNever } from '../lib/assert-never.ts';
import { gradeRank, gradeText } from './grade.ts';
import { replacedIds } from './superseding.ts';
import type { TollSummary } from './toll-types.ts';
import {
  type Outcome,
  outcomes,
  type Party,
  type Qualifier,
  type Reliability,
} from './vocabulary.ts';

export interface TollFigure {
  readonly party: Party;
  readonly outcome: Outcome;
  /** People; null where the source gives no number. */
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

export interface TollClaim {
  readonly id: string;
  /** 1 confirmed by others … 5 improbable; 6 cannot be judged. */
  readonly credibility: number;
  /** Of its source; null without a source. */
  readonly reliability: Reliability | null;
  readonly supersededById: string | null;
  readonly deniedById: string | null;
  /** Claims that share this key come from one origin; null is an origin of its own. */
  readonly originKey: string | null;
  readonly tolls: readonly TollFigure[];
}

/** People; `high` null is open ("or more"). */
export interface Span {
  readonly low: number;
  readonly high: number | null;
}

/**
 * What vague words are read as where the source gives no number. Several: 3–9. Dozens: at least two
 * dozen, short of a hundred. Hundreds: at least two hundred, short of a thousand.
 */
export const wordBounds: { readonly [Q in Qualifier]?: Span } = {
  several: { low: 3, high: 9 },
  dozens: { low: 24, high: 99 },
  hundreds: { low: 200, high: 999 },
};
const vagueWords: readonly Qualifier[] = ['several', 'dozens', 'hundreds', 'heavy'];

/** The span one figure states; null when it states none ("no figure given", "heavy", nothing). */
export function spanOf(figure: Pick<TollFigure, 'low' | 'high' | 'qualifier'>): Span | null {
  const { qualifier } = figure;
  if (qualifier === 'none-given') return null;
  const low = figure.low ?? figure.high;
  if (low === null) return wordBounds[qualifier] ?? null;
  const high = Math.max(low, figure.high ?? low);
  switch (qualifier) {
    case 'at-least':
      return { low, high: figure.high === null || figure.high <= low ? null : figure.high };
    case 'at-most':
      return {
        low: figure.high === null || figure.low === null ? 0 : Math.min(low, figure.high),
        high,
      };
    case 'exact':
    case 'about':
    case 'between':
    case 'several':
    case 'dozens':
    case 'hundreds':
    case 'heavy':
      return { low: Math.min(low, figure.high ?? low), high };
    default:
      return assertNever(qualifier, 'qualifier');
  }
}

/** Sum of the parts of one claim; null when none has a figure. Open when a part is open or "heavy". */
export function sumParts(figures: readonly TollFigure[]): Span | null {
  let low = 0;
  let high: number | null = 0;
  let hasFigure = false;
  let hasMore = false;
  for (const figure of figures) {
    const span = spanOf(figure);
    if (span === null) {
      if (figure.qualifier === 'heavy') hasMore = true;
      continue;
    }
    hasFigure = true;
    low += span.low;
    high = high === null || span.high === null ? null : high + span.high;
  }
  if (!hasFigure) return null;
  return { low, high: hasMore ? null : high };
}

/** The span over several statements; null without any. See rule 8 for the open end. */
export function spanOver(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  const low = Math.min(...spans.map((span) => span.low));
  const named = Math.max(-1, ...spans.map((span) => span.high ?? -1));
  const floor = Math.max(-1, ...spans.map((span) => (span.high === null ? span.low : -1)));
  return { low, high: floor >= 0 && floor >= named ? null : named };
}

interface Statement {
  readonly claim: TollClaim;
  readonly span: Span;
  readonly isVague: boolean;
  /** How the figure is worded; null where parts are worded differently. */
  readonly qualifier: Qualifier | null;
  /** True when nothing but "at most" is said, so that the lower end is nobody's figure. */
  readonly isCeiling: boolean;
}

/** One summary per outcome that any claim speaks of, in the order of the vocabulary. */
export function summariseTolls(claims: readonly TollClaim[]): TollSummary[] {
  const replaced = replacedIds(claims);
  return outcomes.flatMap((outcome) => {
    const given = claims.flatMap((claim) => {
      const figures = claim.tolls.filter((toll) => toll.outcome === outcome);
      return figures.length === 0 ? [] : [{ claim, figures }];
    });
    return given.length === 0 ? [] : [summarise(outcome, given, replaced)];
  });
}

/** Summaries over the figures for one party only: claims that name others too are cut down to it. */
export function summariseParty(claims: readonly TollClaim[], party: Party): TollSummary[] {
  const ofParty = claims.map((claim) => ({
    ...claim,
    tolls: claim.tolls.filter((toll) => toll.party === party),
  }));
  return summariseTolls(ofParty);
}

function summarise(
  outcome: Outcome,
  given: readonly { readonly claim: TollClaim; readonly figures: readonly TollFigure[] }[],
  replaced: ReadonlySet<string>,
): TollSummary {
  const standing = given.filter(({ claim }) => !replaced.has(claim.id));
  const figures = standing.flatMap((entry) => entry.figures);
  const statements = standing.flatMap(({ claim, figures: parts }): Statement[] => {
    const span = sumParts(parts);
    if (span === null) return [];
    const qualifiers = new Set(parts.map((part) => part.qualifier));
    const [only] = qualifiers;
    return [
      {
        claim,
        span,
        isVague: parts.some(isWordOnly),
        qualifier: qualifiers.size === 1 && only !== undefined ? only : null,
        isCeiling: parts.every((part) => part.qualifier === 'at-most') && span.low === 0,
      },
    ];
  });
  const range = spanOver(statements.map((statement) => statement.span));
  const best = bestOf(statements);
  const counted = new Set(statements.map(({ claim }) => claim.originKey ?? claim.id)).size;
  const noFigure = figures.some((figure) => figure.qualifier === 'none-given');
  const count = (test: (claim: TollClaim) => boolean) =>
    statements.filter(({ claim }) => test(claim)).length;
  return {
    outcome,
    low: range?.low ?? null,
    high: range?.high ?? null,
    best: best?.span ?? null,
    bestGrade: best ? gradeText(best.claim.reliability, best.claim.credibility) : null,
    bestClaimId: best?.claim.id ?? null,
    bestQualifier: best?.qualifier ?? null,
    apart: apartOf(statements, range),
    noFigure,
    vague: vagueWords.filter((word) => figures.some((figure) => figure.qualifier === word)),
    counted,
    given: given.length,
    claims: statements.length,
    replaced: given.length - standing.length,
    silent: standing.length - statements.length,
    denied: count((claim) => claim.deniedById !== null),
    rule: ruleOf(statements, counted, figures, noFigure),
  };
}

/** A ceiling below a floor, where the range itself would be "0 or more". */
function apartOf(statements: readonly Statement[], range: Span | null): TollSummary['apart'] {
  if (range === null || range.low !== 0 || range.high !== null) return null;
  const isStated = statements.some(({ span, isCeiling }) => span.low === 0 && !isCeiling);
  if (isStated) return null;
  const ceilings = statements.filter(({ isCeiling }) => isCeiling);
  const atMost = Math.min(...ceilings.map(({ span }) => span.high ?? Number.POSITIVE_INFINITY));
  const floors = statements.filter(({ span }) => span.high === null);
  const atLeast = Math.max(...floors.map(({ span }) => span.low));
  return atMost < atLeast ? { atMost, atLeast } : null;
}

function isWordOnly(figure: TollFigure): boolean {
  return vagueWords.includes(figure.qualifier) && figure.low === null && figure.high === null;
}

function ruleOf(
  statements: readonly Statement[],
  counted: number,
  figures: readonly TollFigure[],
  noFigure: boolean,
): TollSummary['rule'] {
  if (statements.length > 0) {
    if (statements.every((statement) => statement.isVague)) return 'vague-only';
    return counted === 1 ? 'single-claim' : 'span-of-claims';
  }
  if (figures.some((figure) => figure.qualifier === 'heavy')) return 'vague-only';
  return noFigure ? 'no-figure-only' : 'none';
}

/** What one origin says: its lowest figure, and the first of its claims to tell origins apart. */
interface Voice {
  readonly low: number;
  readonly id: string;
}

const originOf = ({ originKey, id }: TollClaim): string => originKey ?? id;

function bestOf(statements: readonly Statement[]): Statement | null {
  const voices = new Map<string, Voice>();
  for (const { claim, span } of statements) {
    const known = voices.get(originOf(claim)) ?? { low: span.low, id: claim.id };
    voices.set(originOf(claim), {
      low: Math.min(span.low, known.low),
      id: [claim.id, known.id].sort()[0] ?? claim.id,
    });
  }
  const voiceOf = ({ claim, span }: Statement): Voice =>
    voices.get(originOf(claim)) ?? { low: span.low, id: claim.id };
  let best: Statement | null = null;
  for (const statement of statements) {
    if (best === null || compareStatements(statement, best, voiceOf) < 0) best = statement;
  }
  return best;
}

const widthOf = ({ span }: Statement) => (span.high ?? Number.MAX_SAFE_INTEGER) - span.low;

/**
 * Best first; ties go to the undenied, then the origin with the lower figure, within an origin to the
 * narrower figure, then the lower one, then the id, so that order is stable.
 */
function compareStatements(a: Statement, b: Statement, voiceOf: (one: Statement) => Voice): number {
  const voiceA = voiceOf(a);
  const voiceB = voiceOf(b);
  return (
    gradeRank(a.claim.reliability, a.claim.credibility) -
      gradeRank(b.claim.reliability, b.claim.credibility) ||
    Number(a.claim.deniedById !== null) - Number(b.claim.deniedById !== null) ||
    Number(a.isVague) - Number(b.isVague) ||
    voiceA.low - voiceB.low ||
    (voiceA.id === voiceB.id ? 0 : voiceA.id < voiceB.id ? -1 : 1) ||
    widthOf(a) - widthOf(b) ||
    a.span.low - b.span.low ||
    (a.claim.id < b.claim.id ? -1 : 1)
  );
}
