/** Words that count from the day of publication or from a date told before. */
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../lib/days.ts';
import {
  anyOf,
  type DateMention,
  dayMonth,
  lastWeekday,
  number,
  one,
  type Rule,
  span,
  unknown,
  w,
  weekdayNames,
  yearAt,
} from './date-parts.ts';
import { months, weekdays } from './words/calendar.ts';

/** "la nuit de samedi a dimanche", "overnight Saturday to Sunday", "between Saturday and Sunday". */
export const nightBetween: Rule = (tokens, at, anchor) => {
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

export const weekdayRule: Rule = (tokens, at, anchor) => {
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
      'today|depuis l aube|a l aube|aujourd hui|aujourdhui|this morning|ce matin|this afternoon|earlier today|cet apres midi',
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

export const phrased: Rule = (tokens, at, anchor) => {
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
export const counted: Rule = (tokens, at, anchor) => {
  const isAgoFr = w(tokens, at) === 'y' && w(tokens, at + 1) === 'a';
  const from = isAgoFr ? at + 2 : at;
  const count = number(tokens, from) ?? counts[w(tokens, from)];
  const days = unitDays[w(tokens, from + 1)];
  if (count === undefined || days === undefined || count > 60) return undefined;
  const after = w(tokens, from + 2);
  const isBack = isAgoFr || after === 'ago';
  const isEarlier =
    after === 'earlier' ||
    (after === 'plus' && w(tokens, from + 3) === 'tot') ||
    after === 'auparavant';
  const isLater = after === 'later' || (after === 'plus' && w(tokens, from + 3) === 'tard');
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

const anaphors = (
  [
    ...'the same day|that day|le meme jour|ce jour la|the same night'
      .split('|')
      .map((t) => [t, 0] as const),
    ...'the day before|the previous day|la veille|a day earlier'
      .split('|')
      .map((t) => [t, -1] as const),
    ...'the next day|the following day|the day after|le lendemain|a day later|lendemain'
      .split('|')
      .map((t) => [t, 1] as const),
  ] as readonly (readonly [string, number])[]
).map(([text, shift]) => ({ text, shift, words: text.split(' ') }));
export const anaphor: Rule = (tokens, at, anchor) => {
  for (const { text, shift, words } of anaphors) {
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
