/** Brings a case file to the newest version: a copy first, then all steps in one transaction. */
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/lib/app-error.ts';
import { rebuildCaches } from './queries/incident-cache.ts';
import type { Writer } from './sqlite.ts';

export interface Migration {
  /** Rising; becomes `user_version`. */
  readonly version: number;
  readonly sql: string;
  /** What SQL alone cannot do, after `sql`. */
  readonly run?: (db: Writer) => void;
  /** Rules are newer than what older files hold of them: caches are worked out again at the end. */
  readonly isCacheStale?: true;
}

function currentVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** `case.cairn` at version 10 -> `case.before-20.cairn`, numbered when that exists. */
export function copyName(path: string, version: number): string {
  const suffix = extname(path);
  const stem = join(dirname(path), basename(path, suffix));
  for (let n = 1; ; n += 1) {
    const name = `${stem}.before-${version}${n > 1 ? `-${n}` : ''}${suffix}`;
    if (!existsSync(name)) return name;
  }
}

function copyAside(db: Database.Database, path: string): void {
  try {
    db.prepare('VACUUM INTO ?').run(path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

function assertSound(db: Database.Database): void {
  const integrity = db.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') throw new Error(`integrity_check: ${String(integrity)}`);
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} broken references`);
}

/**
 * Runs the migrations that are newer than the file. `copyTo` is where the copy goes, undefined for
 * a new file. On any failure the file is as it was and `case/migration-failed` is thrown. Answers the
 * path of the copy when one was made.
 */
export function migrate(
  db: Database.Database,
  migrations: readonly Migration[],
  copyTo: ((version: number) => string) | undefined,
): string | undefined {
  const from = currentVersion(db);
  const todo = migrations.filter((migration) => migration.version > from);
  const newest = todo.at(-1);
  if (newest === undefined) return undefined;
  const copy = copyTo?.(newest.version);
  let doing = from;
  try {
    if (copy !== undefined) copyAside(db, copy);
    // rebuilding a table needs this off, and it cannot be switched inside a transaction
    db.pragma('foreign_keys = OFF');
    db.transaction(() => {
      for (const migration of todo) {
        doing = migration.version;
        db.exec(migration.sql);
        migration.run?.(db as Writer);
        db.pragma(`user_version = ${migration.version}`);
      }
      if (todo.some(({ isCacheStale }) => isCacheStale)) rebuildCaches(db as Writer);
      assertSound(db);
    }).immediate();
  } catch (error) {
    throw new AppError(
      'case/migration-failed',
      'The case could not be brought to the newest version. It is as it was before.',
      { from, at: doing, reason: error instanceof Error ? error.message : String(error) },
    );
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return copy;
}
