/**
 * Dates in doubt, as EDTF (ISO 8601-2:2019): level 0 days, months, years and intervals; level 1 `?`
 * `~` `%`, unspecified trailing digits, seasons, open and unknown interval ends; of level 2 the sets
 * `[…]` ("one of these"). What is left out, and how `~` widens: docs/decisions/0030.
 */
import {
  addDays,
  type Day,
  daysInMonth,
  dayText,
  firstOfMonth,
  isDay,
  lastOfMonth,
} from '../lib/days.ts';

export type EdtfPrecision = 'day' | 'month' | 'season' | 'year' | 'span';

/** One date, as precise as it is written. */
export interface EdtfDate {
  readonly text: string;
  /** `span`: digits are unspecified and it is no whole month or year, as `201X` or `2025-05-1X`. */
  readonly precision: EdtfPrecision;
  /** Four places, the last ones possibly X. */
  readonly year: string;
  /** 21 spring, 22 summer, 23 autumn, 24 winter (from December); null when it is no season. */
  readonly season: 21 | 22 | 23 | 24 | null;
  /** `?`: the source or its reading is doubtful. */
  readonly isUncertain: boolean;
  /** `~`: the date is near this one. `%` sets both. */
  readonly isApproximate: boolean;
  /** First and last day it can mean by its digits alone, before `~` widens. */
  readonly first: Day;
  readonly last: Day;
}

/** End of an interval: a date, `..` (open: goes on), or nothing (unknown). */
export type EdtfEnd = EdtfDate | 'open' | 'unknown';

export type Edtf =
  | { readonly kind: 'date'; readonly date: EdtfDate }
  | { readonly kind: 'interval'; readonly start: EdtfEnd; readonly end: EdtfEnd }
  /** One of several: each member a date (`from` = `to`) or a run of days; null is an open end. */
  | { readonly kind: 'one-of'; readonly members: readonly EdtfRange[] };

export interface EdtfRange {
  readonly from: EdtfDate | null;
  readonly to: EdtfDate | null;
}

/** Why a text is not in the subset. */
export type EdtfRefusal =
  | 'empty'
  | 'syntax'
  | 'no-such-day'
  | 'reversed'
  | 'says-nothing'
  | 'has-time'
  | 'year-out-of-range'
  | 'level-2';

export type EdtfResult =
  | { readonly ok: true; readonly value: Edtf }
  | { readonly ok: false; readonly reason: EdtfRefusal };

export interface EdtfBounds {
  /** First and last possible day, both included; null where it is open or unknown. */
  readonly earliest: Day | null;
  readonly latest: Day | null;
}

