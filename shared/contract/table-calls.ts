/** Tables of data sets (CSV and the like): what a file is, what an import would do, and doing it. */
import { z } from 'zod';
import { rowIssueCodes } from '../import/table-fields.ts';
import { idSchema } from '../lib/ids.ts';

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
