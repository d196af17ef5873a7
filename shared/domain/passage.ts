/**
 * Passages of a source's text as W3C Web Annotation selectors: a TextQuoteSelector (the words with what
 * stands before and after) and a TextPositionSelector. Positions count Unicode code points; a page's
 * selection counts UTF-16 units, so both are converted here and nowhere else. How they are found again in
 * a text is in `passage-anchor.ts`.
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
 * cut: not an emoji, not a letter from its marks. Undefined when nothing but blanks is selected.
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
  const first = index.toUnit(start - contextLength);
  const last = index.toUnit(end + contextLength);
  return {
    exact: text.slice(span.from, span.to),
    prefix: text.slice(characterAround(text, first)?.to ?? first, span.from),
    suffix: text.slice(span.to, characterAround(text, last)?.from ?? last),
    start,
    end,
  };
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

/** UTF-16 units looked at around a bound: no character that people read is longer. */
const characterWindow = 64;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The span widened to whole characters as people read them: emoji, letters with their marks. */
function wholeCharacters(text: string, from: number, to: number): TextSpan {
  const start = Math.max(0, Math.min(from, text.length));
  const end = Math.max(start, Math.min(to, text.length));
  if (start === end) return { from: start, to: end };
  return {
    from: characterAround(text, start)?.from ?? start,
    to: characterAround(text, end)?.to ?? end,
  };
}

/** The character that a position would cut; undefined at a bound between two. */
function characterAround(text: string, at: number): TextSpan | undefined {
  if (at <= 0 || at >= text.length) return undefined;
  let base = Math.max(0, at - characterWindow);
  if (base > 0 && isPairAt(text, base - 1)) base -= 1;
  const found = characters.segment(text.slice(base, at + characterWindow)).containing(at - base);
  if (found === undefined || base + found.index === at) return undefined;
  return { from: base + found.index, to: base + found.index + found.segment.length };
}

function trimSpan(text: string, { from, to }: TextSpan): TextSpan | undefined {
  const words = text.slice(from, to);
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const start = from + (words.length - words.trimStart().length);
  return { from: start, to: start + trimmed.length };
}
