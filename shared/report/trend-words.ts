/** Figures of the trend note in words and cells. Pure. */
import { changeLevel } from '../domain/period.ts';
import type { TollTotal } from '../domain/toll-total.ts';
import type { Lang } from '../text/lang.ts';
import { numberWords } from '../text/toll-words.ts';
import { productText } from './product-text.ts';

export const end = (text: string) => ({ text, align: 'end' as const });
export const round = (value: number) => Math.round(value * 10) / 10;

/** `+40 %, large increase`; few incidents have no percentage that means anything. */
export function changeWords(now: number, mean: number, lang: Lang): string {
  const level = productText(lang).change(changeLevel(now, mean));
  if (mean === 0 || (mean <= 2 && now <= 5)) return level;
  const percent = Math.round(((now - mean) / mean) * 100);
  const sign = percent > 0 ? '+' : percent < 0 ? '−' : '';
  const space = lang === 'fr' ? '\u00a0' : '';
  return `${sign}${numberWords(Math.abs(percent), lang)}${space}%, ${level}`;
}

export function bestWords({ low, named }: TollTotal, lang: Lang): string {
  return low === named
    ? numberWords(low, lang)
    : `${numberWords(low, lang)}–${numberWords(named, lang)}`;
}

/** `200`, `200+` where some figure is open. */
export function highWords({ high, named }: TollTotal, lang: Lang): string {
  return high === null ? `${numberWords(named, lang)}+` : numberWords(named, lang);
}
