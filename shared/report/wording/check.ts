/**
 * Warns of wording that an analyst would not sign: likelihood and confidence in one sentence, both rows
 * of ICD-203's words, a judgement without a basis, a claimed figure told as a fact, a figure that the
 * case does not (or no longer) know. English and French, by rules; it warns and never changes a text.
 * Words that somebody else is quoted with are not judged.
 */
import type { Span as Toll } from '../../domain/toll.ts';
import { type Document, readDocument } from '../../extract/document.ts';
import type { Sentence } from '../../extract/segments.ts';
import { hasBasis, isAttributed, isBackground } from './attribution.ts';
import {
  confidencesIn,
  hasDisclaimer,
  judgementsIn,
  type LikelihoodHit,
  likelihoodsIn,
  type Span,
} from './estimative.ts';
import { figuresOf, matchOf } from './figures.ts';
import type { KnownToll } from './known-tolls.ts';

export const wordingRules = [
  'mixed-sentence',
  'mixed-rows',
  'no-basis',
  'claim-as-fact',
  'toll-unknown',
  'toll-replaced',
] as const;
export type WordingRule = (typeof wordingRules)[number];

export interface WordingFinding {
  readonly rule: WordingRule;
  /** UTF-16 positions in the text, `end` excluded: the words to jump to. */
  readonly start: number;
  readonly end: number;
  /** These words. */
  readonly words: string;
  /** Of `mixed-rows`: a word of the other row that the text uses. */
  readonly other?: string;
  /** Of `toll-*`: what the claims say now, people. Empty when they give no figure. */
  readonly now?: readonly Toll[];
}

export interface WordingContext {
  /** Figures of the incidents that the text is about; absent: figures are not looked at. */
  readonly tolls?: readonly KnownToll[] | undefined;
}

interface ReadSentence {
  readonly sentence: Sentence;
  /** Folded; quoted words and addresses are blank. Positions count from the sentence's own. */
  readonly judged: string;
  readonly folded: string;
  readonly likelihoods: readonly LikelihoodHit[];
  readonly confidences: readonly Span[];
}

