/** Dates as data files spell them. Months in English or French; numbers are never guessed. Pure. */
import { fold } from '../lib/fold.ts';
import type { DateOrder } from './table-fields.ts';

/** Beginnings of the names of months in English and French, folded. */
const months = [
  ...['jan', 'feb|fev', 'mar', 'apr|avr', 'may|mai', 'jun|juin'],
  ...['jul|juil', 'aug|aou', 'sep', 'oct', 'nov', 'dec'],
].map((names) => new RegExp(`^(?:${names})`));

export type ReadDay =
  | { readonly day: string }
  | { readonly problem: 'date-unreadable' | 'date-ambiguous' };

const unreadable: ReadDay = { problem: 'date-unreadable' };

/** Two digits of a year: ACLED begins in 1997, so 70–99 are of the last century. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

function iso(year: number, month: number, day: number): ReadDay {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { day: date.toISOString().slice(0, 10) } : unreadable;
}

const isoPattern = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const namedPattern = /^(\d{1,2})(?:er)?[ -](\p{L}{3,9})[., -]+(\d{4}|\d{2})$/iu;
const monthFirstPattern = /^(\p{L}{3,9})\.? (\d{1,2}),? (\d{4})$/iu;
/** A workbook's number of a day, as 41712: from 1954 to 2064. */
const serialPattern = /^([2-5]\d{4})(?:\.\d+)?$/;
const numberPattern = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

function named(day: string, name: string, year: string): ReadDay {
  const words = fold(name);
  const month = months.findIndex((pattern) => pattern.test(words)) + 1;
  return month === 0 ? unreadable : iso(fullYear(year), month, Number(day));
}

/**
 * `2023-02-16`, `16 May 2025`, `16-Feb-21`, `May 16, 2025`, `16-05-2025` (day first, as ACLED writes it
 * with dashes); `02/01/1997` by `order`; `41712` as a workbook counts days. Answers an ISO day.
 */
export function readDay(text: string, order: DateOrder): ReadDay {
  const trimmed = text.trim();
  const isoDay = isoPattern.exec(trimmed);
  if (isoDay) return iso(Number(isoDay[1]), Number(isoDay[2]), Number(isoDay[3]));
  const withName = namedPattern.exec(trimmed);
  if (withName) return named(withName[1] ?? '', withName[2] ?? '', withName[3] ?? '');
  const monthFirst = monthFirstPattern.exec(trimmed);
  if (monthFirst) return named(monthFirst[2] ?? '', monthFirst[1] ?? '', monthFirst[3] ?? '');
  const serial = serialPattern.exec(trimmed);
  if (serial) return { day: dayOfSerial(Number(serial[1])) };
  const numbers = numberPattern.exec(trimmed);
  if (!numbers) return unreadable;
  const [, first = '', mark = '', second = '', year = ''] = numbers;
  const a = Number(first);
  const b = Number(second);
  if (order === 'month-first' || (order === 'none' && b > 12)) return iso(Number(year), a, b);
  if (order === 'day-first' || mark === '-' || a > 12 || a === b) return iso(Number(year), b, a);
  return { problem: 'date-ambiguous' };
}

/**
 * The order that a file's own dates prove: one of them goes one way only and none the other way only.
 * `none` when nothing proves it.
 */
export function provenOrder(dates: Iterable<string>): DateOrder {
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const text of dates) {
    const numbers = numberPattern.exec(text.trim());
    if (!numbers || numbers[2] === '-') continue;
    if (Number(numbers[1]) > 12) isDayFirst = true;
    if (Number(numbers[3]) > 12) isMonthFirst = true;
  }
  if (isDayFirst === isMonthFirst) return 'none';
  return isDayFirst ? 'day-first' : 'month-first';
}

const dayMs = 86_400_000;

/** Day 1 is the first of 1900, and a 29 February of 1900 that never was is counted too. */
function dayOfSerial(serial: number): string {
  return new Date((serial - 25_569) * dayMs).toISOString().slice(0, 10);
}

/** Two ISO days as EDTF: one day, a whole month or year where they are its ends, or a span. */
export function spanEdtf(first: string, last: string): string {
  if (first === last) return first;
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  const month = first.slice(0, 7);
  const isMonth = first.endsWith('-01') && last.startsWith(month);
  if (isMonth && shifted(last, 1).endsWith('-01')) return month;
  return `${first}/${last}`;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/**
 * A day of a given precision as EDTF (standards §3.6): 1 that day; 2 the week in whose middle it lies,
 * three days either way; 3 its month.
 */
export function edtfOf(day: string, precision: 1 | 2 | 3): string {
  if (precision === 1) return day;
  return precision === 2 ? `${shifted(day, -3)}/${shifted(day, 3)}` : day.slice(0, 7);
}
