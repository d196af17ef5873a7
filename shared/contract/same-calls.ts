/** "Same attack?": candidates for one incident or a draft, over many, and what is decided. */
import { z } from 'zod';
import { filterSchema } from '../domain/filter.ts';
import { recordSchemas } from '../domain/records.ts';
import { sameScoreSchema } from '../domain/same-attack-types.ts';
import { type MergePart, mergePartNames, mergeSides } from '../domain/same-merge.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { placeRecord } from './whole-records.ts';

const incident = recordSchemas.incident.shape;

/** As much of an incident as a line needs. */
export const sameIncidentSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  dateEdtf: z.string().nullable(),
  place: z.string().nullable(),
});

export const candidateSchema = z.strictObject({
  incident: sameIncidentSchema,
  score: sameScoreSchema,
  /** Linked as possibly the same already. */
  isLinked: z.boolean(),
});
export type SameCandidate = z.infer<typeof candidateSchema>;

export const samePairSchema = z.strictObject({
  a: sameIncidentSchema,
  b: sameIncidentSchema,
  score: sameScoreSchema,
  isLinked: z.boolean(),
});
export type SamePair = z.infer<typeof samePairSchema>;

/** A form that is being filled in; what is not yet known is null or left out. */
export const sameDraftSchema = z.strictObject({
  title: z.string().max(500).default(''),
  date_edtf: incident.date_edtf.default(null),
  time_words: incident.time_words.default(null),
  place_id: incident.place_id.default(null),
  place_words: incident.place_words.default(null),
  latitude: incident.latitude.default(null),
  longitude: incident.longitude.default(null),
  geo_level: incident.geo_level.default('unknown'),
  radius_m: incident.radius_m.default(null),
  country: incident.country.default(null),
  event_type: incident.event_type.default(null),
  sub_event_type: incident.sub_event_type.default(null),
  targets: incident.targets.default([]),
  actors: z
    .array(z.strictObject({ id: idSchema, role: z.string() }))
    .max(50)
    .default([]),
});
export type SameDraft = z.infer<typeof sameDraftSchema>;

export const sameScopeSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('case') }),
  z.strictObject({ what: z.literal('filter'), filter: filterSchema }),
  /** Incidents that an import brought. */
  z.strictObject({ what: z.literal('batch'), batch: idSchema }),
]);
export type SameScope = z.infer<typeof sameScopeSchema>;

const choices = z.partialRecord(
  z.enum(mergePartNames as [MergePart, ...MergePart[]]),
  z.enum(mergeSides),
);

/** Incidents of rows of data sets that stand twice, by data set (its short name), the most first. */
export const twinsSchema = z.strictObject({
  count: z.number().int(),
  sets: z.array(z.strictObject({ name: z.string(), count: z.number().int() })),
});

/** Twins that became one, and those that say different things and wait to be decided. */
export const twinsDone = {
  joined: z.number().int(),
  apart: z.number().int(),
} as const;

export const decisions = ['possibly', 'same', 'different', 'open'] as const;

export const sameCalls = {
  /**
   * Incidents that may be the same attack, best first, at most 20; what was said to be different is
   * left out. For a stored incident or for a draft. Throws `record/not-found`.
   */
  'same/candidates': engineCall(
    z.union([z.strictObject({ id: idSchema }), z.strictObject({ draft: sameDraftSchema })]),
    z.array(candidateSchema),
  ),
  /**
   * All pairs of the case of which at least one is in the scope, best first, at most 2000. A job:
   * throws `call/cancelled` after `job/cancel`.
   */
  'same/scan': engineCall(
    z.strictObject({ scope: sameScopeSchema }),
    z.strictObject({
      revision: z.number().int(),
      pairs: z.array(samePairSchema),
      /** Of all found, also those beyond the limit. */
      likely: z.number().int(),
      possible: z.number().int(),
      /** Incidents with so many others near them that they were compared with a choice of those. */
      partly: z.number().int(),
      /** Incidents looked at. */
      compared: z.number().int(),
    }),
  ),
  /** Pairs of the case that two laptops made of one row of a data set, each by itself. */
  'same/twins': engineCall(z.strictObject({}), twinsSchema),
  /**
   * Joins all of them that do not contradict each other: one action, one undo. A job: throws `call/cancelled` after
   * `job/cancel`, and then nothing was changed.
   */
  'same/join-twins': engineCall(
    z.strictObject({}),
    z.strictObject({ ...twinsDone, revision: z.number().int() }),
  ),
  /** Two incidents compared, and what was decided about them. Throws `record/not-found`. */
  'same/compare': engineCall(
    z.strictObject({ a: idSchema, b: idSchema }),
    z.strictObject({
      score: sameScoreSchema,
      state: z.enum(decisions),
      why: z.string(),
      decidedAt: z.string().nullable(),
      decidedBy: z.string().nullable(),
      places: z.strictObject({ a: placeRecord.nullable(), b: placeRecord.nullable() }),
    }),
  ),
  /**
   * `possibly` links the two, `different` is remembered, `same` merges into `keepId` (parts of the
   * record by `choices`, else `defaultChoices`), `open` takes the first two back. One action, one undo.
   * Throws `record/not-found`; `input/invalid` for a real and an invented incident.
   */
  'same/decide': engineCall(
    z.strictObject({
      a: idSchema,
      b: idSchema,
      decision: z.enum(decisions),
      keepId: idSchema.optional(),
      choices: choices.default({}),
      why: z.string().max(1000).default(''),
    }),
    z.strictObject({ revision: z.number().int(), keptId: idSchema.nullable() }),
  ),
} as const;
