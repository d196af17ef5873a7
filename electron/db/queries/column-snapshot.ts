/**
 * The stored picture of the columns: parts in pieces, and a head that is written last and taken away
 * first, so that half a picture is never taken for a whole one. Beside it what later actions touched.
 */
import { column, type Reader, run, tuples, value, type Writer } from '../sqlite.ts';

/** As `electron/columns/snapshot.ts` makes it, of the case at one revision. */
export interface Snapshot {
  /** JSON; written last. */
  readonly head: string;
  /** Lengths in bytes. */
  readonly parts: readonly { readonly name: string; readonly length: number }[];
  readonly revision: number;
  /** Bytes of a part; undefined when they are no longer to be had. */
  readonly read: (name: string, from: number, to: number) => PieceOf | Promise<PieceOf>;
}

type PieceOf = Uint8Array<ArrayBuffer> | undefined;

/** Bytes of one piece: a write of it is over in a few milliseconds. */
export const pieceSize = 1024 * 1024;
/** An action that touched more records than this makes the picture worthless. */
const mostIds = 20_000;

const head = 'head';
/** Set while parts are being written: actions are noted from then on. */
const pending = 'pending';

/** JSON of the head; undefined when there is no whole picture. */
export function readHead(db: Reader): string | undefined {
  const bytes = value<Uint8Array>(
    db,
    'SELECT bytes FROM column_snapshot WHERE name = ? AND n = 0',
    [head],
  );
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** All pieces of a part as one; `length` in bytes. Undefined when they are not that long. */
export function readPart(
  db: Reader,
  name: string,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  const whole = new Uint8Array(length);
  let at = 0;
  // piece by piece: all of them at once would be in memory twice
  for (let n = 0; at < length; n += 1) {
    const text = 'SELECT bytes FROM column_snapshot WHERE name = ? AND n = ?';
    const piece = value<Uint8Array>(db, text, [name, n]);
    if (piece === undefined || at + piece.length > length) return undefined;
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Takes the picture away and has actions noted until the next one stands. */
export function beginSnapshot(db: Writer): void {
  run(db, 'DELETE FROM column_snapshot');
  run(db, 'DELETE FROM column_delta');
  run(db, 'INSERT INTO column_snapshot (name, n, bytes) VALUES (?, 0, ?)', [
    pending,
    new Uint8Array(),
  ]);
}

export function writePiece(db: Writer, name: string, n: number, bytes: Uint8Array): void {
  run(db, 'INSERT INTO column_snapshot (name, n, bytes) VALUES (?, ?, ?)', [name, n, bytes]);
}

/** Nothing when the picture was called off meanwhile (`dropSnapshot`). */
export function finishSnapshot(db: Writer, json: string): void {
  if (run(db, 'DELETE FROM column_snapshot WHERE name = ?', [pending]) === 0) return;
  writePiece(db, head, 0, new TextEncoder().encode(json));
}

/** The picture holds no longer, and one being taken will not either. */
export function dropSnapshot(db: Writer): void {
  run(db, 'DELETE FROM column_snapshot WHERE name IN (?, ?)', [head, pending]);
}

/** Inside the transaction of an action: which records it touched, for a picture from before. */
export function noteDelta(db: Writer, seq: number, ids: readonly string[]): void {
  const text = 'SELECT 1 FROM column_snapshot WHERE name IN (?, ?)';
  if (value(db, text, [head, pending]) === undefined) return;
  if (ids.length > mostIds) {
    dropSnapshot(db);
    return;
  }
  run(db, 'INSERT INTO column_delta (seq, ids) VALUES (?, ?)', [seq, JSON.stringify(ids)]);
}

/**
 * Ids of the records touched after a revision up to another; undefined when some action in between
 * was not noted, or they are too many.
 */
export function deltaBetween(db: Reader, after: number, upTo: number): string[] | undefined {
  const notes = tuples<readonly [seq: number, count: number]>(
    db,
    'SELECT seq, json_array_length(ids) FROM column_delta WHERE seq > ? AND seq <= ?',
    [after, upTo],
  );
  const total = notes.reduce((sum, [, count]) => sum + count, 0);
  if (notes.length !== upTo - after || total > mostIds) return undefined;
  return column<string>(
    db,
    `SELECT DISTINCT id.value FROM column_delta, json_each(column_delta.ids) AS id
     WHERE seq > ? AND seq <= ?`,
    [after, upTo],
  );
}
