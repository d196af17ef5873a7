/** Calls of the source reader: correcting a text, its earlier versions, and mentions across sources. */
import { z } from 'zod';
import * as v from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';
import { passageRecord } from './whole-records.ts';

const count = z.number().int();

/** What became of the passages of a corrected text, see `shared/domain/passage-anchor.ts`. */
export const passageFatesSchema = z.strictObject({
  kept: count,
  moved: count,
  changed: count,
  lost: count,
});
export type PassageFates = z.infer<typeof passageFatesSchema>;

/** One state a source's text was in. */
export const textVersionSchema = z.strictObject({
  /** Number of the action that brought it. */
  seq: count,
  version: count,
  at: z.string(),
  author: z.string(),
  /** Kind of that action: `create`, `update`, `import`, `undo`, `redo`. */
  kind: z.string(),
  why: z.string().nullable(),
  /** UTF-16 units. */
  length: count,
  isCurrent: z.boolean(),
});
export type TextVersion = z.infer<typeof textVersionSchema>;

/** How a passage has to do with the record whose mentions are listed. */
export const mentionRoles = ['mention', 'claimant', 'via', 'denies', 'link'] as const;

/** A passage in its sentence. */
export const mentionSchema = z.strictObject({
  passage: passageRecord,
  role: z.enum(mentionRoles),
  source: z.strictObject({
    id: idSchema,
    title: z.string(),
    publisher: z.string().nullable(),
    kind: z.enum(v.sourceKinds),
    published: z.string().nullable(),
    language: z.string().nullable(),
  }),
  /** What stands before and after the words in their sentence; empty for a lost passage. */
  before: z.string(),
  after: z.string(),
});
export type Mention = z.infer<typeof mentionSchema>;

export const readerCalls = {
  /**
   * Replaces a stored text by a corrected one: version n+1, every passage moved with its words in the
   * same transaction, one undo. Throws `record/changed` for another `rev`, `record/not-found`.
   */
  'source/correct-text': engineCall(
    z.strictObject({
      id: idSchema,
      text: z.string().min(1).max(5_000_000),
      rev: z.string(),
      why: z.string().max(1000).optional(),
    }),
    z.strictObject({ version: count, passages: passageFatesSchema, revision: count }),
  ),
  /** The states of a text, newest first. Throws `record/not-found`. */
  'source/versions': engineCall(z.strictObject({ id: idSchema }), z.array(textVersionSchema)),
  /** The text as an action left it. Throws `record/not-found`. */
  'source/version-text': engineCall(
    z.strictObject({ id: idSchema, seq: count }),
    z.strictObject({ text: z.string() }),
  ),
  /** Passages that lead to a record, newest source first, each in its sentence. */
  'mention/list': engineCall(
    z.strictObject({ table: z.enum(['actor', 'incident', 'place']), id: idSchema }),
    z.array(mentionSchema),
  ),
} as const;
