/** CSV after RFC 4180: CRLF between rows, quotes where needed, UTF-8. Writes and reads pack tables. */
import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Column } from '../../shared/pack/column.ts';
import { fromCell, toCell } from './csv-cell.ts';

/** Rows turned to text at a time: bounds the size of intermediate strings. */
const rowsPerChunk = 2000;

/** Texts already made safe, as one CSV; `rows` begin with the header. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

/** One table of a pack as bytes. The same records give the same bytes. */
export function writeTable(
  columns: readonly Column[],
  records: readonly Readonly<Record<string, unknown>>[],
): Buffer {
  const chunks = [Buffer.from(csvText([columns.map((column) => column.name)]))];
  for (let from = 0; from < records.length; from += rowsPerChunk) {
    const rows = records
      .slice(from, from + rowsPerChunk)
      .map((record) => columns.map((column) => toCell(column, record[column.name])));
    chunks.push(Buffer.from(csvText(rows)));
  }
  return Buffer.concat(chunks);
}

export interface ReadTableOptions {
  /** For messages, as `data/incident.csv`. */
  readonly path: string;
  readonly columns: readonly Column[];
  readonly maxCellLength: number;
}

/**
 * Reads a table row by row. The header must hold exactly the columns, in order. Throws
 * `pack/invalid-content` with file and row, `pack/damaged` for text that is not UTF-8.
 */
export async function* readTable(
  stream: Readable,
  { path, columns, maxCellLength }: ReadTableOptions,
): AsyncGenerator<Record<string, unknown>> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: maxCellLength,
  });
  const decoded = checkUtf8(stream, path);
  const feeding = feed(decoded, parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row === 1) checkHeader(cells, columns, path);
      else yield toRecord(cells, columns, () => `${path}, row ${row}`);
    }
    await feeding;
  } catch (error) {
    parser.destroy();
    await feeding.catch(() => undefined);
    throw error instanceof AppError ? error : unreadable(path, row, error);
  }
  if (row === 0) throw badTable(path, 'is empty');
}

async function feed(texts: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const text of texts) {
      if (parser.destroyed) return;
      if (!parser.write(text)) await drained(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
    throw error;
  }
}

function drained(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      parser.off('drain', done);
      parser.off('close', done);
      resolve();
    };
    parser.on('drain', done);
    parser.on('close', done);
  });
}

async function* checkUtf8(stream: Readable, path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      throw new AppError(
        'pack/damaged',
        `The file ${path} in the pack is not valid UTF-8 text. Ask for the pack again.`,
        { reason: 'bad-utf8', path },
      );
    }
  };
  for await (const chunk of stream) yield decode(chunk as Buffer);
  yield decode();
}

function checkHeader(cells: readonly string[], columns: readonly Column[], path: string): void {
  const isSame =
    cells.length === columns.length && columns.every((column, at) => column.name === cells[at]);
  if (!isSame) throw badTable(path, 'does not have the columns of its table');
}

function toRecord(
  cells: readonly string[],
  columns: readonly Column[],
  where: () => string,
): Record<string, unknown> {
  if (cells.length !== columns.length)
    throw new AppError(
      'pack/invalid-content',
      `There are ${cells.length} cells instead of ${columns.length} in ${where()}.`,
      { reason: 'cell-count' },
    );
  return Object.fromEntries(
    columns.map((column, at) => [column.name, fromCell(column, cells[at] ?? '', where)]),
  );
}

function badTable(path: string, what: string): AppError {
  return new AppError('pack/invalid-content', `The file ${path} in the pack ${what}.`, {
    reason: 'table',
    path,
  });
}

function unreadable(path: string, row: number, error: unknown): AppError {
  return new AppError('pack/invalid-content', `Row ${row + 1} of ${path} is not valid CSV.`, {
    reason: 'csv',
    path,
    row: row + 1,
    cause: error instanceof Error ? error.message : String(error),
  });
}
