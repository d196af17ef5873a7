/** Checks the directory of a zip, entry by entry, before anything is read from it. */
import yauzl, { type Entry } from 'yauzl';
import { AppError } from '../../shared/lib/app-error.ts';
import { packLimits } from '../../shared/pack/format.ts';
import { checkKnown, checkMode, checkPath, foldPath, printable } from './zip-names.ts';

export interface DirectoryEntry {
  readonly path: string;
  /** Stated sizes in bytes, held to while reading. */
  readonly size: number;
  readonly compressedSize: number;
  readonly isDeflated: boolean;
  readonly headerStart: number;
  /** Set once the header in front of the entry was read. */
  dataStart: number;
  readonly entry: Entry;
}

const stored = 0;
const deflated = 8;

/** `pack` holds only what packs hold; `any` may hold other files, and folders. */
export type ArchiveKind = 'pack' | 'any';

/** Throws the code of the first threat found; see `openZip`. */
export function checkDirectory(
  entries: readonly Entry[],
  kind: ArchiveKind = 'pack',
): DirectoryEntry[] {
  const names = new Map<string, string>();
  let total = 0;
  return entries.map((entry) => {
    const path = nameOf(entry);
    checkPath(path);
    if (kind === 'pack' || !path.endsWith('/')) checkMode(path, entry.externalFileAttributes);
    checkTwin(path, names);
    checkMethod(path, entry);
    total += entry.uncompressedSize;
    checkSize(path, entry, total);
    if (kind === 'pack') checkKnown(path);
    return {
      path,
      size: entry.uncompressedSize,
      compressedSize: entry.compressedSize,
      isDeflated: entry.compressionMethod === deflated,
      headerStart: entry.relativeOffsetOfLocalHeader,
      dataStart: 0,
      entry,
    };
  });
}

/** The name in strict UTF-8. A second name hidden in an extra field would show other tools another pack. */
function nameOf(entry: Entry): string {
  let path: string;
  try {
    path = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(entry.fileNameRaw);
  } catch {
    throw unsafe('bad-utf8', entry.fileNameRaw.toString('latin1'), 'is not valid text');
  }
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
  const asRead = yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  if (asRead !== path && /^[\x20-\x7e]*$/u.test(path))
    throw unsafe('two-names', path, 'differs from a second name hidden beside it');
  return path;
}

function unsafe(reason: string, path: string, what: string): AppError {
  return new AppError(
    'pack/unsafe-path',
    `The pack holds a file whose name ${what}. It was refused; nothing was read from it.`,
    { reason, path: printable(path) },
  );
}

function checkTwin(path: string, names: Map<string, string>): void {
  const folded = foldPath(path);
  const twin = names.get(folded);
  names.set(folded, path);
  if (twin === undefined) return;
  throw new AppError(
    'pack/duplicate-entry',
    `The pack holds two files of one name ("${printable(twin)}" and "${printable(path)}"). It was refused, because nobody could say which one counts.`,
    { reason: twin === path ? 'same-name' : 'case-twin', path: printable(path) },
  );
}

function checkMethod(path: string, entry: Entry): void {
  if (entry.isEncrypted() || (entry.generalPurposeBitFlag & 0x2041) !== 0)
    throw new AppError(
      'pack/encrypted',
      'The pack is locked with a zip password, which Cairn does not use. Ask for it without one.',
      { reason: 'zip-encryption', path: printable(path) },
    );
  if (entry.compressionMethod === stored || entry.compressionMethod === deflated) return;
  throw new AppError(
    'pack/not-a-pack',
    `The file "${printable(path)}" in the pack is packed in a way that no pack uses.`,
    { reason: 'method', method: entry.compressionMethod, path: printable(path) },
  );
}

function checkSize(path: string, entry: Entry, total: number): void {
  const { uncompressedSize: size, compressedSize } = entry;
  const limit = path.startsWith('attachments/')
    ? packLimits.attachmentBytes
    : packLimits.entryBytes;
  if (size > packLimits.ratio * Math.max(1, compressedSize))
    throw new AppError(
      'pack/bomb',
      `The file "${printable(path)}" in the pack would unfold to more than 200 times its size, as in an archive built to fill the memory. It was refused.`,
      { reason: 'ratio', path: printable(path), size, compressedSize },
    );
  if (size > limit)
    throw new AppError(
      'pack/too-large',
      `The file "${printable(path)}" in the pack is larger than ${limit / 1024 / 1024} MB.`,
      { reason: 'entry-size', path: printable(path), size },
    );
  if (total > packLimits.totalBytes)
    throw new AppError(
      'pack/too-large',
      'The files in the pack come to more than 500 MB. Ask for it in smaller parts.',
      { reason: 'total-size', size: total },
    );
}
