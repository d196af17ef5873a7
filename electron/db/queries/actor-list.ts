/** The list of actors and what their incidents span. */
import type { ActorRow } from '../../../shared/contract/read-calls.ts';
import { all, type Reader, type Row } from '../sqlite.ts';
import { ftsQuery } from './fts-query.ts';

export interface ListOptions {
  /** Words of any name, all of which must match; empty for all. */
  readonly text: string;
  readonly includeDeleted: boolean;
}

/** The plus signs keep SQLite from an index of its own by kind, by which every link is of every actor. */
const actorText = (conditions: string) => `
  SELECT actor.id, actor.name, actor.kind, actor.country, actor.deleted_at, actor.tlp,
    count(DISTINCT incident.id) AS incident_count,
    min(coalesce(incident.date_earliest, incident.date_latest)) AS first_day,
    max(coalesce(incident.date_latest, incident.date_earliest)) AS last_day
  FROM actor
  LEFT JOIN link ON link.from_id = actor.id AND +link.kind = 'actor-incident'
    AND +link.deleted_at IS NULL
  LEFT JOIN incident ON incident.id = link.to_id AND incident.deleted_at IS NULL
  WHERE ${conditions} GROUP BY actor.id ORDER BY fold(actor.name), actor.pk`;

/** What the incidents of an actor span, by key of the actor; those without any may be left out. */
export type ActorSpans = ReadonlyMap<
  number,
  { readonly incidents: number; readonly first: string | null; readonly last: string | null }
>;

const bareText = (conditions: string) => `
  SELECT actor.pk, actor.id, actor.name, actor.kind, actor.country, actor.deleted_at, actor.tlp
  FROM actor WHERE ${conditions} ORDER BY fold(actor.name), actor.pk`;

const nameText = `SELECT actor_id, name, lang, kind FROM actor_name
  WHERE actor_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY pk`;

/** Records of a table whose document matches; deleted ones have none. */
export function matching(table: string, column: 'title' | 'any'): string {
  const query = column === 'title' ? "'title : (' || ? || ')'" : '?';
  return `${table}.id IN (SELECT record_id FROM search_doc WHERE table_name = '${table}' AND pk IN (
    SELECT rowid FROM search_fts WHERE search_fts MATCH ${query}))`;
}

/** `spans`: where they are known already; the tables need a second for every 50 000 links. */
export function listActorRows(
  db: Reader,
  { text, includeDeleted }: ListOptions,
  spans?: ActorSpans,
): ActorRow[] {
  const query = ftsQuery(text);
  const conditions = [includeDeleted ? '1' : 'actor.deleted_at IS NULL'];
  if (query !== undefined) conditions.push(matching('actor', 'title'));
  const rows = all<Row>(
    db,
    (spans === undefined ? actorText : bareText)(conditions.join(' AND ')),
    query === undefined ? [] : [query],
  );
  const names = new Map<string, ActorRow['names']>();
  for (const row of all<Row>(db, nameText, [JSON.stringify(rows.map((each) => each.id))])) {
    const key = String(row.actor_id);
    const name = {
      name: String(row.name),
      lang: row.lang as string | null,
      kind: row.kind as ActorRow['names'][number]['kind'],
    };
    names.set(key, [...(names.get(key) ?? []), name]);
  }
  const spanOf = (row: Row) => {
    if (spans !== undefined) return spans.get(Number(row.pk));
    const { incident_count: incidents, first_day: first, last_day: last } = row;
    return {
      incidents: Number(incidents),
      first: first as string | null,
      last: last as string | null,
    };
  };
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    kind: row.kind as ActorRow['kind'],
    country: row.country as string | null,
    names: names.get(String(row.id)) ?? [],
    incidentCount: spanOf(row)?.incidents ?? 0,
    firstDay: spanOf(row)?.first ?? null,
    lastDay: spanOf(row)?.last ?? null,
    isDeleted: row.deleted_at !== null,
    tlp: row.tlp as ActorRow['tlp'],
  }));
}

/** Live claims that an actor made, passed on or denied, newest first. */
export const claimsOfActorText = `
  SELECT claim.id FROM claim
  WHERE claim.deleted_at IS NULL AND (claim.claimant_id = @id OR claim.denied_by_id = @id
    OR EXISTS (SELECT 1 FROM json_each(claim.via) AS one WHERE one.value = @id))
  ORDER BY claim.pk DESC`;
