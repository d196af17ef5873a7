// Which outcomes and parties the figures of some claims speak of, and the scale of each outcome. Pure.
import type { ClaimView } from '../../shared/contract/read-calls.ts';
import { spanOf } from '../../shared/domain/toll.ts';
import { type TollScale, tollScale } from '../../shared/domain/toll-scale.ts';
import { type Outcome, outcomes, type Party, parties } from '../../shared/domain/vocabulary.ts';

export interface Column {
  readonly outcome: Outcome;
  readonly parties: readonly Party[];
  /** Common to all bars of the outcome, so that they can be compared. */
  readonly scale: TollScale;
}

export function matrixColumns(claims: readonly ClaimView[]): readonly Column[] {
  const all = claims.flatMap((view) => view.tolls);
  return outcomes.flatMap((outcome) => {
    const given = all.filter((toll) => toll.outcome === outcome);
    if (given.length === 0) return [];
    const figures = given.flatMap((toll) => {
      const span = spanOf(toll);
      // an open end runs to half as much again
      return span === null ? [] : [span.low, span.high ?? span.low * 1.5];
    });
    return [
      {
        outcome,
        parties: parties.filter((party) => given.some((toll) => toll.party === party)),
        scale: tollScale(figures),
      },
    ];
  });
}
