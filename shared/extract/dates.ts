/**
 * Dates in a text: absolute ones, and relative words resolved against the day of publication with the
 * reasoning in words. A suggestion, never silent: nothing is made of words that give no day.
 */
import {
  addDays,
  type Day,
  daysInMonth,
  dayText,
  firstOfMonth,
  isDay,
  lastOfMonth,
  splitDay,
} from '../lib/days.ts';
import type { Token } from './tokens.ts';
import { months, weekdays } from './words/calendar.ts';

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

const weekdayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function weekdayOf(day: Day): number {
  const { year, month, day: date } = splitDay(day);
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay();
}

function one(day: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return { edtf: day, earliest: day, latest: day };
}
function span(from: Day, to: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return { edtf: `${from}/${to}`, earliest: from, latest: to };
}
function anyOf(from: Day, to: Day): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  return from === to ? one(from) : { edtf: `[${from}..${to}]`, earliest: from, latest: to };
}
function month(year: number, number: number): Pick<DateMention, 'edtf' | 'earliest' | 'latest'> {
  const first = dayText(year, number, 1);
  return {
    edtf: first.slice(0, 7),
    earliest: first,
    latest: dayText(year, number, daysInMonth(year, number)),
  };
}
const unknown = { edtf: null, earliest: null, latest: null } as const;

/** The last such weekday on or before a day; strictly before with `strict`. */
export function lastWeekday(weekday: number, day: Day, strict: boolean): Day {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  return addDays(day, -(back === 0 && strict ? 7 : back));
}

type Found = Omit<DateMention, 'isAnaphor' | 'isFuture'> &
  Partial<Pick<DateMention, 'isAnaphor' | 'isFuture'>>;
type Rule = (tokens: readonly Token[], at: number, anchor: Anchor) => Found | undefined;

const w = (tokens: readonly Token[], at: number) => tokens[at]?.word ?? '';
const number = (tokens: readonly Token[], at: number): number | undefined => {
  const token = tokens[at];
  return token?.isNumber && /^\d{1,4}$/.test(token.plain) ? Number(token.plain) : undefined;
};
const yearAt = (tokens: readonly Token[], at: number) => {
  const value = number(tokens, at);
  return value !== undefined && value >= 1900 && value <= 2100 ? value : undefined;
};

