/** The tolls that the case knows, for comparing them with what a text says. Pure. */
import type { ClaimView } from '../../contract/claim-view.ts';
import { type Span, spanOf, sumParts, type TollFigure } from '../../domain/toll.ts';
import type { TollSummary } from '../../domain/toll-types.ts';
import type { IncidentStatus, Outcome } from '../../domain/vocabulary.ts';

/** One figure of the case: a claim's, a part of it by party, a range or a sum over incidents. */
export interface KnownToll {
  readonly outcome: Outcome;
  /** People; `high` null is open at the top. */
  readonly span: Span;
  /** No longer counts: its claim was replaced by a later one. */
  readonly isReplaced: boolean;
  /** Of a confirmed incident, or credibility 1: it may be written as fact. */
  readonly isConfirmed: boolean;
  /** Range or sum, which nobody says word for word. */
  readonly isDerived: boolean;
}

interface ClaimFigures {
  readonly credibility: number;
  readonly isReplaced: boolean;
  readonly tolls: readonly TollFigure[];
}

/** Figures of one incident: each claim whole and by party, and the range over them. */
export function knownTolls(
  claims: readonly ClaimFigures[],
  ranges: readonly TollSummary[],
  status: IncidentStatus,
): readonly KnownToll[] {
  return [
    ...claims.flatMap((claim) => claimTolls(claim, status)),
    ...ranges.flatMap((range): KnownToll[] =>
      range.low === null
        ? []
        : [
            {
              outcome: range.outcome,
              span: { low: range.low, high: range.high },
              isReplaced: false,
              isConfirmed: status === 'confirmed',
              isDerived: true,
            },
          ],
    ),
  ];
}

/** What the claims of an incident's dossier say. */
export function tollsOfViews(
  views: readonly ClaimView[],
  ranges: readonly TollSummary[],
  status: IncidentStatus,
): readonly KnownToll[] {
  return knownTolls(
    views.map(({ claim, tolls, isReplaced }) => ({
      credibility: claim.credibility,
      isReplaced,
      tolls,
    })),
    ranges,
    status,
  );
}

function claimTolls(
  { credibility, isReplaced, tolls }: ClaimFigures,
  status: IncidentStatus,
): KnownToll[] {
  const isConfirmed = status === 'confirmed' || credibility === 1;
  const known = { isReplaced, isConfirmed, isDerived: false };
  const parts = tolls.flatMap((figure): KnownToll[] => {
    const span = spanOf(figure);
    return span === null ? [] : [{ ...known, outcome: figure.outcome, span }];
  });
  const outcomes = [...new Set(tolls.map(({ outcome }) => outcome))];
  const sums = outcomes.flatMap((outcome): KnownToll[] => {
    const own = tolls.filter((figure) => figure.outcome === outcome);
    const span = own.length < 2 ? null : sumParts(own);
    return span === null ? [] : [{ ...known, outcome, span }];
  });
  return [...parts, ...sums];
}
