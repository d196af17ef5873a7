// Numbers, dates, sizes and lists as the reader's language writes them. Pure; no React.
import type { Lang } from './catalogue.ts';

const locale = { en: 'en-GB', fr: 'fr-FR' } as const;

export interface Formats {
  /** `1,234` or `1 234`. */
  readonly number: (value: number) => string;
  /** A calendar day `2025-05-11` as `11 May 2025`. Other text comes back as it is. */
  readonly day: (iso: string) => string;
  /** A moment in the laptop's time zone: `11 May 2025, 15:30`. */
  readonly moment: (iso: string) => string;
  /** Time of day of a moment: `15:30`. */
  readonly time: (iso: string) => string;
  /** Bytes as `1.2 MB`. */
  readonly bytes: (value: number) => string;
  /** `a, b and c`. */
  readonly list: (words: readonly string[]) => string;
  /** Name of a language by its BCP 47 tag. */
  readonly language: (tag: string) => string;
  /** Name of a country by its ISO 3166-1 code. */
  readonly country: (code: string) => string;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function makeBytes(lang: Lang): (value: number) => string {
  const formats = units.map(
    (unit, power) =>
      new Intl.NumberFormat(locale[lang], {
        style: 'unit',
        unit,
        unitDisplay: unit === 'byte' ? 'long' : 'short',
        maximumFractionDigits: power > 1 ? 1 : 0,
      }),
  );
  return (value) => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
    return formats[power]?.format(value / 1000 ** power) ?? String(value);
  };
}

function makeNames(lang: Lang, type: 'language' | 'region'): (code: string) => string {
  const names = new Intl.DisplayNames(locale[lang], { type });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      return code;
    }
  };
}

function makeFormats(lang: Lang): Formats {
  const number = new Intl.NumberFormat(locale[lang]);
  const dayFormat = new Intl.DateTimeFormat(locale[lang], { dateStyle: 'long', timeZone: 'UTC' });
  const momentFormat = new Intl.DateTimeFormat(locale[lang], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const timeFormat = new Intl.DateTimeFormat(locale[lang], { hour: '2-digit', minute: '2-digit' });
  const listFormat = new Intl.ListFormat(locale[lang], { type: 'conjunction' });
  const at = (format: Intl.DateTimeFormat) => (iso: string) => {
    const date = new Date(iso);
    return Number.isNaN(date.getTime()) ? iso : format.format(date);
  };
  return {
    number: (value) => number.format(value),
    day: (iso) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? at(dayFormat)(iso) : iso),
    moment: at(momentFormat),
    time: at(timeFormat),
    bytes: makeBytes(lang),
    list: (words) => listFormat.format(words),
    language: makeNames(lang, 'language'),
    country: makeNames(lang, 'region'),
  };
}

export const formats: { readonly [L in Lang]: Formats } = {
  en: makeFormats('en'),
  fr: makeFormats('fr'),
};
