/** Counts of values under a filter: the facets. Each row of a facet names its value, label and count. */
import type { Facet, FacetName } from '../../../shared/contract/view-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { type Sql, sql } from '../sql.ts';
import { type Reader, tuples } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

type FacetTuple = readonly [value: string | null, label: string | null, count: number];

/** What is counted of each matching incident: value and label, from which tables. */
function facetSelect(name: FacetName, condition: Sql): Sql {
  const own = (expression: string) =>
    sql`SELECT ${{ text: expression, values: [] }} AS value, NULL AS label, count(*) AS count
      FROM incident WHERE ${condition} GROUP BY value`;
  switch (name) {
    case 'type':
      return own('incident.event_type');
    case 'subType':
      return own('incident.sub_event_type');
    case 'status':
      return own('incident.status');
    case 'country':
      return own('incident.country');
    case 'grade':
      return own('incident.best_grade');
    case 'region':
      // a region without its country is none
      return sql`SELECT min(incident.country || '/' || incident.admin1) AS value,
          min(CASE WHEN incident.country IS NOT NULL THEN incident.admin1 END) AS label,
          count(*) AS count
        FROM incident WHERE ${condition}
        GROUP BY incident.country || '/' || fold(incident.admin1)`;
    case 'actor':
      return sql`SELECT actor.id AS value, actor.name AS label,
          count(DISTINCT link.to_id) AS count
        FROM incident JOIN link ON link.to_id = incident.id AND link.kind = 'actor-incident'
          AND link.deleted_at IS NULL
        JOIN actor ON actor.id = link.from_id WHERE ${condition} GROUP BY actor.id`;
    case 'source':
      return sql`SELECT source.id AS value, source.title AS label,
          count(DISTINCT claim.incident_id) AS count
        FROM incident JOIN claim ON claim.incident_id = incident.id AND claim.deleted_at IS NULL
        JOIN source ON source.id = claim.source_id WHERE ${condition} GROUP BY source.id`;
    case 'tag':
      return sql`SELECT min(tag.name) AS value, min(tag.name) AS label,
          count(DISTINCT tagging.target_id) AS count
        FROM incident JOIN tagging ON tagging.target_id = incident.id
          AND tagging.target_table = 'incident' AND tagging.deleted_at IS NULL
        JOIN tag ON tag.id = tagging.tag_id AND tag.deleted_at IS NULL
        WHERE ${condition} GROUP BY fold(tag.name)`;
  }
}

/** The values of a facet, most frequent first, equal counts by value; at most `size` of them. */
export function listFacet(db: Reader, name: FacetName, filter: Filter, size: number): Facet {
  const { text, values } = facetSelect(name, filterCondition(filter));
  const rows = tuples<FacetTuple>(db, text, values);
  return facetOf(name, rows, size);
}

/** Sorts and cuts counted values; `none` stands for no value. */
export function facetOf(name: FacetName, rows: readonly FacetTuple[], size: number): Facet {
  const sorted = rows
    .map(([value, label, count]) => ({
      value: value ?? 'none',
      label: label ?? value ?? '',
      count,
    }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  return { name, values: sorted.slice(0, size), more: Math.max(0, sorted.length - size) };
}
