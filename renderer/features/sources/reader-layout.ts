// Lays a source's text out for reading: paragraphs, and in each the stretches that passages cover. Pure.
import {
  codePointIndex,
  locatePassage,
  segmentText,
  type TextSegment,
  type TextSelectors,
  type TextSpan,
} from '../../../shared/domain/passage.ts';

export interface PlacedPassage extends TextSpan {
  readonly id: string;
}

export interface Paragraph extends TextSpan {
  readonly segments: readonly TextSegment[];
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
  const paragraphs = splitParagraphs(text).map((span) => ({
    ...span,
    segments: segmentText(span, placed),
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
