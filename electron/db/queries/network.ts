/** Names and relations of the nodes of a network, and the ties of a filter where no columns hold them. */
import type { Filter } from '../../../shared/domain/filter.ts';
import { tieCode } from '../../../shared/domain/tie-code.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { sql } from '../sql.ts';
import { type Reader, tuples } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

export interface NodeFacts {
  readonly id: string;
  readonly name: string;
  readonly type: string | null;
  readonly date: string | null;
  readonly tlp: TlpLabel;
}

type FactTuple = readonly [
  key: number,
  id: string,
  name: string,
  type: string | null,
  date: string | null,
  tlp: TlpLabel,
];

/** What is shown of actors or incidents, by key. */
export function nodeFacts(
  db: Reader,
  table: 'actor' | 'incident',
  keys: readonly number[],
): Map<number, NodeFacts> {
  const fields = table === 'actor' ? 'name, kind, NULL, tlp' : 'title, event_type, date_edtf, tlp';
  const text = `SELECT pk, id, ${fields} FROM ${table} WHERE pk IN (SELECT value FROM json_each(?))`;
  const found = tuples<FactTuple>(db, text, [JSON.stringify(keys)]);
  return new Map(
    found.map(([key, id, name, type, date, tlp]) => [key, { id, name, type, date, tlp }]),
  );
}

/** Keys of the live records of a table among these ids, in the order of the ids. */
export function nodeKeys(
  db: Reader,
  table: 'actor' | 'incident',
  ids: readonly string[],
): number[] {
  const text = `SELECT id, pk FROM ${table}
    WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))`;
  const found = new Map(tuples<readonly [string, number]>(db, text, [JSON.stringify(ids)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export interface RelationRow {
  readonly from: number;
  readonly to: number;
  readonly role: string;
  readonly attribution: string | null;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
}

/** Live relations of actors, in the order in which they were made. */
export function listRelations(db: Reader, roles: readonly string[]): RelationRow[] {
  // by the index of the ends: links to actors are few among those to incidents
  const text = `SELECT a.pk, b.pk, link.role, link.attribution, link.date_from, link.date_to
    FROM actor AS b CROSS JOIN link ON link.to_id = b.id CROSS JOIN actor AS a ON a.id = link.from_id
    WHERE link.kind = 'actor-actor' AND link.deleted_at IS NULL
      AND a.deleted_at IS NULL AND b.deleted_at IS NULL
      AND link.role IN (SELECT value FROM json_each(?))
    ORDER BY link.pk`;
  type Line = readonly [number, number, string, string | null, string | null, string | null];
  return tuples<Line>(db, text, [JSON.stringify(roles)]).map(
    ([from, to, role, attribution, dateFrom, dateTo]) => ({
      ...{ from, to, role, attribution, dateFrom, dateTo },
    }),
  );
}

/** Key and last day (ISO, null for none) of each incident of a filter, ascending by key. */
export function listFilterRows(db: Reader, filter: Filter) {
  const { text, values } = sql`SELECT incident.pk,
      coalesce(incident.date_latest, incident.date_earliest)
    FROM incident WHERE ${filterCondition(filter)} ORDER BY incident.pk`;
  return tuples<readonly [key: number, day: string | null]>(db, text, values);
}

/** Ties of the incidents of a filter: key of the incident, key of the actor, `tieCode`. */
export function listFilterTies(db: Reader, filter: Filter): (readonly [number, number, number])[] {
  const { text, values } = sql`SELECT incident.pk, actor.pk, link.role, link.attribution
    FROM incident CROSS JOIN link ON link.to_id = incident.id
      CROSS JOIN actor ON actor.id = link.from_id
    WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL AND ${filterCondition(filter)}
    ORDER BY incident.pk, link.pk`;
  type Line = readonly [number, number, string, string | null];
  return tuples<Line>(db, text, values).map(([row, actor, role, attribution]) => [
    ...([row, actor, tieCode(role, attribution)] as const),
  ]);
}
