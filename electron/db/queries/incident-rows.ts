/** Lines of the incident table: the incident with the names and counts of what hangs on it. */
import type { IncidentRow } from '../../../shared/contract/read-calls.ts';
import type { TollSummary } from '../../../shared/domain/toll-types.ts';
import { actorIncidentRoles } from '../../../shared/domain/vocabulary.ts';
import { all, type Reader, type Row } from '../sqlite.ts';

type ActorLine = IncidentRow['actors'][number];

const incidentColumns = `pk, id, title, date_edtf, date_earliest, date_latest, date_words, place_label,
  admin1, admin2, country, latitude, longitude, geo_level, radius_m, event_type, sub_event_type,
  status, confidence, review, tlp, invented, deleted_at, toll_json, updated_at`;

/** Shortest acronym of an actor, else its name. */
const shortName = `coalesce(
  (SELECT name FROM actor_name
   WHERE actor_name.actor_id = actor.id AND actor_name.kind = 'acronym'
     AND actor_name.deleted_at IS NULL
   ORDER BY length(name), pk LIMIT 1),
  actor.name)`;

const roleOrder = `CASE link.role ${actorIncidentRoles
  .map((role, index) => `WHEN '${role}' THEN ${index}`)
  .join(' ')} END`;

const linkText = `
  SELECT to_id AS incident_id, from_id AS actor_id, role, attribution FROM link
  WHERE to_id IN (SELECT value FROM json_each(?)) AND kind = 'actor-incident'
    AND deleted_at IS NULL
  ORDER BY ${roleOrder}, pk`;

/** Apart from the links: a page names a few actors many times. */
const actorText = `SELECT actor.id, actor.name, ${shortName} AS short_name FROM actor
  WHERE actor.id IN (SELECT value FROM json_each(?))`;

const claimText = `SELECT incident_id, count(*) AS claims FROM claim
  WHERE incident_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
  GROUP BY incident_id`;

const noteText = `SELECT target_id AS incident_id, count(*) AS notes,
    sum(kind = 'question' AND is_resolved = 0) AS questions
  FROM note
  WHERE target_table = 'incident' AND target_id IN (SELECT value FROM json_each(?))
    AND deleted_at IS NULL
  GROUP BY target_id`;

const sameText = `
  SELECT from_id, to_id FROM link
  WHERE kind = 'incident-incident' AND role IN ('possibly-same-as', 'duplicate-of')
    AND deleted_at IS NULL
    AND (from_id IN (SELECT value FROM json_each(@ids)) OR to_id IN (SELECT value FROM json_each(@ids)))
  ORDER BY pk`;

function pushTo<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function actorsOf(db: Reader, ids: string): Map<string, ActorLine[]> {
  const lists = new Map<string, ActorLine[]>();
  const links = all<Row>(db, linkText, [ids]);
  const wanted = JSON.stringify([...new Set(links.map((link) => link.actor_id))]);
  const actors = new Map(all<Row>(db, actorText, [wanted]).map((actor) => [actor.id, actor]));
  for (const link of links) {
    const actor = actors.get(link.actor_id ?? '');
    if (actor === undefined) continue;
    pushTo(lists, String(link.incident_id), {
      id: String(actor.id),
      name: String(actor.name),
      shortName: String(actor.short_name),
      role: String(link.role),
      attribution: link.attribution as ActorLine['attribution'],
    });
  }
  return lists;
}

function sameAs(db: Reader, ids: string): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { from_id, to_id } of all<{ from_id: string; to_id: string }>(db, sameText, { ids })) {
    pushTo(lists, from_id, to_id);
    pushTo(lists, to_id, from_id);
  }
  return lists;
}

function toRow(row: Row, tolls: readonly TollSummary[]): Omit<IncidentRow, keyof Hanging> {
  return {
    key: row.pk as number,
    id: row.id as string,
    title: row.title as string,
    dateEdtf: row.date_edtf as string | null,
    dateEarliest: row.date_earliest as string | null,
    dateLatest: row.date_latest as string | null,
    dateWords: row.date_words as string | null,
    place: row.place_label as string | null,
    admin1: row.admin1 as string | null,
    admin2: row.admin2 as string | null,
    country: row.country as string | null,
    latitude: row.latitude as number | null,
    longitude: row.longitude as number | null,
    geoLevel: row.geo_level as IncidentRow['geoLevel'],
    radiusM: row.radius_m as number | null,
    eventType: row.event_type as string | null,
    subEventType: row.sub_event_type as string | null,
    status: row.status as IncidentRow['status'],
    confidence: row.confidence as IncidentRow['confidence'],
    review: row.review as IncidentRow['review'],
    tlp: row.tlp as IncidentRow['tlp'],
    invented: row.invented === 1,
    isDeleted: row.deleted_at !== null,
    killed: tolls.find((toll) => toll.outcome === 'killed') ?? null,
    injured: tolls.find((toll) => toll.outcome === 'injured') ?? null,
    updatedAt: row.updated_at as string,
  };
}

interface Hanging {
  readonly actors: readonly ActorLine[];
  readonly claimCount: number;
  readonly noteCount: number;
  readonly openQuestions: number;
  readonly possiblySameAs: readonly string[];
}

function withHanging(db: Reader, rows: readonly Row[]): IncidentRow[] {
  const ids = JSON.stringify(rows.map((row) => row.id));
  const actors = actorsOf(db, ids);
  const same = sameAs(db, ids);
  const claims = new Map(
    all<Row>(db, claimText, [ids]).map((row) => [row.incident_id, row.claims as number]),
  );
  const notes = new Map(all<Row>(db, noteText, [ids]).map((row) => [row.incident_id, row]));
  return rows.map((row) => {
    const id = String(row.id);
    const tolls = row.toll_json === null ? [] : JSON.parse(String(row.toll_json));
    return {
      ...toRow(row, tolls as TollSummary[]),
      actors: actors.get(id) ?? [],
      claimCount: claims.get(id) ?? 0,
      noteCount: Number(notes.get(id)?.notes ?? 0),
      openQuestions: Number(notes.get(id)?.questions ?? 0),
      possiblySameAs: [...new Set(same.get(id) ?? [])],
    };
  });
}

function inOrder(rows: readonly IncidentRow[], keys: readonly (number | string)[]): IncidentRow[] {
  const byKey = new Map<number | string, IncidentRow>(rows.map((row) => [row.key, row]));
  for (const row of rows) byKey.set(row.id, row);
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Rows of these keys, in their order; keys of nothing are left out. */
export function listIncidentRows(db: Reader, keys: readonly number[]): IncidentRow[] {
  const text = `SELECT ${incidentColumns} FROM incident
    WHERE pk IN (SELECT value FROM json_each(?))`;
  return inOrder(withHanging(db, all<Row>(db, text, [JSON.stringify(keys)])), keys);
}

/** Rows of these incidents, in the order of the ids. */
export function listIncidentRowsById(db: Reader, ids: readonly string[]): IncidentRow[] {
  const text = `SELECT ${incidentColumns} FROM incident
    WHERE id IN (SELECT value FROM json_each(?))`;
  return inOrder(withHanging(db, all<Row>(db, text, [JSON.stringify(ids)])), ids);
}

/** The cached summary of an incident's tolls. */
export function incidentTolls(db: Reader, id: string): TollSummary[] {
  const [row] = all<{ toll_json: string | null }>(
    db,
    'SELECT toll_json FROM incident WHERE id = ?',
    [id],
  );
  return row?.toll_json ? (JSON.parse(row.toll_json) as TollSummary[]) : [];
}
