/** What a file and its folder look like from outside, to see that nothing changed. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Name and SHA-256 of every file in a folder. */
export function folderFacts(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** All rows of all tables of a SQLite file, by table. */
export function dumpDatabase(db: Database.Database): Record<string, unknown[]> {
  const tables = db
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'
       AND name NOT GLOB '*_fts_*' AND name NOT GLOB 'incident_rtree_*'
       AND name NOT GLOB 'sqlite_*' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]),
  );
}

export function dumpFile(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true });
  try {
    return dumpDatabase(db);
  } finally {
    db.close();
  }
}

/** What a call throws; fails the test when it does not. */
export function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
