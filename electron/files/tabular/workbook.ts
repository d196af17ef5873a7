/**
 * Sheets of XLSX, XLS and ODS workbooks as rows of text. A workbook is read into memory as a whole, so a
 * large one is refused with what to do instead. For threads and the command line only.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { recogniseLayout } from '../../../shared/import/recognise-layout.ts';
import type { TableReading } from '../../../shared/import/table-fields.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { readingError } from '../file-errors.ts';
import type { SplitRow } from './split-rows.ts';
import { headerOf, leadDropper, noTable, type TableFacts } from './table-file.ts';

/** Bytes of the file: unpacked and as cells it takes some twenty times as much memory. */
export const largestWorkbook = 30 * 1024 * 1024;
/** Rows looked at to find the sheet and the row of names. */
const headRows = 30;
/** Rows given at a time. */
const pieceRows = 2000;

function bytesOf(path: string): Buffer {
  try {
    if (statSync(path).size > largestWorkbook) throw noTable(path, 'workbook-large');
    return readFileSync(path);
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.name !== 'AppError'
      ? readingError(error, basename(path))
      : error;
  }
}

function parse(path: string, bytes: Buffer, options: xlsx.ParsingOptions): xlsx.WorkBook {
  try {
    return xlsx.read(bytes, {
      ...{ type: 'buffer', dense: true, cellFormula: false, cellHTML: false },
      ...{ cellText: false, cellNF: true, cellStyles: false, ...options },
    });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): AppError {
  const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
  return noTable(path, isLocked ? 'workbook-locked' : 'workbook-broken');
}

/** The text of a cell as a table of text would have it; a day as ISO, without the display's rounding. */
function textOf(cell: xlsx.CellObject | undefined, is1904: boolean): string {
  if (cell?.v === undefined || cell.v === null || cell.t === 'e') return '';
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    if (format !== '' && xlsx.SSF.is_date(format)) return dayOf(cell.v, is1904);
    return String(cell.v);
  }
  if (cell.t === 'd' && cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  return String(cell.v);
}

/** `2025-05-11`, with the time of day where there is one. */
function dayOf(serial: number, is1904: boolean): string {
  const parts = xlsx.SSF.parse_date_code(serial, { date1904: is1904 });
  if (!parts) return String(serial);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${parts.y}-${two(parts.m)}-${two(parts.d)}`;
  return serial % 1 === 0 ? day : `${day} ${two(parts.H)}:${two(parts.M)}`;
}

type Dense = xlsx.WorkSheet & { readonly '!data'?: readonly (readonly xlsx.CellObject[])[] };

/** Rows that hold anything, from the one on that names the columns, all as wide as that one at least. */
function rowsOf(book: xlsx.WorkBook, name: string): SplitRow[] {
  const data = (book.Sheets[name] as Dense | undefined)?.['!data'] ?? [];
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows = data.flatMap((cells, at): SplitRow[] => {
    const texts = Array.from(cells ?? [], (cell) => textOf(cell, is1904));
    return texts.every((text) => text.trim() === '')
      ? []
      : [{ cells: texts, line: at + 1, isCut: false }];
  });
  // titles above a table have few cells beside the row of names
  const filled = ({ cells }: SplitRow) => cells.filter((cell) => cell.trim() !== '').length;
  const widest = Math.max(0, ...rows.slice(0, headRows).map(filled));
  const start = rows.findIndex((row) => filled(row) >= widest * 0.6);
  const table = rows.slice(Math.max(0, start));
  const width = Math.max(0, ...table.slice(0, headRows).map(({ cells }) => cells.length));
  return table.map((row) => ({
    ...row,
    cells: [...row.cells, ...Array<string>(Math.max(0, width - row.cells.length)).fill('')],
  }));
}

/** A sheet in a layout that is known, also a table of ours, else the one with most cells in its first rows: never a licence page. */
function likelySheet(book: xlsx.WorkBook): string | undefined {
  let best: { name: string; cells: number } | undefined;
  for (const name of book.SheetNames) {
    const rows = rowsOf(book, name);
    const [first] = rows;
    if (first === undefined) continue;
    if (recogniseLayout(first.cells).preset !== 'table') return name;
    const cells = rows.length * first.cells.length * (first.cells.length > 1 ? 1 : 0.01);
    if (best === undefined || cells > best.cells) best = { name, cells };
  }
  return best?.name;
}

/** Throws `file/unreadable`: too large, locked, broken or empty. */
export function workbookFacts(path: string, reading: TableReading): TableFacts {
  const bytes = bytesOf(path);
  const book = parse(path, bytes, { sheetRows: headRows });
  const named = book.SheetNames.find((name) => name === reading.sheet);
  const sheet = named ?? likelySheet(book);
  const [first] = sheet === undefined ? [] : rowsOf(book, sheet);
  if (sheet === undefined || first === undefined) throw noTable(path, 'empty');
  return {
    ...{ fileName: basename(path), bytes: bytes.length, encoding: null, separator: null },
    ...{ sheets: book.SheetNames, sheet, ...headerOf(first.cells, reading) },
  };
}

/** As `readText`, of one sheet. */
export function readSheet(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): string | undefined {
  const bytes = bytesOf(path);
  const name = facts.sheet ?? '';
  const rows = rowsOf(parse(path, bytes, { sheets: name }), name);
  leadDropper(facts)(rows);
  for (let at = 0; at < rows.length; at += pieceRows) {
    const done = Math.round((bytes.length * Math.min(rows.length, at + pieceRows)) / rows.length);
    if (!take(rows.slice(at, at + pieceRows), done)) return undefined;
  }
  return createHash('sha256').update(bytes).digest('hex');
}
