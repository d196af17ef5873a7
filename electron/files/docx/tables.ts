/** Tables of a report in Word: heads that come again on every page, rows that are not torn. */
import {
  AlignmentType,
  BorderStyle,
  type ITableCellBorders,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { ReportBlock } from '../../../shared/report/document.ts';
import { inks, markedRuns, paragraph, plainParagraph, sizes } from './text.ts';

type BlockOf<T extends ReportBlock['type']> = Extract<ReportBlock, { type: T }>;

/** Twips between the margins of the paper, as wide as text goes. */
export interface Room {
  readonly width: number;
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hair = { style: BorderStyle.SINGLE, size: 4, color: inks.hair } as const;
const rule = { style: BorderStyle.SINGLE, size: 8, color: inks.strong } as const;
const open: ITableCellBorders = { top: none, left: none, right: none, bottom: hair };

/** Twips between columns. */
const usualGap = 100;

function cell(
  children: readonly Paragraph[],
  width: number,
  borders: ITableCellBorders = open,
  gap = usualGap,
): TableCell {
  return new TableCell({
    children,
    borders,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 0, right: gap },
  });
}

function table(rows: readonly TableRow[], columnWidths: readonly number[]): Table {
  return new Table({
    rows,
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    borders: {
      ...{ top: none, bottom: none, left: none, right: none },
      ...{ insideHorizontal: none, insideVertical: none },
    },
  });
}

const tight = { spacing: { after: 0 } } as const;
const aligned = (align: 'start' | 'end') =>
  align === 'end' ? { ...tight, alignment: AlignmentType.END } : tight;

/** Share of a table below which the head of a column breaks within its word where a wider font stands in. */
const narrowest = 9;

export function dataTable(block: BlockOf<'table'>, { width }: Room): Table {
  const shares = block.columns.map((column) => Math.max(narrowest, column.width ?? 10));
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((width * share) / whole));
  // the last column ends with its line
  const gaps = block.columns.map((_, at) => (at === block.columns.length - 1 ? 0 : usualGap));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: block.columns.map(({ label, align }, at) =>
      cell(
        [
          plainParagraph(
            label,
            { bold: true, size: sizes.small },
            { ...aligned(align), keepNext: true },
          ),
        ],
        widths[at] ?? 0,
        { ...open, bottom: rule },
        gaps[at],
      ),
    ),
  });
  const rows = block.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.map((each, at) =>
          cell(
            [
              paragraph(markedRuns(each, { size: sizes.small }), each.text, aligned(each.align)),
              ...(each.sub === undefined || each.sub === ''
                ? []
                : [
                    plainParagraph(
                      each.sub,
                      { size: sizes.quiet, color: inks.soft },
                      aligned(each.align),
                    ),
                  ]),
            ],
            widths[at] ?? 0,
            open,
            gaps[at],
          ),
        ),
      }),
  );
  return table([head, ...rows], widths);
}

/** Words and what they stand for; the words are the head of their row. */
export function factsTable({ rows }: BlockOf<'facts'>, { width }: Room): Table {
  const widths = [Math.floor(width * 0.16), Math.floor(width * 0.84)];
  return table(
    rows.map(
      ({ label, runs }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell([plainParagraph(label, { bold: true, color: inks.soft }, tight)], widths[0] ?? 0, {
              ...open,
              top: hair,
            }),
            cell(
              [
                paragraph(
                  runs.flatMap((run) => markedRuns(run)),
                  runs.map(({ text }) => text).join(''),
                  tight,
                ),
              ],
              widths[1] ?? 0,
              { ...open, top: hair },
            ),
          ],
        }),
    ),
    widths,
  );
}

const boxRules = {
  claimed: BorderStyle.DASHED,
  confirmed: BorderStyle.SINGLE,
  unknown: BorderStyle.DOTTED,
} as const;

/** The three boxes side by side, told apart by the rule above them. */
export function boxesTable({ boxes }: BlockOf<'boxes'>, { width }: Room): Table {
  const widths = [0.4, 0.3, 0.3].map((part) => Math.floor(width * part));
  const lines = Math.max(0, ...boxes.map((box) => box.lines.length));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: boxes.map(({ kind, title }, at) =>
      cell([plainParagraph(title, { bold: true }, { ...tight, keepNext: true })], widths[at] ?? 0, {
        ...open,
        top: { style: boxRules[kind], size: 18, color: inks.strong },
      }),
    ),
  });
  const rows = Array.from(
    { length: lines },
    (_, line) =>
      new TableRow({
        cantSplit: true,
        children: boxes.map((box, at) => {
          const said = box.lines[line];
          const borders = said === undefined ? { ...open, bottom: none } : open;
          return cell(
            [
              said === undefined
                ? plainParagraph('', {}, tight)
                : paragraph(markedRuns(said, { size: sizes.small }), said.text, tight),
            ],
            widths[at] ?? 0,
            borders,
          );
        }),
      }),
  );
  return table([head, ...rows], widths);
}
