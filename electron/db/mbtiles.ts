/**
 * Tiles of an MBTiles file (a SQLite database). It comes from others, so nothing of its own is run: it is
 * opened to be read, with untrusted schema, and asked for tables alone, never through its views or triggers.
 * https://github.com/mapbox/mbtiles-spec
 */
import Database from 'better-sqlite3';
import type { MapTrouble } from '../../shared/contract/own-map-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';

/** Longer tiles are refused before they are read. */
const mostBytes = 8_000_000;

export interface Mbtiles {
  /** Bytes as stored, undefined where there is none. `y` from the north. */
  readonly tile: (z: number, x: number, y: number) => Uint8Array | undefined;
  readonly anyTile: () => Uint8Array | undefined;
  readonly metadata: ReadonlyMap<string, string>;
  readonly zooms: () => { readonly min: number; readonly max: number } | undefined;
  readonly close: () => void;
}

function damaged(what: MapTrouble): AppError {
  return new AppError('map-file/damaged', `The map file is damaged: ${what}.`, { what });
}

/** Where the tiles lie: one table, or two that many writers join in a view. */
const layouts = [
  { tables: ['tiles'], from: 'tiles' },
  { tables: ['map', 'images'], from: 'map JOIN images ON images.tile_id = map.tile_id' },
] as const;

/** @throws AppError `map-file/damaged`, `map-file/unsupported` */
export function openMbtiles(path: string): Mbtiles {
  let db: Database.Database;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: 1000 });
    db.pragma('trusted_schema = OFF');
    db.pragma('query_only = ON');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
  } catch {
    throw damaged('no-database');
  }
  try {
    const tables = new Set(
      db
        .prepare(
          `SELECT name FROM sqlite_schema
            WHERE type = 'table' AND sql NOT LIKE 'create%virtual%'`,
        )
        .pluck()
        .all(),
    );
    const layout = layouts.find(({ tables: names }) => names.every((name) => tables.has(name)));
    if (layout === undefined || !tables.has('metadata')) {
      throw new AppError('map-file/unsupported', 'This SQLite file holds no MBTiles tables.', {
        what: 'no-tables',
      });
    }
    const metadata = new Map(
      db
        .prepare(
          `SELECT CAST(name AS TEXT), CAST(value AS TEXT) FROM metadata
            WHERE length(value) < 4000000 LIMIT 1000`,
        )
        .raw()
        .all() as [string, string][],
    );
    const ask = `SELECT tile_data FROM ${layout.from} WHERE zoom_level = ? AND tile_column = ?
          AND tile_row = ? AND length(tile_data) <= ${mostBytes} LIMIT 1`;
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${ask}`).all(0, 0, 0) as { detail: string }[];
    if (plan.some(({ detail }) => detail.startsWith('SCAN'))) {
      // each tile would be looked for from one end of the file to the other
      throw new AppError(
        'map-file/unsupported',
        'The tiles have no index by zoom, column and row.',
        {
          what: 'no-index',
        },
      );
    }
    const one = db.prepare(ask).pluck();
    const any = db
      .prepare(
        `SELECT tile_data FROM ${layout.from} WHERE length(tile_data) <= ${mostBytes} LIMIT 1`,
      )
      .pluck();
    // the smallest and greatest alone, each off the index
    const lowest = db.prepare(`SELECT min(zoom_level) FROM ${layout.tables[0]}`).pluck();
    const highest = db.prepare(`SELECT max(zoom_level) FROM ${layout.tables[0]}`).pluck();
    const read = <T>(ask: () => T): T => {
      try {
        return ask();
      } catch {
        throw damaged('unreadable-table');
      }
    };
    const bytesOf = (found: unknown) => (found instanceof Uint8Array ? found : undefined);
    return {
      tile: (z, x, y) => bytesOf(read(() => one.get(z, x, 2 ** z - 1 - y))),
      anyTile: () => bytesOf(read(() => any.get())),
      metadata,
      zooms: () => {
        const [min, max] = [read(() => lowest.get()), read(() => highest.get())];
        return typeof min === 'number' && typeof max === 'number' ? { min, max } : undefined;
      },
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    if (error instanceof AppError) throw error;
    throw damaged('unreadable-table');
  }
}
