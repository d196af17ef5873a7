/** Figures of tolls in words and signs. */
import type { TollSummary } from '../domain/toll-types.ts';
import type { Outcome, Party, Qualifier } from '../domain/vocabulary.ts';
import { labels } from './index.ts';
import type { Lang } from './lang.ts';

interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly qualifier: Qualifier;
}

const locales: { readonly [L in Lang]: string } = { en: 'en-GB', fr: 'fr-FR' };

export function numberWords(value: number, lang: Lang): string {
  return value.toLocaleString(locales[lang]);
}

/** `60`, `24–200`, `≥ 60`; a dash when there is no figure. */
export function spanWords(low: number | null, high: number | null, lang: Lang): string {
  if (low === null) return high === null ? '—' : `≤ ${numberWords(high, lang)}`;
  if (high === null) return `≥ ${numberWords(low, lang)}`;
  if (low === high) return numberWords(low, lang);
  return `${numberWords(low, lang)}–${numberWords(high, lang)}`;
}

/** One figure as its source gives it: `at least 60`, `dozens`, `no figure given`. */
export function figureWords(figure: Figure, lang: Lang): string {
  const l = labels(lang).qualifiers;
  const word = l[figure.qualifier].toLowerCase();
  const number = figure.low ?? figure.high;
  const isWord = ['several', 'dozens', 'hundreds', 'heavy', 'none-given'].includes(
    figure.qualifier,
  );
  if (isWord) {
    return number === null || figure.qualifier === 'none-given'
      ? word
      : `${word} (${spanWords(figure.low, figure.high, lang)})`;
  }
  if (number === null) return '—';
  if (figure.qualifier === 'exact' || figure.qualifier === 'between') {
    return spanWords(figure.low ?? number, figure.high ?? number, lang);
  }
  const shown = figure.qualifier === 'at-most' ? (figure.high ?? number) : number;
  if (figure.qualifier === 'about' && figure.high !== null && figure.high !== number) {
    return `${word} ${spanWords(number, figure.high, lang)}`;
  }
  return `${word} ${numberWords(shown, lang)}`;
}

/** `60 killed (military)`, `no figure given for killed (civilians)`. */
export function tollWords(
  toll: Figure & { readonly party: Party; readonly outcome: Outcome },
  lang: Lang,
): string {
  const l = labels(lang);
  const party = toll.party === 'unknown' ? '' : ` (${l.parties[toll.party].toLowerCase()})`;
  const outcome = l.outcomes[toll.outcome].toLowerCase();
  const figure = figureWords(toll, lang);
  if (toll.qualifier === 'none-given') {
    return lang === 'fr' ? `${outcome} : ${figure}${party}` : `${outcome}: ${figure}${party}`;
  }
  // "dizaines de tués", "lourdes pertes"
  if (toll.qualifier === 'heavy') return `${figure}${party}`;
  const takesDe = lang === 'fr' && (toll.qualifier === 'dozens' || toll.qualifier === 'hundreds');
  return `${figure}${takesDe ? ' de' : ''} ${outcome}${party}`;
}

/** The range of an incident in a table cell: `24–200`, `no figure`, a dash without any claim. */
export function summaryWords(summary: TollSummary | null, lang: Lang): string {
  if (summary === null) return '—';
  if (summary.low !== null) return spanWords(summary.low, summary.high, lang);
  const [word] = summary.vague;
  if (word !== undefined) return labels(lang).qualifiers[word].toLowerCase();
  return summary.noFigure ? noFigure[lang] : '—';
}

const noFigure: { readonly [L in Lang]: string } = { en: 'no figure', fr: 'aucun chiffre' };

/** The rule that gave a range, as one sentence. */
export function ruleWords(summary: TollSummary, lang: Lang): string {
  const { counted, given } = summary;
  const merged = given > counted;
  switch (summary.rule) {
    case 'none':
      return lang === 'fr' ? 'Aucune allégation ne donne de chiffre.' : 'No claim gives a figure.';
    case 'no-figure-only':
      return lang === 'fr'
        ? 'Une source dit qu’aucun chiffre n’a été donné ; ce n’est pas un zéro.'
        : 'A source says that no figure was given; that is not a zero.';
    case 'vague-only':
      return lang === 'fr'
        ? 'Les sources n’emploient que des mots ; « plusieurs » se lit 3–9, « des dizaines » 24–99, « des centaines » 200–999.'
        : 'Sources use words only; “several” is read as 3–9, “dozens” as 24–99, “hundreds” as 200–999.';
    case 'single-claim':
      return lang === 'fr'
        ? `Chiffre d’une seule origine${merged ? ` (${given} allégations)` : ''}.`
        : `Figure of a single origin${merged ? ` (${given} claims)` : ''}.`;
    case 'span-of-claims':
      return lang === 'fr'
        ? `Du plus bas au plus haut de ${counted} origines (${given} allégations) ; aucune moyenne.`
        : `Lowest to highest of ${counted} origins (${given} claims); nothing is averaged.`;
  }
}
