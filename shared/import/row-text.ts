/** The cells of one row by what they mean, cut to what a field holds, with what there is to say of them. Pure. */
import { wellFormed } from '../lib/well-formed.ts';
import type { ReadToll } from './imported.ts';
import type { RowIssue, RowIssueCode } from './table-fields.ts';

export type Places<F extends string> = { readonly [K in F]?: number | undefined };

export class RowText<F extends string> {
  readonly warnings: RowIssue[] = [];
  readonly #cells: readonly string[];
  readonly #at: Places<F>;

  /** `at`: positions of the columns from 0; a field without one is empty. */
  constructor(cells: readonly string[], at: Places<F>) {
    this.#cells = cells;
    this.#at = at;
  }

  has(field: F): boolean {
    return this.#at[field] !== undefined;
  }

  text(field: F): string {
    const at = this.#at[field];
    return at === undefined ? '' : wellFormed((this.#cells[at] ?? '').trim());
  }

  /** At most `most` letters. */
  short(field: F, most = 500): string {
    const whole = this.text(field);
    if (whole.length <= most) return whole;
    this.warn('text-cut', field);
    return wellFormed(whole.slice(0, most));
  }

  warn(code: RowIssueCode, field: F): void {
    this.warnings.push({ code, column: this.#at[field] ?? null });
  }

  failure(code: RowIssueCode, field: F): { readonly failure: RowIssue } {
    return { failure: { code, column: this.#at[field] ?? null } };
  }

  /** People; null for an empty cell, a negative code of "unknown", and what is no number, with a remark. */
  people(field: F): number | null {
    const words = this.text(field);
    if (words === '' || /^-9{1,2}(\.0+)?$/.test(words)) return null;
    const number = /^\d{1,9}(\.0+)?$/.test(words) ? Number(words) : Number.NaN;
    if (number <= 100_000_000) return number;
    this.warn('fatalities-unreadable', field);
    return null;
  }

  /** Degrees, both or neither. */
  point(lat: F, lon: F): { readonly latitude: number | null; readonly longitude: number | null } {
    const words = [this.text(lat), this.text(lon)];
    const none = { latitude: null, longitude: null };
    if (words[0] === '' && words[1] === '') return none;
    const isDecimal = (text: string) => /^[-+]?\d+(\.\d*)?([eE][-+]?\d+)?$/.test(text);
    const [a = Number.NaN, b = Number.NaN] = words.map((text) =>
      isDecimal(text) ? Number(text) : Number.NaN,
    );
    if (Math.abs(a) <= 90 && Math.abs(b) <= 180) return { latitude: a + 0, longitude: b + 0 };
    this.warn('coordinates-unreadable', lat);
    return none;
  }
}

export const noFigureGiven = { low: null, high: null, qualifier: 'none-given' } as const;

/** A figure that is stated as it is. */
export function exactly(people: number): Pick<ReadToll, 'low' | 'high' | 'qualifier'> {
  return { low: people, high: people, qualifier: 'exact' };
}

/** Cells of columns that have no field, by the column's name. */
export function keptCells(
  cells: readonly string[],
  columns: readonly (readonly [name: string, at: number])[],
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, at] of columns) {
    const cell = cells[at] ?? '';
    if (cell !== '') kept[name] = wellFormed(cell);
  }
  return kept;
}

/** Names and positions of the columns to keep beside the incident. */
export function columnsKept(names: readonly string[], isKept: (at: number) => boolean) {
  return names.flatMap((name, at) =>
    isKept(at) ? [[name.trim() || `column ${at + 1}`, at] as const] : [],
  );
}
