/** Dates written out: days, months, years, runs of days, feasts. */
import { dayText, isDay } from '../lib/days.ts';
import {
  dayMonth,
  guessYear,
  month,
  number,
  one,
  type Rule,
  span,
  unknown,
  w,
  yearAt,
} from './date-parts.ts';
import type { Token } from './tokens.ts';
import { months, weekdays } from './words/calendar.ts';

export const isoDate: Rule = (tokens, at) => {
  const [y, m, d] = [yearAt(tokens, at), number(tokens, at + 1), number(tokens, at + 2)];
  if (
    y === undefined ||
    m === undefined ||
    d === undefined ||
    !(tokens[at + 1]?.isGlued || tokens[at + 1]?.gap === '/') ||
    !(tokens[at + 2]?.isGlued || tokens[at + 2]?.gap === '/') ||
    m > 12 ||
    m < 1
  )
    return undefined;
  const day = dayText(y, m, d);
  return isDay(day)
    ? { start: at, end: at + 3, ...one(day), why: 'Written out in the text.' }
    : undefined;
};

export const slashDate: Rule = (tokens, at) => {
  const [d, m, y] = [number(tokens, at), number(tokens, at + 1), yearAt(tokens, at + 2)];
  if (d === undefined || m === undefined || y === undefined) return undefined;
  if (tokens[at + 1]?.gap !== '/' || tokens[at + 2]?.gap !== '/' || m < 1 || m > 12)
    return undefined;
  const day = dayText(y, m, d);
  return isDay(day)
    ? { start: at, end: at + 3, ...one(day), why: 'Read as day/month/year.' }
    : undefined;
};

/** "12.02.2024", "12-02-2024": day, month, year. */
export const dottedDate: Rule = (tokens, at) => {
  const dotted = /^(\d{1,2})\.(\d{1,2})$/.exec(tokens[at]?.plain ?? '');
  const isDashed = tokens[at + 1]?.isGlued === true && tokens[at + 2]?.isGlued === true;
  const [d, m, yearFrom] = dotted
    ? [Number(dotted[1]), Number(dotted[2]), at + 1]
    : [number(tokens, at), number(tokens, at + 1), at + 2];
  const year = yearAt(tokens, yearFrom);
  if (d === undefined || m === undefined || year === undefined || m < 1 || m > 12) return undefined;
  if (dotted ? tokens[yearFrom]?.gap !== '.' : !isDashed) return undefined;
  const day = dayText(year, m, d);
  return isDay(day)
    ? { start: at, end: yearFrom + 1, ...one(day), why: 'Read as day, month, year.' }
    : undefined;
};

/** "le 5 courant", "le 5 de ce mois": of the month of publication. */
export const dayOfMonth: Rule = (tokens, at, anchor) => {
  const date = number(tokens, at);
  if (date === undefined || anchor.published === null) return undefined;
  const isThis = w(tokens, at + 1) === 'courant';
  const isMonth =
    w(tokens, at + 1) === 'de' && w(tokens, at + 2) === 'ce' && w(tokens, at + 3) === 'mois';
  if (!isThis && !isMonth) return undefined;
  const day = `${anchor.published.slice(0, 8)}${String(date).padStart(2, '0')}`;
  return isDay(day)
    ? {
        start: at,
        end: at + (isThis ? 2 : 4),
        ...one(day),
        why: 'A day of the month of publication.',
      }
    : undefined;
};

