/** Tables of data sets (CSV and the like): what a file is, what an import would do, and doing it. */
import { z } from 'zod';
import { rowIssueCodes, tableMappingSchema } from '../import/table-fields.ts';
import { idSchema } from '../lib/ids.ts';
import { engineCall } from './call.ts';

/** What is said of a row. A failure keeps the row out; anything else is a warning. */
export const tableRowIssueSchema = z.strictObject({
  /** Line of the file on which the row begins, from 1. */
  line: z.number().int(),
  code: z.enum(rowIssueCodes),
  /** Name of the column; null for the whole row. */
  column: z.string().nullable(),
  /** What stands there, cut at 200 letters. */
  value: z.string().nullable(),
  isFailure: z.boolean(),
});
export type TableRowIssue = z.infer<typeof tableRowIssueSchema>;

export const tableImportResultSchema = z.strictObject({
  /** Null for a dry run, and for an import that brought nothing new. */
  batch: idSchema.nullable(),
  rows: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** Taken in but for fields that the analyst had changed too. */
  conflicting: z.number().int(),
  /** Older than what stands, in the bin here, or twice in the file. */
  skipped: z.number().int(),
  failed: z.number().int(),
  warnings: z.number().int(),
  /** The first 500 failures and warnings. */
  issues: z.array(tableRowIssueSchema),
  /** Records made anew, by table. */
  byTable: z.record(z.string(), z.number().int()),
});
export type TableImportResult = z.infer<typeof tableImportResultSchema>;

/** One of the first rows as the incident it would become. */
export const tableSampleSchema = z.strictObject({
  line: z.number().int(),
  /** Null when the row is left out. */
  incident: z
    .strictObject({
      title: z.string(),
      date: z.string().nullable(),
      place: z.string().nullable(),
      country: z.string().nullable(),
      actors: z.array(z.string()),
      /** Null for "none or not stated" and for a file without figures. */
      killed: z.number().int().nullable(),
      sources: z.array(z.string()),
    })
    .nullable(),
  issues: z.array(tableRowIssueSchema),
});
export type TableSample = z.infer<typeof tableSampleSchema>;

export const tablePreviewSchema = z.strictObject({
  fileName: z.string(),
  bytes: z.number().int(),
  encoding: z.string(),
  separator: z.string(),
  layout: z.enum(['acled', 'unknown']),
  /** Names of the columns as they stand in the file. */
  columns: z.array(z.string()),
  /** How many of them ACLED has. */
  knownColumns: z.number().int(),
  mapping: tableMappingSchema,
  /** The first 50 rows. */
  rows: z.array(tableSampleSchema),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

const token = z.strictObject({ token: idSchema });
const mapped = z.strictObject({ token: idSchema, mapping: tableMappingSchema });

/**
 * All of these run in a thread of their own, one at a time; a running import keeps other writes out
 * (`case/busy`). `call/cancelled` after `table/cancel`.
 */
export const tableCalls = {
  /** What a file is; without a mapping as it is recognised. Throws `file/unreadable`. */
  'table/preview': engineCall(
    z.strictObject({ ...token.shape, mapping: tableMappingSchema.optional() }),
    tablePreviewSchema,
  ),
  /** What an import would do, over the whole file. Writes nothing. */
  'table/check': engineCall(mapped, tableImportResultSchema),
  /** One transaction, one batch, one undo. */
  'table/import': engineCall(mapped, tableImportResultSchema),
  /** Ends what is running; nothing was changed then. */
  'table/cancel': engineCall(z.strictObject({}), z.strictObject({})),
} as const;
