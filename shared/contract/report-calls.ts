/** Reports kept in the case: as they were, and what would be told differently now. */
import { z } from 'zod';
import { reportKinds, tlpLabels } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from '../report/document.ts';
import { reportChangeSchema } from '../report/kept.ts';
import { engineCall } from './call.ts';
import { reportRequestSchema } from './exchange-calls.ts';

const byId = z.strictObject({ id: idSchema });

export const reportCalls = {
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
  'report/duplicate': engineCall(
    z.strictObject({ id: idSchema, title: z.string().min(1).max(300) }),
    byId,
  ),
} as const;
