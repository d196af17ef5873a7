/** The people a figure counts: the noun phrase after a number. */

import type { Party } from '../domain/vocabulary.ts';
import { unlistedNoun } from './casualty-nouns.ts';
import { auxiliaries, followers, notPeople, set, skipInside, speech } from './casualty-words.ts';
import type { Quantity } from './numerals.ts';
import type { Token } from './tokens.ts';
import type { Measure } from './types.ts';
import { inflicted, specialAfter, suffered } from './words/outcomes.ts';
import { partyOfNoun } from './words/people.ts';

export interface Casualty {
  /** Token positions in the document: the words that say it, `end` excluded. */
  readonly start: number;
  readonly end: number;
  readonly measure: Exclude<Measure, 'denial'>;
  readonly quantity: Quantity | undefined;
  readonly victims: string;
  readonly party: Party;
  readonly isPart: boolean;
}

export type Counted = Casualty['measure'];

export interface Phrase {
  readonly quantity: Quantity;
  /** Local positions. */
  readonly nounAt: number | undefined;
  readonly end: number;
  readonly isDirect: boolean;
}

/** One person by an article: no plural, no name of a body of men. */
const collective = set(
  'people men women children troops police personnel staff corps elderly chief chef dead mort body villageois family militaire militant civilian army member membre agent responsable jeune other autre vdp auxiliary auxiliaries navy marine police victim assailant insurgent jihadist terrorist rebel attacker fighter person personne militant chef notable volunteer',
);
const ordinal =
  /^(?:second|third|fourth|fifth|seconde?|deuxieme|troisieme|quatrieme|cinquieme|sixieme|autre|other)$/;
const one = { low: 1, high: 1, qualifier: 'exact', isVague: false } as const;

/** Adds "a civilian", "an officer", "another", "a third was hurt", which count one person each. */
export function withArticles(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const nth = tokens.flatMap((token, i): Quantity[] =>
    /^(?:a|un|une|le|la|the)$/.test(token.word) &&
    ordinal.test(tokens[i + 1]?.word ?? '') &&
    suffersNext(tokens, i + 2)
      ? [{ ...one, start: i, end: i + 2, isArticle: false }]
      : [],
  );
  const others = quantities.filter(
    ({ start, end }) => !nth.some((each) => start < each.end && each.start < end),
  );
  const taken = new Set(
    [...others, ...nth].flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, i) => start + i),
    ),
  );
  const ones = tokens.flatMap((token, i): Quantity[] => {
    if (taken.has(i) || !/^(?:a|an|another|her|his|its|le|la|the)$/.test(token.word)) return [];
    if (token.word === 'a' && token.isGlued) return [];
    const isThe = /^(?:her|his|its|le|la|the)$/.test(token.word);
    // "his 14-year-old son"
    const age = tokens[i + 1]?.isNumber === true && tokens[i + 2]?.word === 'year' ? 3 : 0;
    const noun = [1, 2].find((step) => {
      const word = tokens[i + age + step]?.word ?? '';
      const party = partyOfNoun(word);
      if ((isThe && step > 1) || ((isThe || step > 1) && party === 'militant')) return false;
      return party !== undefined && !word.endsWith('s') && !collective.has(word);
    });
    const isOther = token.word === 'another' && suffersNext(tokens, i + 1);
    return noun === undefined && !isOther
      ? []
      : [{ ...one, start: i, end: i + 1, isArticle: true }];
  });
  return [...others, ...nth, ...ones].sort((a, b) => a.start - b.start);
}

/** An outcome follows, past auxiliaries and adverbs: "a ete grievement touche". */
export function suffersNext(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (i < at + 5 && auxiliaries.has(tokens[i]?.word ?? '') && tokens[i]?.gap === '') i += 1;
  return suffered.has(tokens[i]?.word ?? '') || (i > at && specialAfter(tokens, i) !== undefined);
}

