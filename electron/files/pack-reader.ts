/**
 * Reads a pack from a stranger: the zip is checked first (`openZip`), then every hash, then the
 * description, then every row. Only a pack that is whole and well-formed comes out at the end.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { z } from 'zod';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  columnsInFormat,
  type PackRecord,
  packRecordOf,
  packRowSchema,
} from '../../shared/pack/fields.ts';
import {
  checksumsPath,
  manifestPath,
  type PackTable,
  packFormat,
  packLimits,
  packVersion,
  signaturePath,
  tablePath,
} from '../../shared/pack/format.ts';
import {
  isTableResource,
  jsonDepth,
  type Manifest,
  manifestSchema,
  packHeadSchema,
} from '../../shared/pack/manifest.ts';
import { sha256OfFile } from './atomic-write.ts';
import { readTable } from './csv-table.ts';
import { openZip, type ZipReader } from './zip-reader.ts';

export interface OpenPack {
  readonly manifest: Manifest;
  /** Hex, of the whole file. */
  readonly sha256: string;
  readonly records: ReadonlyMap<PackTable, readonly PackRecord[]>;
  readonly zip: ZipReader;
}

/**
 * Opens a pack, checks all of it and reads its records into memory; attachments stay in the file. The
 * caller closes `zip`. Throws the `pack/*` codes and `file/unreadable`.
 */
export async function openPack(path: string): Promise<OpenPack> {
  const zip = await openZip(path);
  try {
    const manifest = await readManifest(zip);
    await checkHashes(zip, manifest);
    const records = await readRecords(zip, manifest);
    return { manifest, records, zip, sha256: await sha256OfFile(path) };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readManifest(zip: ZipReader): Promise<Manifest> {
  const entry = zip.entries.get(manifestPath);
  if (entry === undefined)
    throw new AppError(
      'pack/not-a-pack',
      'The file is a zip archive but not a Cairn pack: it has no datapackage.json.',
      { reason: 'no-manifest' },
    );
  if (entry.size > packLimits.manifestBytes)
    throw new AppError('pack/too-large', 'The description of the pack is larger than 8 MB.', {
      reason: 'manifest-size',
      size: entry.size,
    });
  const json = parseJson(await readText(zip, manifestPath));
  const head = packHeadSchema.safeParse(json);
  if (!head.success)
    throw new AppError(
      'pack/not-a-pack',
      'The file is a data package of another program, not a Cairn pack.',
      { reason: 'foreign-package', format: packFormat },
    );
  const { version } = head.data.cairn;
  if (version > packVersion)
    throw new AppError(
      'pack/newer-version',
      `The pack was made by a newer Cairn (format ${version}; this one reads up to ${packVersion}). Update Cairn, or ask for a pack in the older format.`,
      { reason: 'version', version, supported: packVersion },
    );
  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) return manifest.data;
  throw invalid(
    'manifest',
    `The description of the pack is not valid: ${issueText(manifest.error)}.`,
  );
}

async function readText(zip: ZipReader, path: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of zip.open(path)) chunks.push(chunk);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError(
      'pack/damaged',
      `The file ${path} in the pack is not valid UTF-8 text. Ask for the pack again.`,
      { reason: 'bad-utf8', path },
    );
  }
}

function parseJson(text: string): unknown {
  const depth = jsonDepth(text);
  if (depth > packLimits.jsonDepth)
    throw new AppError(
      'pack/bomb',
      'The description of the pack is nested deeper than any pack is, to bring the reader down. It was refused.',
      { reason: 'json-depth', depth },
    );
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(
      'pack/damaged',
      'The description of the pack (datapackage.json) is broken.',
      {
        reason: 'json',
      },
    );
  }
}

