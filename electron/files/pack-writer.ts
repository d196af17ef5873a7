/** Puts records and attachments into a pack. The same input gives the same bytes. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  columnsOf,
  countsOf,
  describeColumns,
  fieldDescriptors,
  type PackRecord,
  type PackRecords,
} from '../../shared/pack/fields.ts';
import { type FileRow, fileRowColumns } from '../../shared/pack/file-rows.ts';
import {
  attachmentPath,
  checksumsPath,
  fileRowPath,
  fileRowTable,
  manifestPath,
  type PackTable,
  packFormat,
  packLimits,
  packTables,
  packVersion,
  readmePath,
  signaturePath,
  tablePath,
  versionWithoutRows,
} from '../../shared/pack/format.ts';
import { dataPackageProfile, type Manifest } from '../../shared/pack/manifest.ts';
import { attachmentResourceName, packReadme } from '../../shared/pack/readme.ts';
import { pointersOf } from '../../shared/pack/references.ts';
import { type WrittenFile, writeAtomically } from './atomic-write.ts';
import { writeTable } from './csv-table.ts';
import { writeSealed } from './trust/age-file.ts';
import { writeSignature } from './trust/pack-signature.ts';
import type { SigningKey } from './trust/signing-key.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

export interface PackAttachment {
  /** Hex, of the content. */
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
  readonly read: () => Iterable<Uint8Array>;
}

export interface PackContent {
  readonly title: string;
  readonly case: Manifest['cairn']['case'];
  readonly tlp: Manifest['cairn']['tlp'];
  readonly tlpMax: Manifest['cairn']['tlpMax'];
  readonly selection: Manifest['cairn']['selection'];
  readonly author: Manifest['cairn']['author'];
  readonly records: PackRecords;
  /** About incidents that are among the records. */
  readonly fileRows: readonly FileRow[];
  readonly attachments: readonly PackAttachment[];
  /** Records left out because of their label, by table. */
  readonly leftOut: Readonly<Record<string, number>>;
  /** Records in whose text a name was blacked out. */
  readonly blackedOut: number;
}

export interface PackSeal {
  /** Of the author; without one the pack is not signed. */
  readonly key?: SigningKey | undefined;
  /** Seals the file with age; without one anybody can read it. */
  readonly passphrase?: string | undefined;
}

