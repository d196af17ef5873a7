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

/** Header and lines, as the columns are shown; ends with a line end. */
export function tsvOf(
  rows: readonly IncidentRow[],
  columns: readonly Pick<Column, 'id'>[],
  headings: { readonly [C in ColumnId]: string },
  language: CellLanguage,
): string {
  const lines = [
    columns.map(({ id }) => tsvCell(headings[id])),
    ...rows.map((row) => columns.map(({ id }) => tsvCell(cellText(id, row, language)))),
  ];
  return lines.map((cells) => `${cells.join('\t')}\n`).join('');
}

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
