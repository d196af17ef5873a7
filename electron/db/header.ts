/** The first bytes of a file, read before SQLite touches it, so that a refusal changes nothing. */
import { closeSync, openSync, readSync } from 'node:fs';

/** "CARN", stamped on every case file. */
export const applicationId = 0x4341524e;

const magic = 'SQLite format 3\0';

export type Header =
  | { readonly kind: 'not-sqlite' }
  | { readonly kind: 'sqlite'; readonly applicationId: number; readonly userVersion: number };

/** Reads the SQLite header (https://sqlite.org/fileformat.html §1.3): offsets 60 and 68, big-endian. */
export function readHeader(path: string): Header {
  const bytes = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, bytes, 0, 100, 0);
    if (length < 100 || bytes.toString('latin1', 0, 16) !== magic) return { kind: 'not-sqlite' };
  } finally {
    closeSync(file);
  }
  return {
    kind: 'sqlite',
    userVersion: bytes.readInt32BE(60),
    applicationId: bytes.readUInt32BE(68),
  };
}
