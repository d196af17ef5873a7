/** Paragraphs of a Word part as lines of text: as accepted, without what was struck out or hidden. */
import type { Labels, ListPlace, Style } from './docx-lists.ts';
import { type Attributes, walkXml } from './docx-zip.ts';

/** Left out with all inside: deletions, the old place of a move, field codes, fall-backs, old properties. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:pPrChange',
  'w:rPrChange',
  'w:tblPrChange',
  'w:sectPrChange',
  'wp:docPr',
]);

interface Paragraph {
  text: string;
  style: string;
  list: ListPlace | undefined;
  isHeading: boolean;
  /** Its mark was struck out: it runs on into the next one. */
  runsOn: boolean;
  inProperties: boolean;
  level: number;
}

interface Table {
  readonly lines: string[];
  cells: string[];
  cell: string[];
  isRowGone: boolean;
}

export interface Block {
  readonly kind: 'text' | 'heading' | 'item' | 'table';
  readonly text: string;
}

export interface BodyWords {
  readonly styles: ReadonlyMap<string, Style>;
  readonly labels: Labels;
  /** Called for a reference to a note; answers its sign in the text. */
  readonly noteSign: (kind: 'footnote' | 'endnote', id: string) => string;
}

/** @param onNote given: the part holds notes, and each one's blocks go there by id */
export function blocksOf(
  part: Buffer,
  words: BodyWords,
  deadline: number,
  onNote?: (id: string, blocks: readonly Block[]) => void,
): readonly Block[] {
  let blocks: Block[] = [];
  const paragraphs: Paragraph[] = [];
  const tables: Table[] = [];
  let note: string | undefined;
  let skipDepth = 0;
  let runDepth = 0;
  let isHidden = false;
  let isText = false;
  let carried = '';

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && !isHidden) paragraph.text += text;
  };

  function finish(paragraph: Paragraph): void {
    const whole = (carried + paragraph.text).replace(/[^\S\n\t]+/g, ' ').trim();
    if (paragraph.runsOn) {
      carried = carried + paragraph.text;
      return;
    }
    carried = '';
    const style = words.styles.get(paragraph.style);
    const list = paragraph.list ?? style?.list;
    const label = list === undefined || whole === '' ? '' : words.labels(list);
    const text = label === '' ? whole : `${label} ${whole}`;
    const table = tables.at(-1);
    if (table !== undefined) {
      if (text !== '') table.cell.push(text.replace(/\s+/g, ' '));
      return;
    }
    if (text === '') return;
    const isHeading = paragraph.isHeading || style?.isHeading === true;
    blocks.push({ kind: label !== '' ? 'item' : isHeading ? 'heading' : 'text', text });
  }

  function inProperties(paragraph: Paragraph, name: string, attributes: Attributes): void {
    const val = attributes['w:val'] ?? '';
    if (name === 'w:pStyle') paragraph.style = val;
    else if (name === 'w:ilvl') paragraph.level = Number(val) || 0;
    else if (name === 'w:numId') paragraph.list = { numId: val, level: paragraph.level };
    else if (name === 'w:outlineLvl') paragraph.isHeading = Number(val) < 9;
    else if (name === 'w:del') paragraph.runsOn = true;
  }

  const open = (name: string, attributes: Attributes) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph?.inProperties && skipDepth === 0) inProperties(paragraph, name, attributes);
    if (skipDepth > 0 || skipped.has(name)) {
      if (name === 'w:del' && tables.length > 0 && paragraphs.length === 0) {
        const table = tables.at(-1);
        if (table !== undefined) table.isRowGone = true;
      }
      skipDepth += 1;
      return;
    }
    switch (name) {
      case 'w:p':
        paragraphs.push({
          text: '',
          style: '',
          list: undefined,
          isHeading: false,
          runsOn: false,
          inProperties: false,
          level: 0,
        });
        return;
      case 'w:pPr':
        if (paragraph !== undefined) paragraph.inProperties = true;
        return;
      case 'w:r':
        runDepth += 1;
        isHidden = false;
        return;
      case 'w:vanish':
        isHidden = runDepth > 0 && !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
        return;
      case 'w:t':
      case 'm:t':
        isText = true;
        return;
      case 'w:tab':
        if (runDepth > 0) add('\t');
        return;
      case 'w:br':
      case 'w:cr':
        add('\n');
        return;
      case 'w:noBreakHyphen':
        add('\u2011');
        return;
      case 'w:footnoteReference':
        add(words.noteSign('footnote', attributes['w:id'] ?? ''));
        return;
      case 'w:endnoteReference':
        add(words.noteSign('endnote', attributes['w:id'] ?? ''));
        return;
      case 'w:tbl':
        tables.push({ lines: [], cells: [], cell: [], isRowGone: false });
        return;
      case 'w:footnote':
      case 'w:endnote':
        note = attributes['w:type'] === undefined ? (attributes['w:id'] ?? '') : undefined;
        blocks = [];
        return;
      default:
    }
  };

  function closeRow(table: Table): void {
    const line = table.cells.join('\t').trim();
    if (line !== '' && !table.isRowGone) table.lines.push(line);
    table.cells = [];
    table.isRowGone = false;
  }

  function closeTable(): void {
    const table = tables.pop();
    if (table === undefined || table.lines.length === 0) return;
    const around = tables.at(-1);
    if (around !== undefined) around.cell.push(table.lines.join(' ').replaceAll('\t', ' '));
    else blocks.push({ kind: 'table', text: table.lines.join('\n') });
  }

  const close = (name: string) => {
    if (skipDepth > 0) {
      skipDepth -= 1;
      return;
    }
    const table = tables.at(-1);
    const paragraph = paragraphs.at(-1);
    if (name === 'w:p' && paragraph !== undefined) {
      paragraphs.pop();
      finish(paragraph);
    } else if (name === 'w:pPr' && paragraph !== undefined) paragraph.inProperties = false;
    else if (name === 'w:r') {
      runDepth -= 1;
      isHidden = false;
    } else if (name === 'w:t' || name === 'm:t') isText = false;
    else if (name === 'w:tc' && table !== undefined) {
      table.cells.push(table.cell.join(' '));
      table.cell = [];
    } else if (name === 'w:tr' && table !== undefined) closeRow(table);
    else if (name === 'w:tbl') closeTable();
    else if ((name === 'w:footnote' || name === 'w:endnote') && note !== undefined)
      onNote?.(note, blocks);
  };

  const text = (run: string) => {
    if (isText && skipDepth === 0) add(run);
  };
  walkXml(part, { open, close, text }, deadline);
  return blocks;
}
