/** Pieces of text on a page -> segments and rows. Coordinates in points, y downwards. Pure. */

export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

/** Pieces that stand beside each other on one baseline. */
export interface Segment {
  readonly pieces: readonly Piece[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Segments side by side on a page, from left to right. */
export type Row = readonly Segment[];

/** Joins pieces that follow each other in the file and touch: a stretch of one line. */
export function segmentsOf(pieces: readonly Piece[]): readonly Segment[] {
  const segments: Piece[][] = [];
  let open: Piece[] = [];
  let hasSpace = false;
  for (const piece of pieces) {
    if (piece.text.trim() === '') {
      if (piece.text !== '' && open.length > 0) hasSpace = true;
      continue;
    }
    const isNext = open.length > 0 && follows(open, piece, hasSpace);
    if (isNext && hasSpace) open.push(spaceBefore(piece, open[open.length - 1]));
    if (isNext) open.push(piece);
    else {
      open = [piece];
      segments.push(open);
    }
    hasSpace = false;
  }
  return segments.map(segment);
}

/** Stands on that side of the piece from which the line came. */
function spaceBefore(piece: Piece, last: Piece | undefined): Piece {
  const isLeft = last === undefined || last.x <= piece.x;
  const x = isLeft ? piece.x - 0.01 : piece.x + piece.width;
  return { text: ' ', x, y: piece.y, width: 0, size: 0 };
}

function segment(pieces: readonly Piece[]): Segment {
  const main = pieces.reduce((a, b) => (b.size > a.size ? b : a));
  return {
    pieces,
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: main.y,
    size: main.size,
  };
}

function follows(open: readonly Piece[], piece: Piece, hasSpace: boolean): boolean {
  const last = open.findLast(({ size }) => size > 0);
  if (last === undefined) return false;
  const size = Math.max(last.size, piece.size);
  // a raised figure or letter is smaller and stands beside its word
  const isRaised = Math.min(last.size, piece.size) < 0.85 * size;
  if (Math.abs(last.y - piece.y) > size * (isRaised ? 0.6 : 0.25)) return false;
  const gap = Math.max(piece.x - (last.x + last.width), last.x - (piece.x + piece.width));
  return gap < size * (hasSpace ? 1.5 : 0.9) && gap > -size * 2;
}

/** Rows from top to bottom: segments whose baselines agree. */
export function rowsOf(segments: readonly Segment[]): readonly Row[] {
  const rows: Segment[][] = [];
  for (const item of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows[rows.length - 1];
    const first = row?.[0];
    const isSame = first !== undefined && item.y - first.y < 0.35 * Math.min(first.size, item.size);
    if (isSame) row?.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

export function isRightToLeft(text: string): boolean {
  let rtl = 0;
  let ltr = 0;
  for (const char of text) {
    if (rightToLeft.test(char)) rtl += 1;
    else if (/\p{L}/u.test(char)) ltr += 1;
  }
  return rtl > ltr;
}

/**
 * The words of a row. In a line written from right to left the stretches are read from the right;
 * words and figures of the other direction inside it keep their own order.
 */
export function textOf(row: Row): string {
  const pieces = row.flatMap((part, at) => {
    const before = row[at - 1];
    const gap = before === undefined ? 0 : part.left - before.right;
    const between = before === undefined ? '' : gap > 2.5 * part.size ? '\t' : ' ';
    return between === ''
      ? part.pieces
      : [{ text: between, x: part.left - 0.01, y: part.y, width: 0, size: 0 }, ...part.pieces];
  });
  const sorted = [...pieces].sort((a, b) => a.x - b.x);
  const whole = sorted.map(({ text }) => text).join('');
  const ordered = isRightToLeft(whole) ? fromTheRight(sorted) : sorted;
  return joined(ordered).normalize('NFC');
}

/** Letters drawn as their joined forms and ligatures become the letters themselves. */
function plainLetters(text: string): string {
  return text.replace(/[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefc]+/gu, (run) =>
    run.normalize('NFKC'),
  );
}

function joined(pieces: readonly Piece[]): string {
  let text = '';
  let before: Piece | undefined;
  for (const piece of pieces) {
    const gap =
      before === undefined
        ? 0
        : Math.max(piece.x - before.x - before.width, before.x - piece.x - piece.width);
    if (before !== undefined && gap > 0.22 * piece.size && !/\s$/u.test(text)) text += ' ';
    text += plainLetters(piece.text);
    before = piece.text.trim() === '' ? undefined : piece;
  }
  return text
    .replace(/[^\S\t]+/gu, ' ')
    .replace(/ ?\t ?/gu, '\t')
    .trim();
}

/** Runs of pieces of one direction, read from the right. Neutral pieces go with what is around. */
function fromTheRight(sorted: readonly Piece[]): readonly Piece[] {
  const isLeftToRight = ({ text }: Piece) => /[\p{L}\p{N}]/u.test(text) && !rightToLeft.test(text);
  const runs: { ltr: boolean; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const ltr = isLeftToRight(piece);
    const last = runs[runs.length - 1];
    if (last !== undefined && last.ltr === ltr) last.pieces.push(piece);
    else runs.push({ ltr, pieces: [piece] });
  }
  // a space or sign between two words of a left-to-right run belongs to it
  for (let at = 1; at < runs.length - 1; at += 1) {
    const [before, middle, after] = [runs[at - 1], runs[at], runs[at + 1]];
    if (!before?.ltr || !after?.ltr || middle?.ltr !== false) continue;
    if (middle.pieces.some(({ text }) => rightToLeft.test(text))) continue;
    before.pieces.push(...middle.pieces, ...after.pieces);
    runs.splice(at, 2);
    at -= 1;
  }
  return runs
    .reverse()
    .flatMap(({ ltr, pieces }) =>
      ltr
        ? pieces
        : [...pieces].reverse().map((piece) => ({ ...piece, text: mirrored(piece.text) })),
    );
}

const pairs = '()[]{}«»‹›<>';

/** Brackets are stored as they are drawn; in a line from right to left the drawn "(" closes. */
function mirrored(text: string): string {
  return text.replace(/[()[\]{}«»‹›<>]/g, (sign) => {
    const at = pairs.indexOf(sign);
    return pairs[at % 2 === 0 ? at + 1 : at - 1] ?? sign;
  });
}
