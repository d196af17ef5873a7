import type { Lang } from '../text/lang.ts';
import { type ProductText, productTextEn } from './text/products-en.ts';
import { productTextFr } from './text/products-fr.ts';

/** Fixed words of situation report, chronology and profile in a language. */
export function productText(lang: Lang): ProductText {
  return lang === 'fr' ? productTextFr : productTextEn;
}