/** The people counted: head noun within a few words. Undefined when something else is counted. */
export function phraseOf(tokens: readonly Token[], quantity: Quantity): Phrase | undefined {
  const word = (i: number) => tokens[i]?.word ?? '';
  const { end } = quantity;
  if (/^[-/]/.test(tokens[end]?.gap ?? '') && tokens[end]?.isGlued && !partyOfNoun(word(end)))
    return undefined;
  if (/%|\u20ac|\$/.test((tokens[end]?.gap ?? '') + (tokens[quantity.start]?.gap ?? '')))
    return undefined;
  if (isUnitContext(tokens, quantity)) return undefined;
  if (/^(?:how|combien)$/.test(tokens[quantity.start - 1]?.word ?? '')) return undefined;
  if (suffered.has(word(end)) && isClose(tokens, end))
    return { quantity, nounAt: undefined, end, isDirect: true };
  // "une dizaine de disparus", "dozens of wounded"
  if (
    /^(?:de|d|of|des)$/.test(word(end)) &&
    suffered.has(word(end + 1)) &&
    isClose(tokens, end + 1) &&
    partyOfNoun(word(end + 1)) === undefined
  ) {
    return { quantity, nounAt: undefined, end: end + 1, isDirect: true };
  }
  const isAged = tokens[end]?.isNumber === true && word(end + 1) === 'year';
  const limit = quantity.isArticle && !isAged ? 3 : 6;
  for (let i = end; i < Math.min(tokens.length, end + limit); i += 1) {
    const token = tokens[i];
    if (
      !token ||
      (i > end && /[,;:.!?()\u2014"]/.test(token.gap) && !/^"$/.test(token.gap)) ||
      (i === end && /[,;:.!?()]/.test(token.gap))
    )
      break;
    if (notPeople.has(token.word) || speech.test(token.word)) return undefined;
    const party = partyOfNoun(token.word);
    const isHead =
      party !== undefined &&
      !(
        i + 1 < tokens.length &&
        tokens[i + 1]?.gap === '' &&
        partyOfNoun(word(i + 1)) !== undefined &&
        !/^(?:dead|others?|autres?|prisoners?|hostages?|captives?|otages?|prisonniers?)$/.test(
          word(i + 1),
        )
      );
    if (token.word === 'them' || token.word === 'eux' || token.word === 'elles')
      return { quantity, nounAt: undefined, end: i + 1, isDirect: false };
    if (
      isHead &&
      !(
        token.word === 'dead' ||
        token.word === 'others' ||
        token.word === 'autres' ||
        token.word === 'other' ||
        token.word === 'autre'
      )
    )
      return { quantity, nounAt: i, end: phraseEnd(tokens, i), isDirect: false };
    if (isHead || party !== undefined) {
      // "nine others", "trois autres": the noun before is meant
      if (!partyOfNoun(word(i + 1))) return { quantity, nounAt: i, end: i + 1, isDirect: false };
      continue;
    }
    if (suffered.has(token.word) || auxiliaries.has(token.word) || inflicted.has(token.word)) break;
    if (/^(?:in|on|at|by|and|et|dans|par|sur|who|which|qui|que|that|was|were|to)$/.test(token.word))
      break;
  }
  const named = unlistedNoun(tokens, quantity);
  if (named !== undefined)
    return { quantity, nounAt: named, end: phraseEnd(tokens, named), isDirect: false };
  const next = tokens[end];
  // killed eight "crusaders"
  if (
    !quantity.isArticle &&
    /^"/.test(next?.gap ?? '') &&
    next &&
    !suffered.has(next.word) &&
    /s$/.test(next.word)
  ) {
    return { quantity, nounAt: end, end: end + 1, isDirect: false };
  }
  const isOpen =
    !next ||
    /[,;:.!?()\u2014]/.test(next.gap) ||
    followers.has(next.word) ||
    suffered.has(next.word) ||
    auxiliaries.has(next.word) ||
    skipInside.has(next.word);
  if (
    quantity.isArticle &&
    !/^(?:more|other|autre)$/.test(next?.word ?? '') &&
    !suffersNext(tokens, end)
  )
    return undefined;
  return isOpen && !/^(?:several|at-most)$/.test(quantity.isVague ? quantity.qualifier : '')
    ? { quantity, nounAt: undefined, end, isDirect: false }
    : undefined;
}

/** Times, ages, scores, resolution numbers. */
export function isUnitContext(tokens: readonly Token[], { start, end }: Quantity): boolean {
  const before = tokens[start - 1]?.word ?? '';
  const next = tokens[end]?.word ?? '';
  const gap = tokens[end]?.gap ?? '';
  if (
    tokens[start]?.isNumber === true &&
    /^(?:resolution|article|no|page|chapter|aged|age|agee|agees|ages|number|numero|channel|route|highway|km|vers|art|phase|day|grade|group)$/.test(
      before,
    )
  )
    return true;
  if (/^(?:h|heures?|am|pm|a\.m|p\.m|gmt|year|yearold)$/.test(next) && !/[,;]/.test(gap))
    return true;
  if (/^[:/]/.test(gap) && tokens[end]?.isNumber === true) return true;
  if (gap.startsWith('(') && tokens[end]?.isNumber === true) return true;
  if (tokens[end - 1]?.gap.endsWith('(') === true && /^\)/.test(gap) && end - start > 1)
    return false;
  return tokens[start]?.gap.endsWith('(') === true && /^\)/.test(gap);
}

