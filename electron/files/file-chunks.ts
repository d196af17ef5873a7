/** Contents of files in pieces, hashed on the way: a stored content is what its hash says. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import { readingError } from './file-errors.ts';
import { headBytes } from './media-type.ts';

const pieceBytes = 1024 * 1024;

export interface Content {
  /** Hex. */
  readonly sha256: string;
  readonly size: number;
}

/** With what its first bytes are, and when the file was last written (ISO 8601). */
export interface ReadContent extends Content {
  readonly head: Uint8Array;
  readonly capturedAt: string;
}

/** Size and hash of a chosen file. Throws `file/too-large` over `maxBytes`, `file/unreadable`. */
export async function contentOfFile(path: string, maxBytes: number): Promise<ReadContent> {
  const fileName = basename(path);
  try {
    const { size, mtime } = await stat(path);
    if (size > maxBytes) throw tooLarge(fileName, maxBytes);
    const hash = createHash('sha256');
    let read = 0;
    let head: Uint8Array = new Uint8Array();
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
      if (read === 0) head = Uint8Array.from((piece as Buffer).subarray(0, headBytes));
      read += (piece as Buffer).length;
      if (read > maxBytes) throw tooLarge(fileName, maxBytes);
      hash.update(piece as Buffer);
    }
    return { sha256: hash.digest('hex'), size: read, head, capturedAt: mtime.toISOString() };
  } catch (error) {
    throw readingError(error, fileName);
  }
}

function tooLarge(fileName: string, maxBytes: number): AppError {
  return new AppError(
    'file/too-large',
    `The file ${fileName} is larger than ${maxBytes / 1024 / 1024} MB, the most an attachment may have.`,
    { fileName, maxBytes },
  );
}

/** The pieces of a file, read at once so that they can go into a database transaction. */
export function* readPieces(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r');
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(pieceBytes);
      const length = readSync(fd, buffer, 0, pieceBytes, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(fd);
  }
}

/** Passes pieces on and throws `pack/wrong-hash` at the end when they are not the content expected. */
export function* checkedChunks(
  pieces: Iterable<Uint8Array>,
  expected: Content,
): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for (const piece of pieces) {
    hash.update(piece);
    size += piece.length;
    yield piece;
  }
  if (size === expected.size && hash.digest('hex') === expected.sha256) return;
  throw new AppError(
    'pack/wrong-hash',
    'The content of an attachment is not what its checksum says. Nothing was changed.',
    { reason: 'attachment', sha256: expected.sha256 },
  );
}
