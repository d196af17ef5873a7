/** Incidents as comparing them reads them: what the row says first, then what hangs on it. */
import type { SameActor, SameView } from '../../../shared/domain/same-attack-types.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import type { GeoLevel } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader, type Row } from '../sqlite.ts';

/** What the row of an incident says; actors, sources and merged keys are not in it yet. */
export interface SameRow {
  readonly pk: number;
  readonly id: string;
  readonly dateEdtf: string | null;
  readonly place: string | null;
  readonly view: SameView;
}

export const sameRowColumns = `incident.pk, incident.id, incident.title, incident.date_edtf,
  incident.date_earliest, incident.date_latest, incident.time_words, incident.place_id,
  incident.place_words, incident.place_label, incident.latitude, incident.longitude,
  incident.geo_level, incident.radius_m, incident.country, incident.event_type,
  incident.sub_event_type, incident.targets, incident.toll_json, incident.external_key,
  (SELECT group_concat(name, char(10)) FROM place_name
   WHERE place_name.place_id = incident.place_id AND place_name.deleted_at IS NULL) AS place_names`;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

export function tollsOf(summaries: readonly TollSummary[]): SameView['tolls'] {
  return summaries.flatMap(({ outcome, low, high }) =>
    low === null ? [] : [{ outcome, low, high }],
  );
}

export function toSameRow(row: Row): SameRow {
  const names = [row.place_words, row.place_label, ...String(row.place_names ?? '').split('\n')];
  const tolls = text(row.toll_json);
  const key = text(row.external_key);
  return {
    pk: Number(row.pk),
    id: String(row.id),
    dateEdtf: text(row.date_edtf),
    place: text(row.place_label),
    view: {
      title: String(row.title),
      dateEarliest: text(row.date_earliest),
      dateLatest: text(row.date_latest),
      timeWords: text(row.time_words),
      placeNames: [...new Set(names.filter((name): name is string => Boolean(name)))],
      placeId: text(row.place_id),
      latitude: row.latitude as number | null,
      longitude: row.longitude as number | null,
      geoLevel: row.geo_level as GeoLevel,
      radiusM: row.radius_m as number | null,
      country: text(row.country),
      eventType: text(row.event_type),
      subEventType: text(row.sub_event_type),
      targets: JSON.parse(String(row.targets)) as string[],
      actors: [],
      tolls: tolls === null ? [] : tollsOf(JSON.parse(tolls) as TollSummary[]),
      sources: [],
      externalKeys: key === null ? [] : [key],
    },
  };
}

