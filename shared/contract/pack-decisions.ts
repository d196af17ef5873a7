/** Conflicts of a pack: what is asked about a record that both sides changed, and the answers. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';

const name = z.string().min(1).max(40);

export const sideSchema = z.enum(['ours', 'theirs']);
export type Side = z.infer<typeof sideSchema>;

/**
 * One answer for fields that only make sense together, or words of one's own for them: by field, what is
 * left out stays ours.
 */
export const answerSchema = z.union([
  sideSchema,
  z.strictObject({ values: z.record(name, z.unknown()) }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** By record: one side for all that is asked about it, or answers by unit. */
export const decisionsSchema = z.record(
  idSchema,
  z.union([sideSchema, z.record(name, answerSchema)]),
);
export type Decisions = z.infer<typeof decisionsSchema>;

/** One side for all conflicts of a kind that are not decided by record. */
export const conflictRulesSchema = z
  .array(z.strictObject({ table: name, unit: name, side: sideSchema }))
  .max(500);
export type ConflictRules = z.infer<typeof conflictRulesSchema>;

export const shownFieldSchema = z.strictObject({
  field: z.string(),
  ours: z.unknown(),
  theirs: z.unknown(),
  /** Waits for a decision; a field that does not becomes what `theirs` says. */
  isAsked: z.boolean(),
  /** Fields of one unit are decided together; it bears the name of its first field. */
  unit: z.string(),
});

/** Who wrote a version, and when. */
export const writerSchema = z.strictObject({ name: z.string(), at: z.string() }).nullable();

/** Conflicts of one kind: how many records wait for an answer about these fields. */
export const conflictKindSchema = z.strictObject({
  table: z.string(),
  unit: z.string(),
  count: z.number().int(),
});
