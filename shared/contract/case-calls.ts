import { z } from 'zod';
import { tlpLabels } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

export const caseStateSchema = z.strictObject({
  id: idSchema,
  title: z.string(),
  description: z.string(),
  tlp: z.enum(tlpLabels),
  invented: z.boolean(),
  /** File name without folder, for the window title. */
  fileName: z.string(),
  isReadOnly: z.boolean(),
  /** Rises with every committed action; stores compare it to know that they are stale. */
  revision: z.number().int(),
  counts: z.strictObject({
    incidents: z.number().int(),
    actors: z.number().int(),
    sources: z.number().int(),
    claims: z.number().int(),
    notes: z.number().int(),
    places: z.number().int(),
  }),
});
export type CaseState = z.infer<typeof caseStateSchema>;

export const undoStateSchema = z.strictObject({
  /** Kind of the action that the next undo or redo would touch, null when there is none. */
  undo: z.strictObject({ kind: z.string(), title: z.string() }).nullable(),
  redo: z.strictObject({ kind: z.string(), title: z.string() }).nullable(),
});

export const historyEntrySchema = z.strictObject({
  seq: z.number().int(),
  at: z.string(),
  author: z.string(),
  /** `create`, `update`, `delete`, `restore`, `import`, `undo`, `redo`, `bulk`. */
  kind: z.string(),
  title: z.string(),
  why: z.string().nullable(),
  batch: z.string().nullable(),
  state: z.enum(['done', 'undone', 'gone']),
  changeCount: z.number().int(),
  changes: z.array(
    z.strictObject({
      table: z.string(),
      id: z.string(),
      /** Title or name of the record, for people. */
      record: z.string(),
      field: z.string(),
      old: z.unknown(),
      new: z.unknown(),
    }),
  ),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const problemSchema = z.strictObject({
  code: z.string(),
  table: z.string().nullable(),
  id: z.string().nullable(),
  message: z.string(),
});

const none = z.strictObject({});

export const caseCalls = {
  /** The open case. Throws `case/none-open`. */
  'case/state': engineCall(none, caseStateSchema),
  /** Changes title, description or TLP of the case itself. */
  'case/describe': engineCall(
    z.strictObject({
      title: z.string().min(1).max(500).optional(),
      description: z.string().max(200_000).optional(),
      tlp: z.enum(tlpLabels).optional(),
    }),
    caseStateSchema,
  ),
  'case/check': engineCall(
    none,
    z.strictObject({ ok: z.boolean(), problems: z.array(problemSchema) }),
  ),
  /**
   * Builds the search and map indexes, tolls and sort keys of the case anew from its records. Throws
   * `case/read-only`, `case/busy`, `call/cancelled`.
   */
  'case/reindex': engineCall(
    none,
    z.strictObject({
      incidents: z.number().int(),
      /** Other records that can be found by their words. */
      documents: z.number().int(),
    }),
  ),
  'undo/state': engineCall(none, undoStateSchema),
  'undo/undo': engineCall(none, z.strictObject({ kind: z.string(), title: z.string() })),
  'undo/redo': engineCall(none, z.strictObject({ kind: z.string(), title: z.string() })),
  /** Takes back one import batch; fields edited since are kept and counted in `kept`. */
  'undo/batch': engineCall(
    z.strictObject({ batch: idSchema }),
    z.strictObject({ undone: z.number().int(), kept: z.number().int() }),
  ),
  /** Newest first; of one record and what hangs on it, or of the whole case. */
  'history/list': engineCall(
    z.strictObject({
      recordId: idSchema.optional(),
      beforeSeq: z.number().int().optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    z.strictObject({ entries: z.array(historyEntrySchema), hasMore: z.boolean() }),
  ),
} as const;
