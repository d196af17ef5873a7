/** The schema as the migrations leave it, as one text. */
import Database from 'better-sqlite3';
import { migrate } from '../../electron/db/migrate.ts';
import { migrations } from '../../electron/db/migrations/all.ts';

const header = `-- Generated from electron/db/migrations: for reading, never run. To write it anew:
-- CAIRN_WRITE_SCHEMA=1 npx vitest run --config test/vitest.config.ts --project db schema
`;

export function schemaText(): string {
  const db = new Database(':memory:');
  migrate(db, migrations, undefined);
  const rows = db
    .prepare(
      `SELECT sql FROM sqlite_schema
       WHERE sql IS NOT NULL AND name NOT GLOB '*_fts_*' AND name NOT GLOB 'incident_rtree_*'
         AND name NOT LIKE 'sqlite_%'
       ORDER BY tbl_name, type = 'table' DESC, name`,
    )
    .pluck()
    .all() as string[];
  db.close();
  return `${header}\n${rows.map((sql) => `${sql};\n`).join('\n')}`;
}
