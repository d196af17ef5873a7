/**
 * A sheet of a workbook as rows of text, whatever program it is of. Without waiting, as `readText`: for threads
 * and the command line only.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { TableReading } from '../../../shared/import/table-fields.ts';
import { readingError } from '../file-errors.ts';
import type { SplitRow } from '../tabular/split-rows.ts';
import { eachPiece, headOf, type TableFacts } from '../tabular/table-file.ts';
import { readWhole, wholeFacts } from './whole-workbook.ts';
import { isXlsx, readXlsx, xlsxFacts } from './xlsx-file.ts';

const isZip = (path: string): boolean => headOf(path).toString('latin1', 0, 2) === 'PK';

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw readingError(error, basename(path));
  }
}

/** Throws `file/unreadable`: too large, locked, broken, hostile or empty. */
export function workbookFacts(path: string, reading: TableReading): TableFacts {
  const zipped = isZip(path);
  return zipped && isXlsx(path)
    ? xlsxFacts(path, reading)
    : wholeFacts(path, sizeOf(path), zipped, reading);
}

/** As `readText`, of one sheet. */
export function readSheet(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): string | undefined {
  const zipped = isZip(path);
  const isAtEnd =
    zipped && isXlsx(path) ? readXlsx(path, facts, take) : readWhole(path, facts, zipped, take);
  if (!isAtEnd) return undefined;
  const hash = createHash('sha256');
  eachPiece(path, (piece) => {
    hash.update(piece);
    return true;
  });
  return hash.digest('hex');
}
