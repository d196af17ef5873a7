/**
 * One Cairn per case. A small SQLite file beside the case is held locked while the case is open. The
 * lock belongs to the operating system, so it ends with the process, whatever way that ends; a file
 * left behind locks nobody out. SQLite's own EXCLUSIVE mode on the case itself would do the same, but
 * would shut out our own reading workers too.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../shared/lib/app-error.ts';

export interface CaseLock {
  readonly release: () => void;
}

/** Paths open in this process: locks of one process do not shut out itself. */
const openHere = new Set<string>();

function lockPath(casePath: string): string {
  return `${casePath}-lock`;
}

function lockedError(path: string): AppError {
  return new AppError(
    'case/locked',
    'The case is open in another window or program. Close it there first.',
    { path },
  );
}

function fileNumber(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

/** One try. `undefined`: the lock file was swapped under us, try again. */
function tryLock(path: string, waitMs: number): Database.Database | undefined {
  writeFileSync(path, '', { flag: 'a' });
  const before = fileNumber(path);
  const db = new Database(path, { timeout: waitMs });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    throw error;
  }
  if (before !== undefined && before === fileNumber(path)) return db;
  db.close();
  return undefined;
}

/**
 * Takes the lock of a case. Waits up to `waitMs` for another holder. Throws `case/locked`.
 */
export function lockCase(casePath: string, waitMs: number): CaseLock {
  if (openHere.has(casePath)) throw lockedError(casePath);
  const path = lockPath(casePath);
  let db: Database.Database | undefined;
  try {
    for (let tries = 0; db === undefined && tries < 20; tries += 1) db = tryLock(path, waitMs);
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw lockedError(casePath);
    }
    throw error;
  }
  if (db === undefined) throw lockedError(casePath);
  const held = db;
  openHere.add(casePath);
  return {
    release() {
      openHere.delete(casePath);
      // Windows cannot remove an open file; POSIX can, and removing first leaves no gap
      if (process.platform !== 'win32') rmSync(path, { force: true });
      held.close();
      if (process.platform === 'win32') rmSync(path, { force: true });
    },
  };
}
