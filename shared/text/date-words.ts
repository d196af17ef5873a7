/** Dates in doubt as a reader meets them: `11 May 2025`, `c. 11 May 2025`, `11–13 mai 2025`. */

import {
  type Edtf,
  type EdtfDate,
  type EdtfEnd,
  type EdtfRange,
  parseEdtf,
} from '../domain/edtf.ts';
import { assertNever } from '../lib/assert-never.ts';
import { splitDay } from '../lib/days.ts';
import type { Lang } from './lang.ts';

interface DateText {
  readonly months: readonly string[];
  readonly seasons: Readonly<Record<number, string>>;
  readonly dayOfMonth: (day: number) => string;
  readonly about: (text: string) => string;
  readonly before: (text: string) => string;
  readonly after: (text: string) => string;
  readonly unknownStart: (text: string) => string;
  readonly unknownEnd: (text: string) => string;
  readonly or: string;
  readonly decade: (years: string) => string;
  readonly doubt: string;
  readonly none: string;
}

const texts: { readonly [L in Lang]: DateText } = {
  en: {
    months:
      'January February March April May June July August September October November December'.split(
        ' ',
      ),
    seasons: { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' },
    dayOfMonth: (day) => String(day),
    about: (text) => `c. ${text}`,
    before: (text) => `on or before ${text}`,
    after: (text) => `on or after ${text}`,
    unknownStart: (text) => `until ${text}, start unknown`,
    unknownEnd: (text) => `from ${text}, end unknown`,
    or: 'or',
    decade: (years) => `${years}s`,
    doubt: '?',
    none: 'no date',
  },
  fr: {
    months:
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
        ' ',
      ),
    seasons: { 21: 'printemps', 22: 'été', 23: 'automne', 24: 'hiver' },
    dayOfMonth: (day) => (day === 1 ? '1er' : String(day)),
    about: (text) => `vers le ${text}`,
    before: (text) => `au plus tard le ${text}`,
    after: (text) => `au plus tôt le ${text}`,
    unknownStart: (text) => `jusqu’au ${text}, début inconnu`,
    unknownEnd: (text) => `à partir du ${text}, fin inconnue`,
    or: 'ou',
    decade: (years) => `années ${years}`,
    doubt: '\u202f?',
    none: 'sans date',
  },
};

/**
 * An EDTF text in words of the language. Null or empty reads "no date"; text outside the subset is
 * given back as it is, so that nothing is lost on screen.
 */
export function edtfWords(text: string | null, lang: Lang): string {
  if (text === null || text === '') return texts[lang].none;
  const parsed = parseEdtf(text);
  return parsed.ok ? wordsOf(parsed.value, lang) : text;
}

function wordsOf(edtf: Edtf, lang: Lang): string {
  switch (edtf.kind) {
    case 'date':
      return dateWords(edtf.date, lang);
    case 'interval':
      return intervalWords(edtf.start, edtf.end, lang);
    case 'one-of':
      return oneOfWords(edtf.members, lang);
    default:
      return assertNever(edtf, 'date');
  }
}

function dateWords(date: EdtfDate, lang: Lang): string {
  const t = texts[lang];
  const plain = plainWords(date, lang);
  const needsNoArticle = date.precision !== 'day' && lang === 'fr';
  const about = needsNoArticle ? `vers ${plain}` : t.about(plain);
  return (date.isApproximate ? about : plain) + (date.isUncertain ? t.doubt : '');
}

function plainWords(date: EdtfDate, lang: Lang): string {
  const t = texts[lang];
  const first = splitDay(date.first);
  switch (date.precision) {
    case 'day':
      return `${t.dayOfMonth(first.day)} ${t.months[first.month - 1]} ${first.year}`;
    case 'month':
      return `${t.months[first.month - 1]} ${first.year}`;
    case 'season':
      return `${t.seasons[date.season ?? 21]} ${first.year}`;
    case 'year':
      return String(first.year);
    case 'span':
      return spanWords(date, lang);
    default:
      return assertNever(date.precision, 'precision');
  }
}

