import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCaseFile } from '../../electron/db/open.ts';
import { expectedPragmas } from '../../electron/db/pragmas.ts';
import { listRecords } from '../../electron/db/queries/records.ts';
import { closeCase, copyCase, createCase, openCase } from '../../electron/services/cases.ts';
import {
  addIncident,
  analyst,
  type TemporaryCase,
  temporaryCase,
  temporaryFolder,
} from '../helpers/case-builder.ts';
import { caught, dumpFile, folderFacts } from '../helpers/file-facts.ts';

const options = { author: analyst };
let folder: string;
let path: string;
const kept: TemporaryCase[] = [];

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'some.cairn');
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
  for (const held of kept.splice(0)) held.close();
});

function makeCase(titles: readonly string[] = ['One']): void {
  const session = createCase(path, { title: 'Some case' }, options);
  for (const title of titles) addIncident(session, { title });
  closeCase(session);
}

function patchHeader(offset: number, value: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(value, offset);
  writeFileSync(path, bytes);
}

function refusal(): unknown {
  const before = folderFacts(folder);
  const error = caught(() => openCase(path, options));
  expect(folderFacts(folder)).toEqual(before);
  return error;
}

describe('opening', () => {
  test('sets every pragma and reads it back', () => {
    makeCase();
    const file = openCaseFile(path);
    const found = Object.keys(expectedPragmas).map((name) => [
      name,
      file.db.pragma(name, { simple: true }) ?? 0,
    ]);
    file.close();
    expect(Object.fromEntries(found)).toEqual(expectedPragmas);
    expect(expectedPragmas).toMatchObject({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 });
  });

  test('stamps a new case with the application id', () => {
    makeCase();
    expect(readFileSync(path).readUInt32BE(68)).toBe(0x4341524e);
  });

  test('a closed case is one file, whole alone', () => {
    makeCase();
    expect(readdirSync(folder)).toEqual(['some.cairn']);
    copyFileSync(path, join(folder, 'moved.cairn'));
    const session = openCase(join(folder, 'moved.cairn'), options);
    expect(listRecords(session.db, 'incident').map(({ title }) => title)).toEqual(['One']);
    closeCase(session);
  });

  test('an existing file is never overwritten by a new case', () => {
    writeFileSync(path, 'precious');
    const before = folderFacts(folder);
    expect(caught(() => createCase(path, { title: 'x' }, options))).toMatchObject({
      code: 'case/exists',
    });
    expect(folderFacts(folder)).toEqual(before);
  });

  test('a new case in a folder that is not there leaves nothing', () => {
    const error = caught(() => createCase(join(folder, 'no', 'x.cairn'), { title: 'x' }, options));
    expect(error).toMatchObject({ code: 'disk/unavailable' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('refusals leave the file byte for byte as it was', () => {
  test('no file', () => {
    expect(refusal()).toMatchObject({ code: 'case/not-found' });
  });

  test('a folder', () => {
    mkdirSync(path);
    expect(caught(() => openCase(path, options))).toMatchObject({ code: 'case/not-a-case' });
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'hello, this is not a database at all'.repeat(10)],
  ])('%s', (_, content) => {
    writeFileSync(path, content);
    expect(refusal()).toMatchObject({ code: 'case/not-a-case' });
  });

  test('a SQLite file of another program', () => {
    const db = new Database(path);
    db.exec('CREATE TABLE moz_places (id)');
    db.close();
    expect(refusal()).toMatchObject({ code: 'case/not-a-case' });
  });

  test('a newer version', () => {
    makeCase();
    patchHeader(60, 990);
    expect(refusal()).toMatchObject({ code: 'case/newer-version', details: { found: 990 } });
  });

  test('a truncated file', () => {
    makeCase(Array.from({ length: 50 }, (_, n) => `Incident ${n} ${'x'.repeat(400)}`));
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length / 2)));
    expect(refusal()).toMatchObject({ code: 'case/corrupt' });
  });

  test('a file with pages overwritten', () => {
    makeCase();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, 4096 * 12);
    writeFileSync(path, bytes);
    expect(refusal()).toMatchObject({ code: 'case/corrupt' });
  });
});

describe('one Cairn per case', () => {
  test('a case open in this process is locked', () => {
    makeCase();
    const session = openCase(path, options);
    expect(caught(() => openCase(path, options))).toMatchObject({ code: 'case/locked' });
    closeCase(session);
    closeCase(openCase(path, options));
  });

  test('a case open in another process is locked, until that process is killed', async () => {
    makeCase();
    const driver = createRequire(import.meta.url).resolve('better-sqlite3');
    // what lock.ts does, in a process of its own
    const script = `
      const Database = require(${JSON.stringify(driver)});
      const db = new Database(${JSON.stringify(`${path}-lock`)});
      db.pragma('journal_mode = MEMORY');
      db.exec('BEGIN EXCLUSIVE');
      process.stdout.write('held');
      setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['-e', script]);
    await new Promise((resolve) => other.stdout.once('data', resolve));
    const before = folderFacts(folder);
    expect(caught(() => openCase(path, options))).toMatchObject({ code: 'case/locked' });
    expect(folderFacts(folder)).toEqual(before);
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await ended;
    expect(existsSync(`${path}-lock`)).toBe(true);
    closeCase(openCase(path, options));
    expect(readdirSync(folder)).toEqual(['some.cairn']);
  });
});

describe('read-only', () => {
  test('a file marked read-only opens for reading; every write says so', () => {
    makeCase();
    chmodSync(path, 0o444);
    const before = folderFacts(folder);
    const session = openCase(path, options);
    expect(session.isReadOnly).toBe(true);
    expect(session.path).toBe(path);
    expect(listRecords(session.db, 'incident')).toHaveLength(1);
    expect(caught(() => addIncident(session))).toMatchObject({ code: 'case/read-only' });
    expect(() => session.db.exec('DELETE FROM incident')).toThrow();
    closeCase(session);
    expect(folderFacts(folder)).toEqual(before);
  });

  test('a folder marked read-only, with work still in the log beside the file', () => {
    const held = temporaryCase();
    kept.push(held);
    addIncident(held.session, { title: 'In the log' });
    copyFileSync(held.path, path);
    copyFileSync(`${held.path}-wal`, `${path}-wal`);
    const before = folderFacts(folder);
    chmodSync(folder, 0o555);
    const session = openCase(path, options);
    expect(session.isReadOnly).toBe(true);
    expect(listRecords(session.db, 'incident').map(({ title }) => title)).toEqual(['In the log']);
    closeCase(session);
    expect(folderFacts(folder)).toEqual(before);
  });

  test('read-only by wish refuses writes', () => {
    makeCase();
    const session = openCase(path, { ...options, readOnly: true });
    expect(caught(() => addIncident(session))).toMatchObject({ code: 'case/read-only' });
    closeCase(session);
  });
});

describe('full disk', () => {
  test('a write that does not fit says so and leaves the case as it was', () => {
    makeCase();
    const session = openCase(path, options);
    const pages = Number(session.db.pragma('page_count', { simple: true }));
    session.db.pragma(`max_page_count = ${pages + 2}`);
    const error = caught(() => addIncident(session, { summary: 'x'.repeat(150_000) }));
    expect(error).toMatchObject({ code: 'disk/full' });
    expect(listRecords(session.db, 'incident')).toHaveLength(1);
    session.db.pragma('max_page_count = 100000000');
    addIncident(session, { title: 'Fits' });
    closeCase(session);
  });
});

describe('copying', () => {
  test('a copy of the open case opens and holds the same', async () => {
    const held = temporaryCase();
    kept.push(held);
    addIncident(held.session, { title: 'Copied' });
    const target = join(folder, 'copy.cairn');
    const { bytes, sha256 } = await copyCase(held.session, target);
    expect(readFileSync(target)).toHaveLength(bytes);
    expect(folderFacts(folder)).toEqual({ 'copy.cairn': sha256 });
    const copy = openCase(target, options);
    expect(listRecords(copy.db, 'incident')).toEqual(listRecords(held.session.db, 'incident'));
    closeCase(copy);
  });

  test('a case is not copied onto itself, nor onto one that is open', async () => {
    const held = temporaryCase();
    kept.push(held);
    await expect(copyCase(held.session, held.path)).rejects.toMatchObject({ code: 'case/exists' });
    makeCase();
    const other = openCase(path, options);
    await expect(copyCase(held.session, path)).rejects.toMatchObject({ code: 'case/locked' });
    closeCase(other);
    const before = dumpFile(held.path);
    await copyCase(held.session, path);
    expect(dumpFile(path)).toEqual(before);
  });
});
