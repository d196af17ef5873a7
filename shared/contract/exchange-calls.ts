/** Packs, attachments and reports. Files are chosen in the shell; a page only ever holds a token. */
import { z } from 'zod';
import { filterSchema, sortSchema } from '../domain/filter.ts';
import { licensedSets } from '../domain/licensed-data.ts';
import { targetTables } from '../domain/records.ts';
import { tlpLabels } from '../domain/vocabulary.ts';
import { idSchema } from '../lib/ids.ts';
import { reportDocumentSchema } from '../report/document.ts';
import { reportEditsSchema } from '../report/edits.ts';
import { ownStyleSchema } from '../report/house-style.ts';
import { quotesSchema } from '../report/quotes.ts';
import { batchReportViewSchema } from './batch-report.ts';
import { engineCall } from './call.ts';
import {
  conflictKindSchema,
  conflictRulesSchema,
  decisionsSchema,
  shownFieldSchema,
  sideSchema,
  writerSchema,
} from './pack-decisions.ts';
import { samePairSchema, twinsDone, twinsSchema } from './same-calls.ts';
import { signerViewSchema } from './trust-calls.ts';
import { attachmentRecord } from './whole-records.ts';

/** Stands for a path chosen in a dialog, dropped, or given on the command line. */
export const fileTokenSchema = z.strictObject({ token: idSchema });
/** No rule here: whoever writes a pack is asked for more (`renderer/features/exchange/passphrase.ts`). */
const passphraseSchema = z.string().min(1).max(1000);
const counts = z.record(z.string(), z.number().int());

export const packVerdicts = ['new', 'changed', 'unchanged', 'older', 'conflicting'] as const;

export const packSampleSchema = z.strictObject({
  table: z.string(),
  id: idSchema,
  verdict: z.enum(packVerdicts),
  title: z.string(),
  fields: z.array(shownFieldSchema),
  ourWriter: writerSchema,
  theirWriter: writerSchema,
});
export type PackSample = z.infer<typeof packSampleSchema>;

export const packPreviewSchema = z.strictObject({
  /** Handle of the checked and parsed pack, valid until another preview or import. */
  preview: idSchema,
  fileName: z.string(),
  sha256: z.string(),
  title: z.string(),
  tlp: z.enum(tlpLabels),
  exportedAt: z.string(),
  exportedBy: z.string(),
  invented: z.boolean(),
  seenBefore: z.boolean(),
  byTable: z.record(
    z.string(),
    z.strictObject({
      new: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      older: z.number().int(),
      conflicting: z.number().int(),
    }),
  ),
  /** A few records of each verdict but `unchanged`, for people; `pack/conflicts` has all in conflict. */
  samples: z.array(packSampleSchema),
  conflictKinds: z.array(conflictKindSchema),
  attachments: z.number().int(),
  warnings: z.array(z.string()),
  /** New incidents of the pack (`a`) that look like one of the case's (`b`); at most 200 pairs. */
  same: z.strictObject({
    pairs: z.array(samePairSchema),
    likely: z.number().int(),
    possible: z.number().int(),
    /** As in `same/scan`. */
    partly: z.number().int(),
  }),
  /** Incidents of the pack that are rows of data sets which the case has too. */
  twins: twinsSchema,
  signer: signerViewSchema,
  /** It came with a passphrase. */
  isSealed: z.boolean(),
});
export type PackPreview = z.infer<typeof packPreviewSchema>;

export const importResultSchema = z.strictObject({
  batch: idSchema.nullable(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  conflicting: z.number().int(),
  skipped: z.number().int(),
  failed: z.number().int(),
  ...twinsDone,
  byTable: z.record(z.string(), counts),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const batchSchema = z.strictObject({
  id: idSchema,
  at: z.string(),
  author: z.string(),
  format: z.string(),
  fileName: z.string(),
  title: z.string(),
  /** How the data set wants to be named; null where nobody asks for it. */
  attribution: z.string().nullable(),
  counts,
  isUndone: z.boolean(),
  /** `batch/report` has more. */
  hasReport: z.boolean(),
});
export type Batch = z.infer<typeof batchSchema>;

/** Records that can be picked by hand at once. */
export const mostPicked = 100_000;

/** What goes into a pack or a report: everything, the matches of a filter, or records picked by hand. */
export const selectionSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('case') }),
  z.strictObject({ what: z.literal('filter'), filter: filterSchema, sort: sortSchema }),
  z.strictObject({ what: z.literal('incidents'), ids: z.array(idSchema).min(1).max(mostPicked) }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** What each kind of report can be asked for. */
const ofEachReport = {
  lang: z.enum(['en', 'fr']),
  /** Label of the document; not lower than its highest part. Absent: that one. */
  tlp: z.enum(tlpLabels).optional(),
  withMap: z.boolean().default(true),
  /** Whether addresses of sources are printed, as text. Absent: they are. */
  withAddresses: z.boolean().optional(),
  edits: reportEditsSchema.optional(),
  quotes: quotesSchema.optional(),
  house: ownStyleSchema.optional(),
} as const;

export const reportRequestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('brief'),
    incidentId: idSchema,
    /** Notes printed; absent: all but questions. */
    noteIds: z.array(idSchema).optional(),
    ...ofEachReport,
  }),
  z.strictObject({
    kind: z.literal('list'),
    title: z.string().max(300).optional(),
    selection: selectionSchema,
    ...ofEachReport,
  }),
  /** What happened in a period, beside the four periods of the same length before it. */
  z.strictObject({
    kind: z.literal('sitrep'),
    title: z.string().max(300).optional(),
    /** Its own period is set aside for the one given here. */
    filter: filterSchema,
    /** First and last day, both included; at most ten years. */
    from: z.iso.date(),
    to: z.iso.date(),
    ...ofEachReport,
  }),
  /** Incidents in the order in which they happened, by month; those without a date at the end. */
  z.strictObject({
    kind: z.literal('chronology'),
    title: z.string().max(300).optional(),
    selection: selectionSchema,
    ...ofEachReport,
  }),
  /** The week (Monday to Sunday) that holds a day, beside the 52 before it. */
  z.strictObject({
    kind: z.literal('trend'),
    title: z.string().max(300).optional(),
    /** Its own period is set aside. */
    filter: filterSchema,
    day: z.iso.date(),
    ...ofEachReport,
  }),
  /** One actor: names, relations, what it did, suffered and claimed. */
  z.strictObject({
    kind: z.literal('profile'),
    actorId: idSchema,
    /** Notes on the actor that are printed; absent: all but questions. */
    noteIds: z.array(idSchema).optional(),
    ...ofEachReport,
  }),
]);
export type ReportRequest = z.infer<typeof reportRequestSchema>;

