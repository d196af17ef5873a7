/** What was done to incidents since a day, for the part of a report on changes. */
import { all, column, type Reader } from '../sqlite.ts';

/** First value of an incident's status before each change since `since` (ISO instant), by incident. */
export function statusesBefore(db: Reader, since: string): ReadonlyMap<string, string> {
  const rows = all<{ id: string; old: string }>(
    db,
    `SELECT change.record_id AS id, change.old AS old
     FROM change JOIN action ON action.seq = change.action_seq
     WHERE change.table_name = 'incident' AND change.field = 'status'
       AND change.old IS NOT NULL AND action.at >= ?
     ORDER BY change.action_seq DESC`,
    [since],
  );
  // the last written wins, which is the earliest change
  return new Map(rows.map(({ id, old }) => [id, String(JSON.parse(old))]));
}

/** Live claims made since, by incident. */
export function claimsSince(db: Reader, since: string): ReadonlyMap<string, number> {
  return counted(
    db,
    `SELECT incident_id AS id, count(*) AS n FROM claim
     WHERE deleted_at IS NULL AND created_at >= ? GROUP BY incident_id`,
    since,
  );
}

/** Live claims that a later one, made since, has replaced, by incident. */
export function claimsReplacedSince(db: Reader, since: string): ReadonlyMap<string, number> {
  return counted(
    db,
    `SELECT old.incident_id AS id, count(*) AS n
     FROM claim AS old JOIN claim AS later ON later.id = old.superseded_by_id
     WHERE old.deleted_at IS NULL AND later.deleted_at IS NULL AND later.created_at >= ?
     GROUP BY old.incident_id`,
    since,
  );
}

/** Incidents put into the bin since. */
export function incidentsDeletedSince(db: Reader, since: string): string[] {
  return column<string>(db, 'SELECT id FROM incident WHERE deleted_at >= ?', [since]);
}

/** First possible day of the earliest live incident that each actor acts in, by actor. */
export function firstDays(db: Reader, actorIds: readonly string[]): ReadonlyMap<string, string> {
  const rows = all<{ id: string; day: string | null }>(
    db,
    `SELECT link.from_id AS id, min(incident.date_earliest) AS day
     FROM link JOIN incident ON incident.id = link.to_id
     WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL
       AND incident.deleted_at IS NULL AND link.from_id IN (SELECT value FROM json_each(?))
     GROUP BY link.from_id`,
    [JSON.stringify(actorIds)],
  );
  return new Map(rows.flatMap(({ id, day }) => (day === null ? [] : [[id, day] as const])));
}

function counted(db: Reader, text: string, since: string): ReadonlyMap<string, number> {
  const rows = all<{ id: string; n: number }>(db, text, [since]);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
