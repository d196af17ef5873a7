/** What the columns hold of each incident and of what hangs on it, as tuples. */
import type { Sort } from '../../../shared/domain/filter.ts';
import { column, type Reader, tuples, value } from '../sqlite.ts';
import { orderBy, sortTerms } from './incident-list.ts';

export type ColumnTuple = readonly [
  pk: number,
  earliest: string | null,
  latest: string | null,
  type: string | null,
  subType: string | null,
  status: string,
  country: string | null,
  admin1: string | null,
  admin2: string | null,
  given: number,
  low: number | null,
  high: number | null,
  grade: string | null,
  credibility: number | null,
  tlp: string,
  deleted: number,
  latitude: number | null,
  longitude: number | null,
  radius: number | null,
  level: string,
];

const columns = `pk, date_earliest, date_latest, event_type, sub_event_type, status, country, admin1,
  admin2, killed_given, killed_low, killed_high, best_grade, best_credibility, tlp,
  deleted_at IS NOT NULL, latitude, longitude, radius_m, geo_level`;

/** Rows with keys above `after`, in order of key, at most `limit`. */
export function listColumnRows(db: Reader, after: number, limit: number): ColumnTuple[] {
  const text = `SELECT ${columns} FROM incident WHERE pk > ? ORDER BY pk LIMIT ?`;
  return tuples<ColumnTuple>(db, text, [after, limit]);
}

export function listColumnRowsOf(db: Reader, keys: readonly number[]): ColumnTuple[] {
  const text = `SELECT ${columns} FROM incident WHERE pk IN (SELECT value FROM json_each(?))
    ORDER BY pk`;
  return tuples<ColumnTuple>(db, text, [JSON.stringify(keys)]);
}

export function countAllIncidents(db: Reader): number {
  return value<number>(db, 'SELECT count(*) FROM incident') ?? 0;
}

/** Keys of the incidents among these ids of any records. */
export function keysOfIds(db: Reader, ids: readonly string[]): number[] {
  const text = 'SELECT pk FROM incident WHERE id IN (SELECT value FROM json_each(?))';
  return column<number>(db, text, [JSON.stringify(ids)]);
}

/** What an incident is tied to: key of the incident, key of the other record, role where there is one. */
export type TieTuple = readonly [incident: number, other: number, role: string | null];

export type TieKind = 'actor' | 'source' | 'tag';

const ties: { readonly [K in TieKind]: (condition: string) => string } = {
  actor: (condition) => `SELECT incident.pk, actor.pk, link.role
    FROM incident JOIN link ON link.to_id = incident.id JOIN actor ON actor.id = link.from_id
    WHERE ${condition} AND link.kind = 'actor-incident' AND link.deleted_at IS NULL
    ORDER BY incident.pk, link.pk`,
  source: (condition) => `SELECT DISTINCT incident.pk, source.pk, NULL
    FROM incident JOIN claim ON claim.incident_id = incident.id
    JOIN source ON source.id = claim.source_id
    WHERE ${condition} AND claim.deleted_at IS NULL ORDER BY incident.pk, claim.pk`,
  tag: (condition) => `SELECT DISTINCT incident.pk, tag.pk, NULL
    FROM incident JOIN tagging ON tagging.target_id = incident.id
    JOIN tag ON tag.id = tagging.tag_id
    WHERE ${condition} AND tagging.target_table = 'incident' AND tagging.deleted_at IS NULL
      AND tag.deleted_at IS NULL
    ORDER BY incident.pk, tag.pk`,
};

/** Ties of the incidents with keys above `after` up to `upTo`, by key. */
export function listTies(db: Reader, kind: TieKind, after: number, upTo: number): TieTuple[] {
  const text = ties[kind]('incident.pk > ? AND incident.pk <= ?');
  return tuples<TieTuple>(db, text, [after, upTo]);
}

export function listTiesOf(db: Reader, kind: TieKind, keys: readonly number[]): TieTuple[] {
  const text = ties[kind]('incident.pk IN (SELECT value FROM json_each(?))');
  return tuples<TieTuple>(db, text, [JSON.stringify(keys)]);
}

/** Whether there is any at all: most cases have few sources and tags. */
export function hasTies(db: Reader, kind: TieKind): boolean {
  const table = { actor: 'link', source: 'claim', tag: 'tagging' }[kind];
  return value(db, `SELECT 1 FROM ${table} LIMIT 1`) !== undefined;
}

/** Ids and names of actors, sources or tags by key. */
export function namesOf(
  db: Reader,
  kind: TieKind,
  keys: readonly number[],
): Map<number, { readonly id: string; readonly name: string }> {
  const name = kind === 'source' ? 'title' : 'name';
  const text = `SELECT pk, id, ${name} FROM ${kind} WHERE pk IN (SELECT value FROM json_each(?))`;
  const rows = tuples<readonly [number, string, string]>(db, text, [JSON.stringify(keys)]);
  return new Map(rows.map(([pk, id, label]) => [pk, { id, name: label }]));
}

/** Keys of records of a table by id, in the order of the ids; 0 for one that is not there. */
export function keysOfRecords(db: Reader, kind: TieKind, ids: readonly string[]): number[] {
  const text = `SELECT id, pk FROM ${kind} WHERE id IN (SELECT value FROM json_each(?))`;
  const found = new Map(tuples<readonly [string, number]>(db, text, [JSON.stringify(ids)]));
  return ids.map((id) => found.get(id) ?? 0);
}

/** Keys of all incidents, deleted or not, in an order of the table. */
export function listOrder(db: Reader, sort: Sort): number[] {
  return column<number>(db, `SELECT pk FROM incident ORDER BY ${orderBy(sort)}`);
}

export type SortValues = readonly (string | number | null)[];

/** What one incident is sorted by, in the order of importance, its key last. */
export function sortValuesOf(db: Reader, sort: Sort, key: number): SortValues | undefined {
  const terms = sortTerms(sort).map(({ text }) => text);
  const text = `SELECT ${terms.join(', ')} FROM incident WHERE pk = ?`;
  return tuples<SortValues>(db, text, [key])[0];
}

/**
 * Keys that a statement finds, quickly also when they are a million: one text of digits instead of a
 * row each.
 */
export function manyKeys(
  db: Reader,
  statement: { text: string; values: readonly (string | number | bigint | Uint8Array | null)[] },
): Uint32Array<ArrayBuffer> {
  const text = `SELECT CAST(group_concat(pk) AS BLOB) FROM (${statement.text})`;
  const digits = value<Uint8Array>(db, text, statement.values);
  if (digits === undefined || digits === null) return new Uint32Array();
  let count = 1;
  for (const byte of digits) if (byte === 44) count += 1;
  const keys = new Uint32Array(count);
  let at = 0;
  let number = 0;
  for (const byte of digits) {
    if (byte === 44) {
      keys[at] = number;
      at += 1;
      number = 0;
    } else number = number * 10 + byte - 48;
  }
  keys[at] = number;
  return keys;
}
