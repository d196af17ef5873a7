/** Groups the parts of a text that tell of the same event, by place, date and what points back. */
import type { PlaceMention } from './places.ts';
import type { PlacedDate, Reading } from './reading.ts';
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

function mainPlace(unit: Unit): PlaceMention | undefined {
  const own = unit.places.filter(({ isContainer }) => !isContainer);
  const anchor = unit.triggers[0]?.at ?? unit.casualties[0]?.start ?? unit.start;
  const fine = own.filter(({ isArea }) => !isArea);
  const list = fine.length > 0 ? fine : own;
  // the nearest to what happened; the first of those equally near
  const weight = (place: PlaceMention) => Math.abs(place.start - anchor) - (place.isTyped ? 6 : 0);
  return [...list].sort((a, b) => weight(a) - weight(b) || a.start - b.start).at(0);
}

const nameKey = (place: PlaceMention) =>
  place.written.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** same, inside (one holds the other), apart, or unknown. */
function relation(a: PlaceMention, b: PlaceMention): 'same' | 'inside' | 'apart' {
  if (nameKey(a) === nameKey(b)) return a.isArea === b.isArea ? 'same' : 'inside';
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
function isEvent(unit: Unit): boolean {
  if (unit.skip !== undefined) return false;
  if (unit.triggers.some(({ isWeak }) => !isWeak)) return true;
  if (unit.casualties.some(({ measure, quantity }) => measure === 'abducted' && quantity))
    return true;
  return unit.isArmed && (unit.triggers.length > 0 || unit.casualties.length > 0);
}

function speaksOfIt(reading: Reading, unit: Unit): boolean {
  return (reading.sentences[unit.sentence.index]?.statements ?? []).some(
    ({ isClaim, isDenial, speaker }) => isClaim || isDenial || speaker.kind === 'group',
  );
}

/** The event whose victims the unit names again: "the farmers had been rounded up". */
function sameVictims(drafts: readonly Draft[], unit: Unit): Draft | undefined {
  const words = unit.sentence.tokens.filter(({ index }) => index >= unit.start && index < unit.end);
  const named = new Set(
    words.flatMap(({ word }, i) =>
      /^(?:the|les|ces|those|these)$/.test(words[i - 1]?.word ?? '') ? [word] : [],
    ),
  );
  const fits = drafts.filter((draft) =>
    draft.units.some(({ casualties }) =>
      casualties.some(({ victims }) => named.has(victims.toLowerCase().split(' ').at(-1) ?? '')),
    ),
  );
  return fits.length === 1 ? fits[0] : undefined;
}

export function draftsOf(reading: Reading, units: readonly Unit[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  for (const unit of units) {
    if (unit.skip !== undefined) continue;
    const event = isEvent(unit);
    const place0 = mainPlace(unit);
    const again =
      (place0 === undefined || place0.isArea) && unit.triggers.length === 0
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
      const isNear = current?.units.at(-1)?.sentence.paragraph === unit.sentence.paragraph;
      if (current && (isNear || unit.isDefinite || speaksOfIt(reading, unit))) {
        current.units.push(unit);
        const isTold = unit.isDefinite || unit.triggers.length > 0;
        if (isTold && current.date === undefined) current.date = finestDate(unit);
      }
      continue;
    }
    const place = mainPlace(unit);
    const date = finestDate(unit);
    const target = chooseDraft(drafts, current, unit, place, date);
    if (target) {
      join(target, unit, place, date);
      current = target;
      continue;
    }
    if (!isWorthNew(unit, place, date, drafts)) {
      current?.units.push(unit);
      continue;
    }
    current = {
      units: [unit],
      place,
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
  return drafts;
}

function isWorthNew(
  unit: Unit,
  place: PlaceMention | undefined,
  date: PlacedDate | undefined,
  drafts: readonly Draft[],
): boolean {
  const isSummary =
    unit.triggers.some(({ isPlural }) => isPlural) &&
    place === undefined &&
    unit.casualties.length === 0;
  if (isSummary) return false;
  const figures = unit.casualties.filter(
    ({ quantity, measure }) => quantity !== undefined && measure !== 'displaced',
  );
  if (place !== undefined) return true;
  if (drafts.length === 0) return date !== undefined || figures.length > 0;
  return false;
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

function join(
  draft: Draft,
  unit: Unit,
  place: PlaceMention | undefined,
  date: PlacedDate | undefined,
): void {
  draft.units.push(unit);
  if (place && (!draft.place || (draft.place.isArea && !place.isArea))) {
    if (draft.place) draft.containers.push(draft.place);
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
  return width(a) < width(b);
}
