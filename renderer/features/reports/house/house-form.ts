/** The form of the house style: what is typed, and the style it makes. Pure. */
import { faintColours, type HouseStyle } from '../../../../shared/report/house-style.ts';
import type { PageSize } from '../../../../shared/report/paper.ts';
import { type PatternProblem, patternProblem } from '../../../../shared/report/product-number.ts';
import type { Lang } from '../../../../shared/text/lang.ts';

export interface HouseForm {
  readonly organisation: string;
  readonly author: string;
  readonly number: string;
  readonly page: PageSize;
  readonly lang: Lang | null;
  readonly accent: string;
  readonly rule: string;
  readonly logo: string | null;
}

export function formOf(style: HouseStyle): HouseForm {
  return {
    organisation: style.organisation ?? '',
    author: style.author ?? '',
    number: style.number ?? '',
    page: style.page ?? 'A4',
    lang: style.lang,
    accent: style.accent ?? '',
    rule: style.rule ?? '',
    logo: style.logo,
  };
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** `#ABC` and `1f4e79` are colours too; undefined for what is none. */
export function colourOf(typed: string): string | null | undefined {
  const text = typed.trim().toLowerCase().replace(/^#/, '');
  if (text === '') return null;
  if (/^[0-9a-f]{3}$/.test(text)) return `#${[...text].map((sign) => sign + sign).join('')}`;
  return /^[0-9a-f]{6}$/.test(text) ? `#${text}` : undefined;
}

export type ColourProblem = 'none' | 'faint';

export interface Checked {
  /** Undefined while something is wrong. */
  readonly style: HouseStyle | undefined;
  readonly accent: ColourProblem | undefined;
  readonly rule: ColourProblem | undefined;
  readonly number: PatternProblem | undefined;
}

/** The style as typed, and what is wrong with it. */
export function checked(form: HouseForm): Checked {
  const colours = { accent: colourOf(form.accent), rule: colourOf(form.rule) };
  const known = { accent: colours.accent ?? null, rule: colours.rule ?? null };
  const faint = faintColours(known);
  const problem = (name: 'accent' | 'rule'): ColourProblem | undefined =>
    colours[name] === undefined ? 'none' : faint.includes(name) ? 'faint' : undefined;
  const pattern = orNull(form.number);
  const wrong = {
    accent: problem('accent'),
    rule: problem('rule'),
    number: pattern === null ? undefined : patternProblem(pattern),
  };
  const style = {
    organisation: orNull(form.organisation),
    author: orNull(form.author),
    number: pattern,
    page: form.page === 'A4' ? null : form.page,
    lang: form.lang,
    logo: form.logo,
    ...known,
  };
  const isWrong = Object.values(wrong).some((each) => each !== undefined);
  return { style: isWrong ? undefined : style, ...wrong };
}
