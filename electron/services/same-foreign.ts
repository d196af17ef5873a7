/** The new incidents of a pack as comparing them with the case reads them, before anything is written. */
import { edtfBounds } from '../../shared/domain/edtf.ts';
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import type { SameActor, SameView } from '../../shared/domain/same-attack-types.ts';
import { summariseTolls } from '../../shared/domain/toll.ts';
import { fold } from '../../shared/lib/fold.ts';
import type { PackRecords } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import { getRecord } from '../db/queries/records.ts';
import { addressKeys, isVagueKind, type SameRow, tollsOf } from '../db/queries/same-views.ts';
import type { Reader } from '../db/sqlite.ts';

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
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

/** Rows of these incidents of a pack; what they name may lie in the pack or in the case. */
export function foreignRows(
  db: Reader,
  records: PackRecords,
  ids: ReadonlySet<string>,
): readonly SameRow[] {
  // parsed with the schema of each table when the pack was read
  const all = <T extends PackTable>(table: T) =>
    ((records.get(table) ?? []) as unknown as readonly RecordOf<T>[]).filter(
      ({ deleted_at }) => deleted_at === null,
    );
  const named = <T extends PackTable & TableName>(table: T) => {
    const byId = new Map(all(table).map((record) => [record.id, record]));
    return (id: string | null) =>
      id === null ? undefined : (byId.get(id) ?? getRecord(db, table, id));
  };
  const [placeOf, actorOf, sourceOf] = [named('place'), named('actor'), named('source')];
  const placeNames = grouped(all('place_name'), ({ place_id }) => place_id);
  const actorNames = grouped(all('actor_name'), ({ actor_id }) => actor_id);
  const links = grouped(
    all('link').filter(
      ({ kind, attribution }) => kind === 'actor-incident' && attribution !== 'denied',
    ),
    ({ to_id }) => to_id,
  );
  const claims = grouped(all('claim'), ({ incident_id }) => incident_id);
  const tolls = grouped(all('toll'), ({ claim_id }) => claim_id);
  const passages = grouped(all('passage'), ({ target_id }) => target_id);

  function actorsOf(id: string): SameActor[] {
    return (links.get(id) ?? []).flatMap(({ from_id, role }) => {
      const actor = actorOf(from_id);
      if (!actor) return [];
      const others = (actorNames.get(from_id) ?? []).map(({ name }) => name);
      const isVague = isVagueKind(actor.kind);
      return [{ id: from_id, role, names: [actor.name, ...others], kin: [], isVague }];
    });
  }

  function sourcesOf(id: string): SameView['sources'] {
    const bySource = grouped(claims.get(id) ?? [], ({ source_id }) => source_id);
    return [...bySource].map(([sourceId, told]) => {
      const source = sourceOf(sourceId);
      const hash = source?.text_sha256 ?? null;
      const quoted = told.flatMap((claim) => passages.get(claim.id) ?? []);
      return {
        keys: [sourceId, ...(hash ? [hash] : []), ...addressKeys(source?.url ?? null)],
        passages: quoted
          .filter((passage) => passage.source_id === sourceId && !passage.is_lost)
          .map(({ start, end }) => ({ start, end })),
      };
    });
  }

  function tollsIn(id: string): SameView['tolls'] {
    const told = (claims.get(id) ?? []).map((claim) => ({
      id: claim.id,
      credibility: claim.credibility,
      reliability: sourceOf(claim.source_id)?.reliability ?? null,
      supersededById: claim.superseded_by_id,
      deniedById: claim.denied_by_id,
      originKey: claim.origin_words ? fold(claim.origin_words) : null,
      tolls: tolls.get(claim.id) ?? [],
    }));
    return tollsOf(summariseTolls(told));
  }

  return all('incident')
    .filter(({ id }) => ids.has(id))
    .map((incident) => {
      const place = placeOf(incident.place_id);
      const names = [
        incident.place_words,
        place?.name,
        ...(placeNames.get(place?.id ?? '') ?? []).map(({ name }) => name),
      ];
      const { earliest, latest } = edtfBounds(incident.date_edtf);
      return {
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
    });
}
