/**
 * Reads a zip from a stranger. Everything that its directory tells is checked before one byte is
 * inflated; then entries are streamed. Nothing is ever written under its names.
 */
import type { Readable } from 'node:stream';
import { inflateRawSync } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { AppError } from '../../shared/lib/app-error.ts';
import { packLimits } from '../../shared/pack/format.ts';
import { readingError } from './file-errors.ts';
import { bytesOfBuffer, bytesOfFile, type ZipBytes } from './zip-bytes.ts';
import { type ArchiveKind, checkDirectory, type DirectoryEntry } from './zip-directory.ts';
import { printable } from './zip-names.ts';

export interface ZipReader {
  readonly entries: ReadonlyMap<string, DirectoryEntry>;
  /** Streams an entry; fails with `pack/damaged` or `pack/bomb` when it is not as stated. */
  readonly open: (path: string) => AsyncGenerator<Buffer>;
  /** Reads an entry at once in pieces of up to 1 MiB, for use inside a database transaction. */
  readonly openSync: (path: string) => Generator<Buffer>;
  readonly close: () => void;
}

/**
 * Opens and checks a zip in a file, or in memory where it came out of an age file. Throws `file/unreadable`, `pack/not-a-pack`, `pack/damaged`,
 * `pack/encrypted`, `pack/too-large`, `pack/bomb`, `pack/unsafe-path`, `pack/symlink`,
 * `pack/duplicate-entry`, `pack/unexpected-entry`.
 */
export async function openZip(
  from: string | Buffer,
  kind: ArchiveKind = 'pack',
): Promise<ZipReader> {
  const bytes = typeof from === 'string' ? bytesOfFile(from) : bytesOfBuffer(from);
  let zip: ZipFile;
  try {
    checkStart(bytes);
    zip = await bytes.openZip();
  } catch (error) {
    bytes.close();
    throw zipError(error);
  }
  // a broken directory is also reported as an event, which must find a listener
  zip.on('error', () => undefined);
  try {
    const entries = await readDirectory(zip, kind);
    return readerOf(bytes, zip, entries);
  } catch (error) {
    zip.close();
    throw zipError(error);
  }
}

/** A pack begins with its first entry. Anything else is another format, or a zip with a program before it. */
function checkStart({ size, read }: ZipBytes): void {
  const head = Buffer.alloc(4);
  read(head, 0, 4, 0);
  if (head.toString('latin1') !== 'PK\u0003\u0004')
    throw new AppError(
      'pack/not-a-pack',
      size === 0
        ? 'The file is empty. Ask for the pack again.'
        : 'The file is not a Cairn pack. Choose a .cairnpack file.',
      { reason: size === 0 ? 'empty' : 'no-zip' },
    );
  if (size > packLimits.totalBytes + 16 * 1024 * 1024)
    throw new AppError(
      'pack/too-large',
      'The pack is larger than 500 MB. Ask for it in smaller parts.',
      { reason: 'file-size', bytes: size },
    );
}

async function readDirectory(
  zip: ZipFile,
  kind: ArchiveKind,
): Promise<ReadonlyMap<string, DirectoryEntry>> {
  if (zip.entryCount > packLimits.entries) throw tooMany(zip.entryCount);
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  const checked = checkDirectory(entries, kind);
  // the header in front of each entry must tell the same story as the directory
  for (const item of checked) {
    const local = await zip.readLocalFileHeaderPromise(item.entry);
    if (!local.fileName.equals(item.entry.fileNameRaw))
      throw new AppError(
        'pack/damaged',
        `The pack names one file in two ways ("${printable(item.path)}" and "${printable(local.fileName.toString('latin1'))}"). It was refused.`,
        { reason: 'two-names', path: printable(item.path) },
      );
    item.dataStart = local.fileDataStart;
  }
  checkOverlaps(checked);
  return new Map(checked.map((item) => [item.path, item]));
}

/** Entries that share bytes make a small file unfold without end. */
function checkOverlaps(entries: readonly DirectoryEntry[]): void {
  const inOrder = [...entries].sort((a, b) => a.headerStart - b.headerStart);
  if ((inOrder[0]?.headerStart ?? 0) !== 0)
    throw new AppError(
      'pack/damaged',
      'The pack does not begin with its first file. It was refused.',
      {
        reason: 'prefix',
      },
    );
  let end = 0;
  for (const entry of inOrder) {
    if (entry.headerStart < end)
      throw new AppError(
        'pack/bomb',
        'Files inside the pack overlap each other, as in an archive built to fill the memory. It was refused.',
        { reason: 'overlap', path: entry.path },
      );
    end = entry.dataStart + entry.compressedSize;
  }
}

