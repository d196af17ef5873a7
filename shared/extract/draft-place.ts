/** Which place a part of a text tells of, and how two places lie to one another. */
import type { PlaceMention } from './places.ts';
import type { PlacedDate, Reading } from './reading.ts';
import type { Unit } from './units.ts';
import { localLeaders } from './words/places.ts';

/** Neither an area nor a road: a place that replaces those. */
export const isSpot = (place: PlaceMention): boolean => !place.isArea && !place.isRoad;

/** The place nearest to what happened; of those equally near the first. */
export function mainPlace(unit: Unit): PlaceMention | undefined {
  const own = unit.places.filter(({ isContainer }) => !isContainer);
  const first = unit.triggers[0]?.at ?? unit.casualties[0]?.start ?? unit.start;
  const fine = own.filter(({ isArea }) => !isArea);
  const list = fine.length > 0 ? fine : own;
  // "at Natiaboani, 60 km south of Fada": the name that only helps to find it weighs less
  const weight = (place: PlaceMention) =>
    Math.abs(place.start - first) -
    (place.isTyped ? 6 : 0) +
    (list.length > 1 && place.isNear ? 4 : 0) +
    (place.isRoad ? 3 : 0) +
    // "In Ituri, fighters killed four at Galayi": what follows the deed says where
    (place.start < first ? 3 : 0);
  return [...list].sort((a, b) => weight(a) - weight(b) || a.start - b.start).at(0);
}

export const nameKey = (place: PlaceMention) =>
  place.written.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** same, inside (one holds the other), apart, or unknown. */
export function relation(a: PlaceMention, b: PlaceMention): 'same' | 'inside' | 'apart' {
  if (nameKey(a) === nameKey(b)) return a.isArea === b.isArea ? 'same' : 'inside';
  const [short, long] = [nameKey(a), nameKey(b)].sort((x, y) => x.length - y.length);
  // "Essakane" and "Essakane-village"
  if (
    !a.isArea &&
    !b.isArea &&
    /^[- ]/.test((long ?? '').slice(short?.length ?? 0)) &&
    long?.startsWith(short ?? '\n')
  )
    return 'same';
  if (a.place && b.place) {
    if (a.place.key === b.place.key) return 'same';
    const [area, other] = a.isArea ? [a, b] : [b, a];
    if (area.isArea && !other.isArea && area.place && other.place) {
      const name = area.place.name;
      return other.place.admin1 === name || other.place.admin2 === name ? 'inside' : 'apart';
    }
    if (a.isArea && b.isArea && a.place && b.place)
      return a.place.admin1 === b.place.name || b.place.admin1 === a.place.name
        ? 'inside'
        : 'apart';
  }
  return 'apart';
}

/** Places told in one sentence, unless it tells of something else than violence. */
function toldIn(units: readonly Unit[], index: number): readonly PlaceMention[] {
  return units
    .filter(({ sentence, skip }) => sentence.index === index && skip === undefined)
    .flatMap(({ places }) => places);
}

/** The place told just before an event that names none: "men surrounded Karma. They opened fire". */
export function placeBefore(
  units: readonly Unit[],
  unit: Unit,
  isFirst: boolean,
): PlaceMention | undefined {
  const { index } = unit.sentence;
  const places = Array.from({ length: isFirst ? Math.min(index, 4) : 1 }, (_, i) => index - 1 - i)
    .flatMap((each) => toldIn(units, each))
    .filter(({ isContainer }) => !isContainer);
  return places.find(isSpot);
}

/**
 * The place of an event told without one: that of the sentences after it, an area in it, else where
 * the text was written when the words say "in the city".
 */
export function placeAround(
  reading: Reading,
  units: readonly Unit[],
  own: readonly Unit[],
): PlaceMention | undefined {
  const last = own.at(-1)?.sentence.index ?? 0;
  const after = [1, 2].flatMap((step) => toldIn(units, last + step));
  const spot = after.find((place) => !place.isContainer && isSpot(place));
  const words = own.map(({ sentence }) => reading.document.folded(sentence)).join(' ');
  const dateline = reading.places.find(({ use, place }) => use === 'dateline' && place);
  const isCity = /\b(?:the|this|la|cette) (?:city|capital|town|metropolis|ville|capitale)\b/.test(
    words,
  );
  if (isCity && dateline) return dateline;
  const inside = own.flatMap(({ sentence }) => toldIn(units, sentence.index));
  return spot ?? inside[0] ?? placeOfLeader(reading, own);
}

/** "the mayor of X said": whoever leads a place speaks of what happened there. */
function placeOfLeader(reading: Reading, own: readonly Unit[]): PlaceMention | undefined {
  const { tokens, sentenceOf } = reading.document;
  const told = new Set(own.map(({ sentence }) => sentence.index));
  return reading.places.find(
    ({ use, start }) =>
      use === 'speaker' &&
      told.has(sentenceOf(start)) &&
      tokens.slice(Math.max(0, start - 5), start).some(({ word }) => localLeaders.test(word)),
  );
}

/** The day told in the two sentences before, in the same paragraph, when the event has none. */
export function dateBefore(units: readonly Unit[], own: readonly Unit[]): PlacedDate | undefined {
  const first = own[0]?.sentence;
  if (!first) return undefined;
  return units
    .filter(
      ({ sentence, skip }) =>
        skip === undefined &&
        sentence.index < first.index &&
        sentence.index >= first.index - 2 &&
        (sentence.paragraph === first.paragraph || sentence.index <= 1),
    )
    .flatMap(({ dates }) => dates)
    .findLast(({ use, edtf }) => use === 'event' && edtf !== null);
}
