/**
 * Many texts by number, in little memory: as bytes in chunks, of which those used last are held and the others
 * lie in a temporary file once there are many.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chunkBytes = 256 * 1024;
/** Texts from one mark to the next: a text is found from the last mark before it. */
const stride = 16;
const lengthBytes = 4;

interface Chunk {
  used: number;
  /** Undefined while it lies in the file. */
  bytes: Buffer | undefined;
  /** Place in the file; undefined while it was never written. */
  at: number | undefined;
}

export class TextStore {
  readonly #mostHeld: number;
  readonly #chunks: Chunk[] = [];
  /** Numbers of the chunks in memory, the one used last at the end. */
  readonly #held = new Set<number>();
  #heldBytes = 0;
  /** For every text of which the number is a multiple of `stride`: its chunk and its place in there. */
  #marks = new Uint32Array(1024);
  #count = 0;
  #folder: string | undefined;
  #file: number | undefined;
  #fileBytes = 0;

  /** `mostHeld`: bytes of texts kept in memory. */
  constructor(mostHeld = 32 * 1024 * 1024) {
    this.#mostHeld = mostHeld;
  }

  get count(): number {
    return this.#count;
  }

  /** Throws errors of the disk. */
  add(text: string): void {
    const needed = lengthBytes + Buffer.byteLength(text);
    let last = this.#chunks.at(-1);
    if (last?.bytes === undefined || last.used + needed > last.bytes.length) {
      last = { used: 0, bytes: Buffer.allocUnsafe(Math.max(chunkBytes, needed)), at: undefined };
      this.#chunks.push(last);
      this.#hold(this.#chunks.length - 1, last);
    }
    const { bytes } = last;
    if (bytes === undefined) return;
    if (this.#count % stride === 0) this.#mark(this.#chunks.length - 1, last.used);
    bytes.writeUInt32LE(needed - lengthBytes, last.used);
    bytes.write(text, last.used + lengthBytes);
    last.used += needed;
    this.#count += 1;
  }

  /** Undefined for a number that no text has. Throws errors of the disk. */
  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.#count)) return undefined;
    const mark = Math.floor(index / stride) * 2;
    let number = this.#marks[mark] ?? 0;
    let at = this.#marks[mark + 1] ?? 0;
    let chunk = this.#chunks[number];
    for (let steps = index % stride; ; steps -= 1) {
      if (chunk !== undefined && at >= chunk.used) {
        number += 1;
        at = 0;
        chunk = this.#chunks[number];
      }
      if (chunk === undefined) return undefined;
      const bytes = this.#load(number, chunk);
      const length = bytes.readUInt32LE(at);
      at += lengthBytes;
      if (steps === 0) return bytes.toString('utf8', at, at + length);
      at += length;
    }
  }

  /** The temporary file is gone after it. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#file = undefined;
    this.#folder = undefined;
  }

  #mark(chunk: number, at: number): void {
    const next = (this.#count / stride) * 2;
    if (next === this.#marks.length) {
      const more = new Uint32Array(this.#marks.length * 2);
      more.set(this.#marks);
      this.#marks = more;
    }
    this.#marks[next] = chunk;
    this.#marks[next + 1] = at;
  }

  #load(number: number, chunk: Chunk): Buffer {
    if (chunk.bytes !== undefined) {
      // moved to the end of those held
      this.#held.delete(number);
      this.#held.add(number);
      return chunk.bytes;
    }
    const bytes = Buffer.allocUnsafe(chunk.used);
    for (let done = 0; done < chunk.used; ) {
      done += readSync(this.#file ?? -1, bytes, done, chunk.used - done, (chunk.at ?? 0) + done);
    }
    chunk.bytes = bytes;
    this.#hold(number, chunk);
    return bytes;
  }

  #hold(number: number, chunk: Chunk): void {
    this.#held.add(number);
    this.#heldBytes += chunk.bytes?.length ?? 0;
    for (const other of this.#held) {
      if (this.#heldBytes <= this.#mostHeld || other === number) return;
      const old = this.#chunks[other];
      if (old?.bytes === undefined) continue;
      this.#heldBytes -= old.bytes.length;
      this.#held.delete(other);
      old.at ??= this.#write(old.bytes.subarray(0, old.used));
      old.bytes = undefined;
    }
  }

  #write(bytes: Buffer): number {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'cairn-texts-'));
    this.#file ??= openSync(join(this.#folder, 'texts'), 'wx+', 0o600);
    const at = this.#fileBytes;
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, at + done);
    }
    this.#fileBytes += bytes.length;
    return at;
  }
}
