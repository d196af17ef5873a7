/** The new incidents of a pack as comparing them with the case reads them, before anything is written. */
import { edtfBounds } from '../../shared/domain/edtf.ts';
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import type { SameActor, SameView } from '../../shared/domain/same-attack-types.ts';
import { summariseTolls } from '../../shared/domain/toll.ts';
import { fold } from '../../shared/lib/fold.ts';
import type { ItemList, ReadRecords } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { getRecord } from '../db/queries/records.ts';
import { addressKeys, isVagueKind, type SameRow, tollsOf } from '../db/queries/same-views.ts';
import type { Reader } from '../db/sqlite.ts';

function grouped<T>(items: Iterable<T>, keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Live records of a table of a pack, found by a key: only where they stand is held. */
function findable<T>(
  all: ItemList<T & { readonly deleted_at: string | null }>,
  keyOf: (record: T) => string | null,
): (key: string) => T[] {
  const places = new Map<string, number[]>();
  let at = 0;
  for (const record of all) {
    const key = record.deleted_at === null ? keyOf(record) : null;
    const group = key === null ? undefined : places.get(key);
    if (group) group.push(at);
    else if (key !== null) places.set(key, [at]);
    at += 1;
  }
  return (key) => (places.get(key) ?? []).flatMap((place) => all.at(place) ?? []);
}

/** Rows of these incidents of a pack; what they name may lie in the pack or in the case. */
export function* foreignRows(
  db: Reader,
  records: ReadRecords,
  ids: ReadonlySet<string>,
): Generator<SameRow, void> {
  // parsed with the schema of each table when the pack was read
  const all = <T extends PackTable>(table: T) =>
    (records.get(table) ?? []) as unknown as ItemList<RecordOf<T>>;
  const named = <T extends PackTable & TableName>(table: T) => {
    const byId = findable<RecordOf<T>>(all(table), ({ id }) => id);
    return (id: string | null) =>
      id === null ? undefined : (byId(id)[0] ?? getRecord(db, table, id));
  };
  const [placeOf, actorOf, sourceOf] = [named('place'), named('actor'), named('source')];
  const placeNames = findable(all('place_name'), ({ place_id }) => place_id);
  const actorNames = findable(all('actor_name'), ({ actor_id }) => actor_id);
  const links = findable(all('link'), ({ kind, attribution, to_id }) =>
    kind === 'actor-incident' && attribution !== 'denied' ? to_id : null,
  );
  const claims = findable(all('claim'), ({ incident_id }) => incident_id);
  const tolls = findable(all('toll'), ({ claim_id }) => claim_id);
  const passages = findable(all('passage'), ({ target_id }) => target_id);

  function actorsOf(id: string): SameActor[] {
    return links(id).flatMap(({ from_id, role }) => {
      const actor = actorOf(from_id);
      if (!actor) return [];
      const others = actorNames(from_id).map(({ name }) => name);
      const isVague = isVagueKind(actor.kind);
      return [{ id: from_id, role, names: [actor.name, ...others], kin: [], isVague }];
    });
  }

  function sourcesOf(id: string): SameView['sources'] {
    const bySource = grouped(claims(id), ({ source_id }) => source_id);
    return [...bySource].map(([sourceId, told]) => {
      const source = sourceOf(sourceId);
      const hash = source?.text_sha256 ?? null;
      const quoted = told.flatMap((claim) => passages(claim.id));
      return {
        keys: [sourceId, ...(hash ? [hash] : []), ...addressKeys(source?.url ?? null)],
        passages: quoted
          .filter((passage) => passage.source_id === sourceId && !passage.is_lost)
          .map(({ start, end }) => ({ start, end })),
      };
    });
  }

  function tollsIn(id: string): SameView['tolls'] {
    const told = claims(id).map((claim) => ({
      id: claim.id,
      credibility: claim.credibility,
      reliability: sourceOf(claim.source_id)?.reliability ?? null,
      supersededById: claim.superseded_by_id,
      deniedById: claim.denied_by_id,
      originKey: claim.origin_words ? fold(claim.origin_words) : null,
      tolls: tolls(claim.id),
    }));
    return tollsOf(summariseTolls(told));
  }

  for (const incident of all('incident')) {
    if (!ids.has(incident.id)) continue;
    const place = placeOf(incident.place_id);
    const names = [
      incident.place_words,
      place?.name,
      ...placeNames(place?.id ?? '').map(({ name }) => name),
    ];
    const { earliest, latest } = edtfBounds(incident.date_edtf);
    yield {
      pk: 0,
      id: incident.id,
      dateEdtf: incident.date_edtf,
      place: place?.name ?? incident.place_words,
      view: {
        title: incident.title,
        dateEarliest: earliest,
        dateLatest: latest,
        timeWords: incident.time_words,
        placeNames: [...new Set(names.filter((name): name is string => Boolean(name)))],
        placeId: incident.place_id,
        latitude: incident.latitude,
        longitude: incident.longitude,
        geoLevel: incident.geo_level,
        radiusM: incident.radius_m,
        country: incident.country,
        eventType: incident.event_type,
        subEventType: incident.sub_event_type,
        targets: incident.targets,
        actors: actorsOf(incident.id),
        tolls: tollsIn(incident.id),
        sources: sourcesOf(incident.id),
        externalKeys: incident.external_key === null ? [] : [incident.external_key],
      },
    };
  }
}
