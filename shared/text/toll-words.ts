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

/** The range of an incident in a table cell: `24–200`, `≤ 20 / ≥ 100` where claims disagree, `no figure`, a dash without any claim. */
export function summaryWords(summary: TollSummary | null, lang: Lang): string {
  if (summary === null) return '—';
  const { apart } = summary;
  if (apart !== null) {
    return `≤ ${numberWords(apart.atMost, lang)} / ≥ ${numberWords(apart.atLeast, lang)}`;
  }
  if (summary.low !== null) return spanWords(summary.low, summary.high, lang);
  const [word] = summary.vague;
  if (word !== undefined) return labels(lang).qualifiers[word].toLowerCase();
  return summary.noFigure ? noFigure[lang] : '—';
}

const noFigure: { readonly [L in Lang]: string } = { en: 'no figure', fr: 'aucun chiffre' };

/** A total over incidents: `260`, `14–60`, `292–565 or more` where some figure is open. */
export function totalWords(total: TollSpan, lang: Lang): string {
  const { low, high, named } = total;
  const span = spanWords(low, named, lang);
  if (high !== null) return span;
  return lang === 'fr' ? `${span} ou plus` : `${span} or more`;
}

interface TollSpan {
  readonly low: number;
  readonly high: number | null;
  /** Sum of the highest figures named. */
  readonly named: number;
}
