/** A text prepared for reading: mirror, tokens, sentences, language; and how spans become evidence. */
import { codePointIndex } from '../domain/passage.ts';
import { languageOf } from './language.ts';
import { type Mirror, mirrorOf } from './mirror.ts';
import { type Sentence, sentencesOf } from './segments.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Evidence, ExtractInput, Lang } from './types.ts';

export interface Document {
  readonly mirror: Mirror;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly lang: Lang;
  /** Number of the sentence a token stands in. */
  readonly sentenceOf: (token: number) => number;
  /** Words between two positions of the mirror, as the text has them. */
  readonly evidence: (from: number, to: number) => Evidence;
  /** Words between two tokens, `end` excluded, on one line. */
  readonly quote: (start: number, end: number) => string;
  /** Folded words of a sentence with its marks, for patterns. */
  readonly folded: (sentence: Sentence) => string;
}

export function readDocument(input: ExtractInput): Document {
  const mirror = mirrorOf(input.text);
  const tokens = tokensOf(mirror);
  const sentences = sentencesOf(mirror, tokens);
  const owner = new Int32Array(tokens.length);
  for (const sentence of sentences)
    for (const token of sentence.tokens) owner[token.index] = sentence.index;
  const points = codePointIndex(input.text);
  const evidence = (from: number, to: number): Evidence => {
    const first = mirror.toText(from);
    const last = mirror.toText(to);
    const words = input.text.slice(first, last);
    const trimmed = words.trimEnd();
    const end = first + trimmed.length;
    return { quote: trimmed, start: points.toCodePoint(first), end: points.toCodePoint(end) };
  };
  return {
    mirror,
    tokens,
    sentences,
    lang: input.lang === 'auto' ? languageOf(tokens) : input.lang,
    sentenceOf: (token) => owner[token] ?? 0,
    evidence,
    quote: (start, end) => {
      const first = tokens[start];
      const last = tokens[end - 1];
      const words = first && last ? evidence(first.from, last.to).quote : '';
      // a word broken at the end of a line
      return words
        .replace(/(?<=\p{L})[-\u00ad\u2010]\s*\n\s*(?=\p{Ll})/gu, '')
        .replace(/\s+/g, ' ');
    },
    folded: (sentence) => mirror.folded.slice(sentence.from, sentence.to).replace(/\s+/g, ' '),
  };
}
