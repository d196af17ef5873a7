/** Keys of incidents that match a filter, in order, and what they add up to. */
import type { Filter, Sort } from '../../../shared/domain/filter.ts';
import { sumTolls, type TotalledIncident } from '../../../shared/domain/toll-total.ts';
import { incidentStatuses, reviewStates, tlpLabels } from '../../../shared/domain/vocabulary.ts';
import { listOf, type Sql, sql } from '../sql.ts';
import { all, type Reader, tuples, value } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

/** Sorts a column of codes as its vocabulary is ordered. */
function rankOf(column: string, codes: readonly string[]): string {
  return `CASE ${column} ${codes.map((code, index) => `WHEN '${code}' THEN ${index}`).join(' ')} END`;
}

/** None counts as absent. */
function countOf(statement: string): string {
  return `nullif((${statement}), 0)`;
}

/** Expressions to sort by; the first decides what is absent, which comes last in both directions. */
const sortColumns: { readonly [K in Sort['key']]: readonly string[] } = {
  date: [
    'coalesce(incident.date_earliest, incident.date_latest)',
    'coalesce(incident.date_latest, incident.date_earliest)',
  ],
  title: ['incident.title_key'],
  place: ["nullif(incident.place_key, '')", 'incident.admin1'],
  type: ['incident.event_type', 'incident.sub_event_type'],
  // an open end counts as more than the same figure closed
  killed: [
    'CASE WHEN incident.killed_given = 1 THEN coalesce(incident.killed_high, incident.killed_low) END',
    'incident.killed_high IS NULL',
    'incident.killed_low',
  ],
  injured: [
    `(SELECT max(coalesce(toll.value ->> 'high', toll.value ->> 'low'))
      FROM json_each(incident.toll_json) AS toll WHERE toll.value ->> 'outcome' = 'injured')`,
  ],
  actors: [
    countOf(`SELECT count(DISTINCT link.from_id) FROM link WHERE link.to_id = incident.id
      AND link.kind = 'actor-incident' AND link.deleted_at IS NULL`),
  ],
  notes: [
    countOf(`SELECT count(*) FROM note WHERE note.target_id = incident.id
      AND note.target_table = 'incident' AND note.deleted_at IS NULL`),
  ],
  status: [rankOf('incident.status', incidentStatuses)],
  review: [rankOf('incident.review', reviewStates)],
  tlp: [rankOf('incident.tlp', tlpLabels)],
  grade: ['incident.grade_rank'],
  updated: ['incident.updated_at'],
  created: ['incident.created_at'],
};

export interface SortTerm {
  readonly text: string;
  readonly isDescending: boolean;
}

/** Ties are broken by title and then by key, so that the order is the same every time. */
export function sortTerms({ key, direction }: Sort): SortTerm[] {
  const isDescending = direction === 'descending';
  const [first = 'incident.pk', ...rest] = sortColumns[key];
  return [
    { text: `${first} IS NULL`, isDescending: false },
    ...[first, ...rest].map((text) => ({ text, isDescending })),
    { text: 'incident.title_key', isDescending: false },
    { text: 'incident.pk', isDescending: false },
  ];
}

export function orderBy(sort: Sort): string {
  return sortTerms(sort)
    .map(({ text, isDescending }) => `${text} ${isDescending ? 'DESC' : 'ASC'}`)
    .join(', ');
}

export interface IncidentList {
  readonly total: number;
  readonly keys: Uint32Array<ArrayBuffer>;
  readonly killed: { readonly low: number; readonly high: number | null; readonly named: number };
}

type ListTuple = readonly [
  pk: number,
  killedGiven: number,
  low: number | null,
  high: number | null,
  status: string,
];

