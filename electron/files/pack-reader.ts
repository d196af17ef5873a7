/**
 * Reads a pack from a stranger: the zip is checked first (`openZip`), then every hash, then the
 * description, then every row. Only a pack that is whole and well-formed comes out at the end.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../shared/lib/app-error.ts';
import type { ItemList, ReadRecords } from '../../shared/pack/fields.ts';
import type { FileRow } from '../../shared/pack/file-rows.ts';
import {
  checksumsPath,
  manifestPath,
  packFormat,
  packLimits,
  packVersion,
  signaturePath,
} from '../../shared/pack/format.ts';
import {
  jsonDepth,
  type Manifest,
  manifestSchema,
  packHeadSchema,
} from '../../shared/pack/manifest.ts';
import { sha256OfFile } from './atomic-write.ts';
import { invalid, issueText, readFileRows, readRecords } from './pack-tables.ts';
import { isAgeFile, openSealed } from './trust/age-file.ts';
import { checkSignature } from './trust/pack-signature.ts';
import { openZip, type ZipReader } from './zip-reader.ts';

export interface OpenPack {
  readonly manifest: Manifest;
  /** Hex, of the whole file. */
  readonly sha256: string;
  readonly records: ReadRecords;
  readonly fileRows: ItemList<FileRow>;
  readonly zip: ZipReader;
  /** Base64 of the key whose signature fits; null for a pack without one. */
  readonly signedBy: string | null;
  /** What a sealed pack held; undefined where the file itself is the zip. */
  readonly opened: Buffer | undefined;
}

export interface Opening {
  readonly passphrase?: string | undefined;
  /** Called between pieces of work with the records read so far; throws to end it. */
  readonly pulse?: (records: number) => void;
}

/**
 * Opens a pack, checks all of it and reads its records into memory, tightly; attachments stay in the file, or in
 * memory where it was sealed. The caller closes `zip`. Throws the `pack/*` codes and `file/unreadable`.
 */
export async function openPack(
  path: string,
  { passphrase, pulse = () => undefined }: Opening = {},
): Promise<OpenPack> {
  const opened = isAgeFile(path) ? await openSealed(path, passphrase) : undefined;
  pulse(0);
  const zip = await openZip(opened ?? path);
  try {
    const manifest = await readManifest(zip);
    await checkHashes(zip, manifest, pulse);
    const signedBy = await readSignature(zip);
    const records = await readRecords(zip, manifest, pulse);
    const fileRows = await readFileRows(zip, manifest, records, pulse);
    const sha256 = await sha256OfFile(path);
    return { manifest, records, fileRows, zip, sha256, signedBy, opened };
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
async function checkHashes(
  zip: ZipReader,
  manifest: Manifest,
  pulse: (records: number) => void,
): Promise<void> {
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
    pulse(0);
    if (sums.get(path) !== sha256) throw wrongHash(path, 'checksum');
    if (resource !== undefined && resource.hash !== `sha256:${sha256}`)
      throw wrongHash(path, 'hash');
  }
}

/** Throws `pack/bad-signature` for one that does not fit: an altered pack is worse than an unsigned one. */
async function readSignature(zip: ZipReader): Promise<string | null> {
  if (!zip.entries.has(signaturePath)) return null;
  const text = await readSmall(zip, signaturePath);
  return checkSignature(text, Buffer.from(await readSmall(zip, checksumsPath)));
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
