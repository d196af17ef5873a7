/** A second connection that writes, for a thread of the program that holds the case open and locked. */
import Database from 'better-sqlite3';
import { registerFunctions } from './functions.ts';
import type { OpenedFile } from './open.ts';
import { setPragmas } from './pragmas.ts';
import type { Writer } from './sqlite.ts';

/** Throws errors of SQLite. The engine writes nothing as long as it is open (`isBusy`). */
export function openBeside(path: string): OpenedFile {
  const db = new Database(path, { fileMustExist: true, timeout: 5000 });
  setPragmas(db, true);
  db.pragma('cache_size = -131072');
  registerFunctions(db);
  return {
    ...{ db: db as unknown as Writer, path, isReadOnly: false, copiedTo: undefined },
    close: () => db.close(),
  };
}
