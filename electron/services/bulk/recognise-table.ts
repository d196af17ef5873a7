/** What a table file is: its encoding, columns, layout and first rows, before anything is read in whole. */
import { provenOrder } from '../../../shared/import/import-dates.ts';
import {
  isAggregate,
  type RecognisedLayout,
  recogniseLayout,
} from '../../../shared/import/recognise-layout.ts';
import type { TableMapping, TableReading } from '../../../shared/import/table-fields.ts';
import { readRows, tableFacts } from '../../files/tabular/open-table.ts';
import { noTable, type TableFacts } from '../../files/tabular/table-file.ts';
import { withTable } from '../../files/tabular/unpack-table.ts';

/** Rows whose dates are looked at to tell day first from month first. */
const dateRows = 20_000;

export interface RecognisedTable extends RecognisedLayout {
  readonly facts: TableFacts;
}

/** Throws `file/unreadable`. */
export function recogniseTable(path: string, reading: TableReading = {}): RecognisedTable {
  const facts = tableFacts(path, reading);
  const recognised = recogniseLayout(facts.columns);
  if (recognised.preset === 'table' && isAggregate(facts.columns)) {
    throw noTable(path, 'aggregates');
  }
  const order = orderOf(path, facts, recognised.mapping);
  return { ...recognised, facts, mapping: { ...recognised.mapping, dateOrder: order } };
}

/** As `recogniseTable`, of a table that may lie in a zip; `work` gets the path that it can be read from. */
export function withRecognised<T>(
  path: string,
  reading: TableReading,
  work: (found: RecognisedTable, path: string) => T | Promise<T>,
): Promise<T> {
  return withTable(path, (unpacked) => work(recogniseTable(unpacked, reading), unpacked));
}

/** The order of day and month that the file's own dates prove. */
function orderOf(path: string, facts: TableFacts, { columns }: TableMapping) {
  const at = columns.indexOf('date');
  const dates: string[] = [];
  if (at >= 0) {
    readRows(path, facts, (rows) => {
      for (const { cells } of rows) dates.push(cells[at] ?? '');
      return dates.length < dateRows;
    });
  }
  return provenOrder(dates);
}
