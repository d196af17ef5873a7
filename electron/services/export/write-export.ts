/** Writes a selection of incidents in one of the formats. */
import { writeFile } from 'node:fs/promises';
import type { CallResult } from '../../../shared/contract/contract.ts';
import type { Selection } from '../../../shared/contract/exchange-calls.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import { formatFilter } from '../../../shared/domain/filter-text.ts';
import { compareTlp, tlpText } from '../../../shared/domain/tlp.ts';
import type { TlpLabel } from '../../../shared/domain/vocabulary.ts';
import { type ExportFormat, mostInWorkbook } from '../../../shared/export/formats.ts';
import { geojsonWriter } from '../../../shared/export/geojson.ts';
import { kmlWriter } from '../../../shared/export/kml.ts';
import { mispWriter } from '../../../shared/export/misp.ts';
import type { ExportFacts } from '../../../shared/export/model.ts';
import { stixWriter } from '../../../shared/export/stix/writer.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { lastAction } from '../../db/queries/actions.ts';
import { highestLabel } from '../../db/queries/export-rows.ts';
import type { Reader } from '../../db/sqlite.ts';
import { writeAtomically } from '../../files/atomic-write.ts';
import { csvWriter } from '../../files/export/csv.ts';
import { parquetFile } from '../../files/export/parquet.ts';
import { type FileInTheMaking, textFile } from '../../files/export/text-file.ts';
import { workbookFile } from '../../files/export/workbook.ts';
import { caseInfo } from '../case-state.ts';
import type { CaseSession } from '../session.ts';
import { noHooks, stopIfCancelled, type WorkHooks } from '../work-hooks.ts';
import { ExportSource } from './export-source.ts';
import { networkFile } from './network-file.ts';

export interface ExportRequest {
  readonly format: ExportFormat;
  readonly selection: Selection;
  readonly tlpMax: TlpLabel;
  /** CSV only. */
  readonly withMark: boolean;
}
export type ExportWritten = CallResult<'export/write'>;

function factsOf(db: Reader, source: ExportSource, request: ExportRequest, author: string) {
  const { selection, tlpMax } = request;
  const info = caseInfo(db);
  const text =
    selection.what === 'filter' ? source.withoutNames(formatFilter(selection.filter)) : null;
  const facts: ExportFacts = {
    // the name of a case is as sensitive as the case
    title: compareTlp(info.tlp, tlpMax) <= 0 ? info.title : 'Cairn',
    filter: text,
    isPicked: selection.what === 'incidents',
    tlp: highestLabel(db, tlpMax),
    tlpMax,
    asOf: lastAction(db)?.at ?? info.updated_at,
    author,
    invented: info.invented,
    incidents: source.ids.length,
    dataSets: source.dataSets,
  };
  return facts;
}

function fileOf(path: string, request: ExportRequest, facts: ExportFacts): FileInTheMaking {
  switch (request.format) {
    case 'csv':
      return textFile(path, csvWriter(request.withMark), facts);
    case 'geojson':
      return textFile(path, geojsonWriter(), facts);
    case 'kml':
      return textFile(path, kmlWriter(), facts);
    case 'stix':
      return textFile(path, stixWriter(), facts);
    case 'misp':
      return textFile(path, mispWriter(), facts);
    case 'xlsx':
      return workbookFile(path, facts);
    case 'geoparquet':
      return parquetFile(path, facts);
    case 'graphml':
    case 'gexf':
      throw new Error('networks are written whole');
  }
}

/**
 * Writes the file; an older one there is replaced once the new one is whole. Throws `disk/*`,
 * `filter/invalid`, `file/too-large`, `call/cancelled`.
 */
export async function writeExport(
  { db, author }: CaseSession,
  path: string,
  request: ExportRequest,
  hooks: WorkHooks = noHooks,
): Promise<ExportWritten> {
  hooks.progress({ phase: 'reading', done: 0, total: null });
  const { format, selection, tlpMax } = request;
  if (format === 'graphml' || format === 'gexf') {
    const filter: Filter = selection.what === 'filter' ? selection.filter : {};
    if (selection.what === 'incidents') throw noNetworkOfPicked();
    const label = tlpText(highestLabel(db, tlpMax));
    const info = caseInfo(db);
    const title = compareTlp(info.tlp, tlpMax) <= 0 ? info.title : 'Cairn';
    const { text, records } = networkFile(db, { format, filter, tlpMax, title, label });
    const written = await writeAtomically(path, (temporary) => writeFile(temporary, text));
    return { ...written, records, leftOut: {}, blackedOut: 0 };
  }
  const source = new ExportSource(db, selection, tlpMax);
  const total = source.ids.length;
  if (format === 'xlsx' && total > mostInWorkbook) throw tooManyForWorkbook(total);
  const facts = factsOf(db, source, request, author.name);
  const written = await writeAtomically(path, async (temporary) => {
    const file = fileOf(temporary, request, facts);
    try {
      let done = 0;
      for (const page of source.pages()) {
        file.page(page);
        done += page.incidents.length;
        hooks.progress({ phase: 'writing', done, total });
        stopIfCancelled(hooks);
      }
      file.end(source.rest());
    } finally {
      file.close();
    }
  });
  return {
    ...written,
    records: source.counts,
    leftOut: source.leftOut,
    blackedOut: source.blackened.size,
  };
}

function tooManyForWorkbook(incidents: number): AppError {
  return new AppError(
    'file/too-large',
    `A workbook holds up to ${mostInWorkbook} incidents here, and these are ${incidents}. Narrow the filter, or export as CSV or GeoParquet.`,
    { reason: 'workbook', incidents, most: mostInWorkbook },
  );
}

function noNetworkOfPicked(): AppError {
  return new AppError(
    'input/invalid',
    'A network is made of a filter or of the whole case, not of incidents picked by hand.',
    { issues: [], reason: 'network-of-picked' },
  );
}
