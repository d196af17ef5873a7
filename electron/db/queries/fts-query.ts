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

/** All words of a text, each as a prefix, quoted parts as exact phrases. None: it matches everything. */
export function ftsPhrases(text: string): string[] {
  return splitWords(text).flatMap(({ words, isPhrase }) => ftsPhrase(words, !isPhrase) ?? []);
}

/** A query for all of these. */
export function joinPhrases(phrases: readonly string[]): string {
  return phrases.join(' AND ');
}

/** `ftsPhrases` as one query. Undefined when there is nothing to search for. */
export function ftsQuery(text: string): string | undefined {
  const phrases = ftsPhrases(text);
  return phrases.length === 0 ? undefined : joinPhrases(phrases);
}
