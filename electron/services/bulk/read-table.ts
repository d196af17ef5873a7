/** The reading half of the import of a table, with a connection of its own beside the one that writes. */
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import { openReader } from '../../db/open-reader.ts';
import type { Piece } from '../../db/queries/bulk-writer.ts';
import type { TableFacts } from '../../files/tabular/table-file.ts';
import { bulkIds } from './bulk-ids.ts';
import type { NewIncidentsOptions } from './new-incidents.ts';
import { type ImportControl, type ReadOutcome, readIncidents } from './read-incidents.ts';
import { tableFeed } from './table-feed.ts';

/** Plain data: it goes from one thread to another. */
export interface TableReading {
  /** The database as it stands before the import. */
  readonly file: string;
  readonly path: string;
  readonly facts: TableFacts;
  readonly mapping: TableMapping;
  readonly options: Omit<NewIncidentsOptions, 'newId'>;
}

export type TakePiece = (piece: Piece) => void;

/** Throws what `readIncidents` throws. */
export function readTableBeside(
  { file, path, facts, mapping, options }: TableReading,
  control: ImportControl,
  give: TakePiece,
): ReadOutcome {
  const reader = openReader(file);
  try {
    reader.renew();
    const feed = tableFeed(path, facts, mapping, reader.db);
    return readIncidents(reader.db, feed, { ...options, newId: bulkIds() }, control, give);
  } finally {
    reader.close();
  }
}
