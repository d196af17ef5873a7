/**
 * The figures of people in a few words of a text ("une trentaine de soldats tués"), for a form that an
 * analyst confirms. The sentence around is read too: it says what became of them and of which side
 * they were. Pure; writes nothing.
 */
import type { TextSpan } from '../domain/passage.ts';
import { codePointIndex } from '../domain/passage.ts';
import type { Outcome, Party, Qualifier } from '../domain/vocabulary.ts';
import { casualtiesOf } from './casualties.ts';
import { datesOf } from './dates.ts';
import { readDocument } from './document.ts';
import { quantitiesOf } from './numerals.ts';
import { outcomeOfMeasure } from './words/outcomes.ts';

export interface Figure {
  readonly party: Party;
  readonly outcome: Outcome;
  readonly qualifier: Qualifier;
  /** People; null where the words give none. */
  readonly low: number | null;
  readonly high: number | null;
  /** As the text words it. */
  readonly words: string;
}

/** Figures that touch a span (UTF-16 units) of a text, in their order. */
export function figuresIn(text: string, span: TextSpan): readonly Figure[] {
  const from = text.lastIndexOf('\n', Math.max(0, span.from - 1)) + 1;
  const end = text.indexOf('\n', span.to);
  const paragraph = text.slice(from, end < 0 ? text.length : end);
  const points = codePointIndex(paragraph);
  const first = points.toCodePoint(span.from - from);
  const last = points.toCodePoint(span.to - from);
  const document = readDocument({ text: paragraph, published: null, lang: 'auto' });
  const wordsOf = (start: number, stop: number) =>
    document.evidence(document.tokens[start]?.from ?? 0, document.tokens[stop - 1]?.to ?? 0);
  const touches = (start: number, stop: number) => {
    const words = wordsOf(start, stop);
    return words.start < last && words.end > first;
  };
  return document.sentences.flatMap(({ tokens }) => {
    const dates = datesOf(tokens, { published: null, year: null, told: null });
    const offset = tokens[0]?.index ?? 0;
    const dated = new Set(
      dates.flatMap(({ start, end: stop }) =>
        Array.from({ length: stop - start }, (_, i) => offset + start + i),
      ),
    );
    const read = casualtiesOf(tokens, dated, document.quote)
      .filter((each) => touches(each.start, each.end))
      .map(
        ({ measure, party, quantity, start, end: stop }): Figure => ({
          party,
          outcome: outcomeOfMeasure[measure] ?? 'killed',
          qualifier: quantity?.qualifier ?? 'heavy',
          low: quantity?.low ?? null,
          high: quantity?.high ?? null,
          words: wordsOf(start, stop).quote,
        }),
      );
    if (read.length > 0) return read;
    // a bare number says how many, not what became of whom
    return quantitiesOf(tokens)
      .filter(
        ({ start, end: stop, isArticle }) =>
          !isArticle && !dated.has(offset + start) && touches(offset + start, offset + stop),
      )
      .map(
        ({ qualifier, low, high, start, end: stop }): Figure => ({
          party: 'unknown',
          outcome: 'killed',
          qualifier,
          low,
          high,
          words: wordsOf(offset + start, offset + stop).quote,
        }),
      );
  });
}
