/**
 * Cells of our CSV tables. A spreadsheet runs a text that begins with `= + - @` as a formula, so such
 * texts get a leading apostrophe, which reading takes off again. Numbers are never touched: the
 * longitude -1.63 stays -1.63. An apostrophe alone stands for an empty text where the field could
 * also be absent (an empty cell).
 */
import { AppError } from '../../shared/lib/app-error.ts';
import type { Column } from '../../shared/pack/fields.ts';

/** What starts a formula in Excel, LibreOffice or Google Sheets, with the full-width twins. */
const dangerous = '=+\\-@\\t\\r\\n＝＋－＠';
/** Texts that would be misread: those, and those that already look escaped. */
const needsMark = new RegExp(`^'*(?:[${dangerous}]|$)`, 'u');
const hasMark = new RegExp(`^'+(?:[${dangerous}]|$)`, 'u');

export function escapeText(text: string): string {
  return needsMark.test(text) ? `'${text}` : text;
}

export function unescapeText(cell: string): string {
  return hasMark.test(cell) ? cell.slice(1) : cell;
}

/** Writes one value of a record as a cell. */
export function toCell(column: Column, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (column.type === 'array') return JSON.stringify(value);
  if (column.type !== 'string') return String(value);
  const text = String(value);
  return text === '' && !column.isNullable ? '' : escapeText(text);
}

const number = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;

/** Reads a cell back. Throws `pack/invalid-content` naming the column; `where` says file and row. */
export function fromCell(column: Column, cell: string, where: () => string): unknown {
  if (cell === '' && column.isNullable) return null;
  switch (column.type) {
    case 'string':
      return unescapeText(cell);
    case 'integer':
    case 'number':
      if (!number.test(cell)) throw badCell(column, where, 'is not a number');
      return Number(cell);
    case 'boolean':
      if (cell !== 'true' && cell !== 'false')
        throw badCell(column, where, 'is neither true nor false');
      return cell === 'true';
    case 'array':
      return parseList(column, cell, where);
  }
}

function parseList(column: Column, cell: string, where: () => string): readonly unknown[] {
  let list: unknown;
  try {
    list = JSON.parse(cell);
  } catch {
    list = undefined;
  }
  // lists of records hold plain texts: nothing nested gets in
  if (!Array.isArray(list) || list.some((item) => typeof item !== 'string'))
    throw badCell(column, where, 'is not a list of texts');
  return list;
}

function badCell(column: Column, where: () => string, what: string): AppError {
  return new AppError(
    'pack/invalid-content',
    `The value of ${column.name} in ${where()} ${what}. The pack was not made by Cairn or was edited by hand.`,
    { reason: 'cell', field: column.name },
  );
}
