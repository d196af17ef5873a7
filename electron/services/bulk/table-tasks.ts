/** What the thread that reads tables does, one task at a time; tests and the engine share it. */
import type {
  TableImportResult,
  TablePreview,
  TableSample,
} from '../../../shared/contract/table-calls.ts';
import { summariseTolls } from '../../../shared/domain/toll.ts';
import type { ReadRow } from '../../../shared/import/imported.ts';
import type { FedRow, RowFeed } from '../../../shared/import/row-feed.ts';
import type { TableMapping, TableReading } from '../../../shared/import/table-fields.ts';
import type { TableFacts } from '../../files/tabular/table-file.ts';
import type { CaseSession } from '../session.ts';
import { dryRunRows, importRows } from './import-rows.ts';
import { withIncidentFile } from './incident-file.ts';
import type { ImportControl, ImportProgress } from './read-incidents.ts';
import { toldIssue } from './row-judge.ts';
import { listNameOf } from './table-feed.ts';

/** Rows shown before an import. */
const shownRows = 50;

export interface TableQuestion {
  readonly path: string;
  readonly reading?: TableReading | undefined;
  readonly mapping?: TableMapping | undefined;
}

/** What a table is and how its first rows would come in. Throws `file/unreadable`. */
export function previewTable({
  path,
  reading = {},
  mapping,
}: TableQuestion): Promise<TablePreview> {
  return withIncidentFile(path, reading, (file) => {
    const { format, facts, preset, known, signs, mapping: recognised } = file;
    const isFitting = mapping?.columns.length === facts.columns.length;
    const used = mapping !== undefined && isFitting ? mapping : recognised;
    const { fileName, bytes, encoding, separator, sheets, sheet, hasHeader, columns } = facts;
    return {
      ...{ format, contents: file.contents(used) },
      ...{ fileName, bytes, encoding, separator, sheets: [...sheets], sheet, hasHeader },
      ...{ preset, columns: [...columns], knownColumns: known.length, signs: [...signs] },
      ...{ mapping: used, listName: used.listName ?? listNameOf(fileName) },
      rows: samplesOf(file.feed(used)),
    };
  });
}

/** The first rows of a feed as they would come in. */
export function samplesOf(feed: RowFeed): TableSample[] {
  const rows: TableSample[] = [];
  feed.each((piece) => {
    for (const row of piece.slice(0, shownRows - rows.length)) {
      rows.push(sampleOf(feed.columns, row));
    }
    return rows.length < shownRows;
  });
  return rows;
}

function sampleOf(columns: readonly string[], fed: FedRow): TableSample {
  const { line, read } = fed;
  if ('failure' in read) {
    return { line, incident: null, issues: [toldIssue(columns, fed, read.failure, true)] };
  }
  const { row } = read;
  const { incident, actors, claims, sources, warnings } = row;
  const named = [...claims.flatMap(({ source }) => source ?? []), ...sources];
  return {
    line,
    incident: {
      ...{ title: incident.title, date: incident.date_edtf, place: incident.place_words },
      ...{ country: incident.country, killed: killedOf(row) },
      sources: [...new Set(named.map(({ title }) => title))],
      actors: actors.map(({ actor, role, attribution }) => ({
        ...{ name: actor.name, role, attribution },
      })),
    },
    issues: warnings.map((warning) => toldIssue(columns, fed, warning, false)),
  };
}

/** People killed by all claims of a row together; null for no figure. */
function killedOf({ claims }: ReadRow): { low: number; high: number | null } | null {
  const facts = { credibility: 6, reliability: null, supersededById: null, deniedById: null };
  const summaries = summariseTolls(
    claims.map(({ tolls }, at) => ({ ...facts, id: String(at), originKey: null, tolls })),
  );
  const killed = summaries.find(({ outcome }) => outcome === 'killed');
  return killed === undefined || killed.low === null
    ? null
    : { low: killed.low, high: killed.high };
}

export interface TableWork {
  readonly what: 'check' | 'import';
  readonly path: string;
  readonly reading?: TableReading | undefined;
  readonly mapping: TableMapping;
  readonly progress: (progress: ImportProgress & { readonly total: number }) => void;
  readonly isCancelled: () => boolean;
  /** As `ImportControl.readElsewhere`, for a file of which this is known. */
  readonly readElsewhere?: (
    at: { readonly facts: TableFacts; readonly path: string },
    ...rest: Parameters<ReadElsewhere>
  ) => ReturnType<ReadElsewhere>;
}

type ReadElsewhere = NonNullable<ImportControl['readElsewhere']>;

/** Throws what `importRows` throws. */
export function workOnTable(session: CaseSession, work: TableWork): Promise<TableImportResult> {
  const { reading = {}, mapping, isCancelled, readElsewhere } = work;
  return withIncidentFile(work.path, reading, ({ format, facts, path, feed }) => {
    const control: ImportControl = {
      progress: (at) => work.progress({ ...at, total: facts.bytes }),
      isCancelled,
      ...(readElsewhere !== undefined &&
        format === 'table' && {
          readElsewhere: (...rest: Parameters<ReadElsewhere>) =>
            readElsewhere({ facts, path }, ...rest),
        }),
    };
    const rows = feed(mapping, session.db);
    return work.what === 'check'
      ? dryRunRows(session, rows, control)
      : importRows(session, rows, control);
  });
}
