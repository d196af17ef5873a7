/**
 * Sheets of XLS, XLSB and ODS workbooks as rows of text, by a library that holds a workbook in memory as a whole: a
 * large one is refused with what to do instead.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as xlsx from '@e965/xlsx';
import type { TableReading } from '../../../shared/import/table-fields.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { readingError } from '../file-errors.ts';
import type { SplitRow } from '../tabular/split-rows.ts';
import {
  eachPiece,
  headerOf,
  leadDropper,
  noTable,
  type TableFacts,
} from '../tabular/table-file.ts';
import { isDayFormat, numberText } from './cell-text.ts';
import { headRows, sheetOf, TableStart } from './table-start.ts';
import { withZip } from './xlsx-file.ts';
import { piecesOf } from './zip-parts-at-once.ts';

/** Bytes of the file, and once it is unpacked; as cells it takes some twenty times as much memory. */
export const largestWorkbook = 30 * 1024 * 1024;
const largestUnpacked = 10 * largestWorkbook;
/** Rows given at a time. */
const pieceRows = 2000;

/** Whether an old container, which XLS files are, holds a workbook locked by a password. */
function isLocked(path: string): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  let tail: Buffer = Buffer.alloc(0);
  let isFound = false;
  eachPiece(path, (piece) => {
    const whole = Buffer.concat([tail, piece]);
    isFound = whole.includes(name);
    tail = whole.subarray(-name.length);
    return !isFound;
  });
  return isFound;
}

/** A zip is unpacked once before the library does it without limits. */
function checkZip(path: string): void {
  withZip(path, ({ file, parts }) => {
    let total = 0;
    for (const part of parts.values()) {
      for (const { bytes } of piecesOf(file, part)) {
        total += bytes.length;
        if (total > largestUnpacked) throw noTable(path, 'workbook-large');
      }
    }
  });
}

function bytesOf(path: string, size: number, isZip: boolean): Buffer {
  if (size > largestWorkbook)
    throw noTable(path, !isZip && isLocked(path) ? 'workbook-locked' : 'workbook-large');
  if (isZip) checkZip(path);
  try {
    return readFileSync(path);
  } catch (error) {
    throw readingError(error, basename(path));
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

function textOf(cell: xlsx.CellObject | undefined, is1904: boolean): string {
  if (cell?.v === undefined || cell.v === null || cell.t === 'e') return '';
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    return numberText(cell.v, isDayFormat(format), is1904);
  }
  if (cell.t === 'd' && cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  return String(cell.v);
}

type Dense = xlsx.WorkSheet & { readonly '!data'?: readonly (readonly xlsx.CellObject[])[] };

function rowsOf(book: xlsx.WorkBook, name: string): SplitRow[] {
  const data = (book.Sheets[name] as Dense | undefined)?.['!data'] ?? [];
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  const rows = data.flatMap((cells, at): SplitRow[] => {
    const texts = Array.from(cells ?? [], (cell) => textOf(cell, is1904));
    return texts.every((text) => text.trim() === '')
      ? []
      : [{ cells: texts, line: at + 1, isCut: false }];
  });
  const start = new TableStart();
  return [...start.push(rows), ...start.end()];
}

/** Throws `file/unreadable`: too large, locked, broken or empty. */
export function wholeFacts(
  path: string,
  size: number,
  isZip: boolean,
  reading: TableReading,
): TableFacts {
  const book = parse(path, bytesOf(path, size, isZip), { sheetRows: headRows });
  const found = sheetOf(book.SheetNames, reading.sheet, (name) => rowsOf(book, name));
  if (found === undefined) throw noTable(path, 'empty');
  return {
    ...{ fileName: basename(path), bytes: size, encoding: null, separator: null },
    ...{ sheets: book.SheetNames, sheet: found.name, ...headerOf(found.names, reading) },
  };
}

/** Gives the rows of the sheet. Answers whether it was read to its end. */
export function readWhole(
  path: string,
  facts: TableFacts,
  isZip: boolean,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): boolean {
  const { bytes: size } = facts;
  const name = facts.sheet ?? '';
  const rows = rowsOf(parse(path, bytesOf(path, size, isZip), { sheets: name }), name);
  leadDropper(facts)(rows);
  for (let at = 0; at < rows.length; at += pieceRows) {
    const done = Math.round((size * Math.min(rows.length, at + pieceRows)) / rows.length);
    if (!take(rows.slice(at, at + pieceRows), done)) return false;
  }
  return true;
}