/** Pairs of incidents that are possibly one, by key; one direction. */
export function samePairs(db: Reader): Map<number, string[]> {
  const pairs = new Map<number, string[]>();
  const rows = all<{ from_pk: number; to_pk: number }>(
    db,
    `SELECT a.pk AS from_pk, b.pk AS to_pk FROM link
     JOIN incident AS a ON a.id = link.from_incident_id
     JOIN incident AS b ON b.id = link.to_incident_id
     WHERE link.role IN ('possibly-same-as', 'duplicate-of') AND link.kind = 'incident-incident'
       AND link.deleted_at IS NULL`,
  );
  for (const { from_pk, to_pk } of rows) {
    const others = pairs.get(from_pk);
    if (others) others.push(String(to_pk));
    else pairs.set(from_pk, [String(to_pk)]);
  }
  return pairs;
}

/** Only incidents tied to others need `sumTolls`; the many that stand alone simply add up. */
function totalled(rows: readonly ListTuple[], pairs: ReadonlyMap<number, string[]>) {
  const tied: TotalledIncident[] = [];
  const isPointedAt = new Set<string>([...pairs.values()].flat());
  let low = 0;
  let high: number | null = 0;
  let named = 0;
  for (const [pk, given, rowLow, rowHigh, status] of rows) {
    const span = given === 1 ? { low: rowLow ?? 0, high: rowHigh } : null;
    const isRefuted = status === 'refuted';
    const possiblySameAs = pairs.get(pk);
    if (possiblySameAs !== undefined || isPointedAt.has(String(pk))) {
      tied.push({ id: String(pk), span, possiblySameAs: possiblySameAs ?? [], isRefuted });
    } else if (span !== null && !isRefuted) {
      low += span.low;
      named += span.high ?? span.low;
      high = high === null || span.high === null ? null : high + span.high;
    }
  }
  const rest = sumTolls(tied);
  return {
    low: low + rest.low,
    high: high === null || rest.high === null ? null : high + rest.high,
    named: named + rest.named,
  };
}

export function listStatement(filter: Filter, sort: Sort): Sql {
  const order: Sql = { text: orderBy(sort), values: [] };
  return sql`SELECT incident.pk, incident.killed_given, incident.killed_low, incident.killed_high,
      incident.status
    FROM incident WHERE ${filterCondition(filter)} ORDER BY ${order}`;
}

/**
 * All matching incidents. `killed` adds up their ranges; those linked as possibly the same, or as
 * duplicates, give one range (`sumTolls`), and refuted ones none.
 */
export function listIncidentKeys(db: Reader, filter: Filter, sort: Sort): IncidentList {
  const { text, values } = listStatement(filter, sort);
  const rows = tuples<ListTuple>(db, text, values);
  const keys = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) keys[index] = rows[index]?.[0] ?? 0;
  return { total: rows.length, keys, killed: totalled(rows, samePairs(db)) };
}

/**
 * A condition that the first `limit` rows of all live incidents by date fulfil and few others do: the
 * day of the last of them, read off an index. Undefined where that cannot be told.
 */
function firstByDate(db: Reader, filter: Filter, sort: Sort, limit: number): Sql | undefined {
  if (sort.key !== 'date' || Object.keys(filter).length > 0) return undefined;
  const isDescending = sort.direction === 'descending';
  const day = value<string>(
    db,
    `SELECT date_earliest FROM incident WHERE deleted_at IS NULL AND date_earliest IS NOT NULL
     ORDER BY date_earliest ${isDescending ? 'DESC' : 'ASC'} LIMIT 1 OFFSET ?`,
    [limit - 1],
  );
  if (day === undefined) return undefined;
  return isDescending
    ? sql`incident.date_earliest >= ${day}
        OR (incident.date_earliest IS NULL AND incident.date_latest >= ${day})`
    : sql`incident.date_earliest <= ${day}
        OR (incident.date_earliest IS NULL AND incident.date_latest <= ${day})`;
}

/**
 * The first rows of a list and its totals without a walk through all of it: for cases so large that
 * the whole list would keep a hand waiting. The totals are those of `listIncidentKeys`.
 */
