/** Contents of attachments, in pieces, once per SHA-256 however many records carry the file. */
import { all, each, type Reader, run, value, type Writer } from '../sqlite.ts';

/** Bytes of one piece. */
const chunkSize = 256 * 1024;

export function hasContent(db: Reader, sha256: string): boolean {
  return value(db, 'SELECT 1 FROM attachment_chunk WHERE sha256 = ? LIMIT 1', [sha256]) === 1;
}

/**
 * Stores a content under its SHA-256 (hex, lower case), which the caller has worked out. Pieces may
 * have any length. What is there already is left alone. Only inside `act`.
 */
export function writeChunks(db: Writer, sha256: string, chunks: Iterable<Uint8Array>): void {
  if (hasContent(db, sha256)) return;
  let n = 0;
  for (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += chunkSize) {
      const bytes = chunk.subarray(start, start + chunkSize);
      run(db, 'INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, ?, ?)', [
        sha256,
        n,
        bytes,
      ]);
      n += 1;
    }
  }
  // an empty file has one empty piece, so that it is known to be there
  if (n === 0) {
    run(db, 'INSERT INTO attachment_chunk (sha256, n, bytes) VALUES (?, 0, ?)', [
      sha256,
      new Uint8Array(),
    ]);
  }
}

/** The pieces in order. The connection cannot be written to while they are read. */
export function* readChunks(db: Reader, sha256: string): Generator<Uint8Array> {
  const text = 'SELECT bytes FROM attachment_chunk WHERE sha256 = ? ORDER BY n';
  for (const { bytes } of each<{ bytes: Uint8Array }>(db, text, [sha256])) yield bytes;
}

/** The pieces in order, one statement each: for reading in steps while others write. */
export function* contentPieces(db: Reader, sha256: string): Generator<Uint8Array> {
  const text = 'SELECT bytes FROM attachment_chunk WHERE sha256 = ? AND n = ?';
  for (let n = 0; ; n += 1) {
    const bytes = value<Uint8Array>(db, text, [sha256, n]);
    if (bytes === undefined) return;
    yield bytes;
  }
}

/**
 * Bytes of a content from `from` on, at most `length`; fewer at its end. Pieces may have any length, so
 * their lengths are looked up first, which reads no content.
 */
export function contentRange(
  db: Reader,
  sha256: string,
  from: number,
  length: number,
): Uint8Array<ArrayBuffer> {
  const found: Uint8Array[] = [];
  const end = from + length;
  let start = 0;
  const lengths =
    'SELECT n, length(bytes) AS size FROM attachment_chunk WHERE sha256 = ? ORDER BY n';
  const piece = 'SELECT bytes FROM attachment_chunk WHERE sha256 = ? AND n = ?';
  for (const { n, size } of all<{ n: number; size: number }>(db, lengths, [sha256])) {
    const next = start + size;
    if (next > from && start < end) {
      const bytes = value<Uint8Array>(db, piece, [sha256, n]) ?? new Uint8Array();
      found.push(bytes.subarray(Math.max(0, from - start), Math.min(size, end - start)));
    }
    start = next;
    if (start >= end) break;
  }
  return new Uint8Array(Buffer.concat(found));
}
