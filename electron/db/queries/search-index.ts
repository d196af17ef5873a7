/** What the search indexes hold about each record, and keeping it so. All texts are folded here. */
import { fold } from '../../../shared/lib/fold.ts';
import { column, get, type Reader, run, type SqlValue, type Writer } from '../sqlite.ts';

/** Tables with documents of their own in `search_fts`; incidents have `incident_fts`. */
export const searchTables = ['actor', 'source', 'place', 'note', 'claim'] as const;
export type SearchTable = (typeof searchTables)[number];

export function isSearchTable(table: string): table is SearchTable {
  return (searchTables as readonly string[]).includes(table);
}

export const incidentTextColumns = [
  'title',
  'summary',
  'place',
  'actors',
  'claims',
  'notes',
  'sources',
] as const;

/** Each column is found by one query with the incident's id; null parts are left out. */
const incidentParts: { readonly [C in (typeof incidentTextColumns)[number]]: string } = {
  title: 'SELECT title FROM incident WHERE id = @id',
  summary: `SELECT summary FROM incident WHERE id = @id
    UNION ALL SELECT date_words FROM incident WHERE id = @id`,
  place: `SELECT place_words FROM incident WHERE id = @id
    UNION ALL SELECT admin1 FROM incident WHERE id = @id
    UNION ALL SELECT admin2 FROM incident WHERE id = @id
    UNION ALL SELECT country FROM incident WHERE id = @id
    UNION ALL SELECT place.name FROM incident JOIN place ON place.id = place_id
      WHERE incident.id = @id
    UNION ALL SELECT place_name.name FROM incident
      JOIN place_name ON place_name.place_id = incident.place_id AND place_name.deleted_at IS NULL
      WHERE incident.id = @id`,
  actors: `SELECT actor.name FROM link JOIN actor ON actor.id = link.from_id
      WHERE link.to_id = @id AND link.kind = 'actor-incident' AND link.deleted_at IS NULL
    UNION ALL SELECT actor_name.name FROM link
      JOIN actor_name ON actor_name.actor_id = link.from_id AND actor_name.deleted_at IS NULL
      WHERE link.to_id = @id AND link.kind = 'actor-incident' AND link.deleted_at IS NULL`,
  claims: `SELECT statement || ' ' || coalesce(value, '') || ' ' || coalesce(origin_words, '')
    FROM claim WHERE incident_id = @id AND deleted_at IS NULL`,
  notes: `SELECT body FROM note
    WHERE target_table = 'incident' AND target_id = @id AND deleted_at IS NULL`,
  sources: `SELECT DISTINCT source.title || ' ' || coalesce(source.publisher, '')
    FROM claim JOIN source ON source.id = claim.source_id AND source.deleted_at IS NULL
    WHERE claim.incident_id = @id AND claim.deleted_at IS NULL`,
};

/** One column of words: what is empty is left out. */
export function folded(parts: readonly SqlValue[]): string {
  const text = parts.filter((part) => part !== null && part !== '').join(' \n ');
  return text === '' ? '' : fold(text);
}

/** The texts of `incident_fts` for an incident, in the order of its columns. */
export function incidentTexts(db: Reader, id: string): string[] {
  return incidentTextColumns.map((name) => folded(column(db, incidentParts[name], { id })));
}

/** Puts the point of an incident in order. */
export function indexPoint(db: Writer, id: string): void {
  const row = get<{ pk: number; latitude: number | null; longitude: number | null }>(
    db,
    'SELECT pk, latitude, longitude FROM incident WHERE id = ?',
    [id],
  );
  if (!row) return;
  if (row.latitude === null || row.longitude === null) {
    run(db, 'DELETE FROM incident_rtree WHERE pk = ?', [row.pk]);
  } else {
    run(db, 'INSERT OR REPLACE INTO incident_rtree VALUES (?, ?, ?, ?, ?)', [
      row.pk,
      row.latitude,
      row.latitude,
      row.longitude,
      row.longitude,
    ]);
  }
}

const documentParts: { readonly [T in SearchTable]: { title: string; body: string } } = {
  actor: {
    title: `SELECT name FROM actor WHERE id = @id
      UNION ALL SELECT name FROM actor_name WHERE actor_id = @id AND deleted_at IS NULL`,
    body: 'SELECT description FROM actor WHERE id = @id',
  },
  source: {
    title: 'SELECT title FROM source WHERE id = @id',
    body: `SELECT publisher FROM source WHERE id = @id UNION ALL
      SELECT author FROM source WHERE id = @id UNION ALL
      SELECT url FROM source WHERE id = @id UNION ALL
      SELECT text FROM source WHERE id = @id`,
  },
  place: {
    title: `SELECT name FROM place WHERE id = @id
      UNION ALL SELECT name FROM place_name WHERE place_id = @id AND deleted_at IS NULL`,
    body: `SELECT description FROM place WHERE id = @id UNION ALL
      SELECT admin1 FROM place WHERE id = @id UNION ALL
      SELECT admin2 FROM place WHERE id = @id`,
  },
  note: { title: 'SELECT NULL', body: 'SELECT body FROM note WHERE id = @id' },
  claim: {
    title: 'SELECT NULL',
    body: `SELECT statement FROM claim WHERE id = @id UNION ALL
      SELECT value FROM claim WHERE id = @id UNION ALL
      SELECT origin_words FROM claim WHERE id = @id`,
  },
};

/** Title and body of a record's document. */
export function documentTexts(db: Reader, table: SearchTable, id: string): [string, string] {
  const { title, body } = documentParts[table];
  // 'SELECT NULL' takes no parameter
  const read = (text: string) => column(db, text, text.includes('@id') ? { id } : []);
  return [folded(read(title)), folded(read(body))];
}

/**
 * Claims without any words have no document: an import brings them by the million, and nothing could
 * find them.
 */
export const worded: { readonly [T in SearchTable]?: string } = {
  claim: `(statement <> '' OR coalesce(value, '') <> '' OR coalesce(origin_words, '') <> '')`,
};
