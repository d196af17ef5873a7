/** Subtotals by actor, country, region or month, and the rows of one group. */
import type { Group, Grouping } from '../../../shared/contract/view-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { sumTolls, type TotalledIncident } from '../../../shared/domain/toll-total.ts';
import { type Sql, sql } from '../sql.ts';
import { type Reader, tuples } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

type Line = readonly [
  pk: number,
  key: string | null,
  label: string | null,
  given: number,
  low: number | null,
  high: number | null,
  status: string,
];

const actorJoin = sql`LEFT JOIN (SELECT DISTINCT to_id, from_id FROM link
    WHERE kind = 'actor-incident' AND deleted_at IS NULL) AS tie ON tie.to_id = incident.id
  LEFT JOIN actor ON actor.id = tie.from_id`;

const nothing = sql``;

/** Key and label of the group of an incident; an actor's rows come from a join. */
const keyOf: { readonly [G in Grouping]: { key: string; label: string; join: Sql } } = {
  actor: { key: 'actor.id', label: 'actor.name', join: actorJoin },
  country: { key: 'incident.country', label: 'incident.country', join: nothing },
  region: {
    key: "incident.country || '/' || fold(incident.admin1)",
    // a region without its country is none
    label: 'CASE WHEN incident.country IS NOT NULL THEN incident.admin1 END',
    join: nothing,
  },
  month: {
    key: 'substr(coalesce(incident.date_earliest, incident.date_latest), 1, 7)',
    label: 'substr(coalesce(incident.date_earliest, incident.date_latest), 1, 7)',
    join: nothing,
  },
};

/**
 * Groups with count and people killed; those possibly the same as another of their group are counted
 * once there. Months latest first, areas by name, actors with most incidents first; without key last.
 */
export function listGroups(
  db: Reader,
  filter: Filter,
  by: Grouping,
  pairs: ReadonlyMap<number, readonly string[]>,
): Group[] {
  const { key, label, join } = keyOf[by];
  const { text, values } = sql`SELECT incident.pk, ${{ text: key, values: [] }},
      ${{ text: label, values: [] }}, incident.killed_given, incident.killed_low,
      incident.killed_high, incident.status
    FROM incident ${join} WHERE ${filterCondition(filter)} ORDER BY incident.pk`;
  const groups = new Map<string, { label: string; incidents: TotalledIncident[] }>();
  for (const [pk, own, named, given, low, high, status] of tuples<Line>(db, text, values)) {
    let group = groups.get(own ?? '');
    if (group === undefined) {
      group = { label: named ?? '', incidents: [] };
      groups.set(own ?? '', group);
    }
    group.incidents.push({
      id: String(pk),
      span: given === 1 ? { low: low ?? 0, high } : null,
      possiblySameAs: pairs.get(pk) ?? [],
      isRefuted: status === 'refuted',
    });
  }
  return [...groups]
    .map(([own, { label: name, incidents }]): Group => {
      const { low, high, named } = sumTolls(incidents);
      return { key: own, label: name, count: incidents.length, killed: { low, high, named } };
    })
    .sort((a, b) => compareGroups(by, a, b));
}

/** The order that `listGroups` names. */
export function compareGroups(by: Grouping, a: Group, b: Group): number {
  if ((a.key === '') !== (b.key === '')) return a.key === '' ? 1 : -1;
  const text = a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  if (by === 'month') return -text;
  if (by === 'actor') return b.count - a.count || text;
  return text;
}

/** Those of the matching incidents that are of one group, as a condition. */
export function groupCondition(by: Grouping, key: string): Sql {
  if (by === 'actor') {
    const tied = sql`SELECT to_id FROM link WHERE kind = 'actor-incident' AND deleted_at IS NULL`;
    return key === ''
      ? sql`incident.id NOT IN (${tied})`
      : sql`incident.id IN (${tied} AND from_id = ${key})`;
  }
  const expression: Sql = { text: keyOf[by].key, values: [] };
  return key === '' ? sql`${expression} IS NULL` : sql`${expression} = ${key}`;
}