/** Year of a day and month without one: the nearest not later than a week after publication. */
function guessYear(
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

function dayMonth(
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

const isoDate: Rule = (tokens, at) => {
  const [y, m, d] = [yearAt(tokens, at), number(tokens, at + 1), number(tokens, at + 2)];
  if (
    y === undefined ||
    m === undefined ||
    d === undefined ||
    !tokens[at + 1]?.isGlued ||
    !tokens[at + 2]?.isGlued ||
    m > 12 ||
    m < 1
  )
    return undefined;
  const day = dayText(y, m, d);
  return isDay(day)
    ? { start: at, end: at + 3, ...one(day), why: 'Written out in the text.' }
    : undefined;
};

const slashDate: Rule = (tokens, at) => {
  const [d, m, y] = [number(tokens, at), number(tokens, at + 1), yearAt(tokens, at + 2)];
  if (d === undefined || m === undefined || y === undefined) return undefined;
  if (tokens[at + 1]?.gap !== '/' || tokens[at + 2]?.gap !== '/' || m < 1 || m > 12)
    return undefined;
  const day = dayText(y, m, d);
  return isDay(day)
    ? { start: at, end: at + 3, ...one(day), why: 'Read as day/month/year.' }
    : undefined;
};

/** "22 February 2019", "lundi 19 aout", "1er mai", "the 3rd of June", "Sunday 11 May". */
const dayFirst: Rule = (tokens, at, anchor) => {
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
  } else if (['et', 'au', 'and', 'to'].includes(joint) && number(tokens, i + 1) !== undefined) {
    last = number(tokens, i + 1);
    i += 2;
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
const monthFirst: Rule = (tokens, at, anchor) => {
  let i = at;
  const weekday = weekdays.get(w(tokens, i));
  if (weekday !== undefined) i += 1;
  const monthNumber = months.get(w(tokens, i));
  if (monthNumber === undefined || !tokens[i]?.isCapital) return undefined;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(w(tokens, i + 1));
  if (!match || /[;:]/.test(tokens[i + 1]?.gap ?? '')) return undefined;
  i += 2;
  const year = yearAt(tokens, i);
  if (year !== undefined) i += 1;
  return dayMonth(at, i, Number(match[1]), monthNumber, year, weekday, anchor);
};

/** "entre le 23 et le 31 mars", "du 5 au 11 aout 2024", "between 23 and 31 March", "from May 3 to May 5". */
const dayRange: Rule = (tokens, at, anchor) => {
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

const feasts: readonly (readonly [string, number, number])[] = [
  ['new year s eve|saint sylvestre|reveillon du nouvel an', 12, 31],
  ['new year s day|new year day|jour de l an|nouvel an', 1, 1],
  ['christmas eve|veille de noel|reveillon de noel', 12, 24],
  ['christmas day|jour de noel', 12, 25],
];

/** "New Year's Eve": the last one before publication. */
const feast: Rule = (tokens, at, anchor) => {
  for (const [list, monthNumber, date] of feasts) {
    for (const text of list.split('|')) {
      const words = text.split(' ');
      if (!words.every((word, i) => w(tokens, at + i) === word)) continue;
      const year = yearAt(tokens, at + words.length);
      const end = at + words.length + (year === undefined ? 0 : 1);
      return dayMonth(at, end, date, monthNumber, year, undefined, anchor);
    }
  }
  return undefined;
};

const monthYear: Rule = (tokens, at, anchor) => {
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

const yearOnly: Rule = (tokens, at) => {
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

/** "la nuit de samedi a dimanche", "overnight Saturday to Sunday", "between Saturday and Sunday". */
const nightBetween: Rule = (tokens, at, anchor) => {
  const word = w(tokens, at);
  if (!['nuit', 'night', 'overnight', 'between', 'entre'].includes(word)) return undefined;
  let i = at + 1;
  while (['de', 'du', 'from', 'of', 'between', 'le', 'entre', 'on'].includes(w(tokens, i))) i += 1;
  const first = weekdays.get(w(tokens, i));
  const firstDate = number(tokens, i + (first === undefined ? 0 : 1));
  let j = i + (first === undefined ? 0 : 1) + (firstDate === undefined ? 0 : 1);
  if (!['a', 'au', 'to', 'and', 'et', 'into'].includes(w(tokens, j))) {
    if (
      first === undefined ||
      !['overnight', 'nuit', 'night'].includes(word) ||
      anchor.published === null
    )
      return undefined;
    const day = lastWeekday(first, anchor.published, false);
    const isOf = word === 'overnight';
    const end = i + 1;
    return isOf
      ? {
          start: at,
          end,
          ...span(day, addDays(day, 1)),
          why: `Overnight from ${weekdayNames[first]}, ${day}, into the next day.`,
        }
      : {
          start: at,
          end,
          ...one(day),
          why: `The last ${weekdayNames[first]} before publication on ${anchor.published}.`,
        };
  }
  j += 1;
  const second = weekdays.get(w(tokens, j));
  const secondDate = number(tokens, j + (second === undefined ? 0 : 1));
  const end = j + (second === undefined ? 0 : 1) + (secondDate === undefined ? 0 : 1);
  const monthNumber = months.get(w(tokens, end));
  if (secondDate !== undefined && monthNumber !== undefined) {
    const year = yearAt(tokens, end + 1);
    const last = dayMonth(
      at,
      end + (year === undefined ? 1 : 2),
      secondDate,
      monthNumber,
      year,
      second,
      anchor,
    );
    if (!last?.latest) return last;
    return {
      ...last,
      ...span(addDays(last.latest, -1), last.latest),
      why: 'A night between two days, written out in the text.',
    };
  }
  if (second === undefined || anchor.published === null) return undefined;
  const last = lastWeekday(second, anchor.published, false);
  const lead = w(tokens, at - 1) + w(tokens, at - 2);
  if (/^(?:between|entre)$/.test(word) && first !== undefined && !/nuit|night/.test(lead)) {
    const from = lastWeekday(first, last, true);
    const why = `From the ${weekdayNames[first]} to the ${weekdayNames[second]} before publication on ${anchor.published}.`;
    return { start: at, end, ...span(from, last), why };
  }
  return {
    start: at,
    end,
    ...span(addDays(last, -1), last),
    why: `The night before the last ${weekdayNames[second]}, ${last}, before publication on ${anchor.published}.`,
  };
};

const weekdayRule: Rule = (tokens, at, anchor) => {
  const weekday = weekdays.get(w(tokens, at));
  if (weekday === undefined || !/day$|di$|dimanche$/.test(w(tokens, at))) return undefined;
  const before = w(tokens, at - 1);
  const after = w(tokens, at + 1);
  if (before === 'chaque' || before === 'every' || before === 'each')
    return { start: at, end: at + 1, ...unknown, why: 'A habit, not a day.' };
  const isLast = before === 'last' || before === 'past' || after === 'dernier';
  const isNext =
    before === 'next' || before === 'coming' || after === 'prochain' || before === 'until';
  const end =
    at +
    1 +
    (after === 'dernier' || after === 'prochain' ? 1 : 0) +
    (['morning', 'evening', 'afternoon', 'night', 'matin', 'soir', 'midi'].includes(after) ? 1 : 0);
  const start = before === 'last' || before === 'next' ? at - 1 : at;
  if (anchor.published === null)
    return { start, end, ...unknown, why: 'A weekday, and the day of publication is not known.' };
  if (isNext) {
    const day = addDays(lastWeekday(weekday, anchor.published, false), 7);
    return {
      start,
      end,
      ...one(day),
      why: `The next ${weekdayNames[weekday]} after publication.`,
      isFuture: true,
    };
  }
  const day = lastWeekday(weekday, anchor.published, isLast);
  return {
    start,
    end,
    ...one(day),
    why: `The last ${weekdayNames[weekday]} ${isLast ? 'before' : 'up to'} publication on ${anchor.published} is ${day}.`,
  };
};

interface Phrased {
  readonly words: readonly string[];
  readonly make: (published: Day) => Pick<DateMention, 'edtf' | 'earliest' | 'latest'>;
  readonly why: string;
}

const back = (days: number) => (published: Day) => one(addDays(published, -days));
const monday = (day: Day) => lastWeekday(1, day, false);
const phrases: readonly Phrased[] = (
  [
    [
      'today|aujourd hui|aujourdhui|this morning|ce matin|this afternoon|earlier today|cet apres midi',
      back(0),
      'the day of publication',
    ],
    [
      'yesterday|hier|last night|la nuit derniere|hier soir|la veille au soir',
      back(1),
      'the day before publication',
    ],
    ['the day before yesterday|avant hier', back(2), 'two days before publication'],
    ['overnight', (p: Day) => span(addDays(p, -1), p), 'the night before publication'],
    [
      'last week|la semaine derniere|la semaine passee',
      (p: Day) => anyOf(addDays(monday(p), -7), addDays(monday(p), -1)),
      'the week before that of publication',
    ],
    [
      'earlier this week|this week|cette semaine|en debut de semaine',
      (p: Day) => anyOf(monday(p), p),
      'the week of publication up to that day',
    ],
    [
      'at the weekend|over the weekend|last weekend|this weekend|ce week end|le week end dernier|le week end',
      (p: Day) => span(lastWeekday(6, p, true), addDays(lastWeekday(6, p, true), 1)),
      'the last weekend before publication',
    ],
    [
      'earlier this month|this month|ce mois ci|au debut du mois|en debut de mois|plus tot ce mois ci|plus tot dans le mois',
      (p: Day) => ({ edtf: p.slice(0, 7), earliest: firstOfMonth(p, 0), latest: p }),
      'the month of publication',
    ],
    [
      'last month|le mois dernier|le mois passe',
      (p: Day) => ({
        edtf: firstOfMonth(p, -1).slice(0, 7),
        earliest: firstOfMonth(p, -1),
        latest: lastOfMonth(p, -1),
      }),
      'the month before that of publication',
    ],
    [
      'days earlier|a few days earlier|several days earlier|in recent days|a few days ago|ces derniers jours|quelques jours plus tot|il y a quelques jours|days ago|several days ago',
      (p: Day) => anyOf(addDays(p, -7), addDays(p, -1)),
      'some days before publication, taken as up to a week',
    ],
  ] as const
).flatMap(([list, make, why]) =>
  list.split('|').map((text) => ({ words: text.split(' '), make, why })),
);

const phrased: Rule = (tokens, at, anchor) => {
  let best: Phrased | undefined;
  for (const each of phrases) {
    if (
      each.words.length > (best?.words.length ?? 0) &&
      each.words.every((word, i) => w(tokens, at + i) === word)
    )
      best = each;
  }
  if (!best) return undefined;
  const end = at + best.words.length;
  if (anchor.published === null)
    return {
      start: at,
      end,
      ...unknown,
      why: 'Relative words, and the day of publication is not known.',
    };
  return {
    start: at,
    end,
    ...best.make(anchor.published),
    why: `Read as ${best.why} (${anchor.published}).`,
  };
};

const counts: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  dix: 10,
  a: 1,
};
const unitDays: Readonly<Record<string, number>> = {
  day: 1,
  days: 1,
  jour: 1,
  jours: 1,
  week: 7,
  weeks: 7,
  semaine: 7,
  semaines: 7,
};

/** "three days ago", "il y a deux jours", "two days later", "la veille", "le lendemain". */
const counted: Rule = (tokens, at, anchor) => {
  const isAgoFr = w(tokens, at) === 'y' && w(tokens, at + 1) === 'a';
  const from = isAgoFr ? at + 2 : at;
  const count = number(tokens, from) ?? counts[w(tokens, from)];
  const days = unitDays[w(tokens, from + 1)];
  if (count === undefined || days === undefined || count > 60) return undefined;
  const after = w(tokens, from + 2);
  const isBack = isAgoFr || after === 'ago';
  const isEarlier =
    after === 'earlier' ||
    after === 'before' ||
    (after === 'plus' && w(tokens, from + 3) === 'tot') ||
    after === 'auparavant';
  const isLater =
    after === 'later' || after === 'after' || (after === 'plus' && w(tokens, from + 3) === 'tard');
  const end = from + 2 + (isAgoFr ? 0 : after === 'plus' ? 2 : 1);
  if (isBack && anchor.published !== null)
    return {
      start: at,
      end,
      ...one(addDays(anchor.published, -count * days)),
      why: `${count * days} days before publication on ${anchor.published}.`,
    };
  if ((isEarlier || isLater) && anchor.told !== null)
    return {
      start: at,
      end,
      ...one(addDays(anchor.told, (isEarlier ? -1 : 1) * count * days)),
      why: `${count * days} days ${isEarlier ? 'before' : 'after'} ${anchor.told}, told before.`,
      isAnaphor: true,
    };
  return undefined;
};

const anaphors: readonly (readonly [string, number])[] = [
  ...'the same day|that day|le meme jour|ce jour la|the same night'
    .split('|')
    .map((t) => [t, 0] as const),
  ...'the day before|the previous day|la veille|a day earlier'
    .split('|')
    .map((t) => [t, -1] as const),
  ...'the next day|the following day|the day after|le lendemain|a day later|lendemain'
    .split('|')
    .map((t) => [t, 1] as const),
];
const anaphor: Rule = (tokens, at, anchor) => {
  for (const [text, shift] of anaphors) {
    const words = text.split(' ');
    if (!words.every((word, i) => w(tokens, at + i) === word)) continue;
    const end = at + words.length;
    const base = anchor.told ?? (shift === -1 ? anchor.published : null);
    if (base === null)
      return {
        start: at,
        end,
        ...unknown,
        why: 'Points at a date that the text does not give.',
        isAnaphor: true,
      };
    return {
      start: at,
      end,
      ...one(addDays(base, shift)),
      why: `${text}: counted from ${base}.`,
      isAnaphor: true,
    };
  }
  return undefined;
};

const rules: readonly Rule[] = [
  isoDate,
  slashDate,
  nightBetween,
  dayRange,
  feast,
  dayFirst,
  monthFirst,
  monthYear,
  counted,
  phrased,
  anaphor,
  weekdayRule,
  yearOnly,
];

/** Dates of one sentence, in order. `told` moves on as dates are read. */
export function datesOf(tokens: readonly Token[], anchor: Anchor): readonly DateMention[] {
  const found: DateMention[] = [];
  let told = anchor.told;
  for (let i = 0; i < tokens.length; ) {
    let hit: Found | undefined;
    for (const rule of rules) {
      hit = rule(tokens, i, { ...anchor, told });
      if (hit) break;
    }
    if (!hit) {
      i += 1;
      continue;
    }
    const mention = { isAnaphor: false, isFuture: false, ...hit };
    found.push(mention);
    if (mention.earliest !== null && mention.earliest === mention.latest) told = mention.earliest;
    i = Math.max(i + 1, mention.end);
  }
  return found;
}
