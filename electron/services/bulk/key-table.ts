/**
 * Numbers by key for millions of keys. The text of a key is not kept, only 96 bits of its SHA-256: 16 to 43 bytes
 * a key. That two keys of a case meet in them is as unlikely as that two rows have one digest (0091).
 */
import { hash } from 'node:crypto';

const wordsOfKey = 3;

/** Four letters of one byte each as a number. */
function wordAt(digest: string, at: number): number {
  return (
    (digest.charCodeAt(at) |
      (digest.charCodeAt(at + 1) << 8) |
      (digest.charCodeAt(at + 2) << 16) |
      (digest.charCodeAt(at + 3) << 24)) >>>
    0
  );
}

export class KeyTable {
  /** Three words to a place; a free place holds zeros. */
  #words = new Uint32Array(1024 * wordsOfKey);
  #values = new Uint32Array(1024);
  #size = 0;
  /** The key last looked for, in words. */
  readonly #key = new Uint32Array(wordsOfKey);

  get size(): number {
    return this.#size;
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#words.byteLength + this.#values.byteLength;
  }

  get(key: string): number | undefined {
    const place = this.#placeOf(key);
    return this.#isFree(place) ? undefined : this.#values[place];
  }

  /** `value`: below 2^32. Answers whether the key is new; what it had before is replaced. */
  set(key: string, value: number): boolean {
    const place = this.#placeOf(key);
    const isNew = this.#isFree(place);
    this.#put(place, this.#key, 0, value);
    if (!isNew) return false;
    this.#size += 1;
    if (this.#size * 3 > this.#values.length * 2) this.#grow();
    return true;
  }

  #put(place: number, words: Uint32Array, from: number, value: number): void {
    const at = place * wordsOfKey;
    for (let n = 0; n < wordsOfKey; n += 1) this.#words[at + n] = words[from + n] as number;
    this.#values[place] = value;
  }

  #isFree(place: number): boolean {
    const at = place * wordsOfKey;
    const words = this.#words;
    return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0;
  }

  /** Where a key stands, or the free place that it would take. Notes its words. */
  #placeOf(key: string): number {
    const digest = hash('sha256', key, 'binary');
    for (let n = 0; n < wordsOfKey; n += 1) this.#key[n] = wordAt(digest, n * 4);
    return this.#find(this.#key, 0);
  }

  #find(key: Uint32Array, from: number): number {
    const words = this.#words;
    const mask = this.#values.length - 1;
    for (let place = (key[from] as number) & mask; ; place = (place + 1) & mask) {
      const at = place * wordsOfKey;
      const isSame =
        words[at] === key[from] &&
        words[at + 1] === key[from + 1] &&
        words[at + 2] === key[from + 2];
      if (isSame || this.#isFree(place)) return place;
    }
  }

  #grow(): void {
    const [words, values] = [this.#words, this.#values];
    this.#words = new Uint32Array(words.length * 2);
    this.#values = new Uint32Array(values.length * 2);
    for (let place = 0; place < values.length; place += 1) {
      const at = place * wordsOfKey;
      if (words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0) continue;
      this.#put(this.#find(words, at), words, at, values[place] as number);
    }
  }
}