function spanWords(date: EdtfDate, lang: Lang): string {
  const first = splitDay(date.first);
  const last = splitDay(date.last);
  const t = texts[lang];
  if (/^\d{3}X/.test(date.year)) return t.decade(String(first.year));
  if (first.year !== last.year) return `${first.year}–${last.year}`;
  if (date.text.replace(/[?~%]$/, '').length > 7) return daysWords(date.first, date.last, lang);
  return `${t.months[first.month - 1]}–${t.months[last.month - 1]} ${first.year}`;
}

function daysWords(from: string, to: string, lang: Lang): string {
  const t = texts[lang];
  const first = splitDay(from);
  const last = splitDay(to);
  const month = (value: number) => t.months[value - 1];
  const end = `${t.dayOfMonth(last.day)} ${month(last.month)} ${last.year}`;
  if (first.year !== last.year) {
    return `${t.dayOfMonth(first.day)} ${month(first.month)} ${first.year} – ${end}`;
  }
  if (first.month !== last.month)
    return `${t.dayOfMonth(first.day)} ${month(first.month)} – ${end}`;
  return `${t.dayOfMonth(first.day)}–${end}`;
}

function intervalWords(start: EdtfEnd, end: EdtfEnd, lang: Lang): string {
  const t = texts[lang];
  if (typeof start === 'string') {
    if (typeof end === 'string') return t.none;
    const words = dateWords(end, lang);
    if (start === 'unknown')
      return lang === 'fr' ? frenchTo(t.unknownStart(words), end) : t.unknownStart(words);
    return lang === 'fr' ? frenchTo(t.before(words), end) : t.before(words);
  }
  if (typeof end === 'string') {
    const words = dateWords(start, lang);
    const text = end === 'unknown' ? t.unknownEnd(words) : t.after(words);
    return lang === 'fr' ? frenchTo(text, start) : text;
  }
  const arePlain = [start, end].every((date) => !date.isApproximate && !date.isUncertain);
  if (arePlain && start.precision === 'day' && end.precision === 'day') {
    return start.first === end.first
      ? dateWords(start, lang)
      : daysWords(start.first, end.last, lang);
  }
  if (arePlain && start.precision === 'month' && end.precision === 'month') {
    const from = splitDay(start.first);
    const to = splitDay(end.first);
    if (from.year === to.year && from.month !== to.month) {
      return `${t.months[from.month - 1]}–${t.months[to.month - 1]} ${to.year}`;
    }
  }
  if (arePlain && start.precision === 'year' && end.precision === 'year') {
    return `${start.year}–${end.year}`;
  }
  return `${dateWords(start, lang)} – ${dateWords(end, lang)}`;
}

/** French says "le 13 mai" but "en mai 2025": the article goes where the date is no day. */
function frenchTo(text: string, date: EdtfDate): string {
  if (date.precision === 'day' && !date.isApproximate) return text;
  const asMonth = text
    .replace('au plus tard le ', 'au plus tard en ')
    .replace('au plus tôt le ', 'au plus tôt en ')
    .replace('jusqu’au ', date.isApproximate ? 'jusque ' : 'jusqu’en ')
    .replace('à partir du ', date.isApproximate ? 'à partir de ' : 'à partir de ');
  return date.isApproximate ? asMonth.replace('en vers', 'vers') : asMonth;
}

function oneOfWords(members: readonly EdtfRange[], lang: Lang): string {
  const t = texts[lang];
  const days = members.map((member) => (member.from === member.to ? member.from : null));
  const sameMonth = days.every(
    (day) =>
      day?.precision === 'day' && day.first.slice(0, 7) === members[0]?.from?.first.slice(0, 7),
  );
  const words = sameMonth
    ? days.map((day, index) => {
        const parts = splitDay(day?.first ?? '');
        const isLast = index === days.length - 1;
        return isLast && day ? plainWords(day, lang) : t.dayOfMonth(parts.day);
      })
    : members.map((member) => memberWords(member, lang));
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${t.or} ${last}`;
}

function memberWords(member: EdtfRange, lang: Lang): string {
  if (member.from === member.to && member.from !== null) return plainWords(member.from, lang);
  return intervalWords(member.from ?? 'open', member.to ?? 'open', lang);
}
