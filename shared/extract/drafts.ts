/** Groups the parts of a text that tell of the same event, by place, date and what points back. */

import { convincing, isMoreOfMemory } from './convincing.ts';
import {
  dateBefore,
  isSpot,
  mainPlace,
  nameKey,
  placeAround,
  placeBefore,
  relation,
} from './draft-place.ts';
import type { PlaceMention } from './places.ts';
import type { PlacedDate, Reading } from './reading.ts';
import { isSumOfEvents } from './sums.ts';
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

function datesConflict(a: PlacedDate | undefined, b: PlacedDate | undefined): boolean {
  if (!a?.earliest || !a.latest || !b?.earliest || !b.latest) return false;
  return a.latest < b.earliest || b.latest < a.earliest;
}

/** A unit that tells of violence of its own. */
function isEvent(unit: Unit, isWar: boolean): boolean {
  if (unit.skip !== undefined) return false;
  if (unit.triggers.some(({ isWeak }) => !isWeak)) return true;
  if (unit.casualties.some(({ measure, quantity }) => measure === 'abducted' && quantity))
    return true;
  // killed, told with a place or a day of its own: in a text of war that is an event
  const isKilling =
    unit.triggers.some(({ kind }) => kind === 'killing') &&
    unit.casualties.some(({ quantity }) => quantity !== undefined) &&
    (unit.places.length > 0 || finestDate(unit) !== undefined);
  if (isWar && isKilling) return true;
  // "dogs that find explosives": means alone are no deed
  const isDeed = unit.triggers.some(({ isMeans }) => !isMeans);
  return unit.isArmed && (isDeed || unit.casualties.length > 0);
}

function speaksOfIt(reading: Reading, unit: Unit): boolean {
  return (reading.sentences[unit.sentence.index]?.statements ?? []).some(
    ({ isClaim, isDenial, speaker }) => isClaim || isDenial || speaker.kind === 'group',
  );
}

const trade =
  /^(?:fishermen|fishers|farmers|herders|miners|teachers|pupils|students|worshippers|mourners|passengers|travellers|traders|drivers|villagers|refugees|pecheurs|cultivateurs|paysans|agriculteurs|eleveurs|bergers|orpailleurs|mineurs|enseignants|eleves|etudiants|fideles|passagers|voyageurs|commercants|chauffeurs|villageois|refugies)$/;

/** The event whose victims the unit names again: "the farmers had been rounded up". */
function sameVictims(drafts: readonly Draft[], unit: Unit): Draft | undefined {
  const words = unit.sentence.tokens.filter(({ index }) => index >= unit.start && index < unit.end);
  const named = new Set(
    words.flatMap(({ word }, i) =>
      /^(?:the|les|ces|those|these)$/.test(words[i - 1]?.word ?? '') ? [word] : [],
    ),
  );
  const holds = (set: ReadonlySet<string>) => (draft: Draft) =>
    draft.units.some(({ casualties }) =>
      casualties.some(({ victims }) =>
        victims
          .toLowerCase()
          .normalize('NFKD')
          .replace(/\p{M}/gu, '')
          .split(' ')
          .some((noun) => set.has(noun)),
      ),
    );
  const fits = drafts.filter(holds(named));
  if (fits.length === 1) return fits[0];
  if (unit.casualties.length === 0) return undefined;
  // "the head of a fishermen's union speaks of 60 missing": a trade that one event alone has hurt
  const trades = new Set(words.map(({ word }) => word).filter((word) => trade.test(word)));
  const ofTrade = drafts.filter(holds(trades));
  return ofTrade.length === 1 ? ofTrade[0] : undefined;
}

function pointsThere(unit: Unit): boolean {
  return unit.sentence.tokens.some(
    ({ word, index }, i) =>
      word === 'y' &&
      index >= unit.start &&
      index < unit.end &&
      /^(?:ont|a|avaient|avait|sont|etaient)$/.test(unit.sentence.tokens[i + 1]?.word ?? '') &&
      unit.sentence.tokens[i - 1]?.word !== 'il',
  );
}

/** First words of a sentence that goes on with what was told. */
const pointsBack =
  /^(?:the|they|he|she|it|this|these|those|some|all|les|le|la|l|ils|elles|il|elle|ce|cet|cette|ces|leurs?|their|its|his)$/;

