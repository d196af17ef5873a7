import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readHeader } from '../../electron/db/header.ts';
import type { Migration } from '../../electron/db/migrate.ts';
import { latestVersion, migrations } from '../../electron/db/migrations/all.ts';
import { makeCaseFile, openCaseFile } from '../../electron/db/open.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { temporaryFolder } from '../helpers/case-builder.ts';
import { caught, dumpFile } from '../helpers/file-facts.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'old.cairn');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeAt(version: number): void {
  const db = makeCaseFile(path, {
    migrations: migrations.filter((migration) => migration.version <= version),
  });
  db.close();
}

function versionOf(file: string): number {
  const header = readHeader(file);
  return header.kind === 'sqlite' ? header.userVersion : -1;
}

describe('migrations', () => {
  test('are numbered, rising', () => {
    const versions = migrations.map(({ version }) => version);
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
    expect(new Set(versions).size).toBe(versions.length);
  });

  test.each(migrations.slice(0, -1).map(({ version }) => version))(
    'a file of version %i becomes one of the newest, a copy kept beside it',
    (version) => {
      makeAt(version);
      const opened = openCaseFile(path);
      const tables = opened.db.prepare('SELECT count(*) FROM incident').pluck().get();
      opened.close();
      expect(tables).toBe(0);
      expect(versionOf(path)).toBe(latestVersion);
      expect(opened.copiedTo).toBe(join(folder, `old.before-${latestVersion}.cairn`));
      expect(versionOf(join(folder, `old.before-${latestVersion}.cairn`))).toBe(version);
      expect(readdirSync(folder).sort()).toEqual([
        `old.before-${latestVersion}.cairn`,
        'old.cairn',
      ]);
    },
  );

  test('a file of the newest version is not copied', () => {
    makeAt(latestVersion);
    openCaseFile(path).close();
    expect(readdirSync(folder)).toEqual(['old.cairn']);
  });

  test('rows written under an older version are there afterwards', () => {
    makeAt(latestVersion);
    const db = new Database(path);
    db.exec(`INSERT INTO pack_seen (sha256, at, title) VALUES ('a', '2025', 'b')`);
    db.close();
    const next: Migration = {
      version: latestVersion + 10,
      sql: 'ALTER TABLE pack_seen ADD COLUMN note TEXT',
    };
    const opened = openCaseFile(path, { migrations: [...migrations, next] });
    const rows = opened.db.prepare('SELECT * FROM pack_seen').all();
    opened.close();
    expect(rows).toEqual([{ sha256: 'a', at: '2025', title: 'b', batch: null, note: null }]);
  });

  test.each([
    ['does not parse', 'CREATE TABEL x (y)'],
    ['fails half way', 'CREATE TABLE half (x); INSERT INTO nowhere VALUES (1)'],
    [
      'leaves a broken reference',
      `INSERT INTO pack_seen (sha256, at, title, batch) VALUES ('a', 'b', 'c', 'nothing')`,
    ],
  ])('a migration that %s leaves the file as it was', (_, sql) => {
    makeAt(latestVersion);
    const before = dumpFile(path);
    const bad: Migration = { version: latestVersion + 10, sql };
    const error = caught(() => openCaseFile(path, { migrations: [...migrations, bad] }));
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'case/migration-failed',
      details: { from: latestVersion, at: latestVersion + 10 },
    });
    expect(dumpFile(path)).toEqual(before);
    expect(versionOf(path)).toBe(latestVersion);
    expect(existsSync(`${path}-lock`)).toBe(false);
    openCaseFile(path).close();
  });
});
