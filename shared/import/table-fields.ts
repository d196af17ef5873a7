/** What a column of a table can mean for an import, and the mapping of a file's columns to meanings. */
import { z } from 'zod';

/** Meanings of columns. `keep` stores the cell beside the incident, `skip` leaves it out. */
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
  'keep',
  'skip',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];
/** Those that at most one column may have. */
export const singleMeanings: readonly ColumnMeaning[] = columnMeanings.filter(
  (meaning) => meaning !== 'keep' && meaning !== 'skip',
);

/** How dates of numbers alone, as 02/01/1997, are read; `none` refuses those that go both ways. */
export const dateOrders = ['none', 'day-first', 'month-first'] as const;
export type DateOrder = (typeof dateOrders)[number];

export const tableMappingSchema = z
  .strictObject({
    /** One for each column of the file, in its order. */
    columns: z.array(z.enum(columnMeanings)).min(1).max(2000),
    dateOrder: z.enum(dateOrders),
  })
  .superRefine(({ columns }, context) => {
    for (const meaning of singleMeanings) {
      if (columns.filter((each) => each === meaning).length > 1) {
        context.addIssue({ code: 'custom', path: ['columns'], message: `${meaning} twice` });
      }
    }
  });
export type TableMapping = z.infer<typeof tableMappingSchema>;

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
] as const;
export type RowIssueCode = (typeof rowIssueCodes)[number];

export interface RowIssue {
  readonly code: RowIssueCode;
  /** Position of the column, from 0; null for the whole row. */
  readonly column: number | null;
}
