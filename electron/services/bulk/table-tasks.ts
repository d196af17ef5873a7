/** What the thread that reads tables does, one task at a time; tests and the engine share it. */
import type {
  TableImportResult,
  TablePreview,
  TableSample,
} from '../../../shared/contract/table-calls.ts';
import { AcledReader } from '../../../shared/import/read-acled.ts';
import type { RowIssue, TableMapping } from '../../../shared/import/table-fields.ts';
import type { SplitRow } from '../../files/tabular/split-rows.ts';
import { readRows, tableFacts } from '../../files/tabular/table-file.ts';
import type { CaseSession } from '../session.ts';
import { dryRunTable, importTable, type TableProgress } from './import-table.ts';
import { recogniseTable } from './recognise-table.ts';

/** Rows shown before an import. */
const shownRows = 50;

/** Throws `file/unreadable`. */
export function previewTable(path: string, mapping?: TableMapping): TablePreview {
  const { facts, layout, known, mapping: recognised } = recogniseTable(path);
  const used =
    mapping !== undefined && mapping.columns.length === facts.columns.length ? mapping : recognised;
  const reader = new AcledReader(facts.columns, used);
  const rows: TableSample[] = [];
  readRows(path, facts, (piece) => {
    for (const row of piece.slice(0, shownRows - rows.length)) {
      rows.push(sampleOf(reader, facts.columns, row));
    }
    return rows.length < shownRows;
  });
  const { fileName, bytes, encoding, separator, columns } = facts;
  return {
    ...{ fileName, bytes, encoding, separator, layout, columns: [...columns] },
    ...{ knownColumns: known.length, mapping: used, rows },
  };
}

function sampleOf(reader: AcledReader, columns: readonly string[], split: SplitRow): TableSample {
  const read = reader.read(split.cells, split.isCut);
  const told = ({ code, column }: RowIssue, isFailure: boolean) => ({
    ...{ line: split.line, code, isFailure },
    column: column === null ? null : (columns[column] ?? null),
    value: column === null ? null : (split.cells[column] ?? '').slice(0, 200),
  });
  if ('failure' in read) {
    return { line: split.line, incident: null, issues: [told(read.failure, true)] };
  }
  const { incident, actors, killed, sources, warnings } = read.row;
  return {
    line: split.line,
    incident: {
      ...{ title: incident.title, date: incident.date_edtf, place: incident.place_words },
      ...{ country: incident.country, killed: killed ?? null, sources: [...sources] },
      actors: actors.map(({ name }) => name),
    },
    issues: warnings.map((warning) => told(warning, false)),
  };
}

export interface TableWork {
  readonly what: 'check' | 'import';
  readonly path: string;
  readonly mapping: TableMapping;
  readonly progress: (progress: TableProgress & { readonly total: number }) => void;
  readonly isCancelled: () => boolean;
}

/** Throws what `importTable` throws. */
export function workOnTable(session: CaseSession, work: TableWork): TableImportResult {
  const facts = tableFacts(work.path);
  const { path, mapping, isCancelled } = work;
  const progress = (at: TableProgress) => work.progress({ ...at, total: facts.bytes });
  const task = { path, facts, mapping, progress, isCancelled };
  return work.what === 'check' ? dryRunTable(session, task) : importTable(session, task);
}
