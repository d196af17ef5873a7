/**
 * A public key as eight numbered words to read over the phone (88 bits): too many to be met by trying
 * keys. Number n of the English and of the French list of BIP-39 stand for the same 11 bits, so two
 * laptops in two languages show the same list side by side.
 */
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';

export interface KeyWord {
  /** 1 to 2048: the place in both lists. */
  readonly number: number;
  readonly en: string;
  readonly fr: string;
}

export const keyWordCount = 8;
const bitsPerWord = 11;
/** Words of both lists: 2 to the power of 11. */
export const wordCount = 2048;

/** The word of a place from 0; French with its accents composed, as people type them. */
export function wordAt(place: number): KeyWord {
  return {
    number: place + 1,
    en: english[place] ?? '',
    fr: (french[place] ?? '').normalize('NFC'),
  };
}

/** Words for the leading bits of a hash of at least 11 bytes. */
export function keyWords(hash: Uint8Array): readonly KeyWord[] {
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: keyWordCount }, (_, at) =>
    wordAt(Number.parseInt(bits.slice(at * bitsPerWord, (at + 1) * bitsPerWord), 2)),
  );
}

/** `ab12 cd34 …`: half of the SHA-256, as other tools shorten it, in groups to compare by eye. */
export function fingerprintOf(hashHex: string): string {
  return (hashHex.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}
