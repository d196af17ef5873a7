/**
 * Calendar days as text `YYYY-MM-DD`, years 0000 to 9999, proleptic Gregorian. Text of this form
 * sorts as the days do. No time zones: a day is the one the source names.
 */
export type Day = string;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? 0);
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

export function dayText(year: number, month: number, day: number): Day {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function splitDay(day: Day): { year: number; month: number; day: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = splitDay(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day `count` days later (earlier when negative), held within the years 0000–9999. */
export function addDays(day: Day, count: number): Day {
  const parts = splitDay(day);
  const date = new Date(0);
  // setUTCFullYear, because Date.UTC reads the years 0–99 as 1900–1999
  date.setUTCFullYear(parts.year, parts.month - 1, parts.day + count);
  return clamp(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** First day of the month `count` months later, held within the years 0000–9999. */
export function firstOfMonth(day: Day, count: number): Day {
  const parts = splitDay(day);
  const months = parts.year * 12 + parts.month - 1 + count;
  return clamp(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1);
}

/** Last day of the month `count` months later, held within the years 0000–9999. */
export function lastOfMonth(day: Day, count: number): Day {
  const first = splitDay(firstOfMonth(day, count));
  return dayText(first.year, first.month, daysInMonth(first.year, first.month));
}

function clamp(year: number, month: number, day: number): Day {
  if (year < 0) return '0000-01-01';
  if (year > 9999) return '9999-12-31';
  return dayText(year, month, day);
}
