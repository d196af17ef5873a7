/** What a table file is: its encoding, columns, layout and first rows, before anything is read in whole. */

import { type RecognisedLayout, recogniseLayout } from '../../../shared/import/acled-layout.ts';
import { provenOrder } from '../../../shared/import/import-dates.ts';
import { readRows, type TableFacts, tableFacts } from '../../files/tabular/table-file.ts';

/** Rows whose dates are looked at to tell day first from month first. */
const dateRows = 20_000;

export interface RecognisedTable extends RecognisedLayout {
  readonly facts: TableFacts;
}

/** Throws `file/unreadable`. */
export function recogniseTable(path: string): RecognisedTable {
  const facts = tableFacts(path);
  const recognised = recogniseLayout(facts.columns);
  const at = recognised.mapping.columns.indexOf('date');
  const dates: string[] = [];
  if (at >= 0) {
    readRows(path, facts, (rows) => {
      for (const { cells } of rows) dates.push(cells[at] ?? '');
      return dates.length < dateRows;
    });
  }
  const mapping = { ...recognised.mapping, dateOrder: provenOrder(dates) };
  return { ...recognised, facts, mapping };
}
