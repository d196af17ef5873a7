// ICD-203: a degree of likelihood and a level of confidence must not stand in the same sentence. Pure.
import { fold } from '../../shared/lib/fold.ts';

/** Both rows of the directive's scale and their usual French words, accents folded. */
const likelihood = [
  'almost no chance',
  'remote chance',
  'very unlikely',
  'highly improbable',
  'unlikely',
  'improbabl[ey]',
  'roughly even (?:chance|odds)',
  'likely',
  'probabl[ey]',
  'almost certain(?:ly)?',
  'nearly certain(?:ly)?',
  'presque exclu[es]*',
  '(?:tres |peu |fort )?(?:im)?probable(?:ment)?',
  'a peu pres une chance sur deux',
  'environ une chance sur deux',
  'chances? (?:a peu pres )?egales',
  'quasi[- ]certaine?(?:ment)?',
  'presque certaine?(?:ment)?',
];

const confidence = [
  '(?:low|moderate|high) confidence',
  'confidence (?:is|level is|remains) (?:low|moderate|high)',
  '(?:faible|haute|grande) confiance',
  '(?:niveau de |degre de )?confiance (?:est |reste )?(?:faible|moderee?|moyenne?|elevee?|forte)',
];

const likelihoodPattern = new RegExp(`(?<![\\p{L}])(?:${likelihood.join('|')})(?![\\p{L}])`, 'u');
const confidencePattern = new RegExp(`(?<![\\p{L}])(?:${confidence.join('|')})(?![\\p{L}])`, 'u');

/** Sentences of a note, in English or French, that carry both; empty when the note keeps the rule. */
export function mixedSentences(body: string): readonly string[] {
  return body
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => {
      const folded = fold(sentence);
      return likelihoodPattern.test(folded) && confidencePattern.test(folded);
    });
}
