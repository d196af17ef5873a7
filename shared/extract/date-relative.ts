/** Words that count from the day of publication or from a date told before. */
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../lib/days.ts';
import {
  anyOf,
  type DateMention,
  dayMonth,
  type Found,
  lastWeekday,
  number,
  one,
  type Rule,
  span,
  unknown,
  w,
  weekdayNames,
  weekdayOf,
  yearAt,
} from './date-parts.ts';
import type { Token } from './tokens.ts';
import { months, weekdays } from './words/calendar.ts';

const monday = (day: Day) => lastWeekday(1, day, false);

/** Length of "morning", "au petit matin", "a l'aube" behind a day. */
function partOfDay(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2, 3].map((step) => w(tokens, at + step)).join(' ');
  const match =
    /^(?:morning|evening|afternoon|night|midday|noon|dawn|matin|soir|midi|nuit|apres midi|au petit matin|au matin|au soir|a l aube|dans la matinee|dans la soiree|dans la nuit|en soiree|en matinee|en fin de journee|a la mi journee)\b/.exec(
      words,
    );
  return match ? match[0].split(' ').length : 0;
}

/** Length of "of last week", "de la semaine derniere" behind a day. */
function lastWeek(tokens: readonly Token[], at: number): number {
  const words = [0, 1, 2, 3].map((step) => w(tokens, at + step)).join(' ');
  const match = /^(?:of last week|last week|de la semaine (?:derniere|passee|ecoulee))\b/.exec(
    words,
  );
  return match ? match[0].split(' ').length : 0;
}

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
  const inWeek = lastWeek(tokens, end);
  const shift = inWeek > 0 && last >= monday(anchor.published) ? -7 : 0;
  return {
    start: at,
    end: end + inWeek,
    ...span(addDays(last, shift - 1), addDays(last, shift)),
    why: `The night before the last ${weekdayNames[second]}, ${last}, before publication on ${anchor.published}.`,
  };
};

/** "mardi 5, ...": the last Tuesday that was a fifth; nothing where the number counts something. */
function weekdayAndDate(
  tokens: readonly Token[],
  at: number,
  weekday: number,
  published: Day | null,
): Found | undefined {
  const date = number(tokens, at + 1);
  if (published === null || date === undefined || date < 1 || date > 31) return undefined;
  const next = tokens[at + 2];
  const isFree =
    !next ||
    /[.,;:)\n]/.test(next.gap) ||
    /^(?:a|au|aux|en|dans|vers|matin|soir|par|pres|contre|quand|lorsque|lors|in|at|near|when|by)$/.test(
      next.word,
    );
  if (!isFree || /[,;:]/.test(tokens[at + 1]?.gap ?? '')) return undefined;
  for (let back = 0; back < 62; back += 1) {
    const day = addDays(published, -back);
    if (Number(day.slice(8)) === date && weekdayOf(day) === weekday)
      return {
        start: at,
        end: at + 2,
        ...one(day),
        why: `The last ${weekdayNames[weekday]} the ${date} before publication on ${published}.`,
      };
  }
  return undefined;
}

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
  let end = at + 1 + (after === 'dernier' || after === 'prochain' ? 1 : 0);
  end += partOfDay(tokens, end);
  const start = before === 'last' || before === 'next' ? at - 1 : at;
  const inWeek = lastWeek(tokens, end);
  if (inWeek > 0 && anchor.published !== null) {
    const day = addDays(monday(anchor.published), -7 + ((weekday + 6) % 7));
    const why = `${weekdayNames[weekday]} of the week before that of publication (${anchor.published}).`;
    return { start, end: end + inWeek, ...one(day), why };
  }
  const isPrevious = before === 'previous' || /^(?:precedent|d'avant)$/.test(w(tokens, at + 1));
  const isFollowing = before === 'following' || w(tokens, at + 1) === 'suivant';
  if ((isPrevious || isFollowing) && anchor.told !== null) {
    const day = isPrevious
      ? lastWeekday(weekday, anchor.told, true)
      : addDays(lastWeekday(weekday, anchor.told, false), 7);
    const why = `The ${weekdayNames[weekday]} ${isPrevious ? 'before' : 'after'} ${anchor.told}, told before.`;
    return { start, end, ...one(day), why, isAnaphor: true };
  }
  const isSame = /^(?:same|meme)$/.test(before) && anchor.told !== null;
  if (isSame && anchor.told !== null && weekdayOf(anchor.told) === weekday) {
    const why = `The ${weekdayNames[weekday]} told before, ${anchor.told}.`;
    return { start, end, ...one(anchor.told), why, isAnaphor: true };
  }
  const dated = weekdayAndDate(tokens, at, weekday, anchor.published);
  if (dated) return dated;
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
const phrases: readonly Phrased[] = (
  [
    [
      'today|depuis l aube|aujourd hui|aujourdhui|this morning|ce matin|this afternoon|earlier today|cet apres midi',
      back(0),
      'the day of publication',
    ],
    [
      'yesterday|hier|last night|la nuit derniere|hier soir|la veille au soir',
      back(1),
      'the day before publication',
    ],
    ['the day before yesterday|avant hier', back(2), 'two days before publication'],
    [
      'overnight|cette nuit|in the past 24 hours|in the last 24 hours|over the past 24 hours|ces dernieres 24 heures|ces 24 dernieres heures|les dernieres 24 heures|des dernieres 24 heures',
      (p: Day) => span(addDays(p, -1), p),
      'the night before publication',
    ],
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
