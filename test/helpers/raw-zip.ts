/**
 * Writes zips that no honest tool would: every field of the headers can be forged. For tests of the
 * reader only.
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly name: string | Buffer;
  readonly data?: Buffer | string;
  readonly deflate?: boolean;
  /** Unix mode in the external attributes. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Forged sizes in both headers. */
  readonly size?: number;
  readonly compressedSize?: number;
  /** Another name in the header in front of the data. */
  readonly localName?: string;
  readonly extra?: Buffer;
  /** Points the directory to the data of an entry before, by its place in the list. */
  readonly sharesDataOf?: number;
}

const utf8Flag = 0x800;
const regular = 0o100644;

export function rawZip(entries: readonly RawEntry[], options: { prefix?: Buffer } = {}): Buffer {
  const parts: Buffer[] = options.prefix === undefined ? [] : [options.prefix];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let offset = options.prefix?.length ?? 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const data = Buffer.from((entry.data ?? '') as string);
    const stored = entry.deflate === true ? deflateRawSync(data) : data;
    const head = {
      flags: (entry.flags ?? 0) | utf8Flag,
      method: entry.method ?? (entry.deflate === true ? 8 : 0),
      crc: crcOf(data),
      compressedSize: entry.compressedSize ?? stored.length,
      size: entry.size ?? data.length,
    };
    const shared = entry.sharesDataOf === undefined ? undefined : offsets[entry.sharesDataOf];
    offsets.push(shared ?? offset);
    if (shared === undefined) {
      const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
      const local = Buffer.concat([localHeader(head, localName.length), localName, stored]);
      parts.push(local);
      offset += local.length;
    }
    central.push(
      centralHeader(head, name, entry.mode ?? regular, shared ?? offsets.at(-1) ?? 0, entry.extra),
    );
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...parts, directory, endRecord(entries.length, directory.length, offset)]);
}

function crcOf(data: Buffer): number {
  return crc32(data);
}

interface Head {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
}

function fields(head: Head, nameLength: number, extraLength: number): Buffer {
  const buffer = Buffer.alloc(26);
  buffer.writeUInt16LE(20, 0);
  buffer.writeUInt16LE(head.flags, 2);
  buffer.writeUInt16LE(head.method, 4);
  buffer.writeUInt32LE(0x0021_0000, 6);
  buffer.writeUInt32LE(head.crc, 10);
  buffer.writeUInt32LE(head.compressedSize, 14);
  buffer.writeUInt32LE(head.size, 18);
  buffer.writeUInt16LE(nameLength, 22);
  buffer.writeUInt16LE(extraLength, 24);
  return buffer;
}

function localHeader(head: Head, nameLength: number): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields(head, nameLength, 0)]);
}

function centralHeader(
  head: Head,
  name: Buffer,
  mode: number,
  offset: number,
  extra: Buffer = Buffer.alloc(0),
): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((mode << 16) >>> 0, 6);
  tail.writeUInt32LE(offset, 10);
  const madeByUnix = Buffer.from([20, 3]);
  const start = Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), madeByUnix]);
  return Buffer.concat([start, fields(head, name.length, extra.length), tail, name, extra]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const buffer = Buffer.alloc(22);
  buffer.write('PK\u0005\u0006', 'latin1');
  buffer.writeUInt16LE(count, 8);
  buffer.writeUInt16LE(count, 10);
  buffer.writeUInt32LE(size, 12);
  buffer.writeUInt32LE(offset, 16);
  return buffer;
}
