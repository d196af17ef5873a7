/** What happened to the people counted: the verb after or before them, or one they share. */
import {
  auxiliaries,
  bodyNouns,
  type Casualty,
  type Counted,
  type Phrase,
  set,
  speech,
} from './casualty-people.ts';
import type { Token } from './tokens.ts';
import { inflicted, nominal, suffered } from './words/outcomes.ts';
import { partyOfNoun } from './words/people.ts';

export interface Outcome {
  readonly measure: Counted;
  readonly end: number;
}

/** "… were killed", "… dead", "… ont perdu la vie", "… taken hostage". */
export function outcomeAfter(
  tokens: readonly Token[],
  phrase: Phrase,
  next: Phrase | undefined,
  all: readonly Phrase[],
): Outcome | undefined {
  const word = (i: number) => tokens[i]?.word ?? '';
  for (let i = phrase.end; i < Math.min(tokens.length, phrase.end + 14); i += 1) {
    const token = tokens[i];
    if (
      !token ||
      (i > phrase.end && /[;:.!?\u2014]/.test(token.gap)) ||
      (i === phrase.end && /[;:.!?\u2014]/.test(token.gap))
    )
      return undefined;
    if (speech.test(token.word) && !suffered.has(token.word)) return undefined;
    const special = specialAfter(tokens, i);
    if (special) return special;
    const measure = suffered.get(token.word);
    // "in the midst of displaced people": another noun phrase
    if (
      measure !== undefined &&
      i > phrase.end &&
      /^(?:of|the|by|by|de|des|du|les|aux|par|une|un|d|ces|leurs|avec|with|to|than|que)$/.test(
        word(i - 1),
      )
    )
      return undefined;
    const inNext = next !== undefined && i >= next.quantity.start;
    if (inNext && next?.isDirect && i === next.end && !isList(tokens, phrase, next))
      return undefined;
    if (inNext && next && !isList(tokens, phrase, next)) return undefined;
    if (measure !== undefined && token.word !== 'perdu') {
      const before = word(i - 1);
      const isAdjacent = i === phrase.end || /^"?,?$/.test(token.gap) === false;
      const isPassive =
        auxiliaries.has(before) ||
        isAdjacent ||
        /e?s$/.test(token.word) ||
        phrase.isDirect ||
        before === 'and' ||
        before === 'et';
      if (isActive(tokens, i, all)) return undefined;
      if (isPassive || /^(?:died|dead|fled|missing|perished)$/.test(token.word))
        return { measure, end: i + 1 };
    }
    if (inflicted.has(token.word) && isActive(tokens, i, all)) return undefined;
  }
  return undefined;
}

/** "une femme et ses deux enfants", "12 soldiers and three civilians", "12 people, including four women". */
export function isList(tokens: readonly Token[], phrase: Phrase, next: Phrase): boolean {
  const from = phrase.isDirect ? phrase.end + 1 : phrase.end;
  const between = tokens
    .slice(from, next.quantity.start)
    .map(({ word }) => word)
    .join(' ');
  return (
    /^(?:(?:and|et|dont|including|as well as|ainsi que|plus|among them|parmi lesquels|ses|her|his|their|leurs|the|ou)? ?)*$/.test(
      between,
    ) && !/[;:.]/.test(tokens[next.quantity.start]?.gap ?? '')
  );
}

/** A verb with an object after it: "three attackers killed 12 people". */
export function isActive(tokens: readonly Token[], at: number, all: readonly Phrase[]): boolean {
  const before = tokens[at - 1]?.word ?? '';
  if (
    auxiliaries.has(before) &&
    before !== 'a' &&
    before !== 'ont' &&
    before !== 'who' &&
    before !== 'qui' &&
    before !== 'have' &&
    before !== 'has' &&
    before !== 'had'
  )
    return false;
  const after = all.find(
    ({ quantity }) =>
      quantity.start === at + 1 ||
      (quantity.start === at + 2 && /^(?:the|les|another|some)$/.test(tokens[at + 1]?.word ?? '')),
  );
  if (
    after &&
    inflicted.has(tokens[at]?.word ?? '') &&
    (tokens[after.quantity.start]?.gap ?? '') === ''
  )
    return true;
  return (
    inflicted.has(tokens[at]?.word ?? '') &&
    partyOfNoun(tokens[at + 1]?.word ?? '') !== undefined &&
    (tokens[at + 1]?.gap ?? '') === '' &&
    !/^(?:dead)$/.test(tokens[at + 1]?.word ?? '')
  );
}

export function specialAfter(tokens: readonly Token[], at: number): Outcome | undefined {
  const words = tokens
    .slice(at, at + 6)
    .map(({ word }) => word)
    .join(' ');
  const forms: readonly (readonly [RegExp, Counted])[] = [
    [/^(?:perdu|perdent) la vie\b/, 'killed'],
    [/^(?:lost|losing|lose) their li(?:fe|ves)\b/, 'killed'],
    [/^(?:trouve|trouvent) la mort\b/, 'killed'],
    [/^(?:shot|burned|hacked|beaten|burnt) (?:dead|to death|alive)\b/, 'killed'],
    [/^(?:taken|held) (?:hostage|captive|prisoner)s?\b/, 'abducted'],
    [/^(?:pris|prises|prise|emmenes|emmene|emmenees)(?: en)? otages?\b/, 'abducted'],
    [/^(?:faits?) prisonniers?\b/, 'captured'],
    [/^(?:contraint\w*|force\w*) (?:a|de|to) (?:fuir|flee|leave|quitter)\b/, 'displaced'],
    [/^ont fui\b/, 'displaced'],
    [/^(?:seized|taken|snatched|whisked)(?: away)? (?:from|by|at|during|in|on)\b/, 'abducted'],
    [/^mis(?:es)? hors (?:d etat de nuire|de combat)\b/, 'killed'],
    [/^put out of action\b/, 'killed'],
    [/^prisoners?\b/, 'captured'],
    [/^hostages?\b/, 'abducted'],
  ];
  for (const [pattern, measure] of forms) {
    const match = pattern.exec(words);
    if (match) return { measure, end: at + match[0].split(' ').length };
  }
  return undefined;
}

