// Lays a source's text out for reading: paragraphs, and in each the stretches that passages and other
// marks cover. Pure.
import {
  codePointIndex,
  segmentText,
  type TextSelectors,
  type TextSpan,
} from '../../../shared/domain/passage.ts';
import { locatePassage } from '../../../shared/domain/passage-anchor.ts';

export interface PlacedPassage extends TextSpan {
  readonly id: string;
  /** Line under the words that it is drawn on, from 0: overlapping passages lie on lines of their own. */
  readonly lane: number;
}

export type MarkTone = 'suggested' | 'accepted' | 'rejected';

/** Words marked beside the stored passages, as those of a suggestion. Positions in UTF-16 units. */
export interface ExtraMark extends TextSpan {
  /** Unique among marks and passages. */
  readonly id: string;
  readonly tone: MarkTone;
  /** Shown as the mark's tooltip. */
  readonly label?: string | undefined;
}

export interface ReaderSegment extends TextSpan {
  /** Ids of the passages over it. */
  readonly passages: readonly string[];
  readonly marks: readonly ExtraMark[];
}

export interface Paragraph extends TextSpan {
  readonly segments: readonly ReaderSegment[];
}

export interface ReaderLayout {
  readonly paragraphs: readonly Paragraph[];
  /** In the order of the text. */
  readonly placed: readonly PlacedPassage[];
  /** Ids of passages whose words are no longer there. */
  readonly lost: readonly string[];
}

export function layReader(
  text: string,
  passages: readonly (TextSelectors & { readonly id: string; readonly is_lost?: boolean })[],
  extraMarks: readonly ExtraMark[] = [],
): ReaderLayout {
  const index = codePointIndex(text);
  const found: (TextSpan & { readonly id: string })[] = [];
  const lost: string[] = [];
  for (const passage of passages) {
    const span = passage.is_lost === true ? undefined : locatePassage(text, passage, index);
    if (span === undefined) lost.push(passage.id);
    else found.push({ id: passage.id, ...span });
  }
  const placed = inLanes(found);
  const marks = new Map(extraMarks.map((mark) => [mark.id, mark]));
  const spans = [...placed, ...extraMarks];
  const paragraphs = splitParagraphs(text).map((span) => ({
    ...span,
    segments: segmentText(span, spans).map(({ from, to, ids }) => ({
      from,
      to,
      passages: ids.filter((id) => !marks.has(id)),
      marks: ids.flatMap((id) => marks.get(id) ?? []),
    })),
  }));
  return { paragraphs, placed, lost };
}

/** In the order of the text, longer ones first where several begin, each on the first free line. */
function inLanes(spans: readonly (TextSpan & { readonly id: string })[]): readonly PlacedPassage[] {
  const ends: number[] = [];
  return spans
    .toSorted((a, b) => a.from - b.from || b.to - a.to)
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = span.to;
      return { ...span, lane };
    });
}

/** One span per line with words; empty lines only part paragraphs. */
export function splitParagraphs(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    if (text.slice(from, to).trim() !== '') spans.push({ from, to });
    from = to + 1;
  }
  return spans;
}
