/** To which event of a text a further part belongs, and what it adds: place, date, areas around. */
import { isSpot, nameKey, relation } from './draft-place.ts';
import type { PlaceMention } from './places.ts';
import type { PlacedDate } from './reading.ts';
import type { Unit } from './units.ts';

export interface Draft {
  readonly units: Unit[];
  place: PlaceMention | undefined;
  readonly containers: PlaceMention[];
  date: PlacedDate | undefined;
  /** Begun by a headline: the text tells it again. */
  isHeading: boolean;
  readonly why: string[];
}

/** "The biggest of the four": one of several told before. */
function isOneOfSeveral(unit: Unit): boolean {
  return unit.isNewMarked;
}

/** "Kishishe, in Rutshuru territory" tells of what the headline places in Rutshuru. */
function holdsPlace(unit: Unit, headline: PlaceMention): boolean {
  return unit.places.some((each) => nameKey(each) === nameKey(headline));
}

export function datesConflict(a: PlacedDate | undefined, b: PlacedDate | undefined): boolean {
  if (!a?.earliest || !a.latest || !b?.earliest || !b.latest) return false;
  return a.latest < b.earliest || b.latest < a.earliest;
}

export function chooseDraft(
  drafts: readonly Draft[],
  units: readonly Unit[],
  current: Draft | undefined,
  unit: Unit,
  place: PlaceMention | undefined,
  date: PlacedDate | undefined,
): Draft | undefined {
  if (!current) return undefined;
  const fits = (draft: Draft) => !datesConflict(draft.date, date);
  if (place) {
    const same = drafts.findLast(
      (draft) => draft.place && relation(draft.place, place) === 'same' && fits(draft),
    );
    if (
      same &&
      !(unit.isNewMarked && !unit.isDefinite && same.date && date && same.date.edtf !== date.edtf)
    )
      return same;
    const heading = drafts.find(
      (draft) => draft.isHeading && draft.units.length === 1 && fits(draft),
    );
    if (
      heading &&
      heading === current &&
      (!heading.place ||
        heading.place.isArea ||
        relation(heading.place, place) !== 'apart' ||
        heading.place.isContainer ||
        !isToldAgain(units, heading) ||
        holdsPlace(unit, heading.place))
    )
      return heading;
    if (unit.isNewMarked) return undefined;
    // "the hotel at Lido in Mogadishu": the city told before stands beside the finer place
    const city = drafts.findLast(
      (draft) =>
        draft.place &&
        isSpot(draft.place) &&
        fits(draft) &&
        unit.places.some(
          (each) =>
            each !== place && !each.isNear && draft.place && relation(each, draft.place) === 'same',
        ),
    );
    if (city) return city;
    if (current.place?.isRoad && fits(current)) return current;
    // "around Nyabangi, a suburb": a part of the town told before
    if (place.isTownPart && current.place && isSpot(current.place) && fits(current)) return current;
    const inside = drafts.findLast(
      (draft) =>
        draft.place &&
        (relation(draft.place, place) === 'inside' ||
          draft.containers.some((area) => relation(area, place) === 'same')) &&
        fits(draft),
    );
    if (inside) return inside;
    if (!current.place && fits(current)) return current;
    // the lead names the area, the next sentence the village
    const last = current.units.at(-1)?.sentence.index ?? 0;
    const isNext = unit.sentence.index - last <= 2 && current.units.length <= 2;
    if (
      isNext &&
      current.place?.isArea &&
      !place.isArea &&
      place.place === undefined &&
      fits(current) &&
      !isOneOfSeveral(unit)
    )
      return current;
    // "The strikes hit the Y shelter": points back, to a spot that no list holds
    if (
      unit.isDefinite &&
      unit.casualties.length === 0 &&
      place.place === undefined &&
      current.place?.place !== undefined &&
      opensDefinite(unit) &&
      fits(current)
    )
      return current;
    // "the attack took place in X": points back and tells the place more finely
    if (
      unit.isDefinite &&
      unit.casualties.length === 0 &&
      current.place?.isArea &&
      fits(current) &&
      !place.isArea
    )
      return current;
    return undefined;
  }
  if (
    fits(current) &&
    !(
      unit.isNewMarked &&
      unit.casualties.length > 0 &&
      date &&
      current.date &&
      date.edtf !== current.date.edtf
    )
  )
    return current;
  if (date) {
    const dated = drafts.findLast((draft) => draft.date?.edtf === date.edtf);
    if (dated) return dated;
  }
  return unit.isDefinite ? current : undefined;
}