/** Every file is named by the description with its size and hash, and is in the checksums; no more, no less. */
async function checkHashes(zip: ZipReader, manifest: Manifest): Promise<void> {
  const sums = parseChecksums(await readSmall(zip, checksumsPath));
  const stated = new Map(manifest.resources.map((resource) => [resource.path, resource]));
  if (stated.size < manifest.resources.length)
    throw new AppError(
      'pack/duplicate-entry',
      'The description of the pack names one file twice.',
      {
        reason: 'resource-twice',
      },
    );
  for (const path of [...stated.keys(), ...sums.keys()])
    if (!zip.entries.has(path))
      throw new AppError('pack/damaged', `The pack lacks the file "${path}" that it describes.`, {
        reason: 'missing-entry',
        path,
      });
  for (const [path, entry] of zip.entries) {
    if (path === checksumsPath || path === signaturePath) continue;
    const resource = stated.get(path);
    if (resource === undefined && (path.startsWith('data/') || path.startsWith('attachments/')))
      throw new AppError(
        'pack/unexpected-entry',
        `The pack holds "${path}", which its description does not name. It was refused.`,
        { reason: 'undescribed', path },
      );
    if (resource !== undefined && resource.bytes !== entry.size) throw wrongHash(path, 'size');
    const sha256 = await hashOf(zip, path);
    if (sums.get(path) !== sha256) throw wrongHash(path, 'checksum');
    if (resource !== undefined && resource.hash !== `sha256:${sha256}`)
      throw wrongHash(path, 'hash');
  }
}

async function readSmall(zip: ZipReader, path: string): Promise<string> {
  const size = zip.entries.get(path)?.size ?? 0;
  if (size > packLimits.manifestBytes)
    throw new AppError('pack/too-large', `The file ${path} in the pack is larger than 8 MB.`, {
      reason: 'checksums-size',
      size,
    });
  return readText(zip, path);
}

function parseChecksums(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, sha256, path] = /^([0-9a-f]{64}) {2}([^\r]+)$/.exec(line) ?? [];
    if (sha256 === undefined || path === undefined || sums.has(path))
      throw invalid('checksums', 'The list of checksums in the pack is not valid.');
    sums.set(path, sha256);
  }
  return sums;
}

async function hashOf(zip: ZipReader, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of zip.open(path)) hash.update(chunk);
  return hash.digest('hex');
}

function wrongHash(path: string, reason: string): AppError {
  return new AppError(
    'pack/wrong-hash',
    `The file "${path}" in the pack was altered or damaged since the pack was made: its checksum does not match. Ask for the pack again.`,
    { reason, path },
  );
}

async function readRecords(
  zip: ZipReader,
  manifest: Manifest,
): Promise<ReadonlyMap<PackTable, readonly PackRecord[]>> {
  const records = new Map<PackTable, readonly PackRecord[]>();
  const seen = new Set<string>();
  for (const resource of manifest.resources) {
    if (!isTableResource(resource)) continue;
    const { version } = manifest.cairn;
    const rows = await readTableRecords(zip, resource.name, version, seen);
    if (rows.length !== (manifest.cairn.records[resource.name] ?? 0))
      throw invalid(
        'count',
        `The file ${resource.path} does not hold as many records as the pack says.`,
      );
    records.set(resource.name, rows);
  }
  return records;
}

async function readTableRecords(
  zip: ZipReader,
  table: PackTable,
  version: number,
  seen: Set<string>,
): Promise<readonly PackRecord[]> {
  const path = tablePath(table);
  const schema = packRowSchema(table, version);
  const records: PackRecord[] = [];
  const columns = columnsInFormat(table, version);
  const options = { path, columns, maxCellLength: packLimits.cellLength };
  const stream = Readable.from(zip.open(path), { objectMode: false });
  for await (const row of readTable(stream, options)) {
    const parsed = schema.safeParse(row);
    if (!parsed.success)
      throw invalid(
        'record',
        `Row ${records.length + 2} of ${path} is not a valid record: ${issueText(parsed.error)}.`,
        { path, row: records.length + 2 },
      );
    const record = packRecordOf(parsed.data);
    if (seen.has(record.id))
      throw invalid('id-twice', `Two records of the pack have one id (${record.id}, in ${path}).`);
    seen.add(record.id);
    records.push(record);
  }
  return records;
}

function invalid(
  reason: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): AppError {
  return new AppError('pack/invalid-content', message, { reason, ...details });
}

function issueText(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue === undefined) return 'unknown reason';
  const path = issue.path.map(String).join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
