/** Live actors, sources and tags by name, for imports that look each of them up once. */
import { all, column, each, type Reader, value } from '../sqlite.ts';

export interface NameRow {
  readonly id: string;
  readonly name: string;
}

/** Main names before further ones, older records before newer ones. */
export function listActorNames(db: Reader): NameRow[] {
  return all<NameRow>(
    db,
    `SELECT id, name FROM (
       SELECT id, name, 0 AS rank, pk FROM actor WHERE deleted_at IS NULL
       UNION ALL SELECT actor.id, actor_name.name, 1, actor.pk FROM actor_name
         JOIN actor ON actor.id = actor_name.actor_id
         WHERE actor.deleted_at IS NULL AND actor_name.deleted_at IS NULL)
     ORDER BY rank, pk`,
  );
}

/** Further names of actors, as the search index takes them in. */
export function listFurtherNames(db: Reader): NameRow[] {
  return all<NameRow>(
    db,
    'SELECT actor_id AS id, name FROM actor_name WHERE deleted_at IS NULL ORDER BY pk',
  );
}

/** Sources that a data set may have named: those that are no documents with a text or an address. */
export function listSourceNames(db: Reader): NameRow[] {
  return all<NameRow>(
    db,
    `SELECT id, title AS name FROM source
     WHERE deleted_at IS NULL AND kind IN ('other', 'dataset-row') ORDER BY pk`,
  );
}

export interface SourceFactsRow {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

/** Live sources of which more is known than a title, older ones first. */
export function eachDatedSource(db: Reader): IterableIterator<SourceFactsRow> {
  return each<SourceFactsRow>(
    db,
    `SELECT id, title, publisher, url, published FROM source WHERE deleted_at IS NULL
       AND (publisher IS NOT NULL OR url IS NOT NULL OR published IS NOT NULL) ORDER BY pk`,
  );
}

/** Kind of a live actor; null for none. */
export function actorKindOf(db: Reader, id: string): string | null {
  const kind = value<string>(db, 'SELECT kind FROM actor WHERE id = ? AND deleted_at IS NULL', [
    id,
  ]);
  return kind ?? null;
}

export function listTagNames(db: Reader): NameRow[] {
  return all<NameRow>(db, 'SELECT id, name FROM tag WHERE deleted_at IS NULL ORDER BY pk');
}

/** What the search index holds of a source in the column of an incident's sources. */
export function sourceWords(db: Reader, id: string): string {
  const [words = ' '] = column<string>(
    db,
    `SELECT title || ' ' || coalesce(publisher, '') FROM source WHERE id = ?`,
    [id],
  );
  return words;
}

/** Grade letter of a source. */
export function reliabilityOf(db: Reader, id: string): string {
  const [letter = 'F'] = column<string>(db, 'SELECT reliability FROM source WHERE id = ?', [id]);
  return letter;
}
