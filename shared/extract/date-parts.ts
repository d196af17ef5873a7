/** What a date in a text is, and what its rules share. */
import { addDays, type Day, daysInMonth, dayText, isDay, splitDay } from '../lib/days.ts';
import type { Token } from './tokens.ts';

export interface DateMention {
  /** Token positions within the sentence, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly edtf: string | null;
  /** First and last day it can mean; null = open or unknown. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
  readonly why: string;
  /** "the same day", "the next day": points at the date told before. */
  readonly isAnaphor: boolean;
  readonly isFuture: boolean;
}

/** What relative words count from. */
export interface Anchor {
  /** Day of publication, null when it is not known to the day. */
  readonly published: Day | null;
  /** Year of publication, null when unknown. */
  readonly year: number | null;
  /** The event date told before in the text, for "the next day". */
  readonly told: Day | null;
}

export const weekdayNames = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

export function weekdayOf(day: Day): number {
  const { year, month, day: date } = splitDay(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

export function one(day: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return { edtf: day, earliest: day, latest: day };
}
export function span(from: Day, to: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return { edtf: `${from}/${to}`, earliest: from, latest: to };
}
export function anyOf(from: Day, to: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return from === to ? one(from) : { edtf: `[${from}..${to}]`, earliest: from, latest: to };
}
export function month(
  year: number,
  number: number,
): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  const first = dayText(year, number, 1);
  return {
    edtf: first.slice(0, 7),
    earliest: first,
    latest: dayText(year, number, daysInMonth(year, number)),
  };
}
export const unknown = { edtf: null, earliest: null, latest: null } as const;

/** The last such weekday on or before a day; strictly before with `strict`. */
export function lastWeekday(weekday: number, day: Day, strict: boolean): Day {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return addDays(day, -(back === 0 && strict ? 7 : back));
}

export type Found = Omit<DateMention, 'isAnaphor' | 'isFuture'> &
  Partial<Pick<DateMention, 'isAnaphor' | 'isFuture'>>;
export type Rule = (tokens: readonly Token[], at: number, anchor: Anchor) => Found | undefined;

export const w = (tokens: readonly Token[], at: number) => tokens[at]?.word ?? '';
export const number = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  return token?.isNumber && /^\d{1,4}$/.test(token.plain) ? Number(token.plain) : undefined;
};
export const yearAt = (tokens: readonly Token[], at: number) => {
  const value = number(tokens, at);
  return value !== undefined && value >= 1900 && value <= 2100 ? value : undefined;
};

/** Year of a day and month without one: the nearest not later than a week after publication. */
export function guessYear(
  anchor: Anchor,
  monthNumber: number,
  date: number,
  weekday: number | undefined,
): number | undefined {
  const { published, year } = anchor;
  if (published === null) return year ?? undefined;
  const own = splitDay(published).year;
  const limit = addDays(published, 7);
  const fits = [own + 1, own, own - 1, own - 2, own - 3].filter(
    (y) => date <= daysInMonth(y, monthNumber) && dayText(y, monthNumber, date) <= limit,
  );
  return (
    fits.find(
      (y) => weekday === undefined || weekdayOf(dayText(y, monthNumber, date)) === weekday,
    ) ?? fits[0]
  );
}

export function dayMonth(
  start: number,
  end: number,
  date: number,
  monthNumber: number,
  year: number | undefined,
  weekday: number | undefined,
  anchor: Anchor,
): Found | undefined {
  if (date < 1 || date > 31) return undefined;
  const guessed = year ?? guessYear(anchor, monthNumber, date, weekday);
  if (guessed === undefined)
    return {
      start,
      end,
      ...unknown,
      why: 'A day without a year, and the year of publication is not known.',
    };
  const day = dayText(guessed, monthNumber, date);
  if (!isDay(day)) return undefined;
  const isFuture = anchor.published !== null && day > anchor.published;
  const why =
    year === undefined
      ? `The text gives no year; ${guessed} follows from the day of publication.`
      : 'Written out in the text.';
  return { start, end, ...one(day), why, isFuture };
}
