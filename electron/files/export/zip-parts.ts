/**
 * A zip of parts that grow side by side: each is deflated piece by piece into a file of its own, and all are
 * put together at the end. So memory does not grow with the parts. With sizes beyond 4 GB (zip64).
 */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync, constants as zlib } from 'node:zlib';

/** Bytes deflated at a time: pieces are independent of each other, so small ones shrink less. */
const pieceBytes = 512 * 1024;
/** As large as the fields of a plain zip can say. */
const largest = 0xffff_ffff;
/** 1 January 1980, the zero of a zip's own clock: the same parts give the same bytes. */
const fixedDate = 33;

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; done += writeSync(handle, bytes, done));
}

/** One part in the making. */
export class ZipPart {
  readonly name: string;
  readonly #spool: string;
  readonly #handle: number;
  #texts: string[] = [];
  #held = 0;
  #crc = 0;
  #size = 0;
  #packed = 0;

  /** `spool`: a file that nobody else uses, made here and gone after `remove`. Throws errors of the disk. */
  constructor(name: string, spool: string) {
    this.name = name;
    this.#spool = spool;
    this.#handle = openSync(spool, 'w+');
  }

  get crc(): number {
    return this.#crc;
  }
  /** Bytes as they were written. */
  get size(): number {
    return this.#size;
  }
  /** Bytes deflated; known after `finish`. */
  get packed(): number {
    return this.#packed;
  }

  write(text: string): void {
    this.#texts.push(text);
    this.#held += text.length;
    if (this.#held >= pieceBytes) this.#flush(zlib.Z_SYNC_FLUSH);
  }

  finish(): void {
    this.#flush(zlib.Z_FINISH);
  }

  #flush(finishFlush: number): void {
    const bytes = Buffer.from(this.#texts.join(''));
    this.#texts = [];
    this.#held = 0;
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    const packed = deflateRawSync(bytes, { finishFlush });
    this.#packed += packed.length;
    writeAll(this.#handle, packed);
  }

  copyTo(handle: number): void {
    const piece = Buffer.alloc(Math.min(1024 * 1024, Math.max(1, this.#packed)));
    for (let at = 0; at < this.#packed; ) {
      const read = readSync(this.#handle, piece, 0, piece.length, at);
      writeAll(handle, piece.subarray(0, read));
      at += read;
    }
  }

  remove(): void {
    closeSync(this.#handle);
    rmSync(this.#spool, { force: true });
  }
}

/** Little-endian fields, each with its number of bytes. */
function fields(...all: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const out = Buffer.alloc(all.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of all) {
    if (bytes === 2) out.writeUInt16LE(value, at);
    else if (bytes === 4) out.writeUInt32LE(value, at);
    else out.writeBigUInt64LE(BigInt(value), at);
    at += bytes;
  }
  return out;
}

/** The header of a part, before its bytes (`offset` undefined) or in the directory. */
function header(part: ZipPart, most: number, offset?: number): Buffer {
  const name = Buffer.from(part.name);
  const isLarge = part.size >= most || part.packed >= most || (offset ?? 0) >= most;
  const inDirectory = offset !== undefined;
  const sizes = [part.size, part.packed, ...(inDirectory ? [offset] : [])];
  const long = isLarge
    ? fields([2, 1], [2, sizes.length * 8], ...sizes.map((each) => [8, each] as const))
    : Buffer.alloc(0);
  const told = (value: number) => [4, isLarge ? largest : value] as const;
  const version = [2, isLarge ? 45 : 20] as const;
  return Buffer.concat([
    fields(
      [4, inDirectory ? 0x0201_4b50 : 0x0403_4b50],
      ...(inDirectory ? [version] : []),
      ...([version, [2, 0x800], [2, 8], [2, 0], [2, fixedDate], [4, part.crc]] as const),
      ...[told(part.packed), told(part.size)],
      ...([
        [2, name.length],
        [2, long.length],
      ] as const),
      ...(inDirectory ? ([[2, 0], [2, 0], [2, 0], [4, 0], told(offset)] as const) : []),
    ),
    ...[name, long],
  ]);
}

/**
 * Writes finished parts as one zip. `most`: sizes and places from there on take the long fields; for tests.
 * Throws errors of the disk.
 */
export function writeParts(path: string, parts: readonly ZipPart[], most = largest): void {
  const handle = openSync(path, 'w');
  let at = 0;
  const put = (bytes: Buffer) => {
    writeAll(handle, bytes);
    at += bytes.length;
  };
  try {
    const places = parts.map((part) => {
      const offset = at;
      put(header(part, most));
      part.copyTo(handle);
      at += part.packed;
      return [part, offset] as const;
    });
    const start = at;
    for (const [part, offset] of places) put(header(part, most, offset));
    const size = at - start;
    const end = at;
    const isLarge = at >= most;
    const count = [2, parts.length] as const;
    if (isLarge) {
      put(
        fields(
          ...([
            [4, 0x0606_4b50],
            [8, 44],
            [2, 45],
            [2, 45],
            [4, 0],
            [4, 0],
          ] as const),
          ...([
            [8, parts.length],
            [8, parts.length],
            [8, size],
            [8, start],
          ] as const),
        ),
      );
      put(fields([4, 0x0706_4b50], [4, 0], [8, end], [4, 1]));
    }
    put(
      fields(
        ...([[4, 0x0605_4b50], [2, 0], [2, 0], count, count] as const),
        ...([
          [4, isLarge ? largest : size],
          [4, isLarge ? largest : start],
          [2, 0],
        ] as const),
      ),
    );
  } finally {
    closeSync(handle);
  }
}
