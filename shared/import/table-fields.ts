/** What a column of a table can mean for an import, and the mapping of a file's columns to meanings. */
import { z } from 'zod';

/** Whose layout a table has: `cairn` is a table of Cairn's own, `table` none that is known, read by the meanings of its columns alone. */
export const tablePresets = ['acled', 'ucdp', 'gtd', 'cairn', 'table'] as const;
export type TablePreset = (typeof tablePresets)[number];

/**
 * Meanings of columns. `whole` holds an incident as Cairn wrote it, `layout` is read as the data set defines it, `keep` stores the cell beside the
 * incident, `skip` leaves it out.
 */
export const columnMeanings = [
  'key',
  'date',
  'year',
  'time-precision',
  'event-type',
  'sub-event-type',
  'actor1',
  'assoc-actor-1',
  'inter1',
  'actor2',
  'assoc-actor-2',
  'inter2',
  'country',
  'admin1',
  'admin2',
  'location',
  'latitude',
  'longitude',
  'geo-precision',
  'source',
  'notes',
  'fatalities',
  'tags',
  'timestamp',
  'title',
  'date-end',
  'month',
  'day',
  'time',
  'target-type',
  'status',
  'actor',
  'perpetrator',
  'target',
  'victim',
  'claimant',
  'killed-low',
  'killed-high',
  'injured',
  'captured',
  'missing',
  'displaced',
  'source-url',
  'source-publisher',
  'source-date',
  'note',
  'whole',
  'layout',
  'keep',
  'skip',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];
/** Those that several columns may have. */
const sharedMeanings: readonly ColumnMeaning[] = [
  ...(['layout', 'keep', 'skip', 'tags', 'note', 'target-type'] as const),
  ...(['actor', 'perpetrator', 'target', 'victim', 'claimant'] as const),
];
/** Those that at most one column may have. */
export const singleMeanings: readonly ColumnMeaning[] = columnMeanings.filter(
  (meaning) => !sharedMeanings.includes(meaning),
);

const beside: readonly ColumnMeaning[] = ['keep', 'skip'];
const acledOnly: readonly ColumnMeaning[] = [
  ...(['time-precision', 'actor1', 'assoc-actor-1', 'inter1'] as const),
  ...(['actor2', 'assoc-actor-2', 'inter2', 'geo-precision', 'timestamp'] as const),
];
const ofLists = columnMeanings.filter(
  (meaning) => meaning !== 'layout' && meaning !== 'whole' && !acledOnly.includes(meaning),
);
const firstOfOwn = columnMeanings.indexOf('title');
/** Meanings that columns can have when a table is read as a preset says, in the order they are offered. */
export const presetMeanings: { readonly [P in TablePreset]: readonly ColumnMeaning[] } = {
  acled: [...columnMeanings.slice(0, firstOfOwn), ...beside],
  ucdp: ['layout', ...beside],
  gtd: ['layout', ...beside],
  cairn: [...ofLists.slice(0, -beside.length), 'whole', ...beside],
  table: ofLists,
};

/** How dates of numbers alone, as 02/01/1997, are read; `none` refuses those that go both ways. */
export const dateOrders = ['none', 'day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const tableMappingSchema = z
  .strictObject({
    preset: z.enum(tablePresets),
    /** One for each column of the file, in its order. */
    columns: z.array(z.enum(columnMeanings)).min(1).max(2000),
    dateOrder: z.enum(dateOrders),
    /** What a list of one's own is called; its source and its keys are named by it. */
    listName: z.string().min(1).max(100).optional(),
  })
  .superRefine(({ columns }, context) => {
    for (const meaning of singleMeanings) {
      if (columns.filter((each) => each === meaning).length > 1) {
        context.addIssue({ code: 'custom', path: ['columns'], message: `${meaning} twice` });
      }
    }
  });
export type TableMapping = z.infer<typeof tableMappingSchema>;

export const tableEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TableEncoding = (typeof tableEncodings)[number];
export const tableSeparators = [',', ';', '\t', '|'] as const;
export type TableSeparator = (typeof tableSeparators)[number];

/** How a file is to be read where the analyst knows better than what is recognised. */
export const tableReadingSchema = z.strictObject({
  encoding: z.enum(tableEncodings).optional(),
  separator: z.enum(tableSeparators).optional(),
  /** Name of a sheet of the workbook. */
  sheet: z.string().max(300).optional(),
  /** Whether the first row holds the names of the columns. */
  hasHeader: z.boolean().optional(),
});
export type TableReading = z.infer<typeof tableReadingSchema>;

/** What is said of one cell or row; words are in the texts by code. */
export const rowIssueCodes = [
  'cell-count',
  'cut-off',
  'date-missing',
  'date-unreadable',
  'date-ambiguous',
  'year-differs',
  'precision-unknown',
  'type-unknown',
  'country-unknown',
  'coordinates-unreadable',
  'geo-precision-unknown',
  'fatalities-unreadable',
  'inter-unknown',
  'timestamp-unreadable',
  'text-cut',
  'key-twice',
  'no-incident',
  'coordinates-range',
  'already-here',
  'key-unreadable',
  'end-before-start',
  'bounds-broken',
  'parts-differ',
  'status-unknown',
  'url-unreadable',
  'point-missing',
  'relation-left',
  'part-marked',
  'marking-left',
  'language-left',
  'whole-missing',
  'not-taken',
] as const;
export type RowIssueCode = (typeof rowIssueCodes)[number];

export interface RowIssue {
  readonly code: RowIssueCode;
  /** Position of the column, from 0; null for the whole row. */
  readonly column: number | null;
}
