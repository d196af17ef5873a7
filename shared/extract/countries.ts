/** Which countries a text is about: names, adjectives, capitals, actors, weighed by sentence. */
import type { Document } from './document.ts';
import { type Phrase, phraseBook, phraseOf } from './phrases.ts';
import { countries } from './words/countries.ts';

type CountryWord = { readonly code: string; readonly form: 'name' | 'adjective' | 'capital' };

const phrases: readonly Phrase<CountryWord>[] = countries.flatMap(
  ({ code, names, adjectives, capitals }) => [
    ...names.map((name) => phraseOf<CountryWord>(name, { code, form: 'name' }, true)),
    ...adjectives.map((word) => phraseOf<CountryWord>(word, { code, form: 'adjective' }, false)),
    ...capitals.map((name) => phraseOf<CountryWord>(name, { code, form: 'capital' }, true)),
  ],
);
export const countryBook = phraseBook(phrases);

export interface CountryMention {
  readonly code: string;
  readonly form: CountryWord['form'];
  /** Token positions in the document, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

export interface CountryContext {
  readonly mentions: readonly CountryMention[];
  /** Countries by weight, heaviest first; those of the sentence and paragraph weigh more. */
  readonly around: (sentence: number) => readonly string[];
  readonly all: readonly string[];
}

const side = new Set(
  'lake lac basin bassin from venus venu venant neighbouring neighboring voisin border borders frontier with frontiere frontieres avec limitrophe'.split(
    ' ',
  ),
);

export function countryMentions(document: Document): readonly CountryMention[] {
  const found: CountryMention[] = [];
  const { tokens } = document;
  for (let i = 0; i < tokens.length; i += 1) {
    const hit = countryBook.at(tokens, i);
    if (!hit) continue;
    const { code, form } = hit.phrase.value;
    // "Niger state" lies in Nigeria; "le fleuve Niger", "the Niger Delta" are in several
    const isNiger = code === 'NE' && form === 'name' && hit.length === 1;
    const beside = `${tokens[i - 1]?.word ?? ''} ${tokens[i - 2]?.word ?? ''} ${tokens[i + 1]?.word ?? ''}`;
    if (isNiger && /\b(?:state|river|delta|fleuve)\b/.test(beside)) continue;
    // "francais", "french": the language, not the land, unless written as a name
    found.push({ code, form, start: i, end: i + hit.length });
    i += hit.length - 1;
  }
  return found;
}

export function countryContext(
  document: Document,
  mentions: readonly CountryMention[],
  extra: readonly { readonly code: string; readonly token: number; readonly weight: number }[],
): CountryContext {
  const weights = mentions.map((mention) => {
    const before = document.tokens.slice(Math.max(0, mention.start - 2), mention.start);
    const isAside = before.some((token) => side.has(token.word));
    // "Kenyan peacekeepers" serve elsewhere
    const near = document.tokens.slice(Math.max(mention.start - 3, 0), mention.end + 1);
    const isAbroad =
      mention.form === 'adjective' &&
      near.some(({ word }) =>
        /^(?:peacekeepers?|casques|paix|helmets?|contingent|mercenar\w+)$/.test(word),
      );
    const base = isAbroad ? 0.4 : mention.form === 'capital' ? 1 : 2;
    return { code: mention.code, token: mention.start, weight: isAside ? 0.4 : base };
  });
  const all = [...weights, ...extra];
  const ranked = (sentence: number | undefined) => {
    const totals = new Map<string, number>();
    const own = sentence === undefined ? undefined : document.sentences[sentence];
    for (const { code, token, weight } of all) {
      const at = document.sentenceOf(token);
      const near =
        own === undefined
          ? 1
          : at === own.index
            ? 4
            : document.sentences[at]?.paragraph === own.paragraph
              ? 2
              : 1;
      totals.set(code, (totals.get(code) ?? 0) + weight * near);
    }
    return [...totals].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  };
  return { mentions, all: ranked(undefined), around: (sentence) => ranked(sentence) };
}
