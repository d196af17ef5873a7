/** The rows of a GeoJSON, KML, STIX or MISP file as the pipeline takes them (decision 0104). */
import { dataSets, ofFile } from '../../../shared/import/data-sets.ts';
import type { ReadResult } from '../../../shared/import/imported.ts';
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import type { Reader } from '../../db/sqlite.ts';
import { keyed, keyedTies, notHome } from '../bulk/keys-of-files.ts';
import { digestOf } from '../bulk/row-digest.ts';
import type { FoundRow, StructuredFile } from './structured-file.ts';

/** Rows given at a time. */
const pieceRows = 1000;

/** `db`: the case that it goes into; without one nothing is known of what is there. */
export function structuredFeed(
  { file, format, columns, count, rows, beside }: StructuredFile,
  mapping: TableMapping,
  db?: Reader,
): RowFeed {
  const { fileName, bytes, sha256 } = file;
  const { preset } = mapping;
  const set = preset === 'table' || preset === 'cairn' ? undefined : dataSets[preset];
  // of features the object is named behind the columns: a failure of the whole of it points there
  const hasColumns = format === 'geojson' || format === 'kml';
  const named = hasColumns ? [...columns, 'object'] : columns;
  const fedOf = ({ line, name, read, cells }: FoundRow): FedRow => {
    const own = set === undefined ? keyed(read, fileName) : read;
    const at = db === undefined || set !== undefined ? own : notHome(db, own);
    const told = 'failure' in at && at.failure.column === null ? pointTo(at, named.length - 1) : at;
    const all = hasColumns ? [...cells, name] : cells;
    return { line, read: told, cells: all, digest: digestOf([JSON.stringify(read)]) };
  };
  return {
    ...{ fileName, bytes, columns: named, dataSet: set ?? ofFile(format, fileName) },
    ...(beside === undefined
      ? {}
      : { beside: { ...beside, incidentTies: keyedTies(beside.incidentTies, fileName) } }),
    each: (take) => {
      const read = rows(mapping);
      for (let from = 0; from < count; from += pieceRows) {
        const to = Math.min(count, from + pieceRows);
        if (!take(read(from, to).map(fedOf), Math.round((bytes * to) / count))) return undefined;
      }
      return sha256;
    },
  };
}

function pointTo({ failure }: Extract<ReadResult, { failure: unknown }>, column: number) {
  return { failure: { ...failure, column } };
}
