/** A report may be about a day long past: where nothing newer is told, that day is its subject. */
import type { Unit } from './units.ts';

const oneDay = 24 * 3600 * 1000;

/** Old, but told as an event of its own: an exact day, a deed, a figure of people. */
function isSubject({ skip, triggers, casualties, dates }: Unit): boolean {
  return (
    skip === 'old' &&
    triggers.some(({ isWeak }) => !isWeak) &&
    casualties.some(({ quantity }) => quantity?.low != null) &&
    dates.some(
      ({ use, earliest, latest }) =>
        use === 'event' &&
        earliest !== null &&
        latest !== null &&
        Date.parse(latest) - Date.parse(earliest) <= oneDay,
    )
  );
}

/** The parts with those days taken as news; undefined when there are none. */
export function withOldNews(units: readonly Unit[]): readonly Unit[] | undefined {
  if (!units.some(isSubject)) return undefined;
  return units.map((unit) => (isSubject(unit) ? { ...unit, skip: undefined } : unit));
}
