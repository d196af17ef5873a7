/** The rows of a table as the pipeline takes them. */
import { type DataSet, dataSets, ofFile } from '../../../shared/import/data-sets.ts';
import { readerOf } from '../../../shared/import/reader-of.ts';
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import { fold } from '../../../shared/lib/fold.ts';
import type { Reader } from '../../db/sqlite.ts';
import { readRows } from '../../files/tabular/open-table.ts';
import type { TableFacts } from '../../files/tabular/table-file.ts';
import { keyed, notHome } from './keys-of-files.ts';
import { digestOf } from './row-digest.ts';

/** What a list of one's own is called when nobody said: its file without the ending. */
export function listNameOf(fileName: string): string {
  return fileName.replace(/\.[a-z0-9]{1,8}$/i, '').slice(0, 100) || fileName.slice(0, 100);
}

/** A list is known by its name: the same name again is the same list, whatever the file is called. */
function ownList(name: string): DataSet {
  const code = fold(name).replace(/[^\p{L}\p{N}]+/gu, '-');
  return {
    ...{ code: `table/${code}`, format: 'table', title: name, publisher: null, url: null },
    ...{ attribution: null, terms: '' },
  };
}

function dataSetOf({ preset, listName }: TableMapping, fileName: string): DataSet {
  if (preset === 'table') return ownList(listName ?? listNameOf(fileName));
  return preset === 'cairn' ? ofFile('table', fileName) : dataSets[preset];
}

/** `db`: the case that it goes into, to know what a table of Cairn's has that stands there already. */
export function tableFeed(
  path: string,
  facts: TableFacts,
  mapping: TableMapping,
  db?: Reader,
): RowFeed {
  const { fileName, bytes, columns } = facts;
  const reader = readerOf(columns, mapping);
  const dataSet = dataSetOf(mapping, fileName);
  const read = (cells: readonly string[], isCut: boolean) => {
    const found = reader.read(cells, isCut);
    if (mapping.preset !== 'cairn') return found;
    return db === undefined ? keyed(found, fileName) : notHome(db, keyed(found, fileName));
  };
  return {
    ...{ fileName, bytes, columns, dataSet },
    each: (take) =>
      readRows(path, facts, (rows, done) =>
        take(
          rows.map(
            ({ cells, line, isCut }): FedRow => ({
              ...{ line, cells, read: read(cells, isCut), digest: digestOf(cells) },
            }),
          ),
          done,
        ),
      ),
  };
}