export function listFirstKeys(db: Reader, filter: Filter, sort: Sort, limit: number): IncidentList {
  const pairs = samePairs(db);
  const tied = [...pairs.keys(), ...[...pairs.values()].flat().map(Number)];
  const condition = filterCondition(filter);
  const isCounted = sql`(incident.killed_given = 1 AND incident.status <> 'refuted'
    AND incident.pk NOT IN (${listOf(tied)}))`;
  const sums = sql`SELECT count(*),
      coalesce(sum(CASE WHEN ${isCounted} THEN incident.killed_low END), 0),
      coalesce(sum(CASE WHEN ${isCounted}
        THEN coalesce(incident.killed_high, incident.killed_low) END), 0),
      coalesce(sum(${isCounted} AND incident.killed_high IS NULL), 0)
    FROM incident WHERE ${condition}`;
  const [total, low, named, open] = tuples<readonly [number, number, number, number]>(
    db,
    sums.text,
    sums.values,
  )[0] ?? [0, 0, 0, 0];
  const together = sql`SELECT incident.pk, incident.killed_given, incident.killed_low,
      incident.killed_high, incident.status
    FROM incident WHERE ${condition} AND incident.pk IN (${listOf(tied)})`;
  const rest = totalled(tuples<ListTuple>(db, together.text, together.values), pairs);
  const order: Sql = { text: orderBy(sort), values: [] };
  const near = firstByDate(db, filter, sort, limit) ?? sql`1`;
  const page = sql`SELECT incident.pk FROM incident WHERE ${condition} AND (${near})
    ORDER BY ${order} LIMIT ${limit}`;
  return {
    total,
    keys: Uint32Array.from(tuples<readonly [number]>(db, page.text, page.values), ([pk]) => pk),
    killed: {
      low: low + rest.low,
      high: open > 0 || rest.high === null ? null : named + rest.named,
      named: named + rest.named,
    },
  };
}

/** Matching incidents without coordinates: latitude and longitude are given together or not at all. */
export function countUnplaced(db: Reader, filter: Filter): number {
  const { text, values } = sql`SELECT count(*) FROM incident
    WHERE incident.latitude IS NULL AND ${filterCondition(filter)}`;
  return value<number>(db, text, values) ?? 0;
}

/** Keys of those matching incidents that are of one group, in order. */
export function listKeysOfGroup(
  db: Reader,
  filter: Filter,
  sort: Sort,
  group: Sql,
): Uint32Array<ArrayBuffer> {
  const order: Sql = { text: orderBy(sort), values: [] };
  const { text, values } = sql`SELECT incident.pk FROM incident
    WHERE ${filterCondition(filter)} AND (${group}) ORDER BY ${order}`;
  return Uint32Array.from(tuples<readonly [number]>(db, text, values), ([pk]) => pk);
}

/** Ids of incidents by key, in the order of the keys. */
export function idsOfKeys(db: Reader, keys: Uint32Array): string[] {
  const rows = tuples<readonly [number, string]>(
    db,
    'SELECT pk, id FROM incident WHERE pk IN (SELECT value FROM json_each(?))',
    [JSON.stringify([...keys])],
  );
  const ids = new Map(rows);
  return Array.from(keys, (key) => ids.get(key) ?? '').filter((id) => id !== '');
}

/** Ids instead of keys, for exports and reports. */
export function listIncidentIds(db: Reader, filter: Filter, sort: Sort): string[] {
  const order: Sql = { text: orderBy(sort), values: [] };
  const { text, values } = sql`SELECT incident.id FROM incident
    WHERE ${filterCondition(filter)} ORDER BY ${order}`;
  return tuples<readonly [string]>(db, text, values).map(([id]) => id);
}

/** Key of an incident, -1 when there is none. */
export function incidentKey(db: Reader, id: string): number {
  return value<number>(db, 'SELECT pk FROM incident WHERE id = ?', [id]) ?? -1;
}
