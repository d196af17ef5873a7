/** A second connection that only reads, for threads that sweep the case beside its one writer. */
import Database from 'better-sqlite3';
import { registerFunctions } from './functions.ts';
import type { Reader } from './sqlite.ts';

export interface OpenedReader {
  readonly db: Reader;
  /** Lets go of the picture of the case held so far and takes the newest; answers its revision. */
  readonly renew: () => number;
  /** Lets go of the picture: the writer's log can be shortened again. */
  readonly release: () => void;
  readonly close: () => void;
}

/**
 * Opens a case that the writer of this program holds open. Between two calls of `renew` all reads see
 * one and the same state. Throws errors of SQLite.
 */
export function openReader(path: string): OpenedReader {
  const raw = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  raw.pragma('query_only = ON');
  raw.pragma('trusted_schema = OFF');
  raw.pragma('temp_store = MEMORY');
  // kibibytes; with four times as many a page of a million incidents took as long, and the program 33 MB more
  raw.pragma('cache_size = -16384');
  registerFunctions(raw);
  const db = raw as unknown as Reader;
  const revision = raw.prepare('SELECT coalesce(max(seq), 0) FROM action').pluck(true);
  return {
    db,
    renew() {
      if (raw.inTransaction) raw.exec('COMMIT');
      raw.exec('BEGIN');
      // the first read takes the picture
      return Number(revision.get());
    },
    release() {
      if (raw.inTransaction) raw.exec('COMMIT');
    },
    close: () => raw.close(),
  };
}