/** Findings in the order of the text. Linear in its length; takes Markdown as well as plain text. */
export function checkWording(text: string, { tolls }: WordingContext = {}): WordingFinding[] {
  if (text.trim() === '') return [];
  const document = readDocument({ text, published: null, lang: 'auto' });
  const judged = withoutQuotes(document.mirror.folded);
  const read = document.sentences.map((sentence): ReadSentence => {
    const words = judged.slice(sentence.from, sentence.to);
    return {
      sentence,
      judged: words,
      folded: document.mirror.folded.slice(sentence.from, sentence.to),
      likelihoods: likelihoodsIn(words, document.lang),
      confidences: confidencesIn(words),
    };
  });
  const at = finder(document);
  return [
    ...read.flatMap((each) => mixedSentence(each, at)),
    ...mixedRows(read, judged, at),
    ...withoutBasis(read, at),
    ...(tolls === undefined ? [] : read.flatMap((each) => figures(each, document, tolls, at))),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

type At = (
  rule: WordingRule,
  from: number,
  to: number,
  more?: Pick<WordingFinding, 'other' | 'now'>,
) => WordingFinding;

/** Leads positions of the mirror back to the text. */
function finder({ mirror }: Document): At {
  return (rule, from, to, more = {}) => {
    const start = mirror.toText(from);
    // a sign that stands for several letters, as one for "0,", is taken whole
    const sign = String.fromCodePoint(mirror.text.codePointAt(start) ?? 0);
    const end = Math.max(mirror.toText(to), start + sign.length);
    const words = mirror.text.slice(start, end).trimEnd();
    return { rule, start, end: start + words.length, words, ...more };
  };
}

/** The same length: words between double quotes, of three letters or more, become blanks. */
function withoutQuotes(folded: string): string {
  return folded.replace(
    /"[^"\n]{3,}"|https?:\S+|\]\([^)\n]*\)/g,
    (words) => `"${' '.repeat(words.length - 2)}"`,
  );
}

function mixedSentence({ sentence, likelihoods, confidences }: ReadSentence, at: At) {
  const [likelihood] = likelihoods;
  const [confidence] = confidences;
  if (likelihood === undefined || confidence === undefined) return [];
  const from = sentence.from + Math.min(likelihood.from, confidence.from);
  return [at('mixed-sentence', from, sentence.from + Math.max(likelihood.to, confidence.to))];
}

/** Each word of the row that the text uses less, or, when both are used alike, uses later. */
function mixedRows(read: readonly ReadSentence[], judged: string, at: At) {
  const hits = read.flatMap(({ sentence, likelihoods }) =>
    likelihoods.map((hit) => ({
      ...hit,
      from: sentence.from + hit.from,
      to: sentence.from + hit.to,
    })),
  );
  const rows = [1, 2].map((row) => hits.filter((hit) => hit.row === row));
  const [first = [], second = []] = rows;
  if (first.length === 0 || second.length === 0 || hasDisclaimer(judged)) return [];
  const startsFirst = (first[0]?.from ?? 0) < (second[0]?.from ?? 0);
  const isFirstMain = first.length === second.length ? startsFirst : first.length > second.length;
  const [main, odd] = isFirstMain ? [first, second] : [second, first];
  const [sample] = main;
  const other = sample === undefined ? '' : at('mixed-rows', sample.from, sample.to).words;
  return odd.map((hit) => at('mixed-rows', hit.from, hit.to, { other }));
}

/**
 * A judgement needs its reason in the same paragraph, or in those after it up to the next judgement
 * (a list of what speaks for it). One finding a paragraph, on the words that judge.
 */
function withoutBasis(read: readonly ReadSentence[], at: At) {
  const paragraphs = paragraphsOf(read);
  const judging = paragraphs.map((sentences) =>
    sentences
      .flatMap(({ sentence, judged, likelihoods }) =>
        [...likelihoods, ...judgementsIn(judged)].map(({ from, to }) => ({
          from: sentence.from + from,
          to: sentence.from + to,
        })),
      )
      .sort((a, b) => a.from - b.from)
      .at(0),
  );
  return judging.flatMap((words, index) => {
    if (words === undefined) return [];
    const rest = judging.slice(index + 1);
    const next = rest.findIndex((each) => each !== undefined);
    const end = next < 0 ? paragraphs.length : index + 1 + next;
    const isBased = paragraphs
      .slice(index, end)
      .some((sentences) => sentences.some(({ folded }) => hasBasis(folded)));
    return isBased ? [] : [at('no-basis', words.from, words.to)];
  });
}

/** Sentences by paragraph, headings left out. */
function paragraphsOf(read: readonly ReadSentence[]): readonly (readonly ReadSentence[])[] {
  const paragraphs = new Map<number, ReadSentence[]>();
  for (const each of read) {
    if (each.sentence.isHeading) continue;
    const held = paragraphs.get(each.sentence.paragraph);
    if (held === undefined) paragraphs.set(each.sentence.paragraph, [each]);
    else held.push(each);
  }
  return [...paragraphs.values()];
}

function figures(
  { sentence, folded }: ReadSentence,
  document: Document,
  tolls: readonly KnownToll[],
  at: At,
): WordingFinding[] {
  if (isBackground(folded)) return [];
  const attributed = isAttributed(folded);
  return figuresOf(sentence, document).flatMap((figure) => {
    const { same, now } = matchOf(figure, tolls);
    const current = same.filter(({ isReplaced }) => !isReplaced);
    if (current.length > 0) {
      const isFact = current.some(({ isConfirmed }) => isConfirmed);
      return isFact || attributed ? [] : [at('claim-as-fact', figure.from, figure.to)];
    }
    const rule = same.length > 0 ? 'toll-replaced' : 'toll-unknown';
    return [at(rule, figure.from, figure.to, { now })];
  });
}
