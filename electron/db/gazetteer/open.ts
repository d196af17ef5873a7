/** Opens the gazetteer file, which is data made by electron/setup/gazetteer and never written here. */
import Database from 'better-sqlite3';
import KDBush from 'kdbush';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Shape } from './polygon.ts';

const formatVersion = 1;
/** `CGAZ` in ASCII. */
const applicationId = 0x4347415a;

/** Rows of the nearest-place index and the place ids they stand for. */
export interface NearestIndex {
  readonly tree: KDBush;
  readonly ids: Int32Array;
}

export interface Gazetteer {
  readonly db: Database.Database;
  /** Decoded shapes by area id; filled as points are looked up. */
  readonly shapes: Map<number, Shape>;
  /** Folded names, that of place 1 first. Read once, at the first search that needs guessing. */
  readonly names: () => readonly string[];
  readonly nearest: () => NearestIndex;
  readonly close: () => void;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function readPacked(db: Database.Database, name: string): Uint8Array<ArrayBuffer> {
  const row = db
    .prepare<[string], { data: Buffer }>('select data from packed where name = ?')
    .get(name);
  // A copy of its own: SQLite's buffer may sit at an offset that typed arrays cannot start from.
  return Uint8Array.from(row?.data ?? []);
}

/**
 * Opens `gazetteer.db` for reading.
 * @throws AppError `place/gazetteer-missing` when the file is absent, damaged or of another version
 */
export function openGazetteer(file: string): Gazetteer {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    const opened = db;
    const isOurs = opened.pragma('application_id', { simple: true }) === applicationId;
    if (!isOurs || opened.pragma('user_version', { simple: true }) !== formatVersion) {
      throw new Error('not a gazetteer of this version');
    }
    return {
      db: opened,
      shapes: new Map(),
      names: once(() => new TextDecoder().decode(readPacked(opened, 'names')).split('\n')),
      nearest: once(() => ({
        tree: KDBush.from(readPacked(opened, 'nearest').buffer),
        ids: new Int32Array(readPacked(opened, 'nearest-ids').buffer),
      })),
      close: () => opened.close(),
    };
  } catch (error) {
    db?.close();
    throw new AppError(
      'place/gazetteer-missing',
      `The list of places ${file} cannot be used. Run the set-up again to rebuild it.`,
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}
