/** Figures of people in a text, set beside what the case knows. Pure. */
import { type Span, spanOf } from '../../domain/toll.ts';
import type { Outcome } from '../../domain/vocabulary.ts';
import { casualtiesOf } from '../../extract/casualties.ts';
import { datesOf } from '../../extract/dates.ts';
import type { Document } from '../../extract/document.ts';
import type { Sentence } from '../../extract/segments.ts';
import { outcomeOfMeasure } from '../../extract/words/outcomes.ts';
import { fold } from '../../lib/fold.ts';
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

const households = /\b(?:families|households|familles|menages|foyers)\b/u;

const undatedAnchor = { published: null, year: null, told: null } as const;

/** What one sentence counts: "200 soldiers killed", « une soixantaine de blessés ». */
export function figuresOf(sentence: Sentence, document: Document): readonly TextFigure[] {
  const offset = sentence.tokens[0]?.index ?? 0;
  const dates = datesOf(sentence.tokens, undatedAnchor);
  const blocked = new Set([
    ...dates.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, index) => offset + start + index),
    ),
    ...markTokens(sentence, document),
  ]);
  const told = casualtiesOf(sentence.tokens, blocked, document.quote).flatMap((casualty) => {
    const outcome = outcomeOfMeasure[casualty.measure];
    const { quantity } = casualty;
    const first = document.tokens[casualty.start];
    const last = document.tokens[casualty.end - 1];
    if (outcome === null || quantity === undefined || !first || !last) return [];
    const span = spanOf(quantity);
    if (span === null) return [];
    // families are not people: no claim can be set beside them
    if (households.test(fold(document.quote(casualty.start, casualty.end)))) return [];
    const isVague = quantity.low === null && quantity.high === null;
    return [{ outcome, span, isVague, from: first.from, to: last.to }];
  });
  const overlapsTold = (figure: TextFigure) =>
    told.some(({ from, to }) => figure.from < to && from < figure.to);
  return [...told, ...phrased(sentence, document, blocked).filter((each) => !overlapsTold(each))];
}

/** Ways of telling the dead that extraction leaves alone; the group is the number. */
const phrases = [
  /(?<![\p{L}])(?:death toll|bilan(?: humain| des morts)?)(?: \p{L}+){0,4}? (?:to|at|of|is|was|a|de) (\d[\d,]*)(?!\p{N}|%)/gu,
  /(?<![\p{L}])claim(?:s|ed|ing) (?:\p{L}+ ){0,3}?(\d[\d,]*) lives(?!\p{L})/gu,
  /(?<![\p{L}])(?:avoir|a|ont|avait|avaient) tue (?:\p{L}+ ){0,2}?(\d[\d,]*)(?!\p{N}|%)/gu,
];

function phrased(
  { tokens, from, to }: Sentence,
  { mirror }: Document,
  blocked: ReadonlySet<number>,
): TextFigure[] {
  const text = mirror.folded.slice(from, to);
  return phrases.flatMap((phrase) =>
    Array.from(text.matchAll(phrase), (match): TextFigure[] => {
      const [words, digits = ''] = match;
      const start = from + match.index;
      const end = start + words.length;
      const number = Number(digits.replaceAll(',', ''));
      const at = start + words.indexOf(digits);
      const isBlocked = tokens.some((token) => blocked.has(token.index) && token.from === at);
      if (isBlocked || !Number.isSafeInteger(number)) return [];
      return [
        {
          outcome: 'killed',
          span: { low: number, high: number },
          isVague: false,
          from: start,
          to: end,
        },
      ];
    }).flat(),
  );
}

/** Numbers of sources, `[3]`, count nobody. */
function markTokens({ tokens }: Sentence, { mirror }: Document): number[] {
  return tokens.flatMap(({ index, from, to }) => {
    const before = mirror.folded.slice(Math.max(0, from - 40), from);
    const after = mirror.folded.slice(to, to + 40);
    const isMark = /\[[\d,; –-]*$/u.test(before) && /^[\d,; –-]*\]/u.test(after);
    return isMark ? [index] : [];
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
