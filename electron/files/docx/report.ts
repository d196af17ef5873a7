/**
 * A report as a Word document (ECMA-376), for editors: what the PDF says, in headings, tables and pictures
 * that can be worked on. The TLP label stands in header and footer of every page, 12 pt, to the right.
 */
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { tlpColours, tlpText } from '../../../shared/domain/tlp.ts';
import type { ReportDocument } from '../../../shared/report/document.ts';
import type { FigurePicture } from '../../../shared/report/drawn-figures.ts';
import { productLine } from '../../../shared/report/frame.ts';
import { reportText } from '../../../shared/report/report-text.ts';
import { labels } from '../../../shared/text/index.ts';
import { bodyOf, type Part } from './blocks.ts';
import { housePart } from './house.ts';
import type { Room } from './tables.ts';
import { inks, plainParagraph, sizes } from './text.ts';

/** Twips: the margins of the PDF. */
const page = { side: 1009, top: 1300, bottom: 1200, edge: 480 } as const;
const sizesOf = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
} as const;

const roomOf = ({ house }: ReportDocument): Room => ({
  width: sizesOf[house.page].width - 2 * page.side,
});

/** The whole file. Two calls differ in the moment of making alone. */
export async function writeDocx(
  document: ReportDocument,
  figures: readonly FigurePicture[],
): Promise<Uint8Array> {
  const { lang, frame } = document;
  const locale = lang === 'fr' ? 'fr-FR' : 'en-GB';
  const accent = document.house.accent?.slice(1) ?? inks.strong;
  const pictures = new Map(figures.map((figure) => [figure.at, figure]));
  const made = new Document({
    title: document.title,
    subject: reportText(lang).kinds[document.kind],
    creator: document.author,
    lastModifiedBy: document.author,
    description: `${frame.productId} · SHA-256 ${document.inputsSha256}`,
    styles: {
      default: {
        document: {
          run: {
            font: 'Arial',
            size: sizes.body,
            color: inks.strong,
            language: { value: locale, bidirectional: 'ar-SA' },
          },
        },
        title: { run: { size: 34, bold: true, color: accent } },
        heading1: { run: { size: 34, bold: true, color: accent } },
        heading2: { run: { size: 22, bold: true, color: accent } },
        heading3: { run: { size: sizes.body, bold: true, color: inks.strong } },
      },
    },
    numbering: {
      config: (['bullets', 'numbers'] as const).map((reference) => ({
        reference,
        levels: [0, 1, 2].map((level) => ({
          level,
          format: reference === 'bullets' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
          text: reference === 'bullets' ? '•' : `%${level + 1}.`,
          style: { paragraph: { indent: { start: 280 * (level + 1), hanging: 240 } } },
        })),
      })),
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...sizesOf[document.house.page] },
            margin: {
              ...{ top: page.top, bottom: page.bottom, left: page.side, right: page.side },
              ...{ header: page.edge, footer: page.edge },
            },
          },
        },
        headers: { default: new Header({ children: headLines(document) }) },
        footers: { default: new Footer({ children: [footLine(document)] }) },
        children: [...masthead(document), ...bodyOf(document, pictures, roomOf(document))],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(made));
}

function label(document: ReportDocument): TextRun {
  return new TextRun({
    text: tlpText(document.tlp),
    bold: true,
    size: sizes.label,
    color: tlpColours[document.tlp].slice(1),
    shading: { type: ShadingType.CLEAR, fill: '000000', color: 'auto' },
    noProof: true,
  });
}

const toTheRight = (document: ReportDocument) => [
  { type: TabStopType.RIGHT, position: roomOf(document).width },
];

function headLines(document: ReportDocument): Paragraph[] {
  const { frame } = document;
  const line = [...productLine(document), document.asOfWords].join(' · ');
  return [
    ...(document.invented
      ? [plainParagraph(frame.inventedWarning, { bold: true, color: inks.warning, size: 16 })]
      : []),
    new Paragraph({
      tabStops: toTheRight(document),
      children: [
        new TextRun({ text: line, size: 16, color: inks.soft }),
        new TextRun({ children: [new Tab()] }),
        label(document),
      ],
    }),
  ];
}

function footLine(document: ReportDocument): Paragraph {
  const { page: word, of, notVerified } = document.frame;
  return new Paragraph({
    tabStops: toTheRight(document),
    children: [
      new TextRun({
        size: 16,
        color: inks.soft,
        children: [
          `${word} `,
          PageNumber.CURRENT,
          ` ${of} `,
          PageNumber.TOTAL_PAGES,
          ` · ${notVerified}`,
        ],
      }),
      new TextRun({ children: [new Tab()] }),
      label(document),
    ],
  });
}

function masthead(document: ReportDocument): Part[] {
  const { lang, kind, frame } = document;
  const t = reportText(lang);
  const rule = document.house.rule?.slice(1) ?? inks.strong;
  const colon = lang === 'fr' ? '\u00a0: ' : ': ';
  const imprint = [
    [t.author, document.author],
    [t.state, document.asOfWords],
    [t.tlpMeaning, labels(lang).tlpMeanings[document.tlp]],
  ].map(([name, said]) => `${name}${colon}${said}`);
  const quiet = { size: sizes.small, color: inks.soft };
  return [
    ...housePart(document),
    ...(document.invented
      ? [plainParagraph(frame.inventedWarning, { bold: true, color: inks.warning })]
      : []),
    plainParagraph(`${t.kinds[kind]} · ${document.caseTitle}`, { ...quiet, bold: true }),
    plainParagraph(document.title, {}, { heading: HeadingLevel.HEADING_1, spacing: { after: 60 } }),
    plainParagraph(document.subtitle, { size: 21 }),
    plainParagraph(imprint.join('   '), quiet, {
      spacing: { after: 200 },
      border: { bottom: { style: 'single', size: 10, color: rule, space: 4 } },
    }),
  ];
}
