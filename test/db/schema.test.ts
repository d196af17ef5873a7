import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/all.ts';
import { allColumns, type Column, referenceFields } from '../../electron/db/tables.ts';
import { tableNames } from '../../shared/domain/records.ts';
import { schemaText } from '../helpers/schema-text.ts';

const file = new URL('../../electron/db/schema.sql', import.meta.url);

/** Worked out from other records; no part of a record. */
const cacheColumns = [
  'toll_json',
  'killed_low',
  'killed_high',
  'killed_given',
  'best_grade',
  'grade_rank',
  'best_credibility',
  'place_label',
  'title_key',
  'place_key',
];

const sqlTypes: { readonly [K in Column['kind']]: string } = {
  text: 'TEXT',
  json: 'TEXT',
  integer: 'INTEGER',
  boolean: 'INTEGER',
  real: 'REAL',
};

function emptyDatabase(): Database.Database {
  const db = new Database(':memory:');
  migrate(db, migrations, undefined);
  return db;
}

describe('the schema', () => {
  test('schema.sql is what the migrations make', () => {
    if (process.env['CAIRN_WRITE_SCHEMA'] === '1') writeFileSync(file, schemaText());
    expect(readFileSync(file, 'utf8')).toBe(schemaText());
  });

  test.each(tableNames)('the columns of %s are the fields of its records', (table) => {
    const db = emptyDatabase();
    const columns = db.pragma(`table_xinfo(${table})`) as {
      name: string;
      type: string;
      notnull: number;
      hidden: number;
    }[];
    // 3: a stored generated column, which only carries a foreign key
    const plain = columns.filter(
      ({ name, hidden }) => hidden === 0 && name !== 'pk' && !cacheColumns.includes(name),
    );
    const found = plain.map(({ name, type, notnull }) => ({ name, type, notnull: notnull === 1 }));
    const expected = allColumns[table].map(({ name, kind, isNullable }) => ({
      name,
      type: sqlTypes[kind],
      notnull: !isNullable,
    }));
    const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
    expect(found.sort(byName)).toEqual(expected.sort(byName));
    db.close();
  });

  test('all tables are STRICT', () => {
    const db = emptyDatabase();
    const loose = db
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  test.each(tableNames)('every id field of %s has a foreign key', (table) => {
    const db = emptyDatabase();
    const keys = (
      db.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[]
    ).map(({ from, table: to }) => [from, to]);
    const plain = Object.entries(referenceFields[table] ?? {});
    expect(keys).toEqual(expect.arrayContaining([...plain, ['origin', 'import_batch']]));
    const columns = allColumns[table].map(({ name }) => name);
    if (columns.includes('target_id')) expect(keys.length).toBeGreaterThanOrEqual(7);
    if (table === 'link') {
      const ends = ['from_actor_id', 'from_incident_id', 'to_actor_id', 'to_incident_id'];
      expect(keys.map(([from]) => from)).toEqual(expect.arrayContaining(ends));
    }
    db.close();
  });
});
