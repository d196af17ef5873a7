/** What people type, as a query of FTS5. */
import { fold } from '../../../shared/lib/fold.ts';

/** What the tokenizer of the indexes takes for a letter or digit (unicode61: L*, N*, Co). */
const tokenLetters = /[\p{L}\p{N}\p{Co}]/u;

/** One phrase for FTS5, or undefined when nothing in it can be searched for. */
export function ftsPhrase(words: string, isPrefix: boolean): string | undefined {
  const folded = fold(words);
  if (!tokenLetters.test(folded)) return undefined;
  return `"${folded.replaceAll('"', ' ')}"${isPrefix ? ' *' : ''}`;
}

/** Words and "quoted phrases" of a text, in order. A quote that is not closed runs to the end. */
export function splitWords(text: string): { readonly words: string; readonly isPhrase: boolean }[] {
  return [...text.matchAll(/"([^"]*)"?|[^\s"]+/g)].map((match) =>
    match[1] === undefined
      ? { words: match[0], isPhrase: false }
      : { words: match[1], isPhrase: true },
  );
}

/**
 * All words of a text, each as a prefix, quoted parts as exact phrases. Undefined when there is
 * nothing to search for: the text then matches everything.
 */
export function ftsQuery(text: string): string | undefined {
  const parts = splitWords(text).flatMap(({ words, isPhrase }) => {
    const phrase = ftsPhrase(words, !isPhrase);
    return phrase === undefined ? [] : [phrase];
  });
  return parts.length === 0 ? undefined : parts.join(' AND ');
}
