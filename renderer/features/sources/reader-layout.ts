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
  passages: readonly (TextSelectors & { readonly id: string })[],
  extraMarks: readonly ExtraMark[] = [],
): ReaderLayout {
  const index = codePointIndex(text);
  const placed: PlacedPassage[] = [];
  const lost: string[] = [];
  for (const passage of passages) {
    const span = locatePassage(text, passage, index);
    if (span === undefined) lost.push(passage.id);
    else placed.push({ id: passage.id, ...span });
  }
  placed.sort((a, b) => a.from - b.from || a.to - b.to);
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
