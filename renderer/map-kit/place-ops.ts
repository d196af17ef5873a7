// What a chosen place becomes in the case: a record of its own where it is none yet, and the fields of the
// incident that say where it was. Pure.
import type { Op } from '../../shared/contract/record-calls.ts';
import type { GeoLevel } from '../../shared/domain/vocabulary.ts';
import type { PlaceValue } from './place-value.ts';

/** Fields of an incident that say where it was. */
export function placeFields(place: PlaceValue | null, placeId: string | null) {
  return {
    place_id: placeId,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    geo_level: place?.level ?? 'unknown',
    radius_m: place?.radiusM ?? null,
    country: place?.country ?? null,
    admin1: place?.admin1 ?? null,
    admin2: place?.admin2 ?? null,
  };
}

/** A named place of a list is a settlement or an area itself, however near to it the incident was. */
function ownLevel(place: PlaceValue): GeoLevel {
  const isNarrowed = place.level === 'near' || place.level === 'point';
  return place.gazetteerId !== null && isNarrowed ? 'settlement' : place.level;
}

/** Steps that make a record of a place that is none yet, and the id it gets. */
export function placeSteps(
  place: PlaceValue | null,
  fresh: string,
): { ops: Op[]; id: string | null } {
  if (place === null || place.name === '') return { ops: [], id: null };
  if (place.placeId !== null) return { ops: [], id: place.placeId };
  const level = ownLevel(place);
  const names = (place.names ?? []).map(
    ({ name, lang }): Op => ({
      do: 'create',
      table: 'place_name',
      values: { place_id: fresh, name, lang },
    }),
  );
  return {
    id: fresh,
    ops: [
      {
        do: 'create',
        table: 'place',
        id: fresh,
        values: {
          name: place.name,
          gazetteer_id: place.gazetteerId,
          kind: place.kind,
          country: place.country,
          admin1: place.admin1,
          admin2: place.admin2,
          latitude: place.latitude,
          longitude: place.longitude,
          geo_level: level,
          radius_m: level === place.level ? place.radiusM : null,
        },
      },
      ...names,
    ],
  };
}
