// The passphrase of a pack that goes out: how long it must be, and one by chance.
import { wordAt, wordCount } from '../../../shared/pack/key-words.ts';
import type { Lang } from '../../text/catalogue.ts';

export interface NewPassphrase {
  readonly isWanted: boolean;
  readonly text: string;
  readonly again: string;
}

export const noPassphrase: NewPassphrase = { isWanted: false, text: '', again: '' };

export const leastLength = 12;
const suggestedWords = 6;

export const isTooShort = ({ text }: NewPassphrase): boolean => text.length < leastLength;
export const differs = ({ text, again }: NewPassphrase): boolean =>
  text.normalize('NFC') !== again.normalize('NFC');

/** Whether the pack can be written: none is wanted, or it is long enough and typed twice. */
export const isUsable = (secret: NewPassphrase): boolean =>
  !secret.isWanted || (!isTooShort(secret) && !differs(secret));

/** Six of 2048 words (66 bits), without accents: they are typed on other keyboards. */
export function suggestPassphrase(lang: Lang): string {
  // 2048 divides 65536, so that every word is as likely
  const numbers = crypto.getRandomValues(new Uint16Array(suggestedWords));
  return [...numbers]
    .map((number) =>
      wordAt(number % wordCount)
        [lang].normalize('NFD')
        .replace(/\p{M}/gu, ''),
    )
    .join(' ');
}
