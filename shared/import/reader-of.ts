/** The reader of cells that a mapping asks for. Pure. */
import { AcledReader } from './read-acled.ts';
import { GtdReader } from './read-gtd.ts';
import { OwnTableReader } from './read-own-table.ts';
import { TableReader } from './read-table.ts';
import { UcdpReader } from './read-ucdp.ts';
import type { DataSetReader } from './row-feed.ts';
import type { TableMapping } from './table-fields.ts';

export function readerOf(columns: readonly string[], mapping: TableMapping): DataSetReader {
  switch (mapping.preset) {
    case 'acled':
      return new AcledReader(columns, mapping);
    case 'ucdp':
      return new UcdpReader(columns, mapping);
    case 'gtd':
      return new GtdReader(columns, mapping);
    case 'cairn':
      return new OwnTableReader(columns, mapping);
    case 'table':
      return new TableReader(columns, mapping);
  }
}
