/**
 * Cells of the CSV tables of packs. Texts that a spreadsheet would run as formulas are marked
 * (`shared/lib/marked-cell.ts`). Numbers are never touched: the longitude -1.63 stays -1.63.
 */
import { AppError } from '../../shared/lib/app-error.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { escapeText, unescapeText } from '../../shared/lib/marked-cell.ts';
import type { Column } from '../../shared/pack/column.ts';

/** Writes one value of a record as a cell. */
export function toCell(column: Column, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (column.type === 'array') return JSON.stringify(value);
  if (column.type === 'object') return canonicalJson(value);
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
    case 'object':
      return parseObject(column, cell, where);
  }
}

function parsed(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return undefined;
  }
}

function parseObject(column: Column, cell: string, where: () => string): object {
  const value = parsed(cell);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badCell(column, where, 'is not a JSON object');
  return value;
}

function parseList(column: Column, cell: string, where: () => string): readonly unknown[] {
  const list = parsed(cell);
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
