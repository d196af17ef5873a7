// Figures in words: "at least 60", "about 200", "50–60", "dozens". Language comes in as functions.
import type { Toll } from '../../shared/domain/records.ts';
import type { TollSummary } from '../../shared/domain/toll-types.ts';
import type { Qualifier } from '../../shared/domain/vocabulary.ts';
import type { recordsEn } from '../text/en/records.ts';

export interface FigureLanguage {
  readonly number: (n: number) => string;
  readonly qualifier: (code: Qualifier) => string;
  readonly words: (typeof recordsEn)['tolls'];
}

/** The figure of one toll as its source states it. */
export function figureText(
  { qualifier, low, high }: Pick<Toll, 'qualifier' | 'low' | 'high'>,
  { number, qualifier: wordOf }: FigureLanguage,
): string {
  const span = spanText(low, high, number);
  switch (qualifier) {
    case 'exact':
    case 'between':
      return span ?? wordOf(qualifier);
    case 'at-least':
    case 'at-most':
    case 'about': {
      const n = span ?? '';
      return `${wordOf(qualifier).toLowerCase()} ${n}`.trim();
    }
    case 'several':
    case 'dozens':
    case 'hundreds':
    case 'heavy': {
      const word = wordOf(qualifier).toLowerCase();
      return span === undefined ? word : `${word} (${span})`;
    }
    case 'none-given':
      return wordOf(qualifier).toLowerCase();
  }
}

/** The computed range of an outcome: `60–200`, `60 or more`, `dozens`, `no figure given`. */
export function rangeText(summary: TollSummary, language: FigureLanguage): string {
  const { low, high, vague, noFigure } = summary;
  const { number, qualifier, words } = language;
  if (low !== null) {
    return high === null ? words.orMore(number(low)) : (spanText(low, high, number) ?? '');
  }
  if (vague.length > 0) return vague.map((code) => qualifier(code).toLowerCase()).join(', ');
  return noFigure ? words.noFigure : words.unknown;
}

function spanText(
  low: number | null,
  high: number | null,
  number: (n: number) => string,
): string | undefined {
  if (low !== null && high !== null && low !== high) return `${number(low)}–${number(high)}`;
  const one = low ?? high;
  return one === null ? undefined : number(one);
}