/** The place of a headline that no sentence of the text takes up again is not where it happened. */
function isToldAgain(units: readonly Unit[], heading: Draft): boolean {
  const [own] = heading.units;
  return (
    heading.place !== undefined &&
    own !== undefined &&
    units.some(
      ({ sentence, places }) =>
        sentence.index > own.sentence.index &&
        places.some(
          (each) => heading.place !== undefined && relation(each, heading.place) === 'same',
        ),
    )
  );
}

function isAreaIn(unit: Unit, headline: PlaceMention, place: PlaceMention): boolean {
  return unit.places.some(
    (each) =>
      each !== place && (each.isContainer || each.isArea) && nameKey(each) === nameKey(headline),
  );
}

/** The unit begins with "The strikes", "L'attaque". */
function opensDefinite(unit: Unit): boolean {
  const [first, second, third] = unit.sentence.tokens;
  return (
    first?.index === unit.start &&
    /^(?:the|this|these|l|la|le|les|cette|ces|cet|ce)$/.test(first.word) &&
    unit.triggers.some(
      ({ at, form }) => form === 'noun' && (at === second?.index || at === third?.index),
    )
  );
}

export function join(
  draft: Draft,
  units: readonly Unit[],
  unit: Unit,
  place: PlaceMention | undefined,
  date: PlacedDate | undefined,
): void {
  draft.units.push(unit);
  // the headline names the area, the first sentence the village in it
  if (draft.isHeading && draft.place && place && !place.isArea) {
    const isOutdone =
      relation(draft.place, place) !== 'same' &&
      (isAreaIn(unit, draft.place, place) || !isToldAgain(units, draft));
    if (isOutdone) {
      draft.containers.push(draft.place);
      draft.place = place;
    }
  }
  if (place && (!draft.place || (!isSpot(draft.place) && isSpot(place)))) {
    if (draft.place?.isArea) draft.containers.push(draft.place);
    draft.place = place;
  } else if (place?.isArea && draft.place && !draft.place.isArea) draft.containers.push(place);
  for (const each of unit.places) if (each.isContainer) draft.containers.push(each);
  if (date && (!draft.date || (isFiner(date, draft.date) && !datesConflict(date, draft.date))))
    draft.date = date;
  draft.isHeading = false;
}

export function finestDate(unit: Unit): PlacedDate | undefined {
  const dated = unit.dates.filter(({ use, edtf }) => use === 'event' && edtf !== null);
  const deeds = [
    ...unit.triggers.map(({ at }) => at),
    ...unit.casualties.map(({ start }) => start),
  ];
  const distance = ({ from }: PlacedDate) =>
    Math.min(Number.MAX_SAFE_INTEGER, ...deeds.map((at) => Math.abs(at - from)));
  // of two equally fine the one told beside the deed
  return [...dated]
    .sort((a, b) => distance(a) - distance(b))
    .reduce<PlacedDate | undefined>(
      (best, each) => (best && !isFiner(each, best) ? best : each),
      undefined,
    );
}

export function isFiner(a: PlacedDate, b: PlacedDate): boolean {
  const width = ({ earliest, latest }: PlacedDate) =>
    earliest && latest ? Date.parse(latest) - Date.parse(earliest) : Number.POSITIVE_INFINITY;
  // a night of two days is as fine as a day: the one told first stays
  const night = 2 * 86_400_000;
  const isCoarse = width(b) > night || /weekend/.test(b.why);
  return isCoarse && width(a) < width(b);
}
