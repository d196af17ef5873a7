// Whether a candidate incident may be in the case already: date, place and actors compared. Pure.
import type { IncidentRow } from '../../../../shared/contract/read-calls.ts';
import { edtfBounds } from '../../../../shared/domain/edtf.ts';
import type { Filter } from '../../../../shared/domain/filter.ts';
import { distanceKm, radiusOf } from '../../../../shared/domain/geo.ts';
import { addDays } from '../../../../shared/lib/days.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import type { FoundIncident, FoundPlace } from './found.ts';

export interface Match {
  readonly id: string;
  readonly title: string;
  readonly dateEdtf: string | null;
  readonly place: string | null;
  readonly date: 'day' | 'days' | undefined;
  readonly where: 'place' | 'area' | 'near';
  /** Between the two points; undefined where one has none. */
  readonly km: number | undefined;
  /** Actors that both have, by their short names. */
  readonly actors: readonly string[];
}

/** An undated claim is looked for this long before the day it was made. */
const daysBack = 60;
const slack = 1;
const nearKm = 15;
const most = 2;

/** Incidents worth comparing; undefined when neither date nor place is known. */
export function filterFor({ date, place }: FoundIncident): Filter | undefined {
  const { earliest, latest } = edtfBounds(date);
  const last = latest ?? earliest;
  if (last !== null) {
    const first = earliest ?? addDays(last, -daysBack);
    return { after: addDays(first, -slack), before: addDays(last, slack) };
  }
  return place === null ? undefined : { places: [place.canonical ?? place.as_written] };
}

/** The likeliest first. `sharedWith` gives the short names of actors that the row has in common. */
export function matchesOf(
  incident: FoundIncident,
  rows: readonly IncidentRow[],
  sharedWith: (row: IncidentRow) => readonly string[],
): readonly Match[] {
  const { place } = incident;
  if (place === null) return [];
  return rows
    .flatMap((row): (Match & { readonly score: number })[] => {
      const where = nearness(place, row);
      const date = dateMatch(incident, row);
      const actors = sharedWith(row);
      if (where === undefined || (date === undefined && actors.length === 0)) return [];
      const score =
        (where.kind === 'place' ? 3 : 1) +
        (date === 'day' ? 3 : date === 'days' ? 1 : 0) +
        Math.min(2, actors.length);
      const { id, title, dateEdtf } = row;
      const match = { id, title, dateEdtf, place: row.place, date, where: where.kind };
      return score < 3 ? [] : [{ ...match, km: where.km, actors, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most);
}

function dateMatch({ date }: FoundIncident, row: IncidentRow): 'day' | 'days' | undefined {
  if (date === null || row.dateEdtf === null) return undefined;
  const mine = edtfBounds(date);
  const { dateEarliest, dateLatest } = row;
  const isDay = mine.earliest !== null && mine.earliest === mine.latest;
  if (isDay && dateEarliest === mine.earliest && dateLatest === mine.latest) return 'day';
  const startsIn = mine.earliest === null || dateLatest === null || mine.earliest <= dateLatest;
  const endsIn = mine.latest === null || dateEarliest === null || mine.latest >= dateEarliest;
  return startsIn && endsIn ? 'days' : undefined;
}

function nearness(
  place: FoundPlace,
  row: IncidentRow,
): { readonly kind: Match['where']; readonly km: number | undefined } | undefined {
  const names = [place.canonical, place.as_written].filter((name) => name !== null).map(fold);
  const isNamed = row.place !== null && names.includes(fold(row.place));
  const hasPoints =
    place.lat !== null && place.lon !== null && row.latitude !== null && row.longitude !== null;
  const km = hasPoints
    ? distanceKm(place.lat ?? 0, place.lon ?? 0, row.latitude ?? 0, row.longitude ?? 0)
    : undefined;
  if (isNamed) return { kind: 'place', km: undefined };
  const holds = (area: string | null, name: string | null) =>
    area !== null && name !== null && fold(area) === fold(name);
  const isArea = place.precision === 'district' || place.precision === 'region';
  const isRowArea = row.geoLevel === 'district' || row.geoLevel === 'region';
  const isInside =
    (isArea && [row.admin1, row.admin2].some((unit) => holds(unit, place.canonical))) ||
    (isRowArea && [place.admin1, place.admin2].some((unit) => holds(unit, row.place)));
  if (isInside) return { kind: 'area', km: undefined };
  if (km === undefined) return undefined;
  const reach = Math.max(
    nearKm,
    (radiusOf(place.precision, null) + radiusOf(row.geoLevel, row.radiusM)) / 1000,
  );
  const isPrecise = !isArea && !isRowArea;
  return isPrecise && km <= reach ? { kind: 'near', km } : undefined;
}
