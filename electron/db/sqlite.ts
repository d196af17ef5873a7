/**
 * The handle types, cached statements, and the one place that turns an error of SQLite into one the
 * page understands. A `Reader` may only be read from; a `Writer` is handed out by `open.ts` alone and
 * used inside `services/act.ts`.
 */
import Database from 'better-sqlite3';
import { AppError } from '../../shared/lib/app-error.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;
export type Reader = Database.Database & { readonly [readable]: true };
export type Writer = Reader & { readonly [writable]: true };

/** What may be bound to a parameter. Booleans must be turned into 0 or 1 first. */
export type SqlValue = string | number | bigint | Uint8Array | null;
/** By position (`?`) or by name (`@id`). */
export type SqlValues = readonly SqlValue[] | Readonly<Record<string, SqlValue>>;
export type Row = Readonly<Record<string, SqlValue>>;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();
/** Filters make new texts all the time: beyond this many the oldest are forgotten. */
const keptStatements = 400;

function statement(db: Reader, text: string): Database.Statement {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let found = known.get(text);
  if (!found) {
    found = db.prepare(text);
    known.set(text, found);
    if (known.size > keptStatements) {
      const [oldest] = known.keys();
      if (oldest !== undefined) known.delete(oldest);
    }
  }
  return found;
}

function bound(values: SqlValues): readonly unknown[] {
  return Array.isArray(values) ? values : [values];
}

/** All rows. `text` is a constant or made by `sql` of sql.ts; values go in as parameters only. */
export function all<T = Row>(db: Reader, text: string, values: SqlValues = []): T[] {
  return statement(db, text).all(...bound(values)) as T[];
}

/** The first row, or undefined. */
export function get<T = Row>(db: Reader, text: string, values: SqlValues = []): T | undefined {
  return statement(db, text).get(...bound(values)) as T | undefined;
}

/** First column of all rows. */
export function column<T extends SqlValue>(db: Reader, text: string, values: SqlValues = []): T[] {
  // a statement in pluck mode stays so: keep it apart from the same text read as rows
  return statement(db, `${text} `)
    .pluck(true)
    .all(...bound(values)) as T[];
}

/** First column of the first row, or undefined. */
export function value<T extends SqlValue>(
  db: Reader,
  text: string,
  values: SqlValues = [],
): T | undefined {
  return statement(db, `${text} `)
    .pluck(true)
    .get(...bound(values)) as T | undefined;
}

/** Rows as arrays, for many of them. */
export function tuples<T extends readonly SqlValue[]>(
  db: Reader,
  text: string,
  values: SqlValues = [],
): T[] {
  return statement(db, `${text}  `)
    .raw(true)
    .all(...bound(values)) as T[];
}

/** Rows one by one. The statement is not shared, so that loops may nest. */
export function each<T = Row>(
  db: Reader,
  text: string,
  values: SqlValues = [],
): IterableIterator<T> {
  return db.prepare(text).iterate(...bound(values)) as IterableIterator<T>;
}

/** Carries out one statement that writes; answers how many rows it touched. */
export function run(db: Writer, text: string, values: SqlValues = []): number {
  return statement(db, text).run(...bound(values)).changes;
}

export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Database.SqliteError;
}

/** An error of SQLite as an AppError; anything else is answered as it is. */
export function asAppError(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  const details = { sqlite: error.code };
  const { code } = error;
  if (code === 'SQLITE_FULL') {
    return new AppError(
      'disk/full',
      'The disk is full. Nothing was written; free some space and try again.',
      details,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'disk/unavailable',
      'The disk or folder with the case cannot be reached. Nothing was written.',
      details,
    );
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError(
      'case/corrupt',
      'The case file is damaged. Open a backup of it, or run the check for details.',
      details,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError('case/read-only', 'The case is open for reading only.', details);
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError('case/locked', 'Another program is using the case file.', details);
  }
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new AppError('input/invalid', `The case does not allow this: ${error.message}.`, {
      ...details,
      issues: [],
    });
  }
  return error;
}
