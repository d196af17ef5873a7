/** A table of text through the pipeline of rows. */
import type { TableImportResult } from '../../../shared/contract/table-calls.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import type { TableFacts } from '../../files/tabular/table-file.ts';
import type { CaseSession } from '../session.ts';
import { dryRunRows, importRows } from './import-rows.ts';
import type { ImportControl } from './read-incidents.ts';
import { tableFeed } from './table-feed.ts';

export interface TableImport extends ImportControl {
  readonly path: string;
  readonly facts: TableFacts;
  readonly mapping: TableMapping;
}

const feedOf = ({ path, facts, mapping }: TableImport) => tableFeed(path, facts, mapping);

/** Throws what `dryRunRows` throws. */
export function dryRunTable(session: CaseSession, what: TableImport): TableImportResult {
  return dryRunRows(session, feedOf(what), what);
}

/** Throws what `importRows` throws. */
export function importTable(session: CaseSession, what: TableImport): TableImportResult {
  return importRows(session, feedOf(what), what);
}
