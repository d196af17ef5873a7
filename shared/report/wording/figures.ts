/** Figures of people in a text, set beside what the case knows. Pure. */
import { type Span, spanOf } from '../../domain/toll.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { casualtiesOf } from '../../extract/casualties.ts';
import { datesOf } from '../../extract/dates.ts';
import type { Document } from '../../extract/document.ts';
import type { Sentence } from '../../extract/segments.ts';
import { outcomeOfMeasure } from '../../extract/words/outcomes.ts';
import type { KnownToll } from './known-tolls.ts';

export interface TextFigure {
  readonly outcome: Outcome;
  readonly span: Span;
  /** "Dozens", "several": bounds stand for the word. */
  readonly isVague: boolean;
  /** Positions in the mirror, `to` excluded. */
  readonly from: number;
  readonly to: number;
}

const undatedAnchor = { published: null, year: null, told: null } as const;

/** What one sentence counts: "200 soldiers killed", « une soixantaine de blessés ». */
export function figuresOf(sentence: Sentence, document: Document): readonly TextFigure[] {
  const offset = sentence.tokens[0]?.index ?? 0;
  const dates = datesOf(sentence.tokens, undatedAnchor);
  const blocked = new Set(
    dates.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => offset + start + index),
    ),
  );
  return casualtiesOf(sentence.tokens, blocked, document.quote).flatMap((casualty) => {
    const outcome = outcomeOfMeasure[casualty.measure];
    const { quantity } = casualty;
    const first = document.tokens[casualty.start];
    const last = document.tokens[casualty.end - 1];
    if (outcome === null || quantity === undefined || !first || !last) return [];
    const span = spanOf(quantity);
    if (span === null) return [];
    const isVague = quantity.low === null && quantity.high === null;
    return [{ outcome, span, isVague, from: first.from, to: last.to }];
  });
}

const overlaps = (a: Span, b: Span) =>
  a.low <= (b.high ?? Number.POSITIVE_INFINITY) && b.low <= (a.high ?? Number.POSITIVE_INFINITY);

/** Whether a figure of the text is this one of the case: the same ends, or a word that holds it. */
function agrees({ span, isVague }: TextFigure, known: KnownToll): boolean {
  if (isVague) return overlaps(span, known.span);
  const ends = [known.span.low, known.span.high];
  const stated = span.high === null || span.high === span.low ? [span.low] : [span.low, span.high];
  // "at most 60" begins at zero, which nobody claims
  return stated.filter((end) => end > 0).every((end) => ends.includes(end));
}

export interface Match {
  /** Figures of the case that say the same. */
  readonly same: readonly KnownToll[];
  /** Figures that count for this outcome now, claimed ones before ranges, each once. */
  readonly now: readonly Span[];
}

export function matchOf(figure: TextFigure, tolls: readonly KnownToll[]): Match {
  const known = tolls.filter(({ outcome }) => outcome === figure.outcome);
  const current = known.filter(({ isReplaced }) => !isReplaced);
  const claimed = current.filter(({ isDerived }) => !isDerived);
  const spans = new Map(
    (claimed.length > 0 ? claimed : current).map(({ span }) => [
      `${span.low}-${span.high ?? ''}`,
      span,
    ]),
  );
  return { same: known.filter((toll) => agrees(figure, toll)), now: [...spans.values()] };
}