/** "22 February 2019", "lundi 19 aout", "1er mai", "the 3rd of June", "Sunday 11 May". */
export const dayFirst: Rule = (tokens, at, anchor) => {
  let i = at;
  const weekday = weekdays.get(w(tokens, i));
  if (weekday !== undefined) i += 1;
  if (w(tokens, i) === 'le' || w(tokens, i) === 'the') i += 1;
  const token = tokens[i];
  const match =
    token === undefined
      ? null
      : (/^(\d{1,2})(?:er|st|nd|rd|th)?$/.exec(token.word) ??
        (token.word === 'premier' ? ['1', '1'] : null));
  let date = match ? Number(match[1]) : undefined;
  if (date === undefined || !token) return undefined;
  i += 1;
  if (/^(?:er|st|nd|rd|th)$/.test(w(tokens, i)) && tokens[i]?.gap === '') i += 1;
  // "25-27 March", "5 et 6 mai", "du 5 au 6 mai": a run of days
  let last: number | undefined;
  const joint = w(tokens, i);
  if (tokens[i]?.isGlued && number(tokens, i) !== undefined) {
    last = number(tokens, i);
    i += 1;
  } else if (['et', 'au', 'and', 'to'].includes(joint)) {
    const skip = /^(?:le|the)$/.test(w(tokens, i + 1)) ? 2 : 1;
    if (number(tokens, i + skip) !== undefined && months.has(w(tokens, i + skip + 1))) {
      last = number(tokens, i + skip);
      i += skip + 1;
    }
  }
  if (w(tokens, i) === 'of' || w(tokens, i) === 'de') i += 1;
  const monthNumber = months.get(w(tokens, i));
  if (monthNumber === undefined || (w(tokens, i) === 'mar' && weekday !== undefined))
    return undefined;
  i += 1;
  const year = yearAt(tokens, i);
  if (year !== undefined) i += 1;
  if (last !== undefined && last > date) {
    const guessed = year ?? guessYear(anchor, monthNumber, date, undefined);
    if (guessed === undefined || last > 31) return undefined;
    const from = dayText(guessed, monthNumber, date);
    const to = dayText(guessed, monthNumber, last);
    if (isDay(from) && isDay(to))
      return { start: at, end: i, ...span(from, to), why: 'A run of days written in the text.' };
    date = last;
  }
  return dayMonth(at, i, date, monthNumber, year, weekday, anchor);
};

/** "May 11, 2025", "Feb. 22", "Sunday, May 11". */
export const monthFirst: Rule = (tokens, at, anchor) => {
  let i = at;
  const weekday = weekdays.get(w(tokens, i));
  if (weekday !== undefined) i += 1;
  const monthNumber = months.get(w(tokens, i));
  if (monthNumber === undefined || !tokens[i]?.isCapital) return undefined;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(w(tokens, i + 1));
  if (!match || /[;:]/.test(tokens[i + 1]?.gap ?? '')) return undefined;
  i += 2;
  // "March 1-5", "March 1 and 2", "March 1 to 5"
  const isJoint = /^(?:and|to)$/.test(w(tokens, i));
  const lastAt = tokens[i]?.isGlued ? i : isJoint ? i + 1 : -1;
  const last = lastAt < 0 ? undefined : number(tokens, lastAt);
  const isLast =
    last !== undefined && last > Number(match[1]) && last <= 31 && isEndOfRun(tokens, lastAt + 1);
  if (isLast) i = lastAt + 1;
  const year = yearAt(tokens, i);
  if (year !== undefined) i += 1;
  const first = dayMonth(at, i, Number(match[1]), monthNumber, year, weekday, anchor);
  const to = isLast ? dayMonth(at, i, last, monthNumber, year, undefined, anchor) : undefined;
  return first?.earliest && to?.latest
    ? { ...first, ...span(first.earliest, to.latest), why: 'A run of days written in the text.' }
    : first;
};

/** The number before `at` is a day, not a count: "March 1 and 2 soldiers" is none. */
function isEndOfRun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return (
    !next ||
    next.isNumber ||
    /[.,;:)\n]/.test(next.gap) ||
    /^(?:in|at|near|when|by|on|of|and|as|after|before|the|a|an|has|have|was|were)$/.test(next.word)
  );
}

