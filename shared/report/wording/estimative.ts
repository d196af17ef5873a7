/** Words of judgement as a text has them: ICD-203's two rows of likelihood, confidence, "we assess". Pure. */

/** Span in the folded text of a mirror, `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word of likelihood; `row` null for words that go with either row. */
export interface LikelihoodHit extends Span {
  readonly row: 1 | 2 | null;
}

/** Longest first: an alternation takes the first that fits. Accents folded. */
const firstRow = [
  'almost no chance',
  'very unlikely',
  'very likely',
  'unlikely',
  'roughly even chance',
  'likely',
  'almost certain(?:ly)?',
  'presque aucune chance',
  'tres improbables?',
  'tres probable(?:s|ment)?',
  'environ une chance sur deux',
  'improbables?',
  'probable(?:s|ment)?',
  'presque certaine?(?:s|ment)?',
];
const secondRow = [
  'remote (?:chance|possibility|likelihood)',
  'highly improbabl[ey]',
  'highly probabl[ey]',
  'improbably',
  'roughly even odds',
  'probably',
  'nearly certain(?:ly)?',
  'chances? infimes?',
  'hautement improbables?',
  'hautement probables?',
  'chances? (?:a peu pres )?egales',
  '(?:hautement |tres |peu )?vraisemblable(?:s|ment)?',
  'quasi[- ]certaine?s?',
  'quasiment certaine?s?',
];
/** "improbable" and "probable" are words of the second row in English and of the first in French. */
const eitherLanguage = ['improbable', 'probable'];
const noRow = [
  'presque exclue?s?',
  '(?:tres |fort )?peu probables?',
  'fort probables?',
  'a peu pres une chance sur deux',
];

const confidence = [
  '(?:very )?(?:low|moderate|high) confidence',
  'confidence (?:level )?(?:in (?:\\p{L}+ ){1,4})?(?:is|remains) (?:very )?(?:low|moderate|high)',
  '(?:faible|haute|grande) confiance',
  '(?:niveau de |degre de )?confiance (?:(?:dans|en|envers|a l.egard de) (?:\\p{L}+ ){1,4})?(?:est |reste )?(?:faible|moderee?|moyenne?|elevee?|forte)',
];

const judging = [
  '(?:we|i) (?:assess|judge|believe|expect|estimate)',
  'our (?:assessment|judgement|judgment)',
  '(?:it is|this is) assessed',
  'nous (?:estimons|jugeons|pensons|evaluons|considerons)',
  'notre (?:appreciation|evaluation|jugement)',
  'a notre avis',
];

const whole = (list: readonly string[]) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.join('|')})(?![\\p{L}\\p{N}])`, 'gu');

const likelihoodPattern = whole([...noRow, ...secondRow, ...firstRow, ...eitherLanguage]);
const secondPattern = new RegExp(`^(?:${secondRow.join('|')})$`, 'u');
const neutralPattern = new RegExp(`^(?:${noRow.join('|')})$`, 'u');
const confidencePattern = whole(confidence);
const judgingPattern = whole(judging);
/** A text that says that the words mean the same may use both rows. */
const disclaimer =
  /\b(?:interchangeabl[ey]|mean the same|same meaning|synonymous|meme sens|signifient la meme chose|synonymes)\b/u;

/** Words of likelihood in order. */
export function likelihoodsIn(folded: string, lang: 'en' | 'fr'): readonly LikelihoodHit[] {
  return Array.from(folded.matchAll(likelihoodPattern), ({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
    row: rowOf(words, lang),
  }));
}

function rowOf(words: string, lang: 'en' | 'fr'): 1 | 2 | null {
  if (neutralPattern.test(words)) return null;
  if (/^(?:im)?probable$/u.test(words)) return lang === 'en' ? 2 : 1;
  return secondPattern.test(words) ? 2 : 1;
}

export function confidencesIn(folded: string): readonly Span[] {
  return spansOf(folded, confidencePattern);
}

/** "We assess", "nous estimons". */
export function judgementsIn(folded: string): readonly Span[] {
  return spansOf(folded, judgingPattern);
}

/** Whether the text says that both rows of words mean the same. */
export function hasDisclaimer(folded: string): boolean {
  return disclaimer.test(folded);
}

function spansOf(folded: string, pattern: RegExp): readonly Span[] {
  return Array.from(folded.matchAll(pattern), ({ index, 0: words }) => ({
    from: index,
    to: index + words.length,
  }));
}
