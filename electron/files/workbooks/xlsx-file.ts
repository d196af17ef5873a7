/** XLSX workbooks of any size, read a piece at a time in the memory of some pieces (decision 0128). */
import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import type { TableReading } from '../../../shared/import/table-fields.ts';
import { readingError } from '../file-errors.ts';
import type { SplitRow } from '../tabular/split-rows.ts';
import { headerOf, leadDropper, noTable, type TableFacts } from '../tabular/table-file.ts';
import { type BookParts, bookPart, bookParts, type OpenZip } from './book-parts.ts';
import { SharedTexts } from './shared-texts.ts';
import { SheetRows } from './sheet-rows.ts';
import { headRows, sheetOf, TableStart } from './table-start.ts';
import { partsOfZip, piecesOf, ZipFault } from './zip-parts-at-once.ts';

/** Cells and letters given at a time at most, but for those of one row: few bytes of a sheet can stand for many. */
const pieceCells = 50_000;
const pieceLetters = 1_000_000;

interface OpenBook extends BookParts {
  readonly zip: OpenZip;
  readonly texts: SharedTexts;
  readonly bytes: number;
}

/** Calls `work` with the open zip and its size. Throws `file/unreadable` with what is wrong with it. */
export function withZip<T>(path: string, work: (zip: OpenZip, bytes: number) => T): T {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    return work({ path, file, parts: partsOfZip(file, size) }, size);
  } catch (error) {
    if (error instanceof ZipFault) throw noTable(path, `workbook-${error.reason}`);
    throw readingError(error, basename(path));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Whether a zip is a workbook in the XML that is read here. */
export const isXlsx = (path: string): boolean =>
  withZip(path, (zip) => bookPart(zip) !== undefined);

function withBook<T>(path: string, work: (book: OpenBook) => T): T {
  return withZip(path, (zip, bytes) => {
    const name = bookPart(zip);
    if (name === undefined) throw noTable(path, 'workbook-broken');
    const parts = bookParts(zip, name);
    const texts = new SharedTexts(zip, parts.strings);
    try {
      return work({ ...parts, zip, texts, bytes });
    } finally {
      texts.close();
    }
  });
}

/** Gives the table of a sheet with the bytes of the file that it comes from; `take` answers false to stop. */
function eachRows(
  book: OpenBook,
  sheet: string,
  take: (rows: SplitRow[], bytes: number) => boolean,
): void {
  const part = book.sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) return;
  const { zip, texts, bytes, is1904, showsDays } = book;
  const start = new TableStart();
  let rows: SplitRow[] = [];
  let [cells, letters, packed] = [0, 0, 0];
  let isOn = true;
  const give = (all: SplitRow[]) => {
    rows = [];
    cells = 0;
    letters = 0;
    if (isOn && all.length > 0) isOn = take(all, Math.round((bytes * packed) / part.packed));
  };
  const { feed } = new SheetRows({
    ...{ path: zip.path, is1904, showsDays, sharedText: (index) => texts.at(index) },
    take: (row, more) => {
      if (!isOn) return;
      rows.push(row);
      cells += Math.max(row.cells.length, start.width);
      letters += more;
      if (cells >= pieceCells || letters >= pieceLetters) give(start.push(rows));
    },
  });
  for (const piece of piecesOf(zip.file, part)) {
    packed = piece.done;
    feed.write(piece.bytes);
    give(start.push(rows));
    if (!isOn) return;
  }
  feed.end();
  give(start.end());
}

/** The first rows of the table of a sheet. */
function headOf(book: OpenBook, sheet: string): SplitRow[] {
  let head: SplitRow[] = [];
  eachRows(book, sheet, (rows) => {
    head = rows.slice(0, headRows);
    return false;
  });
  return head;
}

/** Throws `file/unreadable`: locked, broken, hostile or empty. */
export function xlsxFacts(path: string, reading: TableReading): TableFacts {
  return withBook(path, (book) => {
    const sheets = book.sheets.map(({ name }) => name);
    const found = sheetOf(sheets, reading.sheet, (sheet) => headOf(book, sheet));
    if (found === undefined) throw noTable(path, 'empty');
    return {
      ...{ fileName: basename(path), bytes: book.bytes, encoding: null, separator: null },
      ...{ sheets, sheet: found.name, ...headerOf(found.names, reading) },
    };
  });
}

/** Gives the rows of the sheet. Answers whether it was read to its end. */
export function readXlsx(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): boolean {
  const drop = leadDropper(facts);
  let isOn = true;
  withBook(path, (book) =>
    eachRows(book, facts.sheet ?? '', (rows, bytes) => {
      drop(rows);
      isOn = rows.length === 0 || take(rows, bytes);
      return isOn;
    }),
  );
  return isOn;
}
