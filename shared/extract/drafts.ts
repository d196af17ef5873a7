/** Groups the parts of a text that tell of the same event, by place, date and what points back. */

import { convincing, isMoreOfMemory } from './convincing.ts';
import { chooseDraft, type Draft, datesConflict, finestDate, isFiner, join } from './draft-join.ts';
import { dateBefore, isSpot, mainPlace, placeAround, placeBefore } from './draft-place.ts';
import { withOldNews } from './old-news.ts';
import type { PlaceMention } from './places.ts';
import type { PlacedDate, Reading } from './reading.ts';
import { isSumOfEvents } from './sums.ts';
import type { Unit } from './units.ts';

export type { Draft } from './draft-join.ts';

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
  // "31 dead at Kourakou and 13 dead at Tondobi"
  const isToll =
    unit.casualties.some(
      ({ quantity, measure }) => quantity !== undefined && measure === 'killed',
    ) &&
    unit.places.some(
      (place) =>
        isSpot(place) &&
        !place.isContainer &&
        !place.isNear &&
        unit.casualties.some(({ start }) => place.start > start && place.start - start < 8),
    );
  if (isWar && (isKilling || isToll)) return true;
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

/** "the killers came on Sunday 5 November": how an attack begins. */
const arrival =
  /\b(?:came|arrived|turned up|showed up|rode in|appeared|sont (?:venus|arrives)|(?:etaient|sont) arrives|debarque\w*|surgi\w*|encercl\w*)\b/;

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
        const isBack = pointsBack.test(unit.sentence.tokens[0]?.word ?? '');
        if (isBack || last?.index === unit.sentence.index) refine(current, place0);
        const isTold =
          unit.isDefinite ||
          unit.triggers.length > 0 ||
          arrival.test(reading.document.folded(unit.sentence));
        const told = isTold ? finestDate(unit) : undefined;
        if (
          told &&
          (!current.date || (isFiner(told, current.date) && !datesConflict(told, current.date)))
        )
          current.date = told;
      }
      continue;
    }
    // "men y ont execute": there, in the place told just before
    const place = (pointsThere(unit) ? placeBefore(units, unit, false) : undefined) ?? place0;
    const date = finestDate(unit);
    const target = chooseDraft(drafts, units, current, unit, place, date);
    if (target) {
      join(target, units, unit, place, date);
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
  const again = drafts.length === 0 ? withOldNews(units) : undefined;
  return again ? draftsOf(reading, again) : convincing(drafts, reading);
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
  const isDeed = isStrong || (unit.isArmed && unit.triggers.some(({ isMeans }) => !isMeans));
  if (drafts.length === 0)
    return date !== undefined || figures.length > 0 || (isDeed && before !== undefined);
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
