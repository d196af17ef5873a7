/** Opens and makes case files. Nothing else in the house opens one. */
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/lib/app-error.ts';
import { registerFunctions } from './functions.ts';
import { applicationId, readHeader } from './header.ts';
import { type CaseLock, lockCase } from './lock.ts';
import { copyName, type Migration, migrate } from './migrate.ts';
import { migrations as ownMigrations } from './migrations/all.ts';
import { setPragmas } from './pragmas.ts';
import { isOfIndex } from './queries/index-anew.ts';
import { asAppError, isSqliteError, type Writer } from './sqlite.ts';

/** Above this size the whole-file check at opening is left to `case/check` (bytes). */
const quickCheckLimit = 500 * 1024 * 1024;

export interface OpenOptions {
  /** For an encrypted build of the driver; given before anything else is read. */
  readonly key?: string;
  /** How long to wait for another Cairn to let go of the case (ms). */
  readonly waitMs?: number;
  /** Other migrations than those of this version, for tests. */
  readonly migrations?: readonly Migration[];
}

export interface OpenedFile {
  readonly db: Writer;
  /** With links resolved. */
  readonly path: string;
  /** Set when words or points cannot be searched until they are indexed anew (`case/reindex`). */
  readonly areIndexesDamaged?: boolean;
  readonly isReadOnly: boolean;
  /** Where the copy from before a migration lies, when one was made. */
  readonly copiedTo: string | undefined;
  readonly close: () => void;
}

function refuse(code: 'case/not-found' | 'case/not-a-case' | 'case/corrupt', path: string) {
  const messages = {
    'case/not-found': 'There is no file at this place. It may have been moved or renamed.',
    'case/not-a-case': 'This file is not a Cairn case.',
    'case/corrupt': 'The case file is damaged. Nothing was changed in it; open a backup of it.',
  } as const;
  return new AppError(code, messages[code], { fileName: basename(path) });
}

function newerVersion(path: string, found: number, known: number): AppError {
  return new AppError(
    'case/newer-version',
    'This case was made by a newer Cairn. Nothing was changed; open it with that version.',
    { fileName: basename(path), found, known },
  );
}

/** A mark "read-only" counts even for an administrator, whom the system would let write. */
function canWrite(path: string): boolean {
  if ((statSync(path).mode & 0o222) === 0) return false;
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function resolvePath(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw refuse('case/not-found', path);
  if (!stat.isFile()) throw refuse('case/not-a-case', path);
  return realpathSync(path);
}

function checkHeader(path: string, known: number): void {
  const header = readHeader(path);
  if (header.kind === 'not-sqlite' || header.applicationId !== applicationId) {
    throw refuse('case/not-a-case', path);
  }
  if (header.userVersion > known) throw newerVersion(path, header.userVersion, known);
}

function connect(path: string, options: { readonly: boolean; key: string | undefined }) {
  const db = new Database(path, {
    readonly: options.readonly,
    fileMustExist: true,
    timeout: 5000,
  });
  // first of all, or an encrypted file is taken for a damaged one
  if (options.key !== undefined) db.pragma(`key = '${options.key.replaceAll("'", "''")}'`);
  return db;
}

/**
 * Looks the file over with a connection that cannot write, so that a refused file stays byte for
 * byte what it was, without new files beside it. The caller holds the lock. Answers whether damage was
 * found in indexes that follow from the records: no reason to keep anybody from those.
 */
function probe(path: string, key: string | undefined, known: number): boolean {
  const beside = [`${path}-wal`, `${path}-shm`];
  const existed = beside.filter((name) => statSync(name, { throwIfNoEntry: false }) !== undefined);
  try {
    const db = connect(path, { readonly: true, key });
    try {
      const version = Number(db.pragma('user_version', { simple: true }));
      if (version > known) throw newerVersion(path, version, known);
      if (statSync(path).size <= quickCheckLimit) {
        const lines = (db.pragma('quick_check') as { quick_check: string }[])
          .map((line) => line.quick_check)
          .filter((line) => line !== 'ok');
        if (!lines.every(isOfIndex)) throw refuse('case/corrupt', path);
        return lines.length > 0;
      }
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
      return false;
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const known = asAppError(error);
    throw known instanceof AppError && known.code !== 'case/corrupt'
      ? known
      : refuse('case/corrupt', path);
  } finally {
    for (const name of beside) if (!existed.includes(name)) rmSync(name, { force: true });
  }
}

/**
 * A file or folder that cannot be written to is opened as a private copy: SQLite wants to keep its
 * index of the log beside the file even for reading, and a log left there holds the newest work.
 */
function openCopy(path: string, options: OpenOptions, all: readonly Migration[]): OpenedFile {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-read-'));
  const drop = () => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, basename(path));
    for (const suffix of ['', '-wal']) {
      if (statSync(path + suffix, { throwIfNoEntry: false })) {
        copyFileSync(path + suffix, copy + suffix);
        chmodSync(copy + suffix, 0o600);
      }
    }
    // the copy is ours: bring it up to date, then shut the door
    const opened = openHeld(copy, options, all, undefined);
    opened.db.pragma('query_only = ON');
    return {
      db: opened.db,
      path,
      isReadOnly: true,
      copiedTo: undefined,
      close() {
        opened.db.close();
        drop();
      },
    };
  } catch (error) {
    drop();
    throw asAppError(error);
  }
}

