// The lines of the table as text for a spreadsheet: one line each, tabs between cells. Pure.
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import { formulaSafe } from '../../../shared/lib/formula-safe.ts';
import { labels } from '../../../shared/text/index.ts';
import {
  actorLines,
  type CellLanguage,
  dateText,
  placeParts,
  rangeText,
  typeText,
} from './cell-words.ts';
import type { Column, ColumnId } from './columns.ts';

type Columns = readonly Pick<Column, 'id'>[];

/** The line of the headings; ends with a line end. */
export function tsvHeader(
  columns: Columns,
  headings: { readonly [C in ColumnId]: string },
): string {
  return lineOf(columns.map(({ id }) => headings[id]));
}

/** The line of one incident, as the columns are shown; ends with a line end. */
export function tsvLine(row: IncidentRow, columns: Columns, language: CellLanguage): string {
  return lineOf(columns.map(({ id }) => cellText(id, row, language)));
}

const lineOf = (cells: readonly string[]) => `${cells.map(tsvCell).join('\t')}\n`;

/** One cell: what would end it becomes a space, what a spreadsheet would run as a formula is text. */
export function tsvCell(text: string): string {
  return formulaSafe(text.replace(/[\t\r\n\u2028\u2029]+/gu, ' ').trim());
}

function cellText(id: ColumnId, row: IncidentRow, language: CellLanguage): string {
  const l = labels(language.lang);
  switch (id) {
    case 'date':
      return dateText(row, language.lang)?.text ?? '';
    case 'title':
      return row.title;
    case 'place': {
      const { name, area } = placeParts(row);
      return [name, area].filter((part) => part !== undefined).join(', ');
    }
    case 'type':
      return typeText(row, language.lang) ?? '';
    case 'actors':
      return actorLines(row.actors, language).replaceAll('\n', '; ');
    case 'killed':
    case 'injured': {
      const range = rangeText(row[id], language);
      return range.kind === 'none' ? '' : range.text;
    }
    case 'grade':
      return row.killed?.bestGrade ?? row.injured?.bestGrade ?? '';
    case 'status':
      return l.statuses[row.status];
    case 'review':
      return l.reviews[row.review];
    case 'notes':
      return String(row.noteCount);
    case 'tlp':
      return row.tlp;
    case 'updated':
      return row.updatedAt;
  }
}
