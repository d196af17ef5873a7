/**
 * Passages of a source's text as W3C Web Annotation selectors: a TextQuoteSelector (the words with what
 * stands before and after) and a TextPositionSelector. Positions count Unicode code points; a page's
 * selection counts UTF-16 units, so both are converted here and nowhere else.
 */

/** What a passage record stores of its place in the text; `start` included, `end` excluded. */
export interface TextSelectors {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** A span in UTF-16 units, `from` included, `to` excluded. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** Code points kept before and after the words, enough to tell repeated phrases apart. */
const contextLength = 32;

const surrogate = /[\ud800-\udfff]/;

export interface CodePointIndex {
  readonly toCodePoint: (unit: number) => number;
  readonly toUnit: (codePoint: number) => number;
  /** Length of the text in code points. */
  readonly length: number;
}

/** Converts positions of one text both ways; costs nothing when the text has no astral characters. */
export function codePointIndex(text: string): CodePointIndex {
  if (!surrogate.test(text)) {
    const clamp = (n: number) => Math.max(0, Math.min(n, text.length));
    return { toCodePoint: clamp, toUnit: clamp, length: text.length };
  }
  const units: number[] = [];
  for (let unit = 0; unit < text.length; unit += isPairAt(text, unit) ? 2 : 1) units.push(unit);
  const length = units.length;
  return {
    length,
    toUnit: (codePoint) => units[Math.max(0, codePoint)] ?? text.length,
    toCodePoint: (unit) => {
      let low = 0;
      let high = length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((units[middle] ?? text.length) < unit) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

/**
 * Selectors of the words between two UTF-16 positions, blanks at both ends left out and no character
 * cut in half. Undefined when nothing but blanks is selected.
 */
export function selectPassage(
  text: string,
  from: number,
  to: number,
  index: CodePointIndex = codePointIndex(text),
): TextSelectors | undefined {
  const span = trimSpan(text, wholeCharacters(text, Math.min(from, to), Math.max(from, to)));
  if (span === undefined) return undefined;
  const start = index.toCodePoint(span.from);
  const end = index.toCodePoint(span.to);
  return {
    exact: text.slice(span.from, span.to),
    prefix: text.slice(index.toUnit(start - contextLength), span.from),
    suffix: text.slice(span.to, index.toUnit(end + contextLength)),
    start,
    end,
  };
}

/**
 * Where a passage stands in a text: at its position when the words are still there, otherwise at the
 * occurrence whose surroundings agree best (the nearest wins a tie). Undefined: the passage is lost.
 */
export function locatePassage(
  text: string,
  passage: TextSelectors,
  index: CodePointIndex = codePointIndex(text),
): TextSpan | undefined {
  if (passage.exact === '') return undefined;
  const expected = index.toUnit(passage.start);
  if (text.startsWith(passage.exact, expected)) {
    return { from: expected, to: expected + passage.exact.length };
  }
  let best: { readonly from: number; readonly score: number } | undefined;
  for (
    let from = text.indexOf(passage.exact);
    from >= 0;
    from = text.indexOf(passage.exact, from + 1)
  ) {
    const score =
      commonEnd(text.slice(0, from), passage.prefix) +
      commonStart(text.slice(from + passage.exact.length), passage.suffix);
    const isBetter =
      best === undefined ||
      score > best.score ||
      (score === best.score && Math.abs(from - expected) < Math.abs(best.from - expected));
    if (isBetter) best = { from, score };
  }
  return best && { from: best.from, to: best.from + passage.exact.length };
}

/** A stretch of text covered by the same passages; `ids` is empty between passages. */
export interface TextSegment extends TextSpan {
  readonly ids: readonly string[];
}

/** Cuts a stretch of text at the bounds of the spans that touch it, so that overlaps can be drawn. */
export function segmentText(
  stretch: TextSpan,
  spans: readonly (TextSpan & { readonly id: string })[],
): readonly TextSegment[] {
  const touching = spans.filter((s) => s.from < stretch.to && s.to > stretch.from);
  const cuts = new Set([stretch.from, stretch.to]);
  for (const span of touching) {
    cuts.add(Math.max(span.from, stretch.from));
    cuts.add(Math.min(span.to, stretch.to));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, i) => {
    const to = ordered[i + 1] ?? stretch.to;
    return { from, to, ids: touching.filter((s) => s.from <= from && s.to >= to).map((s) => s.id) };
  });
}

function isPairAt(text: string, unit: number): boolean {
  const code = text.codePointAt(unit);
  return code !== undefined && code > 0xffff;
}

function wholeCharacters(text: string, from: number, to: number): TextSpan {
  const start = from > 0 && isPairAt(text, from - 1) ? from - 1 : Math.max(0, from);
  const end = to > 0 && to > start && isPairAt(text, to - 1) ? to + 1 : Math.min(to, text.length);
  return { from: start, to: end };
}

function trimSpan(text: string, { from, to }: TextSpan): TextSpan | undefined {
  const words = text.slice(from, to);
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const start = from + (words.length - words.trimStart().length);
  return { from: start, to: start + trimmed.length };
}

function commonEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n += 1;
  return n;
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  return n;
}
