/** Lines in reading order -> text: paragraphs over columns and pages, words parted at line ends joined. */
import type { Block } from './pdf-columns.ts';
import { isRightToLeft, type Row, textOf } from './pdf-pieces.ts';

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

interface Column {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
  /** Usual step from line to line. */
  readonly leading: number;
}

/** @param pages the blocks of each page, in reading order */
export function paragraphsOf(pages: readonly (readonly Block[])[]): string {
  const lines = pages.map((blocks) => blocks.map((block) => block.map(lineOf)));
  const heads = runningHeads(lines.map((page) => page.flat()));
  const columns = lines.flatMap((page) =>
    page
      .map((block) => block.filter((line) => !heads.has(line)))
      .filter((block) => block.length > 0)
      .map(columnOf),
  );
  const compounds = compoundsIn(columns);
  const paragraphs: string[] = [];
  let before: { line: Line; column: Column } | undefined;
  for (const column of columns) {
    for (const line of column.lines) {
      const isRow = line.text.includes('\t');
      if (before === undefined) paragraphs.push(line.text);
      else if (before.line.text.includes('\t') && isRow) append(paragraphs, `\n${line.text}`);
      else if (startsNew(before, { line, column })) {
        const isItem = bullet.test(line.text) && bullet.test(paragraphs.at(-1) ?? '');
        if (isItem) append(paragraphs, `\n${line.text}`);
        else paragraphs.push(line.text);
      } else paragraphs.push(join(paragraphs.pop() ?? '', line.text, compounds));
      before = { line, column };
    }
  }
  return paragraphs.join('\n\n').replaceAll('\u00ad', '');
}

function append(paragraphs: string[], text: string): void {
  paragraphs.push((paragraphs.pop() ?? '') + text);
}

function lineOf(row: Row): Line {
  return {
    text: textOf(row),
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
    y: row[0]?.y ?? 0,
    size: Math.max(...row.map(({ size }) => size)),
  };
}

function columnOf(lines: readonly Line[]): Column {
  const steps = lines
    .slice(1)
    .map(({ y }, at) => y - (lines[at]?.y ?? y))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    leading: steps[Math.floor(steps.length / 2)] ?? 0,
  };
}

