/** Places in words, for suggestions and under the field. */

import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { coordinatesText } from '../../shared/domain/geo.ts';
import { edtfWords } from '../../shared/text/date-words.ts';
import type { Lang } from '../text/catalogue.ts';
import type { mapEn } from '../text/en/map.ts';
import type { Formats } from '../text/format.ts';
import type { PlaceValue } from './place-value.ts';

type Units = Pick<PlaceValue, 'name' | 'country' | 'admin1' | 'admin2'>;

/** `Soum, Sahel, Burkina Faso`, without what repeats the place's own name. */
export function unitsText(units: Units, format: Formats): string {
  const country = units.country === null ? null : format.country(units.country);
  return [units.admin2, units.admin1, country]
    .filter((part): part is string => part !== null && part !== '' && part !== units.name)
    .join(', ');
}

/** Second line of a suggestion: units, kind, the name that matched, inhabitants. */
export function hitText(hit: PlaceHit, words: typeof mapEn, format: Formats, lang: Lang): string {
  const kind = hit.kind === null ? undefined : (words.kinds[hit.kind] ?? hit.kind);
  return [
    unitsText(hit, format),
    kind,
    hit.matched === null ? undefined : words.place.also(hit.matched),
    hit.population === null ? undefined : words.place.inhabitants(format.number(hit.population)),
    hit.valid === null ? undefined : validityText(hit.valid, words, lang),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** When a name holds, and whether it does on the day of the incident. */
export function validityText(
  { from, to, atDate }: NonNullable<PlaceHit['valid']>,
  words: typeof mapEn,
  lang: Lang,
): string {
  const span = words.doubt.span(
    from === null ? undefined : edtfWords(from, lang),
    to === null ? undefined : edtfWords(to, lang),
  );
  if (atDate === 'not-yet') return `${span} (${words.doubt.notYet})`;
  if (atDate === 'no-longer') return `${span} (${words.doubt.noLonger})`;
  return span;
}

/** The line under the field: units and coordinates. */
export function valueText(
  value: PlaceValue,
  words: typeof mapEn,
  format: Formats,
  lang: Lang,
): string {
  const { latitude, longitude } = value;
  const hasPoint = latitude !== null && longitude !== null;
  const point = hasPoint ? coordinatesText(latitude, longitude, lang) : words.place.noCoordinates;
  const isNew = value.placeId === null && value.gazetteerId === null && value.name !== '';
  const origin = isNew
    ? words.place.newOwn
    : value.gazetteerId === null && value.placeId !== null
      ? words.place.own
      : '';
  return [unitsText(value, format), point, origin].filter((part) => part !== '').join(' · ');
}

/** What choosing a suggestion sets. */
export function valueOfHit(hit: PlaceHit): PlaceValue {
  const { placeId, gazetteerId, name, kind, country, admin1, admin2 } = hit;
  const { latitude, longitude, level, radiusM } = hit;
  return {
    ...{ placeId, gazetteerId, name, kind, country, admin1, admin2 },
    ...{ latitude, longitude, level, radiusM },
  };
}

/** A point without a name, as picked on the map. `precisionM`: metres the pointer may be off. */
export function pointValue(
  lat: number,
  lon: number,
  precisionM: number,
  units: Pick<PlaceValue, 'country' | 'admin1' | 'admin2'>,
): PlaceValue {
  const level = precisionM <= 200 ? 'point' : precisionM <= 5_000 ? 'settlement' : 'near';
  const step = precisionM > 1_000 ? 1_000 : 100;
  return {
    ...{ placeId: null, gazetteerId: null, name: '', kind: null, ...units },
    ...{ latitude: round(lat), longitude: round(lon), level },
    radiusM: Math.max(100, Math.ceil(precisionM / step) * step),
  };
}

/** Five decimals, about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
