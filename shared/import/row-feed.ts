/**
 * Where rows come from: a table of text, a workbook, a GeoJSON file, a bundle. The pipeline
 * (`electron/services/bulk/import-rows.ts`) takes any feed; it reads nothing itself (decision 0104).
 */
import type { DataSet } from './data-sets.ts';
import type { ReadBeside, ReadResult } from './imported.ts';

/** One row as it was fed: what it says, and where in the file it stands. */
export interface FedRow {
  /** Line of the file from 1, or the number of the object in it. */
  readonly line: number;
  readonly read: ReadResult;
  /** Tells whether the row is the one taken in before: hex, over all that the row says. */
  readonly digest: string;
  /** What stands in each column of the feed, for what is said of a cell. */
  readonly cells: readonly string[];
}

export interface RowFeed {
  readonly fileName: string;
  readonly bytes: number;
  /** Whose rows they are: keys, source, terms. */
  readonly dataSet: DataSet;
  /** Names of the columns that `RowIssue.column` counts. */
  readonly columns: readonly string[];
  /** What the file says of actors alone; taken in after the rows. */
  readonly beside?: ReadBeside;
  /**
   * Gives all rows in order, some thousand at a time, with the bytes read so far; `take` answers false to
   * stop. Answers the SHA-256 (hex) of the file when it was read to its end. May be called again. Throws
   * `file/unreadable`.
   */
  readonly each: (take: (rows: readonly FedRow[], bytes: number) => boolean) => string | undefined;
}

/** Reads the cells of one layout of tables. `isCut`: the file ended inside the row. */
export interface DataSetReader {
  read(cells: readonly string[], isCut?: boolean): ReadResult;
}
