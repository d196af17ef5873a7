/** Candidates of the search over everything, best first within each index. */
import { fold } from '../../../shared/lib/fold.ts';
import type { SqlValue } from '../sqlite.ts';
import { all, column, type Reader } from '../sqlite.ts';
import type { SearchTable } from './search-index.ts';

/** Weights of the columns of `incident_fts`: title, summary, place, actors, claims, notes, sources. */
const incidentWeights = '10, 2, 6, 5, 1, 1, 1';

/** Live incidents whose texts match. */
export function searchIncidents(db: Reader, query: string, limit: number): string[] {
  return column<string>(
    db,
    `SELECT incident.id FROM incident_fts JOIN incident ON incident.pk = incident_fts.rowid
     WHERE incident_fts MATCH ? AND incident.deleted_at IS NULL
     ORDER BY bm25(incident_fts, ${incidentWeights}), incident.pk LIMIT ?`,
    [query, limit],
  );
}

/** Live records of the other tables whose names or texts match. */
export function searchDocuments(
  db: Reader,
  query: string,
  table: SearchTable,
  limit: number,
): string[] {
  return column<string>(
    db,
    `SELECT search_doc.record_id FROM search_fts JOIN search_doc ON search_doc.pk = search_fts.rowid
     WHERE search_fts MATCH ? AND search_doc.table_name = ?
     ORDER BY bm25(search_fts, 10, 1), search_doc.pk LIMIT ?`,
    [query, table, limit],
  );
}

export interface Completion {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const most = 20;

const completions: { readonly [F in 'place' | 'tag' | 'type']: string } = {
  place: `
    SELECT word AS value, word AS label, count(*) AS count FROM (
      SELECT place_label AS word FROM incident WHERE deleted_at IS NULL AND place_label IS NOT NULL
      UNION ALL SELECT admin1 FROM incident WHERE deleted_at IS NULL AND admin1 IS NOT NULL
      UNION ALL SELECT admin2 FROM incident WHERE deleted_at IS NULL AND admin2 IS NOT NULL)
    GROUP BY word`,
  tag: `
    SELECT tag.name AS value, tag.name AS label, count(tagging.id) AS count FROM tag
    LEFT JOIN tagging ON tagging.tag_id = tag.id AND tagging.deleted_at IS NULL
      AND tagging.target_table = 'incident'
    WHERE tag.deleted_at IS NULL GROUP BY tag.name`,
  type: `
    SELECT word AS value, word AS label, count(*) AS count FROM (
      SELECT event_type AS word FROM incident WHERE deleted_at IS NULL AND event_type IS NOT NULL
      UNION ALL SELECT sub_event_type FROM incident
        WHERE deleted_at IS NULL AND sub_event_type IS NOT NULL)
    GROUP BY word`,
};

/** Towns that begin with the folded text, read off an index: for cases too large to walk through. */
function townsFrom(db: Reader, folded: string): Completion[] {
  if (folded === '') return [];
  return all<Completion>(
    db,
    `SELECT min(place_label) AS value, min(place_label) AS label, count AS count FROM (
       SELECT place_key, count(*) AS count, min(pk) AS first FROM incident
       WHERE deleted_at IS NULL AND place_key <> '' AND place_key >= @folded
         AND place_key < @folded || char(1114111)
       GROUP BY place_key ORDER BY count(*) DESC LIMIT @most) AS town
     JOIN incident ON incident.pk = town.first GROUP BY town.place_key`,
    { folded, most },
  );
}

/** As `completeWords`, where all types or all regions with their counts are known already. */
export function completeKnown(
  db: Reader,
  field: 'place' | 'type',
  folded: string,
  known: readonly Completion[],
): Completion[] {
  const towns = field === 'place' ? townsFrom(db, folded) : [];
  return [...known, ...towns]
    .filter(({ value }) => folded === '' || ` ${fold(value)}`.includes(` ${folded}`))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most);
}

/** Words in use that begin with the folded text, or have a word that does; most used first. */
export function completeWords(
  db: Reader,
  field: 'place' | 'tag' | 'type',
  folded: string,
): Completion[] {
  const values: Record<string, SqlValue> = { folded, most };
  return all<Completion>(
    db,
    `SELECT value, label, count FROM (${completions[field]})
     WHERE instr(' ' || fold(value), ' ' || @folded) > 0 OR @folded = ''
     ORDER BY count DESC, value LIMIT @most`,
    values,
  );
}
