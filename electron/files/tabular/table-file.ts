/**
 * Delimited text files of any size: what they are (encoding, separator, columns), and their rows, read
 * a piece at a time without waiting, so that one transaction can take them in. For threads and the
 * command line; never on the engine's own thread for more than the first rows.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { decodeWindows } from '../decode-text.ts';
import { readingError } from '../file-errors.ts';
import { longestRow, RowSplitter, type SplitRow } from './split-rows.ts';

export type TableEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface TableFacts {
  readonly fileName: string;
  readonly bytes: number;
  readonly encoding: TableEncoding;
  readonly separator: ',' | ';' | '\t' | '|';
  /** The cells of the first row. */
  readonly columns: readonly string[];
}

const pieceBytes = 1 << 20;
const separators = [',', ';', '\t', '|'] as const;

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw readingError(error, basename(path));
  }
}

/** Calls `take` with each piece; it answers false to stop. The buffer is used again. */
function eachPiece(path: string, take: (piece: Buffer, done: number) => boolean): void {
  const file = open(path);
  const buffer = Buffer.allocUnsafe(pieceBytes);
  try {
    for (let done = 0; ; ) {
      const count = readSync(file, buffer, 0, pieceBytes, done);
      if (count === 0) return;
      done += count;
      if (!take(buffer.subarray(0, count), done)) return;
    }
  } catch (error) {
    throw error instanceof AppError ? error : readingError(error, basename(path));
  } finally {
    closeSync(file);
  }
}

/** Looked at up to the last line break of each piece, which no letter of UTF-8 reaches over. */
function isAllUtf8(path: string): boolean {
  let rest: Buffer = Buffer.alloc(0);
  let isFine = true;
  eachPiece(path, (piece) => {
    const whole = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const cut = whole.lastIndexOf(10) + 1;
    isFine = isUtf8(whole.subarray(0, cut)) && whole.length - cut <= longestRow;
    rest = Buffer.from(whole.subarray(cut));
    return isFine;
  });
  return isFine && isUtf8(rest);
}

function encodingOf(path: string, head: Buffer): TableEncoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isAllUtf8(path) ? 'utf-8' : 'windows-1252';
}

/** The one that parts the first line into most cells; a comma when none does. */
function separatorOf(head: string): TableFacts['separator'] {
  let best: { separator: TableFacts['separator']; cells: number } = { separator: ',', cells: 1 };
  for (const separator of separators) {
    const splitter = new RowSplitter(separator);
    const [first] = [...splitter.push(head), ...splitter.end()];
    const cells = first?.cells.length ?? 0;
    if (cells > best.cells) best = { separator, cells };
  }
  return best.separator;
}

function noTable(path: string, reason: string): AppError {
  return new AppError('file/unreadable', 'This file is no table of text.', {
    fileName: basename(path),
    reason,
  });
}

/** Text of one piece after the other; without a piece, what is left over. A mark of order is dropped. */
function textDecoder(encoding: TableEncoding): (piece?: Buffer) => string {
  if (encoding === 'windows-1252') return (piece) => (piece ? decodeWindows(piece) : '');
  const decoder = new TextDecoder(encoding);
  return (piece) => (piece ? decoder.decode(piece, { stream: true }) : decoder.decode());
}

/** Reads the whole file once for its encoding, otherwise its beginning. Throws `file/unreadable`. */
export function tableFacts(path: string): TableFacts {
  let head: Buffer = Buffer.alloc(0);
  eachPiece(path, (piece) => {
    head = Buffer.from(piece);
    return false;
  });
  if (head.length === 0) throw noTable(path, 'empty');
  if (head.subarray(0, 40).toString('latin1').startsWith('version https://git-lfs')) {
    throw noTable(path, 'git-lfs');
  }
  const encoding = encodingOf(path, head);
  if (!encoding.startsWith('utf-16') && head.subarray(0, 65_536).includes(0)) {
    throw noTable(path, 'binary');
  }
  const text = textDecoder(encoding)(head);
  const separator = separatorOf(text.slice(0, 262_144));
  const splitter = new RowSplitter(separator);
  const [first] = [...splitter.push(text), ...splitter.end()];
  if (first === undefined) throw noTable(path, 'empty');
  const file = open(path);
  const { size } = fstatSync(file);
  closeSync(file);
  return { fileName: basename(path), bytes: size, encoding, separator, columns: first.cells };
}

/**
 * Gives all rows but the first, some thousand at a time, with the bytes read so far; `take` answers
 * false to stop. Answers the SHA-256 (hex) of the file when it was read to its end. Throws
 * `file/unreadable` when it cannot be read or a row does not end.
 */
export function readRows(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): string | undefined {
  const decode = textDecoder(facts.encoding);
  const splitter = new RowSplitter(facts.separator);
  const hash = createHash('sha256');
  let isFirst = true;
  let isStopped = false;
  const give = (rows: SplitRow[], bytes: number): boolean => {
    if (isFirst && rows.length > 0) {
      isFirst = false;
      rows.shift();
    }
    return rows.length === 0 || take(rows, bytes);
  };
  eachPiece(path, (piece, done) => {
    hash.update(piece);
    isStopped = !give(splitter.push(decode(piece)), done);
    if (splitter.pending > longestRow) throw noTable(path, 'endless-row');
    return !isStopped;
  });
  if (isStopped) return undefined;
  give([...splitter.push(decode()), ...splitter.end()], facts.bytes);
  return hash.digest('hex');
}
