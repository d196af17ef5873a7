// One side of a part of two incidents that are to be merged, as one line for the reader.
import type { IncidentDossier } from '../../../shared/contract/read-calls.ts';
import { coordinatesText } from '../../../shared/domain/geo.ts';
import { type MergePart, mergeParts } from '../../../shared/domain/same-merge.ts';
import { catalogues, type Lang } from '../../text/catalogue.ts';
import { valueWords } from '../../text/field-words.ts';
import { formats } from '../../text/format.ts';

export type Values = Readonly<Record<string, unknown>>;

/** Told by others of the same part, or of no use to a reader. */
const unsaid: ReadonlySet<string> = new Set([
  'place_id',
  'latitude',
  'longitude',
  'radius_m',
  'geo_code',
  'disorder_type',
]);

/** The place by its name, point and radius instead of its record and bare numbers. */
function placeWords(values: Values, dossier: IncidentDossier, lang: Lang): string[] {
  const { latitude, longitude, radius_m: radius } = values;
  const km = typeof radius === 'number' ? formats[lang].number(radius / 1000) : undefined;
  return [
    ...(dossier.place === null ? [] : [dossier.place.name]),
    ...(typeof latitude === 'number' && typeof longitude === 'number'
      ? [coordinatesText(latitude, longitude, lang)]
      : []),
    ...(km === undefined ? [] : [catalogues[lang].incidents.inspector.radius(km)]),
  ];
}

/** Words of a part; those for "empty" where the side says nothing. */
export function partWords(
  part: MergePart,
  values: Values,
  dossier: IncidentDossier,
  lang: Lang,
): string {
  const said = part === 'place' ? placeWords(values, dossier, lang) : [];
  for (const field of mergeParts[part]) {
    const value = values[field];
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (unsaid.has(field) || isEmpty) continue;
    said.push(valueWords(lang, 'incident', field, value, 400));
  }
  return said.length === 0 ? catalogues[lang].history.noValue : [...new Set(said)].join(' · ');
}