/** "entre le 23 et le 31 mars", "du 5 au 11 aout 2024", "between 23 and 31 March", "from May 3 to May 5". */
export const dayRange: Rule = (tokens, at, anchor) => {
  if (!/^(?:between|entre|from|du|de)$/.test(w(tokens, at))) return undefined;
  let i = at + 1;
  const take = (list: RegExp) => {
    if (list.test(w(tokens, i))) i += 1;
  };
  take(/^(?:le|la|the)$/);
  if (weekdays.has(w(tokens, i))) i += 1;
  const first = number(tokens, i) ?? (/^1er$/.test(w(tokens, i)) ? 1 : undefined);
  if (first === undefined || first < 1 || first > 31) return undefined;
  i += 1;
  const ownMonth = months.get(w(tokens, i));
  if (ownMonth !== undefined) i += 1;
  if (!/^(?:and|et|to|au|a)$/.test(w(tokens, i))) return undefined;
  i += 1;
  take(/^(?:le|la|the|au)$/);
  if (weekdays.has(w(tokens, i))) i += 1;
  const last = number(tokens, i);
  if (last === undefined || last < 1 || last > 31) return undefined;
  i += 1;
  const lastMonth = months.get(w(tokens, i));
  if (lastMonth === undefined) return undefined;
  i += 1;
  const year = yearAt(tokens, i);
  if (year !== undefined) i += 1;
  const guessed = year ?? guessYear(anchor, lastMonth, last, undefined);
  if (guessed === undefined) return undefined;
  const from = dayText(guessed, ownMonth ?? lastMonth, first);
  const to = dayText(guessed, lastMonth, last);
  if (!isDay(from) || !isDay(to) || from >= to) return undefined;
  return { start: at, end: i, ...span(from, to), why: 'A run of days written in the text.' };
};

const feasts = (
  [
    ['new year s eve|saint sylvestre|reveillon du nouvel an', 12, 31],
    ['new year s day|new year day|jour de l an|nouvel an', 1, 1],
    ['christmas eve|veille de noel|reveillon de noel', 12, 24],
    ['christmas day|jour de noel', 12, 25],
  ] as const
).flatMap(([list, monthNumber, date]) =>
  list.split('|').map((text) => ({ words: text.split(' '), monthNumber, date })),
);

/** "New Year's Eve": the last one before publication. */
export const feast: Rule = (tokens, at, anchor) => {
  for (const { words, monthNumber, date } of feasts) {
    if (!words.every((word, i) => w(tokens, at + i) === word)) continue;
    const year = yearAt(tokens, at + words.length);
    const end = at + words.length + (year === undefined ? 0 : 1);
    return dayMonth(at, end, date, monthNumber, year, undefined, anchor);
  }
  return undefined;
};

export const monthYear: Rule = (tokens, at, anchor) => {
  const monthNumber = months.get(w(tokens, at));
  if (monthNumber === undefined) return undefined;
  const before = w(tokens, at - 1);
  const year = yearAt(tokens, at + 1);
  if (year !== undefined)
    return {
      start: at,
      end: at + 2,
      ...month(year, monthNumber),
      why: 'A month written out in the text.',
    };
  const isMonth = [
    'in',
    'en',
    'late',
    'early',
    'mid',
    'last',
    'this',
    'of',
    'since',
    'debut',
    'fin',
    'mi',
    'depuis',
    'since',
    'until',
  ].includes(before);
  const word = w(tokens, at);
  if (
    !isMonth ||
    ((word === 'may' || word === 'march' || word === 'mar') && !tokens[at]?.isCapital)
  )
    return undefined;
  const guessed = guessYear(anchor, monthNumber, 1, undefined);
  if (guessed === undefined)
    return { start: at, end: at + 1, ...unknown, why: 'A month without a year.' };
  return {
    start: at,
    end: at + 1,
    ...month(guessed, monthNumber),
    why: `The text gives no year; ${guessed} follows from the day of publication.`,
  };
};

export const yearOnly: Rule = (tokens, at) => {
  const year = yearAt(tokens, at);
  if (
    year === undefined ||
    ![
      'in',
      'en',
      'since',
      'depuis',
      'of',
      'de',
      'd',
      'l',
      'early',
      'late',
      'fin',
      'debut',
    ].includes(w(tokens, at - 1))
  )
    return undefined;
  return {
    start: at,
    end: at + 1,
    edtf: String(year),
    earliest: dayText(year, 1, 1),
    latest: dayText(year, 12, 31),
    why: 'A year written in the text.',
  };
};
