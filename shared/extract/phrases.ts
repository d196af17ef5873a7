/** Finds known phrases of several words; the longest wins. */

import { mirrorOf } from './mirror.ts';
import { type Token, tokensOf } from './tokens.ts';

export interface Phrase<T> {
  readonly words: readonly string[];
  readonly value: T;
  /** Written in capitals (an acronym): must be so in the text. */
  readonly isUpper: boolean;
  /** Must begin with a capital in the text. */
  readonly isName: boolean;
}

export interface PhraseBook<T> {
  /** Longest phrase that begins at token `at`; undefined when none does. */
  readonly at: (
    tokens: readonly Token[],
    at: number,
  ) => { readonly phrase: Phrase<T>; readonly length: number } | undefined;
}

/** Acronyms that are words as well. */
const words = new Set(['fact', 'site', 'asap', 'nato', 'aids', 'plan', 'this', 'core', 'cool']);

/** "Jnim", "Monusco": French papers write long acronyms like names. */
function isSoftAcronym({ word, isCapital }: Token): boolean {
  return isCapital && word.length >= 4 && !words.has(word);
}

export function phraseOf<T>(text: string, value: T, isName: boolean): Phrase<T> {
  const tokens = tokensOf(mirrorOf(text));
  const only = tokens.length === 1 ? tokens[0] : undefined;
  return {
    words: tokens.map((token) => token.word),
    value,
    isUpper: only?.isUpper === true && only.plain.length <= 7,
    isName,
  };
}

export function phraseBook<T>(phrases: readonly Phrase<T>[]): PhraseBook<T> {
  const byFirst = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const head = phrase.words[0];
    if (head === undefined) continue;
    const list = byFirst.get(head);
    if (list) list.push(phrase);
    else byFirst.set(head, [phrase]);
  }
  // a stable sort keeps the order given among phrases of one length: the case's names come first
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    at: (tokens, at) => {
      const head = tokens[at];
      if (!head) return undefined;
      for (const phrase of byFirst.get(head.word) ?? []) {
        if (phrase.isUpper && !head.isUpper && !isSoftAcronym(head)) continue;
        if (phrase.isName && !tokens.slice(at, at + phrase.words.length).some((t) => t.isCapital))
          continue;
        const fits = phrase.words.every((word, i) => {
          const token = tokens[at + i];
          return token?.word === word && (i === 0 || !/[.;:!?,()\n]/.test(token.gap));
        });
        if (fits) return { phrase, length: phrase.words.length };
      }
      return undefined;
    },
  };
}
