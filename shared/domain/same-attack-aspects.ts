/**
 * How much each aspect of two incidents says for or against their being one attack. Each rule
 * - is symmetric, knows nothing of ids of incidents and gives 0 where one side says nothing;
 * - gives the most to an incident and its own copy, and less the further two are apart;
 * - is worth less the vaguer either side is: two months that overlap say little.
 * The points are natural logarithms of likelihood ratios, as far as judgement can set them.
 */

import { fold } from '../lib/fold.ts';
import { distanceKm, radiusOf } from './geo.ts';
import type { SameActor, SameReason, SameView } from './same-attack-types.ts';
import {
  hoursBetween,
  hoursOf,
  type PlaceKeys,
  placeKeysOf,
  titleKeysOf,
} from './same-attack-words.ts';

interface Party {
  readonly keys: ReadonlySet<string>;
  readonly kin: ReadonlySet<string>;
}

/** A view with everything worked out that one incident needs for many comparisons. */
export interface Prepared {
  readonly view: SameView;
  /** Day numbers; infinite where open; null when nothing is known. */
  readonly days: readonly [number, number] | null;
  readonly hours: readonly [number, number] | null;
  readonly place: PlaceKeys;
  /** Kilometres around its point, or around what its name means. */
  readonly reachKm: number;
  readonly perpetrators: readonly Party[];
  readonly victims: readonly Party[];
  readonly title: ReadonlySet<string>;
}

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

function daysOf({ dateEarliest, dateLatest }: SameView): readonly [number, number] | null {
  if (dateEarliest === null && dateLatest === null) return null;
  return [
    dateEarliest === null ? Number.NEGATIVE_INFINITY : dayNumber(dateEarliest),
    dateLatest === null ? Number.POSITIVE_INFINITY : dayNumber(dateLatest),
  ];
}

/** Precision nobody gave counts as a town's. */
const townKm = 5;
const countryKm = 1000;

function reachOf({ geoLevel, radiusM }: SameView): number {
  if (radiusM === null && geoLevel === 'country') return countryKm;
  if (radiusM === null && geoLevel === 'unknown') return townKm;
  return radiusOf(geoLevel, radiusM) / 1000;
}

const partyOf = ({ id, names, kin }: SameActor): Party => ({
  keys: new Set([id, ...names.map((name) => fold(name).replace(/[^\p{L}\p{N}]/gu, ''))]),
  kin: new Set(kin),
});

function partiesOf(view: SameView, roles: readonly string[]): readonly Party[] {
  return view.actors.filter(({ role, isVague }) => !isVague && roles.includes(role)).map(partyOf);
}

export function prepare(view: SameView): Prepared {
  const perpetrators = partiesOf(view, ['perpetrator']);
  return {
    view,
    days: daysOf(view),
    hours: hoursOf(view.timeWords),
    place: placeKeysOf(view.placeNames),
    reachKm: reachOf(view),
    // who claims an attack mostly made it; where somebody is named for it, that counts
    perpetrators: perpetrators.length > 0 ? perpetrators : partiesOf(view, ['claimant']),
    victims: partiesOf(view, ['target', 'victim']),
    title: titleKeysOf(view.title),
  };
}

type Judged = Omit<SameReason, 'aspect'>;
const unknown: Judged = { verdict: 'unknown', points: 0 };

/** By the wider of both spans in days. */
function dateWorth(width: number): number {
  if (width <= 0) return 2.6;
  if (width <= 2) return 2.1;
  if (width <= 7) return 1.4;
  if (width <= 31) return 0.7;
  return width <= 366 ? 0.4 : 0.1;
}

/** Days between two spans, 0 when they overlap; null when one is unknown. */
export function daysApart(a: Prepared, b: Prepared): number | null {
  if (a.days === null || b.days === null) return null;
  return Math.max(0, a.days[0] - b.days[1], b.days[0] - a.days[1]);
}

/** Dates are reported a day early or late; up to two days apart is near (xSub, standards §3.11). */
export function judgeDate(a: Prepared, b: Prepared): Judged {
  const days = daysApart(a, b);
  if (days === null || a.days === null || b.days === null) return unknown;
  const worth = dateWorth(Math.max(a.days[1] - a.days[0], b.days[1] - b.days[0]));
  if (days === 0) return { verdict: 'agrees', points: worth, days };
  if (days === 1) return { verdict: 'near', points: worth / 4, days };
  if (days === 2) return { verdict: 'near', points: -1, days };
  return { verdict: 'differs', points: -2 - Math.min(6, days - 2), days };
}

export function judgeTime(a: Prepared, b: Prepared): Judged {
  if (a.hours === null || b.hours === null) return unknown;
  const hours = hoursBetween(a.hours, b.hours);
  if (hours === 0) return { verdict: 'agrees', points: 0.5 };
  if (hours <= 3) return { verdict: 'near', points: 0 };
  return { verdict: 'differs', points: -1.8 };
}

