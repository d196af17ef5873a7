import type { Lang } from '../text/lang.ts';
import { type FigureText, figureTextEn } from './text/figures-en.ts';
import { figureTextFr } from './text/figures-fr.ts';

/** Fixed words of figures in a language. */
export function figureText(lang: Lang): FigureText {
  return lang === 'fr' ? figureTextFr : figureTextEn;
}
