/** Makes, opens, copies and closes cases. */
import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TlpLabel } from '../../shared/domain/vocabulary.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { noHouseStyle } from '../../shared/report/house-style.ts';
import { lockCase } from '../db/lock.ts';
import { makeCaseFile, openCaseFile } from '../db/open.ts';
import { asAppError } from '../db/sqlite.ts';
import { act } from './act.ts';
import { houseColumns } from './house-style.ts';
import { type CaseSession, makeSession, type SessionOptions } from './session.ts';
import { noHooks, stopIfCancelled, type WorkHooks } from './work-hooks.ts';

/** A new case starts guarded: its analyst widens the circle, never the default (TLP 2.0). */
const newCaseTlp: TlpLabel = 'AMBER';

export interface NewCase {
  readonly title: string;
  readonly description?: string;
  readonly tlp?: TlpLabel;
  /** True for invented training material. */
  readonly invented?: boolean;
}

/** An error of the file system as one for people. */
function diskError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC') return new AppError('disk/full', 'The disk is full.', { system: code });
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return new AppError('disk/unavailable', 'This folder cannot be written to.', { system: code });
  }
  return asAppError(error);
}

function requireFolder(path: string): void {
  if (existsSync(dirname(path))) return;
  throw new AppError('disk/unavailable', 'The folder is not there. Choose another place.');
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
}

function dropFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** Makes sure that bytes and name are on the disk before anyone is told so. */
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(path: string): void {
  // Windows has no handle on folders to sync
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * Makes a new case and opens it. It gets its name only when it is whole. Throws `case/exists`,
 * `disk/*`, `input/invalid`.
 */
export function createCase(path: string, what: NewCase, options: SessionOptions): CaseSession {
  if (existsSync(path)) {
    throw new AppError('case/exists', 'There is already a file with this name.', {
      fileName: basename(path),
    });
  }
  requireFolder(path);
  const temporary = temporaryName(path);
  try {
    const db = makeCaseFile(temporary);
    const close = () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    };
    try {
      const file = { db, path: temporary, isReadOnly: false, copiedTo: undefined, close };
      const session = makeSession(file, basename(path), { ...options, changed: () => undefined });
      const { title, description = '', tlp = newCaseTlp, invented = false } = what;
      act(session, { kind: 'create', title, undoable: false }, (tx) =>
        tx.insert('case_info', {
          ...{ title, description, invented, tlp },
          ...houseColumns(noHouseStyle),
        }),
      );
    } finally {
      close();
    }
    syncFile(temporary);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    dropFile(temporary);
    throw diskError(error);
  }
  return openCase(path, options);
}

/**
 * Opens a case. `readOnly` refuses writes though the file would take them; `waitMs` waits for
 * another Cairn. Throws as `openCaseFile`.
 */
export function openCase(
  path: string,
  options: SessionOptions & { readonly readOnly?: boolean; readonly waitMs?: number },
): CaseSession {
  const file = openCaseFile(path, { waitMs: options.waitMs ?? 0 });
  return makeSession(file, basename(path), options);
}

/** Leaves one whole file and nothing beside it. */
export function closeCase(session: CaseSession): void {
  session.close();
}

/** SHA-256 (hex) of a file, read in pieces. Never of the file of an open case, see lock.ts. */
function hashFile(path: string, hooks: WorkHooks): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(1024 * 1024);
  const total = statSync(path).size;
  const file = openSync(path, 'r');
  try {
    for (let done = 0, length = 1; length > 0; done += length) {
      hooks.progress({ phase: 'checking', done, total });
      stopIfCancelled(hooks);
      length = readSync(file, buffer, 0, buffer.length, null);
      hash.update(buffer.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

export interface CaseCopy {
  readonly bytes: number;
  readonly sha256: string;
}

/** Steps of a copy, as it tells them; both in bytes. */
export const copyPhases = ['copying', 'checking'] as const;
/** Pages copied between two looks at whether to go on: about 8 MB. */
const pagesAtOnce = 2000;

/**
 * Writes a copy of the open case as it is now: into a temporary name, page by page, opened and checked,
 * synced, renamed. An existing file at `target` is replaced, but never one that is open. Throws
 * `disk/*`, `case/corrupt` when the copy does not pass its check, `case/locked`, `call/cancelled`.
 */
export async function copyCase(
  session: CaseSession,
  target: string,
  hooks: WorkHooks = noHooks,
): Promise<CaseCopy> {
  requireFolder(target);
  const temporary = temporaryName(target);
  try {
    if (existsSync(target)) refuseOpenTarget(session, target);
    const pageSize = Number(session.db.pragma('page_size', { simple: true }));
    await session.db.backup(temporary, {
      progress: ({ totalPages, remainingPages }) => {
        const done = (totalPages - remainingPages) * pageSize;
        hooks.progress({ phase: 'copying', done, total: totalPages * pageSize });
        stopIfCancelled(hooks);
        return pagesAtOnce;
      },
    });
    const copy = openCaseFile(temporary);
    copy.close();
    syncFile(temporary);
    const result = { bytes: statSync(temporary).size, sha256: hashFile(temporary, hooks) };
    stopIfCancelled(hooks);
    renameSync(temporary, target);
    syncFolder(dirname(target));
    return result;
  } catch (error) {
    dropFile(temporary);
    throw diskError(error);
  }
}

function refuseOpenTarget(session: CaseSession, target: string): void {
  const ours = statSync(session.path);
  const theirs = statSync(target);
  if (ours.ino === theirs.ino && ours.dev === theirs.dev) {
    throw new AppError('case/exists', 'A case cannot be copied onto itself.', {
      fileName: basename(target),
    });
  }
  // any other file may be replaced, the dialog asked; one in use may not
  lockCase(realpathSync(target), 0).release();
}