/** By the wider of both reaches in kilometres. */
function placeWorth(reachKm: number): number {
  if (reachKm <= 5) return 3;
  if (reachKm <= 25) return 1.8;
  if (reachKm <= 60) return 0.9;
  if (reachKm <= 160) return 0.4;
  return 0.1;
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size <= b.size ? [...a].some((key) => b.has(key)) : shares(b, a);

const isNamesake = (a: Prepared, b: Prepared): boolean =>
  (a.view.placeId !== null && a.view.placeId === b.view.placeId) ||
  shares(a.place.whole, b.place.whole);

/** Kilometres between the points and how far apart one place can be told; null when a point is missing. */
export function kmApart(a: Prepared, b: Prepared): { km: number; allowedKm: number } | null {
  const [one, other] = [a.view, b.view];
  if (one.latitude === null || one.longitude === null) return null;
  if (other.latitude === null || other.longitude === null) return null;
  return {
    km: distanceKm(one.latitude, one.longitude, other.latitude, other.longitude),
    allowedKm: Math.max(townKm, a.reachKm + b.reachKm),
  };
}

/** Two points of one name this close are one place located twice; further ones are namesakes. */
const samePlaceKm = 50;

export function judgePlace(a: Prepared, b: Prepared): Judged {
  const worth = placeWorth(Math.max(a.reachKm, b.reachKm));
  const isNamed = isNamesake(a, b);
  const apart = kmApart(a, b);
  if (apart !== null) {
    const { km, allowedKm } = apart;
    if (km <= allowedKm) {
      return { verdict: 'agrees', points: worth * (isNamed ? 1.25 : 1), km, allowedKm };
    }
    if (isNamed && km <= samePlaceKm) return { verdict: 'near', points: worth / 4, km, allowedKm };
    if (km <= 2 * allowedKm) return { verdict: 'near', points: -1.2, km, allowedKm };
    return { verdict: 'differs', points: km <= 5 * allowedKm ? -4.5 : -8, km, allowedKm };
  }
  if (isNamed) return { verdict: 'agrees', points: Math.min(2.3, worth) };
  const [one, other] = [a.view.country, b.view.country];
  if (one !== null && other !== null && one !== other) return { verdict: 'differs', points: -4 };
  if (a.place.whole.size === 0 || b.place.whole.size === 0) return unknown;
  if (shares(a.place.parts, b.place.parts)) {
    return { verdict: 'near', points: Math.min(0.9, worth / 2) };
  }
  // an area says nothing about a town that may lie in it
  if (a.reachKm > 25 || b.reachKm > 25) return unknown;
  return { verdict: 'differs', points: -1.8 };
}

/** 1 for the same actor, 0.6 for a group and its part. */
function kinship(a: Party, b: Party): number {
  if (shares(a.keys, b.keys)) return 1;
  return shares(a.kin, b.keys) || shares(b.kin, a.keys) ? 0.6 : 0;
}

/** Share of both sides that is common, 0 to 1. */
function inCommon(a: readonly Party[], b: readonly Party[]): number {
  const best = (one: Party, others: readonly Party[]) =>
    Math.max(...others.map((other) => kinship(one, other)));
  const fromA = a.reduce((sum, one) => sum + best(one, b), 0);
  const fromB = b.reduce((sum, one) => sum + best(one, a), 0);
  return (fromA + fromB) / (a.length + b.length);
}

function judgeParties(
  a: readonly Party[],
  b: readonly Party[],
  worth: number,
  loss: number,
): Judged {
  if (a.length === 0 || b.length === 0) return unknown;
  const common = inCommon(a, b);
  if (common === 0) return { verdict: 'differs', points: -loss };
  return { verdict: common >= 0.5 ? 'agrees' : 'near', points: worth * common };
}

export const judgePerpetrator = (a: Prepared, b: Prepared): Judged =>
  judgeParties(a.perpetrators, b.perpetrators, 1.2, 2.2);

/** Victims are named so differently that a difference says little. */
export const judgeVictim = (a: Prepared, b: Prepared): Judged =>
  judgeParties(a.victims, b.victims, 0.5, 0.4);

/** One raid is coded a battle here and an attack on civilians there; a protest is neither. */
const violent = new Set(['Battles', 'Explosions/Remote violence', 'Violence against civilians']);

export function judgeType({ view: a }: Prepared, { view: b }: Prepared): Judged {
  if (a.eventType === null || b.eventType === null) return unknown;
  if (a.eventType !== b.eventType) {
    const isBoth = violent.has(a.eventType) && violent.has(b.eventType);
    return isBoth ? { verdict: 'near', points: -0.5 } : { verdict: 'differs', points: -2 };
  }
  if (a.subEventType === null || b.subEventType === null) return { verdict: 'agrees', points: 0.5 };
  if (a.subEventType === b.subEventType) return { verdict: 'agrees', points: 0.9 };
  return { verdict: 'near', points: -0.1 };
}

export function judgeTarget({ view: a }: Prepared, { view: b }: Prepared): Judged {
  if (a.targets.length === 0 || b.targets.length === 0) return unknown;
  const common = a.targets.filter((target) => b.targets.includes(target)).length;
  if (common === 0) return { verdict: 'differs', points: -0.9 };
  const share = common / (a.targets.length + b.targets.length - common);
  return { verdict: share >= 0.5 ? 'agrees' : 'near', points: 0.5 * share };
}

type Toll = SameView['tolls'][number];

/** Seventeen dead in two reports says more than one dead; a wide range says little. */
function tollWorth({ low, high }: Toll): number {
  if (high === null || high > Math.max(low + 2, low * 2)) return 0.2;
  if (low >= 10) return 1.3;
  if (low >= 3) return 0.8;
  return low >= 1 ? 0.4 : 0.1;
}

const share = 0.2;

function tollPoints(a: Toll, b: Toll): number {
  const [small, large] = (a.high ?? Infinity) < (b.high ?? Infinity) ? [a, b] : [b, a];
  const smallHigh = small.high ?? Infinity;
  if (large.low <= smallHigh * (1 + share)) return Math.min(tollWorth(a), tollWorth(b));
  const ratio = large.low / Math.max(1, smallHigh);
  if (ratio <= 2) return -0.3;
  return ratio <= 5 ? -0.6 : -1;
}

const tollOutcomes = [
  ['killed', 1],
  ['injured', 0.5],
  ['captured', 0.4],
] as const;

/** Figures of one attack differ all the time ("60", then "200"): that they do counts little. */
export function judgeToll({ view: a }: Prepared, { view: b }: Prepared): Judged {
  let points = 0;
  let first: number | undefined;
  for (const [outcome, weight] of tollOutcomes) {
    const one = a.tolls.find((toll) => toll.outcome === outcome);
    const other = b.tolls.find((toll) => toll.outcome === outcome);
    if (!one || !other) continue;
    const each = tollPoints(one, other);
    first ??= each;
    points += each * weight;
  }
  if (first === undefined) return unknown;
  if (points < 0) return { verdict: points >= -0.4 ? 'near' : 'differs', points };
  return { verdict: first < 0 ? 'near' : 'agrees', points };
}

/**
 * One text can tell of several attacks, so that a shared source alone proves nothing; the very same
 * words of it do.
 */
export function judgeSource({ view: a }: Prepared, { view: b }: Prepared): Judged {
  let points = 0;
  for (const one of a.sources) {
    for (const other of b.sources) {
      if (!one.keys.some((key) => other.keys.includes(key))) continue;
      points = Math.max(points, passagePoints(one.passages, other.passages));
    }
  }
  if (points === 0) return unknown;
  return { verdict: points > 1 ? 'agrees' : 'near', points };
}

type Spans = SameView['sources'][number]['passages'];

function passagePoints(a: Spans, b: Spans): number {
  if (a.length === 0 || b.length === 0) return 1.6;
  const isOverlap = a.some((one) =>
    b.some((other) => one.start < other.end && other.start < one.end),
  );
  return isOverlap ? 3.6 : 0.3;
}

/** Titles are the analyst's words: alike they say something, unlike nothing. */
export function judgeWords(a: Prepared, b: Prepared): Judged {
  if (a.title.size === 0 || b.title.size === 0) return unknown;
  const common = [...a.title].filter((word) => b.title.has(word)).length;
  const dice = (2 * common) / (a.title.size + b.title.size);
  if (dice === 0) return unknown;
  const verdict = dice >= 0.6 ? 'agrees' : dice >= 0.3 ? 'near' : 'unknown';
  return verdict === 'unknown' ? unknown : { verdict, points: dice };
}

/** Whoever keeps a data set has told its rows apart. */
export function judgeKey({ view: a }: Prepared, { view: b }: Prepared): Judged {
  if (a.externalKeys.some((key) => b.externalKeys.includes(key))) {
    return { verdict: 'agrees', points: 8 };
  }
  const sets = new Set(a.externalKeys.flatMap(dataSetOf));
  const isOneSet = b.externalKeys.flatMap(dataSetOf).some((set) => sets.has(set));
  return isOneSet ? { verdict: 'differs', points: -3 } : unknown;
}

function dataSetOf(key: string): readonly string[] {
  const at = key.indexOf(':');
  return at > 0 ? [key.slice(0, at)] : [];
}
