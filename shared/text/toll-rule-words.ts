/** The rule that gave a range, in one line of plain words. */
import { wordBounds } from '../domain/toll.ts';
import type { TollSummary } from '../domain/toll-types.ts';
import type { Qualifier } from '../domain/vocabulary.ts';
import { labels } from './index.ts';
import type { Lang } from './lang.ts';
import { figureWords, numberWords, spanWords } from './toll-words.ts';

interface RuleText {
  readonly none: string;
  readonly silentOnly: string;
  readonly one: string;
  readonly oneOrigin: (claims: number) => string;
  readonly span: (claims: number, origins: number) => string;
  readonly wordsOnly: (readings: string) => string;
  readonly heavyOnly: string;
  readonly apart: (atMost: string, atLeast: string) => string;
  readonly best: (grade: string, figure: string) => string;
  readonly replaced: (count: number) => string;
  readonly silent: (count: number) => string;
  readonly denied: (count: number) => string;
  readonly reading: (word: string, bounds: string) => string;
  readonly semicolon: string;
}

const texts: { readonly [L in Lang]: RuleText } = {
  en: {
    none: 'No claim gives a figure',
    silentOnly: 'A source says that no figure was given; that is not a zero',
    one: 'Figure of one claim',
    oneOrigin: (claims) => `${claims} claims of one origin count as one`,
    span: (claims, origins) =>
      `Lowest and highest of ${claims} claims of ${origins} origins, nothing averaged`,
    wordsOnly: (readings) => `Words only: ${readings}`,
    heavyOnly: 'Sources speak of heavy losses and give no figure',
    apart: (atMost, atLeast) => `Claims disagree: at most ${atMost} and at least ${atLeast}`,
    best: (grade, figure) => `best graded ${grade}, ${figure}`,
    replaced: (count) => `${count} replaced`,
    silent: (count) => `${count} without figure`,
    denied: (count) => `${count} denied`,
    reading: (word, bounds) => `“${word}” is read as ${bounds}`,
    semicolon: '; ',
  },
  fr: {
    none: 'Aucune allégation ne donne de chiffre',
    silentOnly: 'Une source dit qu’aucun chiffre n’a été donné\u202f; ce n’est pas un zéro',
    one: 'Chiffre d’une seule allégation',
    oneOrigin: (claims) => `${claims} allégations d’une seule origine comptent pour une`,
    span: (claims, origins) =>
      `Du plus bas au plus haut de ${claims} allégations de ${origins} origines, sans moyenne`,
    wordsOnly: (readings) => `Des mots seulement\u00a0: ${readings}`,
    heavyOnly: 'Les sources parlent de lourdes pertes sans donner de chiffre',
    apart: (atMost, atLeast) =>
      `Les allégations se contredisent\u00a0: au plus ${atMost} et au moins ${atLeast}`,
    best: (grade, figure) => `la mieux cotée ${grade}, ${figure}`,
    replaced: (count) => (count > 1 ? `${count} remplacées` : '1 remplacée'),
    silent: (count) => `${count} sans chiffre`,
    denied: (count) => (count > 1 ? `${count} démenties` : '1 démentie'),
    reading: (word, bounds) => `«\u00a0${word}\u00a0» se lit ${bounds}`,
    semicolon: '\u202f; ',
  },
};

/**
 * "Lowest and highest of 3 claims of 2 origins, nothing averaged; best graded B3, dozens; 1 replaced,
 * 1 without figure."
 */
export function ruleWords(summary: TollSummary, lang: Lang): string {
  const t = texts[lang];
  const counts = [
    summary.replaced > 0 ? t.replaced(summary.replaced) : null,
    summary.silent > 0 && summary.rule !== 'no-figure-only' ? t.silent(summary.silent) : null,
    summary.denied > 0 ? t.denied(summary.denied) : null,
  ].filter((part) => part !== null);
  const parts = [base(summary, lang), bestPart(summary, lang), counts.join(', ')];
  return `${parts.filter((part) => part !== null && part !== '').join(t.semicolon)}.`;
}

function base(summary: TollSummary, lang: Lang): string {
  const t = texts[lang];
  const { apart, claims, counted } = summary;
  if (apart !== null) {
    return t.apart(numberWords(apart.atMost, lang), numberWords(apart.atLeast, lang));
  }
  switch (summary.rule) {
    case 'none':
      return t.none;
    case 'no-figure-only':
      return t.silentOnly;
    case 'vague-only': {
      const readings = summary.vague.flatMap((word) => readingOf(word, lang));
      return readings.length === 0 ? t.heavyOnly : t.wordsOnly(readings.join(', '));
    }
    case 'single-claim':
      return claims > 1 ? t.oneOrigin(claims) : t.one;
    case 'span-of-claims':
      return t.span(claims, counted);
  }
}

function readingOf(word: Qualifier, lang: Lang): string[] {
  const bounds = wordBounds[word];
  if (bounds === undefined) return [];
  const name = labels(lang).qualifiers[word].toLocaleLowerCase(lang);
  return [texts[lang].reading(name, spanWords(bounds.low, bounds.high, lang))];
}

/** Only where there is something to choose from. */
function bestPart(summary: TollSummary, lang: Lang): string | null {
  const { best, bestGrade, bestQualifier, claims } = summary;
  if (best === null || bestGrade === null || claims < 2) return null;
  const isWord = bestQualifier !== null && wordBounds[bestQualifier] !== undefined;
  const figure = isWord
    ? labels(lang).qualifiers[bestQualifier].toLocaleLowerCase(lang)
    : bestQualifier === null
      ? spanWords(best.low, best.high, lang)
      : figureWords({ ...best, qualifier: bestQualifier }, lang);
  return texts[lang].best(bestGrade, figure);
}
