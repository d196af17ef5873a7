/** Blocks of a report as paragraphs, tables and pictures of Word. */
import { BorderStyle, HeadingLevel, ImageRun, Paragraph, type Table } from 'docx';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { ReportBlock, ReportDocument } from '../../../shared/report/document.ts';
import type { FigurePicture } from '../../../shared/report/drawn-figures.ts';
import { type FigureBlock, figureAlt } from '../../../shared/report/figure-alt.ts';
import { markdownParagraphs } from './markdown.ts';
import { boxesTable, dataTable, factsTable, type Room } from './tables.ts';
import { inks, markedRuns, paragraph, plainParagraph, runsOf, sizes } from './text.ts';

type BlockOf<T extends ReportBlock['type']> = Extract<ReportBlock, { type: T }>;
export type Part = Paragraph | Table;
/** Pictures by position of their block. */
export type Pictures = ReadonlyMap<number, FigurePicture>;

/** Word puts two tables beside each other into one; a small empty line holds them apart. */
const gap = () => new Paragraph({ spacing: { before: 0, after: 60, line: 120 } });

export function bodyOf(document: ReportDocument, pictures: Pictures, room: Room): Part[] {
  return document.blocks.flatMap((block, at) => partsOf(block, at, document, pictures, room));
}

function partsOf(
  block: ReportBlock,
  at: number,
  { lang }: ReportDocument,
  pictures: Pictures,
  room: Room,
): Part[] {
  switch (block.type) {
    case 'heading':
      return [heading(block.text, block.level)];
    case 'paragraph': {
      const look = block.tone === 'quiet' ? { size: sizes.quiet, color: inks.soft } : {};
      const text = block.runs.map((run) => run.text).join('');
      return [
        paragraph(
          block.runs.flatMap((run) => markedRuns(run, look)),
          text,
        ),
      ];
    }
    case 'markdown':
      return [
        ...(block.caption === null
          ? []
          : [
              plainParagraph(
                block.caption,
                { bold: true, size: sizes.quiet, color: inks.soft },
                { keepNext: true },
              ),
            ]),
        ...markdownParagraphs(block.text),
      ];
    case 'facts':
      return [factsTable(block, room), gap()];
    case 'boxes':
      return [boxesTable(block, room), gap()];
    case 'table':
      return [dataTable(block, room), ...note(block.note)];
    case 'bullets':
      return block.items.map((item) =>
        paragraph(markedRuns(item), item.text, { numbering: { reference: 'bullets', level: 0 } }),
      );
    case 'map':
    case 'bars':
    case 'ranges':
    case 'ranks':
    case 'network':
      return figure(block, figureAlt(block, lang), pictures.get(at), room);
    case 'sources':
      return sources(block);
    default:
      return assertNever(block, 'block');
  }
}

function heading(text: string, level: 2 | 3): Paragraph {
  const of = level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
  return plainParagraph(
    text,
    {},
    { heading: of, keepNext: true, spacing: { before: 220, after: 80 } },
  );
}

function note(text: string | null): Part[] {
  return text === null
    ? [gap()]
    : [
        plainParagraph(
          text,
          { size: sizes.quiet, color: inks.soft },
          { spacing: { before: 60, after: 120 } },
        ),
      ];
}

/** Pixels of Word: 96 to the inch, 1440 twips. */
const pixels = (twips: number) => twips / 15;

/** The picture with its words; without a picture the words tell its numbers. */
function figure(
  block: FigureBlock,
  alt: string,
  picture: FigurePicture | undefined,
  room: Room,
): Part[] {
  const marks = 'marks' in block ? block.marks : [];
  const caption = (text: string): Part[] => [
    new Paragraph({
      spacing: { before: 60, after: 120 },
      children: markedRuns({ text, marks }, { size: sizes.quiet, color: inks.soft }),
    }),
  ];
  if (picture === undefined) return caption(alt);
  // as large as it was drawn: the map of a brief is small
  const width = Math.min(pixels(room.width), (picture.width * 96) / 25.4);
  return [
    new Paragraph({
      keepNext: true,
      spacing: { after: 40 },
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(picture.png, 'base64'),
          transformation: {
            width: Math.round(width),
            height: Math.round((width * picture.height) / picture.width),
          },
          altText: { name: block.type, title: block.caption, description: alt },
        }),
      ],
    }),
    ...caption(
      'note' in block && block.note !== null ? `${block.caption} ${block.note}` : block.caption,
    ),
  ];
}

/** A passage in the source's own words, under it. */
function quote(words: string): Paragraph {
  return plainParagraph(
    words,
    { size: sizes.quiet },
    {
      indent: { start: 620 },
      spacing: { after: 50 },
      border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'CFCAC0', space: 6 } },
    },
  );
}

function sources({ title, items }: BlockOf<'sources'>): Part[] {
  return [
    heading(title, 2),
    ...items.flatMap((item) => {
      const words = [item.title, item.text, item.url].filter((part) => part !== null);
      const line = new Paragraph({
        spacing: { after: 50 },
        indent: { start: 520, hanging: 520 },
        tabStops: [{ type: 'left', position: 520 }],
        border: { bottom: { style: BorderStyle.NONE, size: 0, color: 'auto', space: 0 } },
        children: [
          ...runsOf(`[${item.number}]\t`, { size: sizes.small }),
          ...runsOf(words.join(' '), { size: sizes.small }),
          ...runsOf(`  ${item.grade}`, { size: sizes.small, bold: true }),
        ],
      });
      return [line, ...item.quotes.map(quote)];
    }),
  ];
}
