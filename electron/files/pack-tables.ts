/** The tables of a pack from a stranger, row by row, each held against its schema. */
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import type { Column } from '../../shared/pack/column.ts';
import {
  columnsInFormat,
  columnsOf,
  type ItemList,
  type PackRecord,
  packRecordOf,
  packRowSchema,
  type ReadRecords,
} from '../../shared/pack/fields.ts';
import { type FileRow, fileRowColumns, fileRowSchema } from '../../shared/pack/file-rows.ts';
import {
  fileRowPath,
  fileRowTable,
  type PackTable,
  packLimits,
  tablePath,
} from '../../shared/pack/format.ts';
import { isTableResource, type Manifest } from '../../shared/pack/manifest.ts';
import { readTable } from './csv-table.ts';
import { StoredList } from './stored-list.ts';
import type { ZipReader } from './zip-reader.ts';

type Pulse = (records: number) => void;

/** Throws `pack/invalid-content` naming file and row, `pack/damaged`. */
export async function readRecords(
  zip: ZipReader,
  manifest: Manifest,
  pulse: Pulse,
): Promise<ReadRecords> {
  const records = new Map<PackTable, ItemList<PackRecord>>();
  const seen = new Set<string>();
  for (const resource of manifest.resources) {
    if (!isTableResource(resource)) continue;
    const { version } = manifest.cairn;
    const rows = await readTableRecords(zip, resource.name, version, seen, pulse);
    if (rows.length !== (manifest.cairn.records[resource.name] ?? 0))
      throw wrongCount(resource.path);
    records.set(resource.name, rows);
  }
  return records;
}

function wrongCount(path: string): AppError {
  return invalid('count', `The file ${path} does not hold as many records as the pack says.`);
}

async function readTableRecords(
  zip: ZipReader,
  table: PackTable,
  version: number,
  seen: Set<string>,
  pulse: Pulse,
): Promise<ItemList<PackRecord>> {
  const path = tablePath(table);
  const schema = packRowSchema(table, version);
  const records = new StoredList<PackRecord>(columnsOf(table).map(({ name }) => name));
  for await (const row of rowsOf(zip, path, columnsInFormat(table, version), schema)) {
    const record = packRecordOf(row);
    if (seen.has(record.id))
      throw invalid('id-twice', `Two records of the pack have one id (${record.id}, in ${path}).`);
    seen.add(record.id);
    records.add(record);
    if (records.length % 500 === 0) pulse(seen.size);
  }
  return records;
}

/** Rows of files about the incidents of the pack, one each at most. Throws as `readRecords` does. */
export async function readFileRows(
  zip: ZipReader,
  manifest: Manifest,
  records: ReadRecords,
  pulse: Pulse,
): Promise<ItemList<FileRow>> {
  if (!manifest.resources.some(({ name }) => name === fileRowTable)) return [];
  const incidents = new Set<string>();
  for (const { id } of records.get('incident') ?? []) incidents.add(id);
  const rows = new StoredList<FileRow>();
  for await (const row of rowsOf(zip, fileRowPath, fileRowColumns, fileRowSchema)) {
    // each is taken once
    if (!incidents.delete(row.incident_id))
      throw invalid(
        'file-row',
        `Row ${rows.length + 2} of ${fileRowPath} is about an incident that is not in the pack, or that has a row already.`,
        { path: fileRowPath, row: rows.length + 2 },
      );
    rows.add(row);
    if (rows.length % 500 === 0) pulse(rows.length);
  }
  if (rows.length !== (manifest.cairn.fileRows ?? 0)) throw wrongCount(fileRowPath);
  return rows;
}

async function* rowsOf<S extends z.ZodType>(
  zip: ZipReader,
  path: string,
  columns: readonly Column[],
  schema: S,
): AsyncGenerator<z.output<S>> {
  const options = { path, columns, maxCellLength: packLimits.cellLength };
  const stream = Readable.from(zip.open(path), { objectMode: false });
  let line = 1;
  for await (const row of readTable(stream, options)) {
    line += 1;
    const parsed = schema.safeParse(row);
    if (!parsed.success)
      throw invalid(
        'record',
        `Row ${line} of ${path} is not a valid record: ${issueText(parsed.error)}.`,
        { path, row: line },
      );
    yield parsed.data;
  }
}

export function invalid(
  reason: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): AppError {
  return new AppError('pack/invalid-content', message, { reason, ...details });
}

/** The first thing that is wrong, with its place. */
export function issueText(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'unknown reason';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