export const exchangeCalls = {
  /** Throws `pack/passphrase-needed`, `pack/wrong-passphrase` for a sealed one. */
  'pack/preview': engineCall(
    z.strictObject({ ...fileTokenSchema.shape, passphrase: passphraseSchema.optional() }),
    packPreviewSchema,
  ),
  /** Records in conflict from a position on. Throws `record/not-found` for a preview that is gone. */
  'pack/conflicts': engineCall(
    z.strictObject({
      preview: idSchema,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(200),
    }),
    z.strictObject({ total: z.number().int(), rows: z.array(packSampleSchema) }),
  ),
  /**
   * Conflicts are answered by record, else by kind, else by `conflicts`: `ours` keeps what the case says,
   * `theirs` takes what the pack says.
   */
  'pack/import': engineCall(
    z.strictObject({
      preview: idSchema,
      conflicts: sideSchema.default('ours'),
      rules: conflictRulesSchema.default([]),
      decisions: decisionsSchema.default({}),
      /** The person was asked about a signer that `isAsked`. */
      acceptSigner: z.boolean().default(false),
      /** Whether incidents that are `twins` by the preview become one. */
      joinTwins: z.boolean().default(true),
    }),
    importResultSchema,
  ),
  'pack/export': engineCall(
    z.strictObject({
      ...fileTokenSchema.shape,
      selection: selectionSchema,
      title: z.string().min(1).max(300),
      /** Records labelled above this are left out. */
      tlpMax: z.enum(tlpLabels),
      /** Seals the pack with age. */
      passphrase: passphraseSchema.optional(),
    }),
    z.strictObject({
      fileName: z.string(),
      bytes: z.number().int(),
      sha256: z.string(),
      records: counts,
      leftOut: counts,
      /** Records in whose text the name of one that was left out is blacked out. */
      blackedOut: z.number().int(),
      /**
       * Attachments that went out though their text names what was left out, and how many nobody could look
       * into (pictures, PDF); absent when nothing was left out.
       */
      attachmentsNaming: z.array(z.string()).optional(),
      attachmentsUnread: z.number().int().optional(),
    }),
  ),
  /** Incidents that an export would give on, by data set with terms of its own. */
  'export/licences': engineCall(
    z.strictObject({ selection: selectionSchema, tlpMax: z.enum(tlpLabels) }),
    z.partialRecord(z.enum(licensedSets), z.number().int()),
  ),
  /** Throws `record/not-found` where none was kept. */
  'batch/report': engineCall(z.strictObject({ id: idSchema }), batchReportViewSchema),
  /** The same as a file to keep or print: HTML, or plain text where its name ends in `.txt`. */
  'batch/save-report': engineCall(
    z.strictObject({ ...fileTokenSchema.shape, id: idSchema, lang: z.enum(['en', 'fr']) }),
    z.strictObject({ fileName: z.string(), bytes: z.number().int(), sha256: z.string() }),
  ),
  'batch/list': engineCall(z.strictObject({}), z.array(batchSchema)),
  /** Stores a chosen file inside the case, with its SHA-256, tied to a record. Up to 200 MB. */
  'attachment/add': engineCall(
    z.strictObject({
      ...fileTokenSchema.shape,
      targetTable: z.enum(targetTables),
      targetId: idSchema,
      originWords: z.string().max(500).nullable().default(null),
    }),
    attachmentRecord,
  ),
  'attachment/remove': engineCall(
    z.strictObject({ id: idSchema }),
    z.strictObject({ revision: z.number().int() }),
  ),
  /** Writes a stored file to a chosen place, its hash checked on the way. */
  'attachment/save-as': engineCall(
    z.strictObject({ ...fileTokenSchema.shape, id: idSchema }),
    z.strictObject({ fileName: z.string(), bytes: z.number().int() }),
  ),
  /** The report as data: the same for screen, PDF and tests. */
  'report/build': engineCall(reportRequestSchema, reportDocumentSchema),
  'case/save-copy': engineCall(
    fileTokenSchema,
    z.strictObject({ fileName: z.string(), bytes: z.number().int(), sha256: z.string() }),
  ),
} as const;
