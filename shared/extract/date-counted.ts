/** "Three days ago", "deux jours plus tard", "la veille": counted from the publication or a day told before. */
import { addDays, type Day, firstOfMonth, lastOfMonth } from '../lib/days.ts';
import { type Found, number, one, type Rule, unknown, w } from './date-parts.ts';
import type { Token } from './tokens.ts';

const countWords =
  'one un une a an|two deux couple|three trois|four quatre|five cinq|six|seven sept|eight huit|nine neuf|ten dix|eleven onze|twelve douze|thirteen treize|fourteen quatorze|fifteen quinze';
const counts = new Map(
  countWords.split('|').flatMap((line, i) => line.split(' ').map((word) => [word, i + 1] as const)),
);
const unitWords: Readonly<Record<string, readonly string[]>> = {
  day: ['day', 'days', 'jour', 'jours'],
  week: ['week', 'weeks', 'semaine', 'semaines'],
  fortnight: ['fortnight'],
  month: ['month', 'months', 'mois'],
};
const unitOf = new Map(
  Object.entries(unitWords).flatMap(([unit, list]) => list.map((word) => [word, unit] as const)),
);
const daysOf: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

/** What follows the unit: how many words, and which way it counts. */
function direction(
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly way: 'ago' | 'earlier' | 'later' } | undefined {
  const words = [0, 1, 2, 3].map((step) => w(tokens, at + step));
  const [first = '', second = '', third = ''] = words;
  if (first === 'ago') return { length: 1, way: 'ago' };
  if (first === 'earlier' || first === 'auparavant' || first === 'previously')
    return { length: 1, way: 'earlier' };
  if (first === 'later') return { length: 1, way: 'later' };
  if (first === 'plus' && second === 'tot') return { length: 2, way: 'earlier' };
  if (first === 'plus' && second === 'tard') return { length: 2, way: 'later' };
  // "two days after the attack": of the attack told before; "after an attack" tells of another
  const deed =
    /^(?:attack|ambush|raid|assault|blast|bombing|massacre|killings|attaque|embuscade|assaut|attentat|drame|tuerie)$/;
  const isDeed = /^(?:the|this|that|l|la|le|cette|cet|ce)$/.test(second) && deed.test(third);
  const isFree = /[.,;:\n]/.test(tokens[at + 1]?.gap ?? '.');
  if (/^(?:after|apres)$/.test(first) && (isDeed || isFree)) return { length: 1, way: 'later' };
  if (/^(?:before|avant)$/.test(first) && (isDeed || isFree)) return { length: 1, way: 'earlier' };
  return undefined;
}

function monthOf(day: Day, shift: number): Pick<Found, 'edtf' | 'earliest' | 'latest'> {
  const first = firstOfMonth(day, shift);
  return { edtf: first.slice(0, 7), earliest: first, latest: lastOfMonth(day, shift) };
}

/** "three days ago", "il y a deux mois", "a week earlier", "deux jours plus tard". */
export const counted: Rule = (tokens, at, anchor) => {
  const isAgoFrench =
    (w(tokens, at) === 'y' && w(tokens, at + 1) === 'a') || /^(?:voici|voila)$/.test(w(tokens, at));
  let from = isAgoFrench ? at + (w(tokens, at) === 'y' ? 2 : 1) : at;
  if (w(tokens, from) === 'a' && w(tokens, from + 1) === 'couple') from += 1;
  const count = number(tokens, from) ?? counts.get(w(tokens, from));
  const after = w(tokens, from + 1) === 'of' ? from + 2 : from + 1;
  const unit = unitOf.get(w(tokens, after));
  if (count === undefined || unit === undefined || count > 60) return undefined;
  const tail = direction(tokens, after + 1);
  const way = isAgoFrench ? 'ago' : tail?.way;
  if (way === undefined) return undefined;
  const end = after + 1 + (isAgoFrench ? 0 : (tail?.length ?? 0));
  // without a day told before, "earlier" counts from the publication
  const base =
    way === 'ago'
      ? anchor.published
      : (anchor.told ?? (way === 'earlier' ? anchor.published : null));
  if (base === null) return undefined;
  const sign = way === 'later' ? 1 : -1;
  const days = daysOf[unit];
  const shifted =
    days === undefined ? monthOf(base, sign * count) : one(addDays(base, sign * count * days));
  const told = way === 'ago' ? `publication on ${base}` : `${base}, told before`;
  return {
    start: at,
    end,
    ...shifted,
    why: `${count} ${unit}${count === 1 ? '' : 's'} ${sign < 0 ? 'before' : 'after'} ${told}.`,
    isAnaphor: way !== 'ago',
  };
};

const anaphorLines: Readonly<Record<string, readonly [string, number]>> = {
  same: [
    'the same day|that day|that same day|the same night|that night|that same night|the same evening|that evening|le meme jour|ce meme jour|ce jour la|le meme soir|ce soir la|la meme nuit|cette nuit la|hours earlier|a few hours earlier|hours later|a few hours later|hours before|quelques heures plus tot|heures plus tot|quelques heures auparavant|heures auparavant|quelques heures plus tard|heures plus tard|quelques heures avant',
    0,
  ],
  before: ['the day before|the previous day|a day earlier|the night before|la veille', -1],
  twoBefore: ['l avant veille|avant veille|two days before', -2],
  after: [
    'the next day|the following day|the day after|a day later|le lendemain|lendemain|the next morning|the following morning',
    1,
  ],
  twoAfter: ['le surlendemain|surlendemain', 2],
};
const anaphors = Object.values(anaphorLines)
  .flatMap(([list, shift]) =>
    list.split('|').map((text) => ({ text, shift, words: text.split(' ') })),
  )
  .sort((a, b) => b.words.length - a.words.length);

function isOfOther(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:de|du|d|des|the|a|an|his|her|their|of)$/.test(w(tokens, at)) &&
    !/[.,;:\n]/.test(tokens[at]?.gap ?? '')
  );
}

/** "the next day", "quelques heures plus tot": counted from the day told before. */
export const anaphor: Rule = (tokens, at, anchor) => {
  for (const { text, shift, words } of anaphors) {
    if (!words.every((word, i) => w(tokens, at + i) === word)) continue;
    const end = at + words.length;
    if (w(tokens, end) === 'yesterday') return undefined;
    // "au lendemain d'une attaque", "the day after the vote": counted from what may not be told
    if (/lendemain|veille|day after|day before/.test(text) && isOfOther(tokens, end))
      return undefined;
    const base = anchor.told ?? (shift < 0 ? anchor.published : null);
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
