/**
 * One line per incident for a spreadsheet: texts that it would run as formulas are marked. The last column
 * holds the whole incident, so that the table comes back as it went (decision 0117).
 */
import { carriedOf } from '../../../shared/export/carried.ts';
import { type FlatValue, flatColumns, wholeColumn } from '../../../shared/export/flat-row.ts';
import type { TextWriter } from '../../../shared/export/model.ts';
import { escapeText } from '../../../shared/lib/marked-cell.ts';
import { csvText } from '../csv-table.ts';

/** Numbers stay numbers: longitudes can be negative. */
function cellText(cell: FlatValue): string {
  if (cell === null || cell === '') return '';
  return typeof cell === 'string' ? escapeText(cell) : String(cell);
}

/** `withMark`: begin with a byte order mark, by which Excel knows UTF-8. */
export function csvWriter(withMark: boolean): TextWriter {
  return {
    begin: () =>
      (withMark ? '\ufeff' : '') + csvText([[...flatColumns.map(({ name }) => name), wholeColumn]]),
    page: ({ incidents }) =>
      csvText(
        incidents.map((whole) => [
          ...flatColumns.map(({ of }) => cellText(of(whole))),
          JSON.stringify(carriedOf(whole)),
        ]),
      ),
    end: () => '',
  };
}
