/** Where a file of a data set says otherwise than an analyst: what waits for a decision, and deciding it. */
import { z } from 'zod';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { sideSchema, writerSchema } from './pack-decisions.ts';

export const conflictTables = ['incident', 'claim', 'toll'] as const;

/** Fields of one record that are decided together. */
const decidedSchema = z.strictObject({
  table: z.enum(conflictTables),
  id: idSchema,
  /** Name of the first of the fields. */
  unit: z.string().min(1).max(40),
});

export const importConflictSchema = z.strictObject({
  ...decidedSchema.shape,
  fields: z.array(z.strictObject({ field: z.string(), ours: z.unknown(), theirs: z.unknown() })),
  ourWriter: writerSchema,
});
export type ImportConflict = z.infer<typeof importConflictSchema>;

/** From which row of which file an incident came last. */
export const importOriginSchema = z.strictObject({
  batch: idSchema,
  format: z.string(),
  fileName: z.string(),
  /** When the file was taken in. */
  at: z.string(),
  /** Line of the file, from 1. */
  line: z.number().int(),
  /** How the data set wants to be named; null where nobody asks for it. */
  attribution: z.string().nullable(),
});
export type ImportOrigin = z.infer<typeof importOriginSchema>;

export const conflictingIncidentSchema = z.strictObject({
  incident: idSchema,
  title: z.string(),
  externalKey: z.string().nullable(),
  origin: importOriginSchema,
  conflicts: z.array(importConflictSchema).min(1),
});
export type ConflictingIncident = z.infer<typeof conflictingIncidentSchema>;

/** How many incidents one answer for all may decide; more are decided in several. */
export const mostDecidedAtOnce = 2000;

/** How many were decided; revision of the case after. */
const decidedAnswerSchema = z.strictObject({
  decided: z.number().int(),
  revision: z.number().int(),
});

export const importConflictCalls = {
  /** Incidents with something undecided, in the order in which they came. */
  'import/conflicts': engineCall(
    z.strictObject({
      after: z.string().max(40).nullable(),
      count: z.number().int().min(1).max(50),
    }),
    z.strictObject({
      /** Incidents that wait; may count some where the analyst has since come to say the same. */
      total: z.number().int(),
      rows: z.array(conflictingIncidentSchema),
      /** Where the next page begins; null at the end. */
      next: z.string().nullable(),
    }),
  ),
  /**
   * Decides: `ours` keeps what the case says until the file says something new, `theirs` writes what the
   * file says. One action. Throws `record/not-found` when it was decided or changed meanwhile.
   */
  'import/decide': engineCall(
    z.strictObject({ incident: idSchema, ...decidedSchema.shape, side: sideSchema }),
    decidedAnswerSchema,
  ),
  /** The same for all that waits about these fields of a table, at most `mostDecidedAtOnce` incidents. */
  'import/decide-all': engineCall(
    z.strictObject({
      table: decidedSchema.shape.table,
      unit: decidedSchema.shape.unit,
      side: sideSchema,
    }),
    decidedAnswerSchema,
  ),
  /** Null for an incident that came from no file of a data set. */
  'import/origin': engineCall(
    z.strictObject({ incident: idSchema }),
    z.strictObject({
      origin: importOriginSchema.nullable(),
      /** Cells of its row that have no field here, by the name of their column. */
      cells: z.record(z.string(), z.string()),
      /** Fields that wait for a decision. */
      undecided: z.number().int(),
    }),
  ),
} as const;