export function listSameRows(db: Reader, ids: readonly string[]): SameRow[] {
  const rows = all<Row>(
    db,
    `SELECT ${sameRowColumns} FROM incident WHERE id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(ids)],
  );
  return rows.map(toSameRow);
}

/** Kinds that name nobody in particular. */
const vagueKinds: ReadonlySet<string> = new Set(['unidentified', 'civilians']);

export function isVagueKind(kind: string): boolean {
  return vagueKinds.has(kind);
}

const kinText = `SELECT link.from_id AS id, link.to_id AS kin FROM link
  WHERE link.from_id IN (SELECT value FROM json_each(?)) AND link.kind = 'actor-actor'
    AND link.role IN ('part-of', 'affiliate-of', 'member-of') AND link.deleted_at IS NULL
  UNION SELECT link.to_id, link.from_id FROM link
  WHERE link.to_id IN (SELECT value FROM json_each(?)) AND link.kind = 'actor-actor'
    AND link.role IN ('predecessor-of', 'commands') AND link.deleted_at IS NULL`;

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Actors by id, without a role; deleted and unknown ones are left out. */
export function sameActors(
  db: Reader,
  ids: readonly string[],
): Map<string, Omit<SameActor, 'role'>> {
  const json = JSON.stringify([...new Set(ids)]);
  const kin = new Map<string, string[]>();
  for (const row of all<{ id: string; kin: string }>(db, kinText, [json, json])) {
    push(kin, row.id, row.kin);
  }
  const rows = all<{ id: string; name: string; kind: string; names: string | null }>(
    db,
    `SELECT actor.id, actor.name, actor.kind, (SELECT group_concat(name, char(10)) FROM actor_name
       WHERE actor_name.actor_id = actor.id AND actor_name.deleted_at IS NULL) AS names
     FROM actor WHERE actor.id IN (SELECT value FROM json_each(?)) AND actor.deleted_at IS NULL`,
    [json],
  );
  return new Map(
    rows.map(({ id, name, kind, names }) => [
      id,
      {
        id,
        names: [name, ...(names ?? '').split('\n')].filter((each) => each !== ''),
        kin: kin.get(id) ?? [],
        isVague: isVagueKind(kind),
      },
    ]),
  );
}

const actorText = `SELECT to_id AS incident, from_id AS actor, role FROM link
  WHERE to_id IN (SELECT value FROM json_each(?)) AND kind = 'actor-incident'
    AND coalesce(attribution, '') <> 'denied' AND deleted_at IS NULL`;

const sourceText = `SELECT DISTINCT claim.incident_id AS incident, source.id, source.text_sha256,
    source.url
  FROM claim JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
  WHERE claim.incident_id IN (SELECT value FROM json_each(?)) AND claim.deleted_at IS NULL`;

const passageText = `SELECT claim.incident_id AS incident, passage.source_id AS source,
    passage.start, passage."end" AS stop
  FROM claim JOIN passage ON passage.target_table = 'claim' AND passage.target_id = claim.id
    AND passage.deleted_at IS NULL AND passage.is_lost = 0
  WHERE claim.incident_id IN (SELECT value FROM json_each(@ids)) AND claim.deleted_at IS NULL
  UNION SELECT target_id, source_id, start, "end" FROM passage
  WHERE target_table = 'incident' AND target_id IN (SELECT value FROM json_each(@ids))
    AND deleted_at IS NULL AND is_lost = 0`;

const mergedText = `SELECT pair.kept_id AS incident, other.external_key AS key
  FROM incident_pair AS pair JOIN incident AS other ON other.id IN (pair.a_id, pair.b_id)
    AND other.id <> pair.kept_id AND other.external_key IS NOT NULL
  WHERE pair.verdict = 'same' AND pair.deleted_at IS NULL
    AND (pair.a_id IN (SELECT value FROM json_each(@ids))
      OR pair.b_id IN (SELECT value FROM json_each(@ids)))`;

/** An address as it is, and without what differs between two copies of it. */
export function addressKeys(url: string | null): readonly string[] {
  if (url === null || url.trim() === '') return [];
  const bare = url
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '');
  return [url, bare.replace(/[/#?]+$/, '')];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The same rows with actors, sources, passages and the keys of what was merged into them. */
export function withHanging(db: Reader, rows: readonly SameRow[]): SameRow[] {
  const ids = JSON.stringify(rows.map(({ id }) => id));
  const links = all<{ incident: string; actor: string; role: string }>(db, actorText, [ids]);
  const known = sameActors(
    db,
    links.map(({ actor }) => actor),
  );
  const actors = new Map<string, SameActor[]>();
  for (const { incident, actor, role } of links) {
    const found = known.get(actor);
    if (found) push(actors, incident, { ...found, role });
  }
  const spans = new Map<string, Span[]>();
  for (const row of all<Row>(db, passageText, { ids })) {
    const span = { start: Number(row.start), end: Number(row.stop) };
    push(spans, `${row.incident} ${row.source}`, span);
  }
  const sources = new Map<string, SameView['sources'][number][]>();
  for (const row of all<Row>(db, sourceText, [ids])) {
    const hash = text(row.text_sha256);
    push(sources, String(row.incident), {
      keys: [String(row.id), ...(hash === null ? [] : [hash]), ...addressKeys(text(row.url))],
      passages: spans.get(`${row.incident} ${row.id}`) ?? [],
    });
  }
  const keys = new Map<string, string[]>();
  for (const row of all<{ incident: string; key: string }>(db, mergedText, { ids })) {
    push(keys, row.incident, row.key);
  }
  return rows.map((row) => ({
    ...row,
    view: {
      ...row.view,
      actors: actors.get(row.id) ?? [],
      sources: sources.get(row.id) ?? [],
      externalKeys: [...new Set([...row.view.externalKeys, ...(keys.get(row.id) ?? [])])],
    },
  }));
}
