/**
 * Are two incidents one attack told twice? A score with its reasons, for an analyst to decide; nothing
 * is ever joined by itself. Rules by aspect: `same-attack-aspects.ts`. Test: test/unit/domain/same-*.
 */
import {
  daysApart,
  judgeDate,
  judgeKey,
  judgePerpetrator,
  judgePlace,
  judgeSource,
  judgeTarget,
  judgeTime,
  judgeToll,
  judgeType,
  judgeVictim,
  judgeWords,
  kmApart,
  type Prepared,
  prepare,
} from './same-attack-aspects.ts';
import { type SameBand, type SameScore, type SameView, sameAspects } from './same-attack-types.ts';

const judges = {
  date: judgeDate,
  time: judgeTime,
  place: judgePlace,
  perpetrator: judgePerpetrator,
  victim: judgeVictim,
  type: judgeType,
  target: judgeTarget,
  toll: judgeToll,
  source: judgeSource,
  words: judgeWords,
  key: judgeKey,
} as const;

/** Any two incidents of a case are far more often two attacks than one. */
const base = -5.2;

/** Least scores of the two bands that are shown. */
export const sameThresholds = { likely: 75, possible: 30 } as const;

function bandOf(score: number): SameBand {
  if (score >= sameThresholds.likely) return 'likely';
  return score >= sameThresholds.possible ? 'possible' : 'unlikely';
}

/** Two incidents compared. Symmetric; the order of lists and ids of incidents do not matter. */
export function comparePrepared(a: Prepared, b: Prepared): SameScore {
  const reasons = sameAspects.map((aspect) => ({ aspect, ...judges[aspect](a, b) }));
  // adding in one fixed order and rounding keeps a and b, b and a the same to the last digit
  const sum = reasons.reduce((total, { points }) => total + points, base);
  const weight = Math.round(sum * 1000) / 1000;
  const score = Math.round(100 / (1 + Math.exp(-weight)));
  return { score, weight, band: bandOf(score), reasons };
}

export function compareIncidents(a: SameView, b: SameView): SameScore {
  return comparePrepared(prepare(a), prepare(b));
}

/**
 * Whether a pair is worth a comparison: dates and places that rule it out need no further look, unless
 * a text or a key of a data set joins them. Cheaper than comparing by two orders of magnitude.
 */
export function mayBeSame(a: Prepared, b: Prepared): boolean {
  const days = daysApart(a, b);
  if (days !== null && days > 2) return false;
  const apart = kmApart(a, b);
  return apart === null || apart.km <= Math.max(50, 2 * apart.allowedKm);
}
