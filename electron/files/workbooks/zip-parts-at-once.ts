/**
 * The parts of a zip from a stranger, read without waiting and a piece at a time, as rows must be read inside a
 * transaction. `zip-reader.ts` waits, and inflates a part as a whole where it must not. Nothing is written
 * under a name from the zip.
 */
import { readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';

export interface PartOfZip {
  /** Where its local header stands. */
  readonly start: number;
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
  readonly isDeflated: boolean;
  readonly isLocked: boolean;
}

/** What is wrong with a zip; the reader of the format gives it words. */
export class ZipFault extends Error {
  readonly reason: 'broken' | 'bomb' | 'locked';

  constructor(reason: ZipFault['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Parts of a workbook: some sheets, pictures, what others keep beside them. */
const mostParts = 1000;
const largestDirectory = 4 * 1024 * 1024;
/** A part of a workbook that unfolds further is none: rows of a sheet that repeat each other come to some 60. */
const mostRatio = 200;
/** Bytes once unpacked; a sheet of a million long rows has half of it. */
const largestPart = 8 * 1024 ** 3;
/** Bytes inflated at a time: at the utmost they become a thousand times as many. */
const pieceBytes = 16 * 1024;
const outside = 0xffff_ffff;

function bytesAt(file: number, start: number, length: number): Buffer {
  if (!Number.isSafeInteger(start + length)) throw new ZipFault('broken');
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const read = readSync(file, bytes, done, length - done, start + done);
    if (read === 0) throw new ZipFault('broken');
    done += read;
  }
  return bytes;
}

const long = (bytes: Buffer, at: number) => Number(bytes.readBigUInt64LE(at));

/** Where the directory lies: at the end, before a comment, with long fields where they are needed. */
function directoryOf(file: number, size: number): { start: number; length: number; count: number } {
  const tail = bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const at = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (at < 0 || at + 22 > tail.length) throw new ZipFault('broken');
  const end = tail.subarray(at);
  const locator = at >= 20 ? tail.subarray(at - 20, at) : undefined;
  if (locator?.readUInt32LE(0) !== 0x0706_4b50)
    return {
      ...{ start: end.readUInt32LE(16), length: end.readUInt32LE(12) },
      ...{ count: end.readUInt16LE(10) },
    };
  const record = bytesAt(file, long(locator, 8), 56);
  if (record.readUInt32LE(0) !== 0x0606_4b50) throw new ZipFault('broken');
  return { start: long(record, 48), length: long(record, 40), count: long(record, 32) };
}

/** Sizes and place of a part beyond 4 GB stand in a field of their own, in this order, those that need it. */
function longFields(extra: Buffer, told: readonly number[]): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    return told.map((value) => {
      if (value !== outside) return value;
      next += 8;
      return long(extra, next - 8);
    });
  }
  return [...told];
}

/** Parts by their names in small letters, as programs of spreadsheets find them. Throws `ZipFault`. */
export function partsOfZip(file: number, size: number): ReadonlyMap<string, PartOfZip> {
  const parts = new Map<string, PartOfZip>();
  try {
    const { start, length, count } = directoryOf(file, size);
    if (count > mostParts || length > largestDirectory) throw new ZipFault('bomb');
    const all = bytesAt(file, start, length);
    for (let at = 0, n = 0; n < count; n += 1) {
      if (all.readUInt32LE(at) !== 0x0201_4b50) throw new ZipFault('broken');
      const [names, extras] = [all.readUInt16LE(at + 28), all.readUInt16LE(at + 30)];
      const from = at + 46;
      const name = all
        .toString('utf8', from, from + names)
        .replaceAll('\\', '/')
        .toLowerCase();
      const extra = all.subarray(from + names, from + names + extras);
      const told = [24, 20, 42].map((place) => all.readUInt32LE(at + place));
      const [whole = 0, packed = 0, header = 0] = longFields(extra, told);
      const method = all.readUInt16LE(at + 10);
      if (parts.has(name)) throw new ZipFault('broken');
      parts.set(name, {
        ...{ start: header, packed, size: whole, crc: all.readUInt32LE(at + 16) },
        ...{ isDeflated: method === 8, isLocked: (all.readUInt16LE(at + 8) & 1) === 1 },
      });
      at = from + names + extras + all.readUInt16LE(at + 32);
    }
  } catch (error) {
    // a field that leads outside of the file
    throw error instanceof RangeError ? new ZipFault('broken') : error;
  }
  return parts;
}

export interface PieceOfPart {
  readonly bytes: Uint8Array;
  /** Packed bytes read so far. */
  readonly done: number;
}

/** Throws `ZipFault` where a part is not what the directory says; what came before was given by then. */
export function* piecesOf(file: number, part: PartOfZip): Generator<PieceOfPart, void> {
  if (part.isLocked) throw new ZipFault('locked');
  const isBomb = part.size > mostRatio * Math.max(part.packed, pieceBytes);
  if (isBomb || part.size > largestPart) throw new ZipFault('bomb');
  const local = bytesAt(file, part.start, 30);
  if (local.readUInt32LE(0) !== 0x0403_4b50) throw new ZipFault('broken');
  const start = part.start + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  let [size, crc] = [0, 0];
  let found: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => void found.push(bytes));
  for (let done = 0; done < part.packed; ) {
    const packed = bytesAt(file, start + done, Math.min(pieceBytes, part.packed - done));
    done += packed.length;
    found = [];
    if (part.isDeflated) push(inflate, packed, done === part.packed);
    else found = [packed];
    for (const bytes of found) {
      size += bytes.length;
      crc = crc32(bytes, crc);
      if (size > part.size) throw new ZipFault('bomb');
      if (bytes.length > 0) yield { bytes, done };
    }
  }
  if (size !== part.size || crc !== part.crc) throw new ZipFault('broken');
}

function push(inflate: Inflate, packed: Uint8Array, isLast: boolean): void {
  try {
    inflate.push(packed, isLast);
  } catch {
    throw new ZipFault('broken');
  }
}
