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

/** Titles with summaries of incidents by key. */
export function sampleTexts(db: Reader, keys: readonly number[]): string[] {
  const text = `SELECT title || ' ' || summary FROM incident
    WHERE pk IN (SELECT value FROM json_each(?))`;
  return column<string>(db, text, [JSON.stringify(keys)]);
}

export function countAllIncidents(db: Reader): number {
  return value<number>(db, 'SELECT count(*) FROM incident') ?? 0;
}

/** Keys of the incidents among these ids of any records. */
export function keysOfIds(db: Reader, ids: readonly string[]): number[] {
  const text = 'SELECT pk FROM incident WHERE id IN (SELECT value FROM json_each(?))';
  return column<number>(db, text, [JSON.stringify(ids)]);
}

/** What an incident is tied to: keys of the incident and of the other record; role and attribution of actors. */
export type TieTuple = readonly [
  incident: number,
  other: number,
  role: string | null,
  attribution: string | null,
];

export type TieKind = 'actor' | 'source' | 'tag';

/**
 * CROSS JOIN keeps the order: from the tie to its incident, or, with `ofIncidents`, the other way. A
 * source told of twice stands twice.
 */
const ties: { readonly [K in TieKind]: { own: string; select: string; ofIncidents: string } } = {
  actor: {
    own: 'link',
    select: `SELECT incident.pk, actor.pk, link.role, link.attribution FROM link
      CROSS JOIN incident ON incident.id = link.to_id CROSS JOIN actor ON actor.id = link.from_id
      WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL`,
    ofIncidents: `SELECT incident.pk, actor.pk, link.role, link.attribution FROM incident
      CROSS JOIN link ON link.to_id = incident.id CROSS JOIN actor ON actor.id = link.from_id
      WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL`,
  },
  source: {
    own: 'claim',
    select: `SELECT incident.pk, source.pk, NULL, NULL FROM claim
      CROSS JOIN incident ON incident.id = claim.incident_id
      CROSS JOIN source ON source.id = claim.source_id WHERE claim.deleted_at IS NULL`,
    ofIncidents: `SELECT incident.pk, source.pk, NULL, NULL FROM incident
      CROSS JOIN claim ON claim.incident_id = incident.id
      CROSS JOIN source ON source.id = claim.source_id WHERE claim.deleted_at IS NULL`,
  },
  tag: {
    own: 'tagging',
    select: `SELECT incident.pk, tag.pk, NULL, NULL FROM tagging
      CROSS JOIN incident ON incident.id = tagging.target_id
      CROSS JOIN tag ON tag.id = tagging.tag_id
      WHERE tagging.target_table = 'incident' AND tagging.deleted_at IS NULL
        AND tag.deleted_at IS NULL`,
    ofIncidents: `SELECT incident.pk, tag.pk, NULL, NULL FROM incident
      CROSS JOIN tagging ON tagging.target_table = 'incident' AND tagging.target_id = incident.id
      CROSS JOIN tag ON tag.id = tagging.tag_id
      WHERE tagging.deleted_at IS NULL AND tag.deleted_at IS NULL`,
  },
};

/** Ties whose own keys are above `after` up to `upTo`, in the order of those keys. */
export function listTies(db: Reader, kind: TieKind, after: number, upTo: number): TieTuple[] {
  const { own, select } = ties[kind];
  const text = `${select} AND ${own}.pk > ? AND ${own}.pk <= ? ORDER BY ${own}.pk`;
  return tuples<TieTuple>(db, text, [after, upTo]);
}

/** Highest own key of the ties of a kind, 0 without any. */
export function lastTie(db: Reader, kind: TieKind): number {
  return value<number>(db, `SELECT max(pk) FROM ${ties[kind].own}`) ?? 0;
}

/** Ties of these incidents, by incident and in the order in which they were made. */
export function listTiesOf(db: Reader, kind: TieKind, keys: readonly number[]): TieTuple[] {
  const { own, ofIncidents } = ties[kind];
  const text = `${ofIncidents} AND incident.pk IN (SELECT value FROM json_each(?))
    ORDER BY incident.pk, ${own}.pk`;
  return tuples<TieTuple>(db, text, [JSON.stringify(keys)]);
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
