/** What an import of a pack was and did, kept with its batch so that it can be told later. */
import { z } from 'zod';
import { tlpLabels } from '../domain/vocabulary.ts';
import { twinsDone } from './same-calls.ts';
import { signerStates } from './trust-calls.ts';

const value = z.string().nullable();

/** One question that was answered: fields that are decided together, of one record. */
const decisionSchema = z.strictObject({
  table: z.string(),
  title: z.string(),
  unit: z.string(),
  answer: z.enum(['ours', 'theirs', 'own']),
  fields: z.array(z.strictObject({ field: z.string(), ours: value, theirs: value, became: value })),
});

/** Decisions and pairs listed; the counts beside them count all. */
export const mostReported = 500;

export const batchReportSchema = z.strictObject({
  version: z.literal(1),
  sha256: z.string(),
  isSealed: z.boolean(),
  title: z.string(),
  tlp: z.enum(tlpLabels),
  madeBy: z.string(),
  asOf: z.string(),
  signer: z.strictObject({
    state: z.enum(signerStates),
    knownAs: z.string().nullable(),
    fingerprint: z.string().nullable(),
  }),
  /** By table, then by what was done: `added`, `updated` … */
  byTable: z.record(z.string(), z.record(z.string(), z.number().int())),
  decisions: z.array(decisionSchema).max(mostReported),
  decisionCount: z.number().int(),
  same: z.strictObject({
    pairs: z
      .array(z.strictObject({ theirs: z.string(), ours: z.string(), score: z.number() }))
      .max(mostReported),
    likely: z.number().int(),
    possible: z.number().int(),
  }),
  /** Incidents of one row of a data set; absent in reports of before they were joined. */
  twins: z.strictObject(twinsDone).optional(),
  warnings: z.array(z.string()),
});
export type BatchReport = z.infer<typeof batchReportSchema>;

export const batchReportViewSchema = z.strictObject({
  at: z.string(),
  author: z.string(),
  fileName: z.string(),
  report: batchReportSchema,
});
export type BatchReportView = z.infer<typeof batchReportViewSchema>;
