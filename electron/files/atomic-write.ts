/** Writing that leaves either the old file or the whole new one, also after a power cut. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writingError } from './file-errors.ts';

export interface WrittenFile {
  readonly fileName: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/**
 * Lets `write` fill a temporary file beside `path`, then syncs and renames it. Whatever fails, the
 * temporary file is removed and an older file at `path` stays as it was.
 * Throws `disk/full`, `disk/unavailable`.
 */
export async function writeAtomically(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
): Promise<WrittenFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await write(temporary);
    await sync(temporary);
    const sha256 = await sha256OfFile(temporary);
    const { size } = await stat(temporary);
    await rename(temporary, path);
    await sync(dirname(path)).catch(() => undefined); // folders cannot be synced on Windows
    return { fileName: basename(path), bytes: size, sha256 };
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writingError(error, basename(path));
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 (hex) of a file, streamed. Never of an open case: see electron/services/cases.ts. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('hex');
}
