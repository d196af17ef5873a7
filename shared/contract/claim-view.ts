/** A claim as screens and reports show it, with names resolved and its ties to other claims. */
import { z } from 'zod';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { claimRecord, passageRecord, tollRecord } from './whole-records.ts';

const named = z.strictObject({ id: idSchema, name: z.string(), kind: z.string() });

/** Another claim, as far as a line that names it needs. */
export const claimRefSchema = z.strictObject({
  id: idSchema,
  incidentId: idSchema,
  statement: z.string(),
  claimant: z.string().nullable(),
  sourceTitle: z.string().nullable(),
  grade: z.string(),
  figures: z.array(
    z.strictObject({
      party: z.enum(v.parties),
      outcome: z.enum(v.outcomes),
      low: z.number().int().nullable(),
      high: z.number().int().nullable(),
      qualifier: z.enum(v.qualifiers),
    }),
  ),
});
export type ClaimRef = z.infer<typeof claimRefSchema>;

/** What a claim does to another (`isFrom`), or another to it. */
export const claimTieSchema = z.strictObject({
  id: idSchema,
  rev: z.string(),
  kind: z.enum(v.claimRelationKinds),
  isFrom: z.boolean(),
  note: z.string(),
  other: claimRefSchema,
});
export type ClaimTie = z.infer<typeof claimTieSchema>;

/** A claim with everything its line on screen needs. */
export const claimViewSchema = z.strictObject({
  claim: claimRecord,
  tolls: z.array(tollRecord),
  claimant: named.nullable(),
  via: z.array(named),
  deniedBy: named.nullable(),
  source: z
    .strictObject({
      id: idSchema,
      title: z.string(),
      publisher: z.string().nullable(),
      kind: z.enum(v.sourceKinds),
      published: z.string().nullable(),
      reliability: z.enum(v.reliabilities),
      /** The source and all that it passes on, the root last (`domain/origins.ts`). */
      chain: z.array(z.strictObject({ id: idSchema, publisherActorId: idSchema.nullable() })),
    })
    .nullable(),
  /** False for a claim whose later one is deleted or leads back to it (`domain/superseding.ts`). */
  isReplaced: z.boolean(),
  replacedBy: claimRefSchema.nullable(),
  replaces: z.array(claimRefSchema),
  relations: z.array(claimTieSchema),
  /** `C3`: reliability of the source and credibility of the claim; F and 6 where not judged. */
  grade: z.string(),
  passages: z.array(passageRecord),
  noteCount: z.number().int(),
});
export type ClaimView = z.infer<typeof claimViewSchema>;