/** A full or vanished disk must not keep a case from closing: the log is replayed at the next start. */
function tidyUp(db: Database.Database): void {
  try {
    db.pragma('optimize');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isSqliteError(error)) throw error;
  }
}

function openHeld(
  path: string,
  options: OpenOptions,
  all: readonly Migration[],
  lock: CaseLock | undefined,
): OpenedFile {
  const areIndexesDamaged = probe(path, options.key, all.at(-1)?.version ?? 0);
  const db = connect(path, { readonly: false, key: options.key });
  try {
    setPragmas(db, true);
    registerFunctions(db);
    const copiedTo = migrate(db, all, lock && ((version) => copyName(path, version)));
    return {
      db: db as Writer,
      path,
      areIndexesDamaged,
      isReadOnly: false,
      copiedTo,
      close() {
        tidyUp(db);
        db.close();
        lock?.release();
      },
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens a case for writing, or for reading when the file or its folder may not be written to.
 * Throws `case/not-found`, `case/not-a-case`, `case/newer-version`, `case/corrupt`, `case/locked`,
 * `case/migration-failed`, `disk/*`; in each case the file is as it was.
 */
export function openCaseFile(path: string, options: OpenOptions = {}): OpenedFile {
  const real = resolvePath(path);
  const all = options.migrations ?? ownMigrations;
  const isWritable = canWrite(real) && canWrite(dirname(real));
  if (!isWritable) {
    if (options.key === undefined) checkHeader(real, all.at(-1)?.version ?? 0);
    return openCopy(real, options, all);
  }
  // the lock comes before the first read: closing a file of one's own drops its locks (POSIX)
  const lock = lockCase(real, options.waitMs ?? 0);
  try {
    if (options.key === undefined) checkHeader(real, all.at(-1)?.version ?? 0);
    return openHeld(real, options, all, lock);
  } catch (error) {
    lock.release();
    throw asAppError(error);
  }
}

/**
 * Writes a new, empty case file with all tables at exactly `path`, which must not exist.
 * The caller gives a temporary name and renames when the case is whole.
 */
export function makeCaseFile(
  path: string,
  options: { readonly key?: string; readonly migrations?: readonly Migration[] } = {},
): Writer {
  const db = new Database(path);
  try {
    if (options.key !== undefined) db.pragma(`key = '${options.key.replaceAll("'", "''")}'`);
    db.pragma(`application_id = ${applicationId}`);
    setPragmas(db, true);
    registerFunctions(db);
    migrate(db, options.migrations ?? ownMigrations, undefined);
    return db as Writer;
  } catch (error) {
    db.close();
    throw asAppError(error);
  }
}