class Refused extends Error {
  readonly reason: EdtfRefusal;
  constructor(reason: EdtfRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Reads a text of the subset. White space is not part of EDTF and is refused. */
export function parseEdtf(text: string): EdtfResult {
  try {
    return { ok: true, value: parse(text) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

export function isValidEdtf(text: string): boolean {
  return parseEdtf(text).ok;
}

function parse(text: string): Edtf {
  if (text === '') throw new Refused('empty');
  if (/T\d/.test(text)) throw new Refused('has-time');
  if (/^[Yy]?-\d|[/[,]-\d|Y|\d{5}/.test(text)) throw new Refused('year-out-of-range');
  if (text.startsWith('{')) throw new Refused('level-2');
  if (text.startsWith('[')) return parseSet(text);
  const parts = text.split('/');
  if (parts.length === 1) return { kind: 'date', date: parseDate(text) };
  const [startText, endText] = parts;
  if (parts.length > 2 || startText === undefined || endText === undefined) {
    throw new Refused('syntax');
  }
  const start = parseEnd(startText);
  const end = parseEnd(endText);
  if (typeof start === 'string' && typeof end === 'string') throw new Refused('says-nothing');
  if (typeof start !== 'string' && typeof end !== 'string' && start.first > end.last) {
    throw new Refused('reversed');
  }
  return { kind: 'interval', start, end };
}

function parseEnd(text: string): EdtfEnd {
  if (text === '..') return 'open';
  return text === '' ? 'unknown' : parseDate(text);
}

function parseSet(text: string): Edtf {
  if (!text.endsWith(']')) throw new Refused('syntax');
  const parts = text.slice(1, -1).split(',');
  const members = parts.map((part, index): EdtfRange => {
    const dots = part.indexOf('..');
    if (dots < 0) {
      const date = parsePlain(part);
      return { from: date, to: date };
    }
    const from = dots === 0 ? null : parsePlain(part.slice(0, dots));
    const to = dots === part.length - 2 ? null : parsePlain(part.slice(dots + 2));
    if (from === null && to === null) throw new Refused('says-nothing');
    // an open end only makes sense at the outer ends of the list
    if (from === null && index > 0) throw new Refused('syntax');
    if (to === null && index < parts.length - 1) throw new Refused('syntax');
    if (from !== null && to !== null && from.first > to.last) throw new Refused('reversed');
    return { from, to };
  });
  return { kind: 'one-of', members };
}

function parsePlain(text: string): EdtfDate {
  const date = parseDate(text);
  if (date.isUncertain || date.isApproximate || date.season !== null) throw new Refused('level-2');
  return date;
}

const datePattern = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)$/;

function parseDate(text: string): EdtfDate {
  const match = datePattern.exec(text);
  if (match === null) throw new Refused(/[?~%S()]/.test(text.slice(0, -1)) ? 'level-2' : 'syntax');
  const [, year = '', month, day, mark = ''] = match;
  const digits = year + (month ?? '') + (day ?? '');
  if (digits.startsWith('X')) throw new Refused('says-nothing');
  // unspecified digits may only end a date: `1560-XX-25` is level 2
  if (/X\d/.test(digits)) throw new Refused('level-2');
  const common = {
    text,
    year,
    isUncertain: mark === '?' || mark === '%',
    isApproximate: mark === '~' || mark === '%',
  };
  const season = seasonOf(month, day);
  if (season !== null) {
    if (year.includes('X')) throw new Refused('level-2');
    const start = dayText(Number(year), (season - 20) * 3, 1);
    return { ...common, season, precision: 'season', first: start, last: lastOfMonth(start, 2) };
  }
  const span = spanOf(year, month, day);
  return { ...common, season: null, ...span };
}

function seasonOf(month: string | undefined, day: string | undefined): 21 | 22 | 23 | 24 | null {
  if (month === undefined || !/^\d\d$/.test(month)) return null;
  const code = Number(month);
  if (code === 21 || code === 22 || code === 23 || code === 24) {
    if (day !== undefined) throw new Refused('syntax');
    return code;
  }
  if (code >= 25 && code <= 41) throw new Refused('level-2');
  return null;
}

function spanOf(
  year: string,
  month: string | undefined,
  day: string | undefined,
): Pick<EdtfDate, 'precision' | 'first' | 'last'> {
  const low = (part: string) => Number(part.replaceAll('X', '0'));
  const high = (part: string) => Number(part.replaceAll('X', '9'));
  const isWhole = (part: string | undefined) => part === undefined || part === 'XX';
  if (isWhole(month)) {
    if (!isWhole(day)) throw new Refused('level-2');
    const precision = year.includes('X') ? 'span' : 'year';
    return { precision, first: dayText(low(year), 1, 1), last: dayText(high(year), 12, 31) };
  }
  const monthLow = Math.max(1, low(month ?? ''));
  const monthHigh = Math.min(12, high(month ?? ''));
  if (low(month ?? '') > 12 || monthHigh < 1) throw new Refused('no-such-day');
  const yearNumber = low(year);
  const length = daysInMonth(yearNumber, monthHigh);
  if (isWhole(day)) {
    const precision = monthLow === monthHigh ? 'month' : 'span';
    return {
      precision,
      first: dayText(yearNumber, monthLow, 1),
      last: dayText(yearNumber, monthHigh, length),
    };
  }
  const dayLow = Math.max(1, low(day ?? ''));
  const dayHigh = Math.min(length, high(day ?? ''));
  if (dayLow > length || dayHigh < 1) throw new Refused('no-such-day');
  return {
    precision: (day ?? '').includes('X') ? 'span' : 'day',
    first: dayText(yearNumber, monthLow, dayLow),
    last: dayText(yearNumber, monthHigh, dayHigh),
  };
}

/** Days either side that "about" adds to a day (docs/decisions/0030). */
const aboutDays = 2;

/** First and last day of one date with what `~` adds: 2 days, a month, or a span's own length. */
function dateBounds(date: EdtfDate): { readonly first: Day; readonly last: Day } {
  if (!date.isApproximate) return { first: date.first, last: date.last };
  switch (date.precision) {
    case 'day':
      return { first: addDays(date.first, -aboutDays), last: addDays(date.last, aboutDays) };
    case 'month':
    case 'season':
      return { first: firstOfMonth(date.first, -1), last: lastOfMonth(date.last, 1) };
    case 'year':
      return { first: firstOfMonth(date.first, -12), last: lastOfMonth(date.last, 12) };
    case 'span':
      return widenSpan(date);
  }
}

function widenSpan(date: EdtfDate): { first: Day; last: Day } {
  const unspecified = date.year.split('X').length - 1;
  if (unspecified > 0) {
    const months = 12 * 10 ** unspecified;
    return { first: firstOfMonth(date.first, -months), last: lastOfMonth(date.last, months) };
  }
  // `2025-1X~` by a month, `2025-05-1X~` by the days of "about"
  return date.text.length > 8
    ? { first: addDays(date.first, -aboutDays), last: addDays(date.last, aboutDays) }
    : { first: firstOfMonth(date.first, -1), last: lastOfMonth(date.last, 1) };
}

export function boundsOf(edtf: Edtf): EdtfBounds {
  switch (edtf.kind) {
    case 'date': {
      const { first, last } = dateBounds(edtf.date);
      return { earliest: first, latest: last };
    }
    case 'interval':
      return {
        earliest: typeof edtf.start === 'string' ? null : dateBounds(edtf.start).first,
        latest: typeof edtf.end === 'string' ? null : dateBounds(edtf.end).last,
      };
    case 'one-of': {
      // members may be listed in any order
      const firsts = edtf.members.map((member) => member.from?.first ?? null);
      const lasts = edtf.members.map((member) => member.to?.last ?? null);
      return { earliest: least(firsts, -1), latest: least(lasts, 1) };
    }
  }
}

function least(days: readonly (Day | null)[], sign: 1 | -1): Day | null {
  let found: Day | null | undefined;
  for (const day of days) {
    if (day === null) return null;
    if (found === undefined || found === null || (sign < 0 ? day < found : day > found))
      found = day;
  }
  return found ?? null;
}

/**
 * First and last day a date can mean, by our own rules. Both null for null, empty text and text
 * outside the subset: an incident then counts as undated.
 */
export function edtfBounds(text: string | null): EdtfBounds {
  const parsed = parseEdtf(text ?? '');
  return parsed.ok ? boundsOf(parsed.value) : { earliest: null, latest: null };
}

/** Whether a plain day, `YYYY-MM-DD`, that exists. */
export const isExactDay = isDay;
