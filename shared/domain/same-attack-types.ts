/** What the comparison of two incidents reads and answers. No ids of incidents: the answer is about what is told. */
import { z } from 'zod';
import type { GeoLevel, Outcome } from './vocabulary.ts';

export interface SameActor {
  readonly role: string;
  /** Id of the record and every name of it: one of them in common makes the same actor. */
  readonly id: string;
  readonly names: readonly string[];
  /** Ids of what it is part of, or what it was before: a brigade and its group. */
  readonly kin: readonly string[];
  /** "Gunmen", "civilians": says nothing for or against being the same. */
  readonly isVague: boolean;
}

/** An incident as light as comparing it allows. Days as `YYYY-MM-DD`, null = open or unknown. */
export interface SameView {
  readonly title: string;
  readonly dateEarliest: string | null;
  readonly dateLatest: string | null;
  readonly timeWords: string | null;
  /** Names of the place as the sources write it and as the case knows it. */
  readonly placeNames: readonly string[];
  readonly placeId: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly geoLevel: GeoLevel;
  readonly radiusM: number | null;
  readonly country: string | null;
  readonly eventType: string | null;
  readonly subEventType: string | null;
  readonly targets: readonly string[];
  readonly actors: readonly SameActor[];
  /** Range over the claims by outcome; `high` null is open. Outcomes without a figure are not here. */
  readonly tolls: readonly {
    readonly outcome: Outcome;
    readonly low: number;
    readonly high: number | null;
  }[];
  /** Its sources: each with all that tells that text (id, hash of the text, address), and the words used. */
  readonly sources: readonly {
    readonly keys: readonly string[];
    readonly passages: readonly { readonly start: number; readonly end: number }[];
  }[];
  /** `dataset:key` of its own and of what was merged into it. */
  readonly externalKeys: readonly string[];
}

/** In the order they are shown. */
export const sameAspects = [
  'date',
  'time',
  'place',
  'perpetrator',
  'victim',
  'type',
  'target',
  'toll',
  'source',
  'words',
  'key',
] as const;
export type SameAspect = (typeof sameAspects)[number];

export const sameVerdicts = ['agrees', 'near', 'differs', 'unknown'] as const;
export type SameVerdict = (typeof sameVerdicts)[number];

export const sameBands = ['likely', 'possible', 'unlikely'] as const;
export type SameBand = (typeof sameBands)[number];

export const sameReasonSchema = z.strictObject({
  aspect: z.enum(sameAspects),
  verdict: z.enum(sameVerdicts),
  /** What it adds to the weight; never above 0 for `differs`, 0 for `unknown`. */
  points: z.number(),
  /** Days between the spans, 0 when they overlap. */
  days: z.number().optional(),
  /** Kilometres between the points, and how many the precision of both allows. */
  km: z.number().optional(),
  allowedKm: z.number().optional(),
});
export type SameReason = z.infer<typeof sameReasonSchema>;

export const sameScoreSchema = z.strictObject({
  /** 0 to 100. */
  score: z.number().int(),
  /** Sum of the points and the base: what is sorted by. */
  weight: z.number(),
  band: z.enum(sameBands),
  reasons: z.array(sameReasonSchema),
});
export type SameScore = z.infer<typeof sameScoreSchema>;
