/** A table whatever file it is in: text or a workbook; and what files are that are neither. */
import type { TableReading } from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { readSheet, workbookFacts } from '../workbooks/workbook.ts';
import type { SplitRow } from './split-rows.ts';
import { headOf, noTable, readText, type TableFacts, textFacts } from './table-file.ts';

const oldOffice = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** How programs of a shell, JavaScript and PHP, of Python and R, and SQL begin. No row of names does. */
const programs: readonly RegExp[] = [
  /^(?:#!|var |let |const |function\b|import |export |\/\*|\/\/|<\?php)/,
  /^(?:from [\w.]+ import |(?:async )?def \w+\(|(?:library|require)\([\w"'])/,
  /^(?:--\s|insert into |begin;|(?:create|drop|alter) (?:table|database|schema|extension|index)\b)/i,
  /^select\s[^\n;]*\sfrom\s/i,
];

/** What a file is by its first bytes: a workbook, text, or something that is named. */
function kindOf(path: string, head: Buffer): 'workbook' | 'text' {
  const latin = head.subarray(0, 4096).toString('latin1');
  const begins = (words: string) => latin.startsWith(words);
  if (head.length < 4096 && latin.trim() === '') throw noTable(path, 'empty');
  if (begins('version https://git-lfs')) throw noTable(path, 'git-lfs');
  if (begins('PK')) return 'workbook';
  if (head.subarray(0, 8).equals(oldOffice)) return 'workbook';
  if (begins('%PDF-')) throw noTable(path, 'pdf');
  if (begins('SQLite format 3\0')) {
    // the application id of a GeoPackage stands at byte 68
    const isGeo = ['GPKG', 'GP10'].includes(latin.slice(68, 72));
    const isCase = latin.slice(68, 72) === 'CARN';
    throw noTable(path, isGeo ? 'geopackage' : isCase ? 'case-file' : 'sqlite');
  }
  if (begins('PAR1')) throw noTable(path, 'parquet');
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.subarray(0, 65_536).includes(0)) throw noTable(path, 'binary');
  const words = latin.replace(/^(?:\ufeff|\u00ef\u00bb\u00bf)/, '').trimStart();
  if (/^<!doctype html|^<html\b/i.test(words)) throw noTable(path, 'web-page');
  if (/^<\?xml|^<kml\b/i.test(words)) throw noTable(path, 'xml');
  if (/^(?:[[{]\s*["{[\]}\d]|\[\s*-)/.test(words)) throw noTable(path, 'json');
  if (programs.some((start) => start.test(words))) throw noTable(path, 'script');
  return 'text';
}

/** Whether a file is JSON or XML, and not the page of a website. */
export function isStructuredFile(path: string): boolean {
  try {
    kindOf(path, headOf(path));
    return false;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return ['json', 'xml'].includes(String(error.details?.['reason']));
  }
}

/** What a table is, before its rows are read. Throws `file/unreadable` with what the file is instead. */
export function tableFacts(path: string, reading: TableReading = {}): TableFacts {
  return kindOf(path, headOf(path)) === 'workbook'
    ? workbookFacts(path, reading)
    : textFacts(path, reading);
}

/**
 * Gives the rows, some hundred at a time, with the bytes read so far; `take` answers false to stop.
 * Answers the SHA-256 (hex) of the file when it was read to its end. Throws `file/unreadable`.
 */
export function readRows(
  path: string,
  facts: TableFacts,
  take: (rows: readonly SplitRow[], bytes: number) => boolean,
): string | undefined {
  return facts.sheet === null ? readText(path, facts, take) : readSheet(path, facts, take);
}
