/** Where the table of a sheet begins, and how wide it is; which sheet of a workbook holds one. */
import { recogniseLayout } from '../../../shared/import/recognise-layout.ts';
import { longestRow, type SplitRow } from '../tabular/split-rows.ts';

/** Rows looked at to find the sheet and the row of names. */
export const headRows = 30;

const filled = ({ cells }: SplitRow) => cells.filter((cell) => cell.trim() !== '').length;
const letters = ({ cells }: SplitRow) => cells.reduce((sum, cell) => sum + cell.length, 0);

/** Takes the rows of a sheet that hold anything, in order; gives them from the one on that names the columns, all as wide as it. */
export class TableStart {
  #head: SplitRow[] | undefined = [];
  #letters = 0;
  #width = 0;

  /** Columns of the table; 0 while it is not found. */
  get width(): number {
    return this.#width;
  }

  push(rows: readonly SplitRow[]): SplitRow[] {
    const head = this.#head;
    if (head === undefined) return rows.map((row) => this.#widened(row));
    for (const [at, row] of rows.entries()) {
      if (head.length === headRows || this.#letters > longestRow)
        return [...this.end(), ...this.push(rows.slice(at))];
      head.push(row);
      this.#letters += letters(row);
    }
    return [];
  }

  /** What is held back while the beginning is looked at. */
  end(): SplitRow[] {
    const head = this.#head ?? [];
    this.#head = undefined;
    // titles above a table have few cells beside the row of names
    const widest = Math.max(0, ...head.map(filled));
    const start = head.findIndex((row) => filled(row) >= widest * 0.6);
    const table = head.slice(Math.max(0, start));
    this.#width = Math.max(0, ...table.map(({ cells }) => cells.length));
    return table.map((row) => this.#widened(row));
  }

  #widened(row: SplitRow): SplitRow {
    const missing = this.#width - row.cells.length;
    return missing <= 0
      ? row
      : { ...row, cells: [...row.cells, ...Array<string>(missing).fill('')] };
  }
}

export interface FoundSheet {
  readonly name: string;
  readonly names: readonly string[];
}

/**
 * The sheet that the analyst named, else one in a layout that is known, also a table of ours, else the one with most
 * cells in its first rows: never a licence page. Answers it with the row that names its columns. `headOf`: the first rows of its table.
 */
export function sheetOf(
  sheets: readonly string[],
  wanted: string | undefined,
  headOf: (sheet: string) => readonly SplitRow[],
): FoundSheet | undefined {
  const named = sheets.filter((name) => name === wanted).slice(0, 1);
  let best: (FoundSheet & { readonly cells: number }) | undefined;
  for (const name of named.length > 0 ? named : sheets) {
    const rows = headOf(name);
    const [first] = rows;
    if (first === undefined) continue;
    const names = first.cells;
    if (recogniseLayout(names).preset !== 'table') return { name, names };
    const cells = rows.length * names.length * (names.length > 1 ? 1 : 0.01);
    if (best === undefined || cells > best.cells) best = { name, names, cells };
  }
  return best;
}
