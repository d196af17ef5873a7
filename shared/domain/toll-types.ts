import { z } from 'zod';
import * as v from './vocabulary.ts';

/**
 * What an incident's claims add up to for one outcome, by the rules of `toll.ts`. Nothing is averaged.
 * `low`/`high`: the widest span over the counted claims, people; null when no claim gives a figure.
 * `high` null with `low` set means open-ended ("at least", "hundreds").
 * `best`: the span of the best-graded counted claim. `noFigure`: some claim says that none was given.
 */
export const tollSummarySchema = z.strictObject({
  outcome: z.enum(v.outcomes),
  low: z.number().int().nullable(),
  high: z.number().int().nullable(),
  best: z.strictObject({ low: z.number().int(), high: z.number().int().nullable() }).nullable(),
  /** Grade of the best claim as `C3`: source reliability and claim credibility. */
  bestGrade: z.string().nullable(),
  bestClaimId: z.string().nullable(),
  noFigure: z.boolean(),
  /** Words without a number among the claims ("dozens", "heavy"), as qualifier codes. */
  vague: z.array(z.enum(v.qualifiers)),
  /** Claims counted, after those of one origin count as one; and all that were given. */
  counted: z.number().int(),
  given: z.number().int(),
  /** Code of the rule that gave the range; `shared/text` words it. */
  rule: z.enum(['none', 'no-figure-only', 'single-claim', 'span-of-claims', 'vague-only']),
});
export type TollSummary = z.infer<typeof tollSummarySchema>;