const bullet = /^(?:[•▪◦●■\u25aa\u2023\uf0b7*]|[-–—]\s|\(?\d{1,2}[.)]\s)/u;
const ending = /[.!?:;…»”"’)\]؟۔]$/u;

interface Place {
  readonly line: Line;
  readonly column: Column;
}

function startsNew(before: Place, now: Place): boolean {
  const [above, line] = [before.line, now.line];
  if (line.text.includes('\t') || above.text.includes('\t') || bullet.test(line.text)) return true;
  if (Math.abs(line.size - above.size) > 0.12 * Math.max(line.size, above.size)) return true;
  const column = before.column;
  const rtl = isRightToLeft(above.text);
  const unused = rtl ? above.left - column.left : column.right - above.right;
  const isShort = unused > 0.22 * (column.right - column.left);
  const isEnded = ending.test(above.text);
  // the next word would have fitted: the writer broke the line
  const isForced =
    !/[-\u2010\u00ad]$/u.test(above.text) &&
    roomRight(before, rtl) > firstWord(line) + 0.8 * line.size;
  if (before.column !== now.column) return isEnded || isShort || /^\p{Lu}/u.test(line.text);
  if (line.y - above.y > 1.35 * Math.max(column.leading, line.size)) return true;
  const indent = (one: Line) => (rtl ? column.right - one.right : one.left - column.left);
  if (indent(line) > 0.9 * line.size && indent(above) < 0.5 * line.size) return true;
  if (isShort && isEnded) return true;
  return (
    isForced &&
    (isEnded || /^[\p{Lu}\p{N}]/u.test(line.text) || unused > 0.4 * (column.right - column.left))
  );
}

/** Free room behind a line, measured by the lines around it: a quotation may be set narrower. */
function roomRight({ line, column }: Place, rtl: boolean): number {
  const at = column.lines.indexOf(line);
  const around = column.lines.slice(Math.max(0, at - 3), at + 4);
  return rtl
    ? line.left - Math.min(...around.map(({ left }) => left))
    : Math.max(...around.map(({ right }) => right)) - line.right;
}

function firstWord({ text, left, right }: Line): number {
  const word = /^\S*/u.exec(text)?.[0].length ?? 0;
  return ((right - left) * word) / Math.max(1, text.length);
}

/** Words that keep their hyphen wherever the line ends: "est-il", "peut-être", "ex-rebelles". */
const keptAfter =
  /^(?:il|elle|ils|elles|on|ce|là|ci|être|mêmes?|vous|nous|je|tu|y|en|moi|toi|lui|leur|t)\b/iu;
const keptBefore =
  /(?:^|[^\p{L}])(?:ex|non|sous|vice|demi|semi|mi|pro|anti|self|vingt|trente|quarante|cinquante|soixante|quatre|cent|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|chef|porte|état|cessez|contre|arrière|avant|lance|couvre|nord|sud|est|ouest|north|south|east|west|cease|cross|long|high|low|well)$/iu;

function join(text: string, next: string, compounds: ReadonlySet<string>): string {
  if (text.endsWith('\u00ad')) return text.slice(0, -1) + next;
  if (!/\p{L}[-\u2010]$/u.test(text)) return `${text} ${next}`;
  const stem = text.slice(0, -1);
  const [first = ''] = /\p{L}*/u.exec(stem.match(/[\p{L}’']*$/u)?.[0] ?? '') ?? [];
  const [second = ''] = /^\p{L}+/u.exec(next) ?? [];
  const isKept =
    !/^\p{Ll}/u.test(next) ||
    keptAfter.test(next) ||
    keptBefore.test(stem) ||
    compounds.has(`${first}-${second}`.toLowerCase());
  return isKept ? text + next : stem + next;
}

/** Words with a hyphen in the middle of lines: elsewhere it is theirs, not the line's. */
function compoundsIn(columns: readonly Column[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { lines } of columns)
    for (const { text } of lines)
      for (const [word] of text.matchAll(/\p{L}+-\p{L}+/gu)) found.add(word.toLowerCase());
  return found;
}

const pageNumber =
  /^[^\p{L}\d]*(?:(?:page|p\.|pg\.?|صفحة)\s*)?\d{1,4}(?:\s*(?:\/|of|sur|de|من)\s*\d{1,4})?[^\p{L}\d]*$/iu;

/**
 * Heads and feet that come back on most pages, and page numbers: they would cut sentences in two. They
 * stand apart from the text or are set smaller, which a repeated line of the text is not.
 */
function runningHeads(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const edges = pages.map(edgesOf);
  const key = ({ text }: Line) => text.replace(/\d+/g, '#').toLowerCase();
  const counts = new Map<string, number>();
  for (const page of edges)
    for (const one of new Set(page.map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  const enough = Math.max(3, 0.5 * pages.length);
  return new Set(
    edges.flatMap((page) =>
      page.filter(
        (line) =>
          (counts.get(key(line)) ?? 0) >= enough ||
          (pages.length > 1 && pageNumber.test(line.text)),
      ),
    ),
  );
}

/** Up to two lines at the top and at the bottom that stand apart from what follows. */
function edgesOf(lines: readonly Line[]): readonly Line[] {
  const sorted = [...lines].sort((a, b) => a.y - b.y);
  const { leading, lines: all } = columnOf(sorted);
  const size = [...all].sort((a, b) => a.size - b.size)[Math.floor(all.length / 2)]?.size ?? 0;
  const isApart = (line: Line, next: Line | undefined) =>
    next === undefined ||
    Math.abs(next.y - line.y) > 1.4 * Math.max(leading, line.size) ||
    line.size < 0.88 * size;
  const from = (ordered: readonly Line[]) => {
    const [first, second, third] = ordered;
    if (first === undefined) return [];
    if (isApart(first, second)) return second && isApart(second, third) ? [first, second] : [first];
    // two lines close together, apart from the rest
    return second && isApart(second, third) ? [first, second] : [];
  };
  return [...new Set([...from(sorted), ...from([...sorted].reverse())])];
}
