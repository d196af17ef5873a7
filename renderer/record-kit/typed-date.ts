// Reads a calendar date as analysts type it: `11 May 2025`, `11/5/2025`, `2025-05-11`, `mai 2025`.
// Numbers alone are read day first, as both languages of the page write them.
import { isDay } from '../../shared/lib/days.ts';

/** How exact the date must be: a day, or also a month or a year. */
export type Grain = 'day' | 'month' | 'year';

const monthNames = [
  ['jan', 'january', 'janv', 'janvier'],
  ['feb', 'february', 'fev', 'fevr', 'fevrier'],
  ['mar', 'march', 'mars'],
  ['apr', 'april', 'avr', 'avril'],
  ['may', 'mai'],
  ['jun', 'june', 'juin'],
  ['jul', 'july', 'juil', 'juillet'],
  ['aug', 'august', 'aout'],
  ['sep', 'sept', 'september', 'septembre'],
  ['oct', 'october', 'octobre'],
  ['nov', 'november', 'novembre'],
  ['dec', 'december', 'decembre'],
] as const;

function monthNumber(word: string): number | undefined {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\.$/, '');
  const index = monthNames.findIndex((names) => names.some((name) => name === plain));
  return index < 0 ? undefined : index + 1;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function day(year: number, month: number, date: number): string | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isDay(text) ? text : undefined;
}

function month(year: number, number: number): string | undefined {
  return number >= 1 && number <= 12 ? `${pad(year, 4)}-${pad(number, 2)}` : undefined;
}

/**
 * A typed date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, at least as exact as nothing more than `coarsest`
 * allows. Undefined when it is no such date.
 */
export function parseTypedDate(typed: string, coarsest: Grain = 'day'): string | undefined {
  const found = readDate(typed.trim().replace(/^(le|the)\s+/i, ''));
  if (found === undefined) return undefined;
  const parts = found.split('-').length;
  const least = { day: 3, month: 2, year: 1 }[coarsest];
  return parts >= least ? found : undefined;
}

function readDate(text: string): string | undefined {
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (iso !== null) {
    const year = Number(iso[1]);
    if (iso[2] === undefined) return pad(year, 4);
    if (iso[3] === undefined) return month(year, Number(iso[2]));
    return day(year, Number(iso[2]), Number(iso[3]));
  }
  const numeric = /^(\d{1,2})[/. ](\d{1,2})[/. ](\d{4})$/.exec(text);
  if (numeric !== null) return day(Number(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const shortMonth = /^(\d{1,2})[/.](\d{4})$/.exec(text);
  if (shortMonth !== null) return month(Number(shortMonth[2]), Number(shortMonth[1]));
  return readWords(text);
}

function readWords(text: string): string | undefined {
  const british = /^(\d{1,2})(?:st|nd|rd|th|er)?\s+(?:of\s+)?(\p{L}+\.?),?\s+(\d{4})$/iu.exec(text);
  if (british !== null) {
    const number = monthNumber(british[2] ?? '');
    return number === undefined ? undefined : day(Number(british[3]), number, Number(british[1]));
  }
  const american = /^(\p{L}+\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu.exec(text);
  if (american !== null) {
    const number = monthNumber(american[1] ?? '');
    return number === undefined ? undefined : day(Number(american[3]), number, Number(american[2]));
  }
  const monthOnly = /^(\p{L}+\.?)\s+(\d{4})$/u.exec(text);
  if (monthOnly !== null) {
    const number = monthNumber(monthOnly[1] ?? '');
    return number === undefined ? undefined : month(Number(monthOnly[2]), number);
  }
  return undefined;
}

/**
 * A day typed as the end of a period: a month or a year stands for its first or last day. Undefined for
 * nothing typed, `wrong` for what is no date.
 */
export function readDayBound(typed: string, end: 'start' | 'end'): string | undefined | 'wrong' {
  if (typed.trim() === '') return undefined;
  const date = parseTypedDate(typed, 'year');
  if (date === undefined) return 'wrong';
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return date;
  if (end === 'start') return `${year}-${month ?? '01'}-01`;
  const last = new Date(Date.UTC(Number(year), Number(month ?? '12'), 0)).getUTCDate();
  return `${year}-${month ?? '12'}-${last}`;
}
