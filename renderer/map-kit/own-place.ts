/** The form of a place the analyst adds, and the value it gives. Pure. */
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import type { PlaceOtherName, PlaceValue } from './place-value.ts';
import type { PickedPoint } from './point-picker.tsx';
import type { Precision } from './precision-fields.tsx';

export interface OwnPlaceForm {
  readonly name: string;
  readonly names: readonly PlaceOtherName[];
  readonly where: 'area' | 'point';
  readonly area: PlaceHit | undefined;
  readonly point: PickedPoint | undefined;
  /** Of a point; an area brings its own. */
  readonly precision: Precision;
}

export type OwnPlaceProblem = 'name' | 'area' | 'point';

export function emptyOwnPlace(name: string): OwnPlaceForm {
  const precision: Precision = { level: 'settlement', radiusM: 3_000 };
  return { name, names: [], where: 'area', area: undefined, point: undefined, precision };
}

/** What is still missing, in the order of the form. */
export function problemsOf(form: OwnPlaceForm): readonly OwnPlaceProblem[] {
  const problems: OwnPlaceProblem[] = [];
  if (form.name.trim() === '') problems.push('name');
  if (form.where === 'area' && form.area === undefined) problems.push('area');
  if (form.where === 'point' && form.point === undefined) problems.push('point');
  return problems;
}

/**
 * The new place: inside an area it takes the area's centre, level and radius ("somewhere in Loroum");
 * at a point the point's. `units`: where the point lies.
 */
export function ownPlaceValue(
  form: OwnPlaceForm,
  units: Pick<PlaceValue, 'country' | 'admin1' | 'admin2'>,
): PlaceValue {
  const names = form.names
    .map(({ name, lang }) => ({ name: name.trim(), lang }))
    .filter(({ name }) => name !== '');
  const own = {
    placeId: null,
    gazetteerId: null,
    name: form.name.trim(),
    kind: 'settlement',
    names,
  };
  if (form.where === 'area' && form.area) {
    const { country, admin1, admin2, latitude, longitude, level, radiusM } = form.area;
    return { ...own, country, admin1, admin2, latitude, longitude, level, radiusM };
  }
  const { lat = null, lon = null } = form.point ?? {};
  return { ...own, ...units, latitude: lat, longitude: lon, ...form.precision };
}