export const bridge = set(
  'the lives of some also another about at least de d du des la le les l a an au moins vie up to out over than que mort down dead by nearly almost plus more un une et two its their quelque environ en reportedly',
);

/** "killed …", "la mort de …", "toll rose to …", "bodies of …". */
export function outcomeBefore(tokens: readonly Token[], phrase: Phrase): Outcome | undefined {
  const word = (i: number) => tokens[i]?.word ?? '';
  const { start } = phrase.quantity;
  for (let i = start - 1; i >= Math.max(0, start - 5); i -= 1) {
    const token = tokens[i];
    const gap = tokens[i + 1]?.gap ?? '';
    if (!token || /[,;:.!?()\u2014]/.test(gap)) return undefined;
    const w = token.word;
    if ((w === 'took' || w === 'take' || w === 'taking') && i >= start - 2) {
      const after = tokens
        .slice(phrase.end, phrase.end + 2)
        .map(({ word: each }) => each)
        .join(' ');
      if (/^(?:prisoner|hostage|captive)/.test(after))
        return { measure: /^pris/.test(after) ? 'captured' : 'abducted', end: phrase.end + 1 };
      return undefined;
    }
    if (w === 'lives' || w === 'vie' || bodyNouns.has(w))
      return { measure: 'killed', end: phrase.end };
    if (
      /^(?:toll|bilan|number|nombre|count)$/.test(w) ||
      (/^(?:at|to|a)$/.test(w) &&
        tokens
          .slice(Math.max(0, i - 5), i)
          .some(({ word: each }) => /^(?:toll|bilan|number|count)$/.test(each)))
    ) {
      return phrase.nounAt === undefined && !phrase.isDirect
        ? { measure: 'killed', end: phrase.end }
        : phrase.nounAt !== undefined
          ? { measure: 'killed', end: phrase.end }
          : undefined;
    }
    const measure = inflicted.get(w);
    if (
      measure !== undefined &&
      !(w === 'claimed' && !/^(?:the )?lives/.test(`${word(i + 1)} ${word(i + 2)}`)) &&
      !(w === 'lost' && phrase.nounAt === undefined) &&
      !(w === 'seized' && phrase.nounAt === undefined)
    ) {
      // "were killed three times": a passive verb governs what stands before it
      const isPassive = /^(?:were|was|been|be|etes|ete|sont|est|being)$/.test(word(i - 1));
      return isPassive ? undefined : { measure, end: phrase.end };
    }
    const named = nominal.get(w);
    if (named !== undefined) return { measure: named, end: phrase.end };
    if (!bridge.has(w)) return undefined;
  }
  return undefined;
}

/** "12 soldiers and three civilians": the second shares the verb; "including four women" is a part. */
export function inheritedFrom(
  tokens: readonly Token[],
  phrase: Phrase,
  before: (Casualty & { readonly local: Phrase }) | undefined,
): Outcome | undefined {
  if (!before) return undefined;
  const distance = phrase.quantity.start - before.local.end;
  if (distance > 5) return undefined;
  if (!isList(tokens, before.local, phrase)) return undefined;
  const joint = tokens[phrase.quantity.start - 1]?.word ?? '';
  if (phrase.quantity.isArticle && !/^(?:and|et|plus|including|dont|que|as)$/.test(joint))
    return undefined;
  return { measure: before.measure, end: phrase.end };
}

/** "put the toll at 100; the police confirmed 45": the same measure, told shorter. */
export function ellipticOutcome(
  tokens: readonly Token[],
  phrase: Phrase,
  before: Casualty | undefined,
): Outcome | undefined {
  if (!before || phrase.nounAt !== undefined || phrase.quantity.isArticle) return undefined;
  const verb = tokens[phrase.quantity.start - 1]?.word ?? '';
  const next = tokens[phrase.end];
  const isBare = !next || /[,;.]/.test(next.gap) || /^(?:and|et|while|mais|but)$/.test(next.word);
  const isSaid =
    /^(?:confirmed|confirms|confirme|says|said|counted|avance|evoque|reported|reports|gave|claimed|at|of)$/.test(
      verb,
    );
  return isBare && isSaid ? { measure: before.measure, end: phrase.end } : undefined;
}

export function isPartOf(tokens: readonly Token[], phrase: Phrase): boolean {
  const lead = tokens
    .slice(Math.max(0, phrase.quantity.start - 3), phrase.quantity.start)
    .map(({ word }) => word)
    .join(' ');
  const after = tokens
    .slice(phrase.quantity.end, phrase.quantity.end + 2)
    .map(({ word }) => word)
    .join(' ');
  return (
    /\b(?:including|dont|among them|parmi lesquels|parmi eux|parmi)(?: at least| au moins)?$/.test(
      lead,
    ) || /^(?:of them|d entre|in critical)/.test(after)
  );
}
