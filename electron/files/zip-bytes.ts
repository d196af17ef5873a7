/** Where the bytes of a zip lie: in a file, or in memory where they may not touch the disk in the clear. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import yauzl, { type ZipFile } from 'yauzl';
import { AppError } from '../../shared/lib/app-error.ts';
import { readingError } from './file-errors.ts';

export interface ZipBytes {
  readonly size: number;
  /** Fills `buffer` from `offset` with up to `length` bytes of `position`; answers how many. */
  readonly read: (buffer: Buffer, offset: number, length: number, position: number) => number;
  /** Closing the zip closes what lies behind it. */
  readonly openZip: () => Promise<ZipFile>;
  readonly close: () => void;
}

const options = { decodeStrings: false, strictFileNames: true } as const;

/** Throws `file/unreadable`, `pack/not-a-pack` for what is no file. */
export function bytesOfFile(path: string): ZipBytes {
  const fd = openFile(path);
  return {
    size: fstatSync(fd).size,
    read: (buffer, offset, length, position) => readSync(fd, buffer, offset, length, position),
    openZip: () => yauzl.fromFdPromise(fd, options),
    close: () => closeSync(fd),
  };
}

export function bytesOfBuffer(bytes: Buffer): ZipBytes {
  return {
    size: bytes.length,
    read: (buffer, offset, length, position) =>
      bytes.copy(buffer, offset, position, position + length),
    openZip: () => yauzl.fromBufferPromise(bytes, options),
    close: () => undefined,
  };
}

function openFile(path: string): number {
  try {
    const fd = openSync(path, 'r');
    if (fstatSync(fd).isFile()) return fd;
    closeSync(fd);
  } catch (error) {
    throw readingError(error, basename(path));
  }
  throw new AppError('pack/not-a-pack', 'That is not a file. Choose a .cairnpack file.', {
    reason: 'not-a-file',
  });
}
