/** Reports kept in the case: as they were, and what would be told differently now. */
import { z } from 'zod';
import { reportKinds, tlpLabels } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from '../report/document.ts';
import { houseStyleSchema } from '../report/house-style.ts';
import { reportChangeSchema } from '../report/kept.ts';
import { referenceTables } from '../report/references.ts';
import { engineCall } from './call.ts';
import { reportRequestSchema } from './exchange-calls.ts';

const referenceSchema = z.strictObject({
  table: z.enum(referenceTables),
  id: idSchema,
});

const byId = z.strictObject({ id: idSchema });

const houseView = z.strictObject({
  style: houseStyleSchema,
  /** Number that a report of each kind would get when it is kept now. */
  next: z.record(z.enum(reportKinds), z.string().nullable()),
});

export const reportCalls = {
  /** The house style of the case. */
  'house/style': engineCall(z.strictObject({}), houseView),
  /** Throws `input/invalid` for a colour too faint for paper and a pattern that cannot count. */
  'house/set': engineCall(houseStyleSchema, houseView),
  /** Builds a report and keeps it with what it was asked with. Renaming and deleting is `record/save`. */
  'report/keep': engineCall(
    z.strictObject({ request: reportRequestSchema, title: z.string().min(1).max(300) }),
    byId,
  ),
  /** Kept reports, the latest first. */
  'report/list': engineCall(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: idSchema,
        kind: z.enum(reportKinds),
        title: z.string(),
        tlp: z.enum(tlpLabels),
        updatedAt: z.string(),
      }),
    ),
  ),
  /** One as it was kept, and how it differs from what it would say now. */
  'report/kept': engineCall(
    byId,
    z.strictObject({
      id: idSchema,
      title: z.string(),
      request: reportRequestSchema,
      document: reportDocumentSchema,
      changes: z.array(reportChangeSchema),
    }),
  ),
  /** Keeps it as it would be now, with the same edits. */
  'report/renew': engineCall(byId, byId),
  /** What the case says now of the links and marks in a text; what it has never held is left out. */
  'report/references': engineCall(
    z.strictObject({ references: z.array(referenceSchema).max(2000) }),
    z.array(
      z.strictObject({
        ...referenceSchema.shape,
        name: z.string(),
        isGone: z.boolean(),
        isReplaced: z.boolean(),
        sourceId: idSchema.nullable(),
        incidentId: idSchema.nullable(),
      }),
    ),
  ),
  /** Passages that the claims of a report rest on, to choose from; the first 500. */
  'report/passages': engineCall(
    reportRequestSchema,
    z.strictObject({
      total: z.number().int(),
      passages: z.array(z.strictObject({ id: idSchema, source: z.string(), words: z.string() })),
    }),
  ),
  'report/duplicate': engineCall(
    z.strictObject({ id: idSchema, title: z.string().min(1).max(300) }),
    byId,
  ),
} as const;