export function isClose(tokens: readonly Token[], at: number): boolean {
  return /^"?$/.test(tokens[at]?.gap ?? '');
}

/** Takes in "and civilians", "of the VDP", "from Guinea" after the head noun. */
export function phraseEnd(tokens: readonly Token[], noun: number): number {
  const word = (i: number) => tokens[i]?.word ?? '';
  const acronym = bracketedAcronym(tokens, noun + 1);
  if (acronym !== undefined) return acronym + 1;
  let end = noun + 1;
  if (
    /^(?:and|et|ou|or)$/.test(word(end)) &&
    partyOfNoun(word(end + 1)) !== undefined &&
    isClose(tokens, end)
  )
    end += 2;
  if (
    /^(?:bleus|armes|armees|civils|civiles|burkinabe|maliens|malien)$/.test(word(end)) &&
    isClose(tokens, end)
  )
    end += 1;
  if (/^(?:of|from|de|du|des|d)$/.test(word(end)) && isClose(tokens, end)) {
    let last = end + 1;
    while (
      last < end + 6 &&
      (tokens[last]?.isCapital ||
        /^(?:the|la|le|l|les|army|armee|militia|milice|same|meme|forces|defense|securite|et|police)$/.test(
          word(last),
        )) &&
      isClose(tokens, last)
    )
      last += 1;
    if (last > end + 1 && !/^(?:the|la|le|les|l|et)$/.test(word(last - 1))) end = last;
  }
  return end;
}

/** Words a name in full takes up before its acronym in brackets. */
const longestName = 8;

/** "Volontaires pour la défense de la patrie (VDP)": the acronym that ends a name begun before `from`. */
function bracketedAcronym(tokens: readonly Token[], from: number): number | undefined {
  for (let i = from; i < Math.min(tokens.length, from + longestName); i += 1) {
    const token = tokens[i];
    if (token === undefined || suffered.has(token.word) || auxiliaries.has(token.word)) return;
    if (token.gap === '(' && token.isUpper && /^\)/.test(tokens[i + 1]?.gap ?? ')')) return i;
    if (token.gap !== '' || token.isNumber) return;
  }
  return;
}

export function victimStart(tokens: readonly Token[], phrase: Phrase): number {
  let start = phrase.quantity.end;
  while (
    start < (phrase.nounAt ?? start) &&
    /^(?:of|de|d|des|the|les|le|la|l)$/.test(tokens[start]?.word ?? '')
  )
    start += 1;
  return phrase.quantity.isArticle && phrase.quantity.end === phrase.quantity.start + 1
    ? phrase.quantity.start
    : start;
}
