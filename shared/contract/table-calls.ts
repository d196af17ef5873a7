/** Tables of data sets (CSV and the like): what a file is, what an import would do, and doing it. */
import { z } from 'zod';
import { actorIncidentRoles, attributions } from '../domain/vocabulary.ts';
import {
  rowIssueCodes,
  tableEncodings,
  tableMappingSchema,
  tablePresets,
  tableReadingSchema,
  tableSeparators,
} from '../import/table-fields.ts';
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
  /** How often each thing is said of a row, most often first. */
  reasons: z.array(
    z.strictObject({
      code: z.enum(rowIssueCodes),
      isFailure: z.boolean(),
      count: z.number().int(),
    }),
  ),
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
      actors: z.array(
        z.strictObject({
          name: z.string(),
          role: z.enum(actorIncidentRoles),
          attribution: z.enum(attributions).nullable(),
        }),
      ),
      /** Null for "none or not stated" and for a file without figures; `high` null is open. */
      killed: z
        .strictObject({ low: z.number().int(), high: z.number().int().nullable() })
        .nullable(),
      sources: z.array(z.string()),
    })
    .nullable(),
  issues: z.array(tableRowIssueSchema),
});
export type TableSample = z.infer<typeof tableSampleSchema>;

/** Files that are no tables. */
export const structuredFormats = ['geojson', 'kml', 'stix', 'misp'] as const;
export type StructuredFormat = (typeof structuredFormats)[number];
export const fileFormats = ['table', ...structuredFormats] as const;

/** A kind of object in a file: a geometry, a type of STIX, an object or attribute of MISP. */
const fileKindSchema = z.strictObject({
  kind: z.string(),
  count: z.number().int(),
  leftOut: z.number().int(),
});
export type FileKind = z.infer<typeof fileKindSchema>;

/** What stands in a file that is no table, over the whole of it. */
export const fileContentsSchema = z.strictObject({
  kinds: z.array(fileKindSchema),
  /** Objects that carry a whole incident of Cairn; the meanings of columns do not touch them. */
  ours: z.number().int(),
  /** NetworkLinks of a KML file: nothing of them is fetched. */
  links: z.number().int(),
  /** What would come in, by table. */
  byTable: z.record(z.string(), z.number().int()),
});
export type FileContents = z.infer<typeof fileContentsSchema>;

export const tablePreviewSchema = z.strictObject({
  format: z.enum(fileFormats),
  /** Null for a table. */
  contents: fileContentsSchema.nullable(),
  fileName: z.string(),
  bytes: z.number().int(),
  /** Null for a workbook. */
  encoding: z.enum(tableEncodings).nullable(),
  separator: z.enum(tableSeparators).nullable(),
  /** Of a workbook; none for text. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  hasHeader: z.boolean(),
  /** What the file was recognised as; the mapping may say another. */
  preset: z.enum(tablePresets),
  /** Names of the columns as they stand in the file. */
  columns: z.array(z.string()),
  /** How many of them the data set has, and those that told which one it is. */
  knownColumns: z.number().int(),
  signs: z.array(z.string()),
  /** What a list of one's own is called. */
  listName: z.string(),
  mapping: tableMappingSchema,
  /** The first 50 rows. */
  rows: z.array(tableSampleSchema),
});
export type TablePreview = z.infer<typeof tablePreviewSchema>;

const read = { token: idSchema, reading: tableReadingSchema.optional() };
const mapped = z.strictObject({ ...read, mapping: tableMappingSchema });

/**
 * All of these run in a thread of their own, one at a time; a running import keeps other writes out
 * (`case/busy`). Check and import are jobs: `call/cancelled` after `job/cancel`; nothing was changed then.
 */
export const tableCalls = {
  /** What a file is; without a mapping as it is recognised. Throws `file/unreadable`. */
  'table/preview': engineCall(
    z.strictObject({ ...read, mapping: tableMappingSchema.optional() }),
    tablePreviewSchema,
  ),
  /** What an import would do, over the whole file. Writes nothing. */
  'table/check': engineCall(mapped, tableImportResultSchema),
  /**
   * Writes all rows that an import leaves out to a chosen file, with the reasons in the reader's
   * language. A job. Throws `file/unreadable` when the table changed or is gone, `disk/*`.
   */
  'table/save-failed': engineCall(
    z.strictObject({ ...mapped.shape, to: idSchema, lang: z.enum(['en', 'fr']) }),
    z.strictObject({ fileName: z.string(), bytes: z.number().int(), rows: z.number().int() }),
  ),
  /** One transaction, one batch, one undo. */
  'table/import': engineCall(mapped, tableImportResultSchema),
} as const;
