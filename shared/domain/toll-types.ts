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
  /** How the best figure is worded; null where its parts differ or there is none. */
  bestQualifier: z.enum(v.qualifiers).nullable(),
  /** "At most 20" beside "at least 100": no range, but claims that disagree. Null otherwise. */
  apart: z.strictObject({ atMost: z.number().int(), atLeast: z.number().int() }).nullable(),
  noFigure: z.boolean(),
  /** Words without a number among the claims ("dozens", "heavy"), as qualifier codes. */
  vague: z.array(z.enum(v.qualifiers)),
  /** Origins of the figures: claims of one origin count as one. And all claims that were given. */
  counted: z.number().int(),
  given: z.number().int(),
  /** Of those given: with a figure in the range, replaced by a later one, standing without a figure. */
  claims: z.number().int(),
  replaced: z.number().int(),
  silent: z.number().int(),
  /** Of those in the range: denied by somebody. */
  denied: z.number().int(),
  /** Code of the rule that gave the range; `shared/text` words it. */
  rule: z.enum(['none', 'no-figure-only', 'single-claim', 'span-of-claims', 'vague-only']),
});
export type TollSummary = z.infer<typeof tollSummarySchema>;
