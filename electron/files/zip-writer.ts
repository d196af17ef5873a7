/** Writes a zip whose bytes depend on its entries alone: sorted names, one fixed time and mode. */
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { packLimits } from '../../shared/pack/format.ts';

export type ZipEntry =
  | { readonly path: string; readonly bytes: Buffer }
  | { readonly path: string; readonly size: number; readonly open: () => Readable };

/** 1 January 1980 in local time is the zero of a zip's own clock, whatever the time zone. */
const fixedTime = new Date(1980, 0, 1);
const regularFile = 0o100644;

/**
 * Writes all entries to a stream and ends it. Texts are deflated; streamed entries are
 * stored as they are, because pictures and PDFs do not shrink and the reader can then read in place.
 */
export async function writeZip(out: Writable, entries: readonly ZipEntry[]): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: fixedTime, mode: regularFile, forceDosTimestamp: true };
  // an entry that fails to be read must end the writing, not leave it waiting
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  zip.on('error', fail);
  for (const entry of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if ('bytes' in entry)
      zip.addBuffer(entry.bytes, entry.path, {
        ...options,
        compress: isWorthDeflating(entry.bytes),
      });
    else
      zip.addReadStreamLazy(entry.path, { ...options, compress: false, size: entry.size }, (done) =>
        done(null, entry.open().on('error', fail)),
      );
  }
  zip.end();
  try {
    await Promise.race([pipeline(zip.outputStream, out), failed]);
  } catch (error) {
    out.destroy();
    throw error;
  }
}

/** A text so repetitive that our own reader would take it for a bomb is stored plain. */
function isWorthDeflating(bytes: Buffer): boolean {
  if (bytes.length < 64) return false;
  const sample = deflateRawSync(bytes.subarray(0, 4 * 1024 * 1024));
  return Math.min(bytes.length, 4 * 1024 * 1024) / sample.length < packLimits.ratio / 4;
}
