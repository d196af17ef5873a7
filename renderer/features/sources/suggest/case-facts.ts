// Reads the part of the case that suggestions are compared with, and the places that accepting needs.
import type { PlaceHit } from '../../../../shared/contract/read-calls.ts';
import { defaultSort } from '../../../../shared/domain/filter.ts';
import { fold } from '../../../../shared/lib/fold.ts';
import { call } from '../../../api/client.ts';
import type { PlaceValue } from '../../../map-kit/place-value.ts';
import { valueOfHit } from '../../../map-kit/place-words.ts';
import type { FoundIncident, FoundPlace } from './found.ts';
import { filterFor, type Match, matchesOf } from './match-incident.ts';
import type { CaseFacts } from './standing.ts';

export async function readFacts(sourceId: string): Promise<CaseFacts> {
  const [dossier, actors] = await Promise.all([
    call('source/get', { id: sourceId }),
    call('actor/list', {}),
  ]);
  const ids = new Set([
    ...dossier.claims.map(({ incidentId }) => incidentId),
    ...dossier.passages.flatMap(({ target_table: table, target_id: id }) =>
      table === 'incident' && id !== null ? [id] : [],
    ),
  ]);
  const incidents = await Promise.all([...ids].map((id) => call('incident/get', { id })));
  return { dossier, actors, incidents };
}

/** The place as the case or the list of places has it; what the text says where neither knows it. */
export async function placeValueOf(place: FoundPlace, lang: string): Promise<PlaceValue | null> {
  if (place.canonical === null) return null;
  const hits = await call('place/search', {
    text: place.canonical,
    lang,
    limit: 50,
    ...(place.country === null ? {} : { country: place.country }),
  });
  const isIt = (hit: PlaceHit) => hit.placeId === place.key || hit.gazetteerId === place.key;
  const hit = hits.find((one) => one.placeId !== null && isIt(one)) ?? hits.find(isIt);
  if (hit === undefined) return bareValue(place);
  const value = valueOfHit(hit);
  return value.level === place.precision
    ? value
    : { ...value, level: place.precision, radiusM: null };
}

function bareValue(place: FoundPlace): PlaceValue {
  const { country, admin1, admin2, lat: latitude, lon: longitude, precision: level } = place;
  const isOwn = place.key !== null && !place.key.includes(':');
  return {
    placeId: isOwn ? place.key : null,
    gazetteerId: isOwn ? null : place.key,
    name: place.canonical ?? place.as_written,
    kind: null,
    radiusM: null,
    ...{ country, admin1, admin2, latitude, longitude, level },
  };
}

const mostCompared = 200;

/**
 * Incidents of the case that a candidate may be.
 * @param isActor whether an actor of the case is one that the candidate names
 * @param known incidents that other candidates of the text are already
 */
export async function readMatches(
  incident: FoundIncident,
  isActor: (id: string) => boolean,
  known: ReadonlySet<string>,
): Promise<readonly Match[]> {
  const filter = filterFor(incident);
  if (filter === undefined) return [];
  // candidates ask at the same time: none may take another's place
  const asker = `candidate ${incident.id}`.slice(0, 40);
  const ask = { filter, sort: defaultSort, count: mostCompared, asker };
  const { rows } = await call('view/answer', ask);
  const others = rows.filter(({ id }) => !known.has(id));
  return matchesOf(incident, others, (row) => [
    ...new Map(
      row.actors
        .filter(({ id }) => isActor(id))
        .map((actor) => [fold(actor.name), actor.shortName]),
    ).values(),
  ]);
}
