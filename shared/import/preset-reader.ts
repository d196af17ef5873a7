/** What reading a row of a layout with fixed names begins with, whatever the row then says. Pure. */
import type { ReadResult } from './imported.ts';
import { fieldPlaces } from './known-layouts.ts';
import type { DataSetReader } from './row-feed.ts';
import { columnsKept, keptCells, RowText } from './row-text.ts';
import type { TableMapping } from './table-fields.ts';

export abstract class PresetReader<F extends string> implements DataSetReader {
  readonly #at: { readonly [K in F]?: number };
  readonly #kept: ReturnType<typeof columnsKept>;
  readonly #width: number;

  constructor(fields: readonly F[], names: readonly string[], mapping: TableMapping) {
    this.#at = fieldPlaces(fields, names, mapping);
    this.#kept = columnsKept(names, (at) => mapping.columns[at] === 'keep');
    this.#width = mapping.columns.length;
  }

  read(cells: readonly string[], isCut = false): ReadResult {
    if (isCut) return { failure: { code: 'cut-off', column: null } };
    if (cells.length !== this.#width) return { failure: { code: 'cell-count', column: null } };
    return this.readRow(new RowText(cells, this.#at), keptCells(cells, this.#kept));
  }

  /** `kept`: cells without a field here, by the names of their columns. */
  protected abstract readRow(row: RowText<F>, kept: ReturnType<typeof keptCells>): ReadResult;
}
