/** Actors and sources of one name that files made on several laptops. */
import { column, type Reader, value } from '../sqlite.ts';

export type NamedTable = 'actor' | 'source';

const nameOf = { actor: 'name', source: 'title' } as const;

/**
 * Ids of all, deleted ones too, whose name is that of another one and of one of these, or of any without them. Sources
 * with a text are none.
 */
export function namesakesOf(db: Reader, table: NamedTable, ids?: readonly string[]): string[] {
  const name = nameOf[table];
  const isPlain = table === 'source' ? "text = ''" : 'TRUE';
  const isAsked =
    ids === undefined
      ? 'TRUE'
      : `${name} IN (SELECT ${name} FROM ${table} WHERE id IN (SELECT value FROM json_each(@ids)))`;
  return column<string>(
    db,
    `WITH shared AS (SELECT ${name} AS name FROM ${table}
         WHERE ${isPlain} AND ${isAsked} GROUP BY ${name} HAVING count(*) > 1)
     SELECT id FROM ${table} WHERE ${isPlain} AND ${name} IN (SELECT name FROM shared) ORDER BY id`,
    ids === undefined ? {} : { ids: JSON.stringify(ids) },
  );
}

const ofFile = `(SELECT id FROM import_batch WHERE format <> 'pack')`;

/** A claim or link that a file brought here, or elsewhere as the row says that came with a pack. */
const broughtBy = (table: 'claim' | 'link', incident: string) => `(${table}.origin IN ${ofFile}
  OR EXISTS (SELECT 1 FROM incident JOIN imported_row ON imported_row.incident_pk = incident.pk
    WHERE incident.id = ${table}.${incident} AND imported_row.file IS NOT NULL
      AND json_type(imported_row.said, '$."${table}:' || ${table}.id || '"') IS NOT NULL))`;

const claims = (field: string) =>
  `SELECT 1 FROM claim WHERE ${field} = @id AND ${broughtBy('claim', 'incident_id')}`;

const broughtText: { readonly [T in NamedTable]: string } = {
  source: claims('source_id'),
  actor: `SELECT 1 FROM link WHERE from_id = @id AND kind = 'actor-incident'
      AND ${broughtBy('link', 'to_id')} UNION ALL ${claims('claimant_id')}`,
};

/** Whether a file made a record, or names it in what it brought, here or on a laptop whose pack told of it. */
export function isOfFile(db: Reader, table: NamedTable, id: string): boolean {
  const text = `SELECT 1 FROM ${table} WHERE id = @id AND origin IN ${ofFile}
    UNION ALL ${broughtText[table]} LIMIT 1`;
  return value(db, text, { id }) !== undefined;
}