export function draftsOf(reading: Reading, units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  const isWar = units.some(({ isArmed, skip }) => isArmed && skip === undefined);
  for (const [i, unit] of units.entries()) {
    if (unit.skip !== undefined || isMoreOfMemory(units, i)) continue;
    if (isSumOfEvents(reading, units, i)) continue;
    const event = isEvent(unit, isWar);
    const place0 = mainPlace(unit);
    const again =
      (place0 === undefined || place0.isArea) && finestDate(unit) === undefined
        ? sameVictims(drafts, unit)
        : undefined;
    if (again) {
      again.units.push(unit);
      current = again;
      continue;
    }
    if (!event && (unit.casualties.length > 0 || unit.noFigure) && current) {
      current.units.push(unit);
      continue;
    }
    if (!event) {
      // a further word on the current event: its date, a claim of responsibility, a denial
      const last = current?.units.at(-1)?.sentence;
      const isNear =
        last?.paragraph === unit.sentence.paragraph ||
        (last?.index === unit.sentence.index - 1 &&
          pointsBack.test(unit.sentence.tokens[0]?.word ?? ''));
      if (current && (isNear || unit.isDefinite || speaksOfIt(reading, unit))) {
        current.units.push(unit);
        refine(current, place0);
        const isTold = unit.isDefinite || unit.triggers.length > 0;
        if (isTold && current.date === undefined) current.date = finestDate(unit);
      }
      continue;
    }
    // "men y ont execute": there, in the place told just before
    const place = (pointsThere(unit) ? placeBefore(units, unit, false) : undefined) ?? place0;
    const date = finestDate(unit);
    const target = chooseDraft(drafts, current, unit, place, date);
    if (target) {
      join(target, unit, place, date);
      current = target;
      continue;
    }
    const before = place ?? placeBefore(units, unit, drafts.length === 0);
    if (!isWorthNew(unit, place, before, date, drafts)) {
      // what was told with another day belongs to no event of this text
      if (current && !datesConflict(current.date, date)) current.units.push(unit);
      continue;
    }
    current = {
      units: [unit],
      place: before,
      containers: unit.places.filter(
        (each) =>
          each !== place &&
          (each.isContainer || (each.isArea && place !== undefined && !place.isArea)),
      ),
      date,
      isHeading: unit.sentence.isHeading,
      why: [reasonNew(reading, unit, place)],
    };
    drafts.push(current);
  }
  for (const draft of drafts) {
    draft.place ??= placeAround(reading, units, draft.units);
    draft.date ??= dateBefore(units, draft.units);
  }
  return convincing(drafts, reading);
}

/** "The buses were stopped close to Magazu": tells more finely where, after a road or nothing. */
function refine(draft: Draft, place: PlaceMention | undefined): void {
  if (!place || !isSpot(place) || (draft.place && !draft.place.isRoad)) return;
  draft.place = place;
}

function isWorthNew(
  unit: Unit,
  place: PlaceMention | undefined,
  before: PlaceMention | undefined,
  date: PlacedDate | undefined,
  drafts: readonly Draft[],
): boolean {
  const isSummary =
    unit.triggers.some(({ isPlural }) => isPlural) &&
    (place === undefined || (unit.sentence.isHeading && place.isArea)) &&
    unit.casualties.length === 0;
  if (isSummary) return false;
  const figures = unit.casualties.filter(
    ({ quantity, measure, victims }) =>
      quantity !== undefined && measure !== 'displaced' && (quantity.low !== 1 || victims !== ''),
  );
  if (place !== undefined) return true;
  const isStrong = unit.triggers.some(({ isWeak, isPlural }) => !isWeak && !isPlural);
  if (drafts.length === 0)
    return date !== undefined || figures.length > 0 || (isStrong && before !== undefined);
  // another day, with people hurt: another event, although no place is named
  return isStrong && figures.length > 0 && date !== undefined;
}

function reasonNew(reading: Reading, unit: Unit, place: PlaceMention | undefined): string {
  const trigger = unit.triggers[0];
  const words = trigger
    ? reading.document.quote(trigger.at, trigger.at + trigger.length)
    : 'a figure of people hurt';
  return place ? `"${words}" with the place ${place.written}` : `"${words}"`;
}

function chooseDraft(
  drafts: readonly Draft[],
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

function join(
  draft: Draft,
  unit: Unit,
  place: PlaceMention | undefined,
  date: PlacedDate | undefined,
): void {
  draft.units.push(unit);
  // the headline names the area, the first sentence the village in it
  if (
    draft.isHeading &&
    draft.place &&
    place &&
    isSpot(place) &&
    isAreaIn(unit, draft.place, place)
  ) {
    draft.containers.push(draft.place);
    draft.place = place;
  }
  if (place && (!draft.place || (!isSpot(draft.place) && isSpot(place)))) {
    if (draft.place?.isArea) draft.containers.push(draft.place);
    draft.place = place;
  } else if (place?.isArea && draft.place && !draft.place.isArea) draft.containers.push(place);
  for (const each of unit.places) if (each.isContainer) draft.containers.push(each);
  if (date && (!draft.date || isFiner(date, draft.date))) draft.date = date;
  draft.isHeading = false;
}

function finestDate(unit: Unit): PlacedDate | undefined {
  const dated = unit.dates.filter(({ use, edtf }) => use === 'event' && edtf !== null);
  return dated.reduce<PlacedDate | undefined>(
    (best, each) => (best && !isFiner(each, best) ? best : each),
    undefined,
  );
}

function isFiner(a: PlacedDate, b: PlacedDate): boolean {
  const width = ({ earliest, latest }: PlacedDate) =>
    earliest && latest ? Date.parse(latest) - Date.parse(earliest) : Number.POSITIVE_INFINITY;
  // a night of two days is as fine as a day: the one told first stays
  const night = 2 * 86_400_000;
  return width(b) > night && width(a) < width(b);
}
