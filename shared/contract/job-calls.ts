/** Long work as a job: what runs, how far it is, how it ended. See docs/decisions/0103. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { errorCodes } from './errors.ts';

export const jobKinds = [
  'table-check',
  'table-import',
  'pack-preview',
  'pack-import',
  'pack-export',
  'export',
  'check',
  'backup',
  'same',
  'bulk',
  'undo',
  'rebuild',
  'report',
  'layout',
] as const;
export type JobKind = (typeof jobKinds)[number];

/** Steps a job can be in; each has a word in the page's texts (`jobs.phases`). */
export const jobPhases = [
  'reading',
  'comparing',
  'writing',
  'merging',
  'indexing',
  'checking',
  'copying',
  'drawing',
  'printing',
] as const;
export type JobPhase = (typeof jobPhases)[number];

/** What is counted (`jobs.units`). */
export const jobUnits = ['rows', 'records', 'incidents', 'bytes', 'pages', 'steps'] as const;
export type JobUnit = (typeof jobUnits)[number];

/** What came of it, in figures and names the page words by the kind (`jobs.outcomes`). */
export const jobOutcomeSchema = z.strictObject({
  counts: z.record(z.string(), z.number()),
  /** File that was written. */
  fileName: z.string().nullable().default(null),
  /** Import batch that was made. */
  batch: idSchema.nullable().default(null),
});
export type JobOutcome = z.output<typeof jobOutcomeSchema>;

export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(jobKinds),
  /** What it is about in the analyst's own words, as the name of a file. */
  subject: z.string().nullable(),
  /** `cancelling`: asked to end, not ended yet. */
  state: z.enum(['running', 'cancelling', 'done', 'failed', 'cancelled']),
  /** All steps in their order; empty when there is one without a name. */
  phases: z.array(z.enum(jobPhases)),
  phase: z.enum(jobPhases).nullable(),
  unit: z.enum(jobUnits),
  /** How far this step is, in whatever `total` is measured in. */
  done: z.number(),
  /** Null while unknown. */
  total: z.number().nullable(),
  /** How many of `unit` were done in this step. */
  count: z.number(),
  /** Of `unit` in a second, over the last seconds; null while it cannot be known. */
  rate: z.number().nullable(),
  /** Milliseconds left of this step; null while it cannot be known. */
  leftMs: z.number().nullable(),
  /** Milliseconds since the beginning, up to the end. */
  ms: z.number(),
  canCancel: z.boolean(),
  outcome: jobOutcomeSchema.nullable(),
  error: z
    .strictObject({
      code: z.enum(errorCodes),
      message: z.string(),
      details: z.record(z.string(), z.unknown()).optional(),
    })
    .nullable(),
});
export type Job = z.output<typeof jobSchema>;

export const jobCalls = {
  /** Jobs of the open case that run or whose result was not put away yet, oldest first. */
  'job/list': engineCall(z.strictObject({}), z.array(jobSchema)),
  /** Asks a job to end; what it was called for is answered `call/cancelled`. Unknown ids are let be. */
  'job/cancel': engineCall(z.strictObject({ id: idSchema }), z.strictObject({})),
  /** Puts results away. Jobs that run stay. */
  'job/dismiss': engineCall(
    z.strictObject({ ids: z.array(idSchema).max(1000) }),
    z.strictObject({}),
  ),
} as const;