/** Writes a pack to `path`. Throws `pack/too-large`, `disk/full`, `disk/unavailable`. */
export async function writePack(
  path: string,
  content: PackContent,
  { key, passphrase }: PackSeal = {},
): Promise<WrittenFile> {
  const tables = [...tableEntries(content.records), ...fileRowEntry(content.fileRows)];
  const files = content.attachments.map((attachment) => ({
    path: attachmentPath(attachment.sha256),
    size: attachment.size,
    open: () => Readable.from(piecesOf(attachment), { objectMode: false }),
  }));
  const manifest = manifestOf(content, tables);
  const manifestBytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const readme = Buffer.from(packReadme(manifest));
  const hashed = [
    { path: manifestPath, sha256: sha256(manifestBytes) },
    { path: readmePath, sha256: sha256(readme) },
    ...tables.map((table) => ({ path: table.path, sha256: sha256(table.bytes) })),
    ...content.attachments.map((each) => ({
      path: attachmentPath(each.sha256),
      sha256: each.sha256,
    })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const checksums = Buffer.from(hashed.map((item) => `${item.sha256}  ${item.path}\n`).join(''));
  const entries: readonly ZipEntry[] = [
    { path: manifestPath, bytes: manifestBytes },
    { path: readmePath, bytes: readme },
    { path: checksumsPath, bytes: checksums },
    ...(key === undefined ? [] : [{ path: signaturePath, bytes: writeSignature(key, checksums) }]),
    ...tables,
    ...files,
  ];
  checkLimits(entries, passphrase !== undefined);
  return writeAtomically(path, (temporary) =>
    passphrase === undefined
      ? writeZip(createWriteStream(temporary), entries)
      : writeSealed(temporary, passphrase, (out) => writeZip(out, entries)),
  );
}

/** Asynchronous, so that a failing read ends the stream: thrown at once it would end the process. */
async function* piecesOf(attachment: PackAttachment): AsyncGenerator<Uint8Array> {
  yield* attachment.read();
}

interface TableEntry {
  readonly table: PackTable | typeof fileRowTable;
  readonly path: string;
  readonly bytes: Buffer;
}

function fileRowEntry(rows: readonly FileRow[]): readonly TableEntry[] {
  if (rows.length === 0) return [];
  const inOrder = rows.toSorted((a, b) => (a.incident_id < b.incident_id ? -1 : 1));
  const bytes = writeTable(fileRowColumns, inOrder);
  return [{ table: fileRowTable, path: fileRowPath, bytes }];
}

/** Keys, columns and references of a table, as Table Schema says them. */
function schemaOf(table: TableEntry['table'], hasTable: ReadonlySet<string>) {
  if (table !== fileRowTable)
    return {
      fields: fieldDescriptors(table),
      primaryKey: ['id'],
      ...foreignKeys(table, hasTable),
    };
  return {
    fields: describeColumns(fileRowColumns, 'incident_id'),
    primaryKey: ['incident_id'],
    foreignKeys: [{ fields: ['incident_id'], reference: { resource: 'incident', fields: ['id'] } }],
  };
}

/** One file per table with records; the incidents always, because a data package has to hold something. */
function tableEntries(records: PackRecords): readonly TableEntry[] {
  return packTables
    .filter((table) => table === 'incident' || (records.get(table)?.length ?? 0) > 0)
    .map((table) => ({
      table,
      path: tablePath(table),
      bytes: writeTable(columnsOf(table), sortById(records.get(table) ?? [])),
    }));
}

function sortById(records: readonly PackRecord[]): readonly PackRecord[] {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function manifestOf(content: PackContent, tables: readonly TableEntry[]): Manifest {
  const hasTable = new Set<string>(tables.map(({ table }) => table));
  const resources = [
    ...tables.map(({ table, path, bytes }) => ({
      name: table,
      path,
      type: 'table' as const,
      format: 'csv' as const,
      mediatype: 'text/csv',
      encoding: 'utf-8' as const,
      bytes: bytes.length,
      hash: `sha256:${sha256(bytes)}`,
      dialect: { lineTerminator: '\r\n' },
      schema: schemaOf(table, hasTable),
    })),
    ...content.attachments.map((each) => ({
      name: attachmentResourceName(each.sha256),
      path: attachmentPath(each.sha256),
      mediatype: each.mediaType,
      bytes: each.size,
      hash: `sha256:${each.sha256}`,
    })),
  ];
  const asOf = newestStamp(content.records);
  return {
    $schema: dataPackageProfile,
    name: packName(content.title),
    id: `cairn:${sha256(Buffer.from(resources.map((resource) => resource.hash).join('\n')))}`,
    title: content.title,
    description: `Records of the case "${content.case.title}". TLP:${content.tlp}.`,
    created: rfc3339(asOf),
    contributors: [{ title: content.author.name, roles: ['creator'] }],
    keywords: ['conflict', 'incidents', `TLP:${content.tlp}`],
    resources,
    cairn: {
      format: packFormat,
      version: content.fileRows.length > 0 ? packVersion : versionWithoutRows,
      case: content.case,
      tlp: content.tlp,
      tlpMax: content.tlpMax,
      selection: content.selection,
      asOf,
      author: content.author,
      records: countsOf(content.records),
      ...(content.fileRows.length > 0 && { fileRows: content.fileRows.length }),
      leftOut: { ...content.leftOut },
      blackedOut: content.blackedOut,
    },
  };
}

/** Foreign keys that Table Schema can express: one field to one table that is inside. */
function foreignKeys(table: PackTable, hasTable: ReadonlySet<string>) {
  const sample = { kind: 'actor-incident', target_table: '' };
  const fields = new Map<string, string>();
  const plain = Object.fromEntries(columnsOf(table).map(({ name }) => [name, 'x']));
  for (const { reference, table: to } of pointersOf(table, { ...plain, ...sample }))
    if (typeof reference.to === 'string' && reference.to !== 'link-end' && hasTable.has(to))
      if (reference.isList !== true) fields.set(reference.field, to);
  if (fields.size === 0) return {};
  return {
    foreignKeys: [...fields].map(([field, to]) => ({
      fields: [field],
      reference: { resource: to === table ? '' : to, fields: ['id'] },
    })),
  };
}

const noStamp = '1970-01-01T00:00:00.000Z';

function newestStamp(records: PackRecords): string {
  let newest = noStamp;
  for (const table of records.values())
    for (const { updated_at } of table) if (updated_at > newest) newest = updated_at;
  return newest;
}

function rfc3339(stamp: string): string {
  const date = new Date(stamp);
  return Number.isNaN(date.getTime()) ? noStamp : date.toISOString();
}

/** Lower-case letters, digits and hyphens, as Data Package asks of a name. */
function packName(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return name.slice(0, 80) || 'cairn-pack';
}

function checkLimits(entries: readonly ZipEntry[], isSealed: boolean): void {
  const sizeOf = (entry: ZipEntry): number => ('bytes' in entry ? entry.bytes.length : entry.size);
  const total = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  // sealed or not, files are not larger than what they are made of
  if (isSealed && total > packLimits.sealedBytes)
    throw new AppError(
      'pack/too-large',
      'A pack with a passphrase may hold 128 MB, because it is opened into memory. Choose fewer incidents, or send large attachments apart.',
      { reason: 'export-sealed', bytes: total },
    );
  const tooLong = entries.find(
    (entry) => 'bytes' in entry && sizeOf(entry) > packLimits.entryBytes,
  );
  if (
    total <= packLimits.totalBytes &&
    tooLong === undefined &&
    entries.length <= packLimits.entries
  )
    return;
  throw new AppError(
    'pack/too-large',
    'The pack would be larger than 500 MB or hold more than 10 000 files, which no Cairn reads back. Choose fewer incidents or send large attachments apart.',
    { reason: 'export', bytes: total, files: entries.length },
  );
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