export function tooMany(count: number): AppError {
  return new AppError(
    'pack/too-large',
    `The pack holds ${count} files; at most ${packLimits.entries} are read.`,
    { reason: 'entry-count', count },
  );
}

function readerOf(
  bytes: ZipBytes,
  zip: ZipFile,
  entries: ReadonlyMap<string, DirectoryEntry>,
): ZipReader {
  const find = (path: string): DirectoryEntry => {
    const entry = entries.get(path);
    if (entry !== undefined) return entry;
    throw new AppError('pack/damaged', `The pack lacks the file "${path}".`, {
      reason: 'missing-entry',
      path,
    });
  };
  return {
    entries,
    open: (path) => stream(zip, find(path)),
    openSync: (path) => readInPlace(bytes, find(path)),
    close: () => zip.close(),
  };
}

async function* stream(zip: ZipFile, entry: DirectoryEntry): AsyncGenerator<Buffer> {
  let source: Readable | undefined;
  let bytes = 0;
  try {
    source = await zip.openReadStreamPromise(entry.entry);
    for await (const chunk of source) {
      bytes += (chunk as Buffer).length;
      if (bytes > entry.size) throw lying(entry.path);
      yield chunk as Buffer;
    }
  } catch (error) {
    throw zipError(error, entry.path);
  } finally {
    source?.destroy();
  }
}

const pieceBytes = 1024 * 1024;

function* readInPlace(bytes: ZipBytes, entry: DirectoryEntry): Generator<Buffer> {
  if (entry.isDeflated) {
    yield* pieces(inflateAtOnce(bytes, entry));
    return;
  }
  for (let from = 0; from < entry.size; from += pieceBytes) {
    const length = Math.min(pieceBytes, entry.size - from);
    yield readExactly(bytes, entry, entry.dataStart + from, length);
  }
}

function inflateAtOnce(bytes: ZipBytes, entry: DirectoryEntry): Buffer {
  const deflated = readExactly(bytes, entry, entry.dataStart, entry.compressedSize);
  try {
    return inflateRawSync(deflated, { maxOutputLength: Math.max(1, entry.size) });
  } catch (error) {
    throw zipError(error, entry.path);
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += pieceBytes)
    yield bytes.subarray(from, from + pieceBytes);
}

function readExactly(
  bytes: ZipBytes,
  entry: DirectoryEntry,
  position: number,
  length: number,
): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const read = bytes.read(buffer, done, length - done, position + done);
    if (read === 0) throw damaged(entry.path, 'ends too early');
    done += read;
  }
  return buffer;
}

function lying(path: string): AppError {
  return new AppError(
    'pack/bomb',
    `The file "${path}" in the pack is larger than the pack says. It was refused.`,
    { reason: 'lying-size', path },
  );
}

function damaged(path: string | undefined, cause: string): AppError {
  return new AppError(
    'pack/damaged',
    path === undefined
      ? 'The pack is damaged or was cut short on the way. Copy it again or ask for it again.'
      : `The file "${path}" in the pack is damaged. Copy the pack again or ask for it again.`,
    { reason: 'zip', cause, ...(path !== undefined && { path }) },
  );
}

/** Names what yauzl and zlib find wrong in our own codes; system errors pass to `file/unreadable`. */
function zipError(error: unknown, path?: string): unknown {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/encrypt/iu.test(message)) return encrypted(path);
  if (/too many bytes|larger than/iu.test(message)) return lying(path ?? '');
  if (error instanceof Error && /^E[A-Z]+$/u.test(String((error as { code?: unknown }).code)))
    return readingError(error, 'of the pack');
  return damaged(path, message);
}

export function encrypted(path: string | undefined): AppError {
  return new AppError(
    'pack/encrypted',
    'The pack is locked with a zip password, which Cairn does not use. Ask for it without one.',
    { reason: 'zip-encryption', ...(path !== undefined && { path }) },
  );
}
