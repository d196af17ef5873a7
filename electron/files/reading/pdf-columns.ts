/** Reading order of a page: bands of columns are read one column after the other. Pure. */
import { isRightToLeft, type Row, rowsOf, type Segment } from './pdf-pieces.ts';

/** Rows that stand below each other in one column. */
export type Block = readonly Row[];

interface Gap {
  readonly from: number;
  readonly to: number;
}

const wide = 1e6;
/** So many rows with words on both sides of a gutter make columns. */
const leastRows = 3;

/** @param segments of one page, in any order */
export function blocksOf(segments: readonly Segment[]): readonly Block[] {
  return inOrder(rowsOf(segments));
}

function inOrder(rows: readonly Row[]): readonly Block[] {
  const blocks: Row[][] = [];
  let plain: Row[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push(plain);
    plain = [];
  };
  for (let at = 0; at < rows.length; ) {
    const band = columnsFrom(rows, at);
    const row = rows[at];
    if (band === undefined) {
      if (row !== undefined) plain.push(row);
      at += 1;
      continue;
    }
    flush();
    blocks.push(...band.columns.flatMap((column) => inOrder(rowsOf(column)).map((b) => [...b])));
    at = band.end;
  }
  flush();
  return blocks;
}

interface Band {
  readonly columns: readonly (readonly Segment[])[];
  readonly end: number;
}

function columnsFrom(rows: readonly Row[], start: number): Band | undefined {
  let gaps = gapsOf(rows[start] ?? []);
  let best: { gap: Gap; end: number } | undefined;
  for (let end = start + 1; end <= rows.length; end += 1) {
    const band = rows.slice(start, end);
    const gap = gaps
      .filter((one) => sidesOf(band, one).both >= leastRows)
      .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
    if (gap !== undefined) best = { gap, end };
    const next = rows[end];
    if (next === undefined) break;
    gaps = common(gaps, gapsOf(next));
    if (gaps.length === 0) break;
  }
  if (best === undefined) return undefined;
  const end = withoutTail(rows, start, best);
  const segments = rows.slice(start, end).flat();
  const { gap } = best;
  const left = segments.filter(({ right }) => right <= gap.from + 0.5);
  const right = segments.filter((one) => one.left >= gap.to - 0.5);
  if (!readsAsColumn(left) || !readsAsColumn(right)) return undefined;
  const isRtl = isRightToLeft(segments.flatMap(({ pieces }) => pieces.map((p) => p.text)).join(''));
  const sizes = segments.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  // the last line of a heading above the columns
  const [first] = rows[start] ?? [];
  if (first !== undefined && !isBoth(rows[start] ?? [], gap) && first.size > 1.12 * usual)
    return undefined;
  return { columns: isRtl ? [right, left] : [left, right], end };
}

/** A line below the columns that stands apart and only on one side is no longer part of them. */
function withoutTail(
  rows: readonly Row[],
  start: number,
  { gap, end }: { readonly gap: Gap; readonly end: number },
): number {
  let last = end;
  for (let at = start; at < end; at += 1) if (isBoth(rows[at] ?? [], gap)) last = at + 1;
  while (last < end) {
    const [above, below] = [rows[last - 1]?.[0], rows[last]?.[0]];
    if (above === undefined || below === undefined) break;
    if (below.y - above.y > 2 * Math.max(above.size, below.size)) break;
    last += 1;
  }
  return last;
}

/** Lines of a text are long; cells of a table are not, and are read row by row. */
function readsAsColumn(segments: readonly Segment[]): boolean {
  const lengths = segments
    .map(({ pieces }) => pieces.reduce((sum, { text }) => sum + text.length, 0))
    .sort((a, b) => a - b);
  return (lengths[Math.floor(lengths.length / 2)] ?? 0) >= 16;
}

function isBoth(row: Row, gap: Gap): boolean {
  return (
    row.some(({ right }) => right <= gap.from + 0.5) && row.some(({ left }) => left >= gap.to - 0.5)
  );
}

function sidesOf(rows: readonly Row[], gap: Gap): { readonly both: number } {
  return { both: rows.filter((row) => isBoth(row, gap)).length };
}

/** Free stretches of a row, with the margins. */
function gapsOf(row: Row): readonly Gap[] {
  const gaps: Gap[] = [];
  let from = -wide;
  for (const { left, right } of row) {
    if (left > from) gaps.push({ from, to: left });
    from = Math.max(from, right);
  }
  return [...gaps, { from, to: wide }];
}

function common(a: readonly Gap[], b: readonly Gap[]): readonly Gap[] {
  const least = 6;
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const gap = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return gap.to - gap.from >= least ? [gap] : [];
    }),
  );
}
