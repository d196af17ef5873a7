/**
 * Delimited text files of any size: what they are (encoding, separator, columns), and their rows, read
 * a piece at a time without waiting, so that one transaction can take them in. For threads and the
 * command line; never on the engine's own thread for more than the first rows.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { ucdpColumns } from '../../../shared/import/known-layouts.ts';
import {
  type TableEncoding,
  type TableReading,
  type TableSeparator,
  tableSeparators,
} from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { decodeWindows } from '../decode-text.ts';
import { readingError } from '../file-errors.ts';
import { longestRow, RowSplitter, type SplitRow } from './split-rows.ts';

export interface TableFacts {
  readonly fileName: string;
  readonly bytes: number;
  /** Null for a workbook. */
  readonly encoding: TableEncoding | null;
  readonly separator: TableSeparator | null;
  /** Names of the sheets of a workbook, and the one that is read; none for text. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Whether the first row holds the names of the columns. */
  readonly hasHeader: boolean;
  /** Names of the columns; of one's own making where the file has none. */
  readonly columns: readonly string[];
}

/** Small enough that what is made of a piece is gone before the collector of garbage calls it old. */
const pieceBytes = 1 << 18;

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw readingError(error, basename(path));
  }
}

/** Calls `take` with each piece of a file; it answers false to stop. The buffer is used again. */
export function eachPiece(path: string, take: (piece: Buffer, done: number) => boolean): void {
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
function separatorOf(head: string): TableSeparator {
  let best: { separator: TableSeparator; cells: number } = { separator: ',', cells: 1 };
  for (const separator of tableSeparators) {
    const splitter = new RowSplitter(separator);
    const [first] = [...splitter.push(head), ...splitter.end()];
    const cells = first?.cells.length ?? 0;
    if (cells > best.cells) best = { separator, cells };
  }
  return best.separator;
}

export function noTable(path: string, reason: string): AppError {
  return new AppError('file/unreadable', 'This file is no table of incidents.', {
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

/** The first bytes of a file, at most a piece. */
export function headOf(path: string): Buffer {
  let head: Buffer = Buffer.alloc(0);
  eachPiece(path, (piece) => {
    head = Buffer.from(piece);
    return false;
  });
  return head;
}

/** UCDP's candidate releases may begin with a row of data: 49 cells, and a number where `id` would stand. */
function isHeaderless(first: readonly string[]): boolean {
  return first.length === ucdpColumns.length && /^\d+$/.test((first[0] ?? '').trim());
}

/** Names for columns that have none in the file. */
export function ownNames(first: readonly string[]): readonly string[] {
  if (isHeaderless(first)) return ucdpColumns;
  return first.map((_, at) => `column ${at + 1}`);
}

/** Which row names the columns: the analyst's word, else what the row looks like. */
export function headerOf(
  first: readonly string[],
  reading: TableReading,
): Pick<TableFacts, 'hasHeader' | 'columns'> {
  const hasHeader = reading.hasHeader ?? !isHeaderless(first);
  return { hasHeader, columns: hasHeader ? first : ownNames(first) };
}

/** A row of HXL tags under the names of the columns says what they are, not what happened. */
export function isTagRow(cells: readonly string[]): boolean {
  const given = cells.filter((cell) => cell.trim() !== '');
  return given.length > 0 && given.every((cell) => /^#[a-z]/i.test(cell.trim()));
}

/** Reads the whole file once for its encoding, otherwise its beginning. Throws `file/unreadable`. */
export function textFacts(path: string, reading: TableReading): TableFacts {
  const head = headOf(path);
  const encoding = reading.encoding ?? encodingOf(path, head);
  const text = textDecoder(encoding)(head);
  const separator = reading.separator ?? separatorOf(text.slice(0, 262_144));
  const splitter = new RowSplitter(separator);
  const [first] = [...splitter.push(text), ...splitter.end()];
  if (first === undefined) throw noTable(path, 'empty');
  const file = open(path);
  const { size } = fstatSync(file);
  closeSync(file);
  return {
    ...{ fileName: basename(path), bytes: size, encoding, separator, sheets: [], sheet: null },
    ...headerOf(first.cells, reading),
  };
}

/** Takes the rows of names and of tags off the pieces of a file. */
export function leadDropper({ hasHeader }: TableFacts): (rows: SplitRow[]) => void {
  let isHeaderDue = hasHeader;
  let isTagDue = true;
  return (rows) => {
    if (isHeaderDue && rows.length > 0) {
      isHeaderDue = false;
      rows.shift();
    }
    const [first] = rows;
    if (!isTagDue || first === undefined) return;
    isTagDue = false;
    if (isTagRow(first.cells)) rows.shift();
  };
}

/**
 * Gives all rows but those of names and of HXL tags, some hundred at a time, with the bytes read so far; `take` answers
 * false to stop. Answers the SHA-256 (hex) of the file when it was read to its end. Throws
 * `file/unreadable` when it cannot be read or a row does not end.
 */
export function readText(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): string | undefined {
  const decode = textDecoder(facts.encoding ?? 'utf-8');
  const splitter = new RowSplitter(facts.separator ?? ',');
  const hash = createHash('sha256');
  let isStopped = false;
  const drop = leadDropper(facts);
  const give = (rows: SplitRow[], bytes: number): boolean => {
    drop(rows);
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
