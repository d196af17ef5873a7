/** Figures of people: how many of whom suffered what. Works on the tokens of one sentence. */

import {
  ellipticOutcome,
  inheritedFrom,
  isPartOf,
  outcomeAfter,
  outcomeBefore,
} from './casualty-outcomes.ts';
import {
  type Casualty,
  type Counted,
  type Phrase,
  phraseOf,
  victimStart,
  withArticles,
} from './casualty-people.ts';
import { bodyNouns } from './casualty-words.ts';
import { heavyLosses } from './heavy-losses.ts';
import { quantitiesOf } from './numerals.ts';
import type { Token } from './tokens.ts';
import { inflicted, suffered } from './words/outcomes.ts';
import { partyOfNoun, partyOfPhrase } from './words/people.ts';

type Local = Casualty & { readonly local: Phrase };

export function casualtiesOf(
  tokens: readonly Token[],
  blocked: ReadonlySet<number>,
  quote: (start: number, end: number) => string,
  told?: Counted,
): readonly Casualty[] {
  const quantities = withArticles(tokens, quantitiesOf(tokens)).filter(
    ({ start, end }) => !rangeBlocked(tokens, start, end, blocked),
  );
  const phrases = quantities.flatMap((quantity) => phraseOf(tokens, quantity) ?? []);
  const found: Local[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const casualty = casualtyOf(tokens, phrase, phrases.at(at + 1), phrases, found, quote, told);
    if (casualty) found.push(casualty);
  }
  return [
    ...found.map(({ local, ...casualty }, i) =>
      isNamedAgain(tokens, local, i, found) ? { ...casualty, isPart: true } : casualty,
    ),
    ...bare(tokens, found, quote),
    ...heavyLosses(tokens, found, quote),
  ];
}

function casualtyOf(
  tokens: readonly Token[],
  phrase: Phrase,
  next: Phrase | undefined,
  phrases: readonly Phrase[],
  found: readonly Local[],
  quote: (start: number, end: number) => string,
  told: Counted | undefined,
): Local | undefined {
  const word = (i: number) => tokens[i]?.word ?? '';
  const before = found.at(-1);
  const { quantity, nounAt } = phrase;
  if (isFreed(tokens, quantity.start)) return undefined;
  const after = outcomeAfter(tokens, phrase, next, phrases);
  // "killing 9 of them, while the rest fled": what stands next to the figure tells its fate
  const isFar = after !== undefined && after.end - phrase.end > 5;
  const left = after && !isFar ? undefined : outcomeBefore(tokens, phrase);
  const right = isFar && left ? undefined : after;
  const inherited = right || left ? undefined : inheritedFrom(tokens, phrase, before);
  const elliptic = right || left || inherited ? undefined : ellipticOutcome(tokens, phrase, before);
  const body =
    nounAt !== undefined && bodyNouns.has(word(nounAt))
      ? ({ measure: 'killed', end: phrase.end } as const)
      : undefined;
  const outcome = right ?? left ?? inherited ?? elliptic ?? body ?? talliedAs(tokens, phrase, told);
  if (!outcome) return undefined;
  if (
    quantity.isArticle &&
    nounAt === undefined &&
    !/^(?:more|other|autre|another|others)$/.test(word(quantity.end)) &&
    word(quantity.start) !== 'another' &&
    !phrase.isDirect
  )
    return undefined;
  const measure =
    outcome.measure === 'wounded' && succumbs(tokens, phrase.end) ? 'killed' : outcome.measure;
  const offset = tokens[0]?.index ?? 0;
  const own =
    nounAt === undefined ? '' : quote(offset + victimStart(tokens, phrase), offset + phrase.end);
  const isSuccumbed = outcome.measure === 'wounded' && measure === 'killed';
  const isPart =
    (before !== undefined || /^(?:of|des)$/.test(word(quantity.end))) &&
    (isPartOf(tokens, phrase, before) || (isSuccumbed && before?.measure === 'killed'));
  const whole = found.findLast((each) => !each.isPart) ?? before;
  // "killing three soldiers and wounding two", "a third", "two others": the same people
  const isMore = /^(?:others?|autres?)$/.test(own.toLowerCase().split(' ').at(-1) ?? '');
  const shared = (nounAt === undefined || isMore) && whole ? whole : undefined;
  const party =
    shared?.party ??
    (nounAt === undefined
      ? 'unknown'
      : partyOfPhrase(own.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()));
  if (
    measure === 'displaced' &&
    (party === 'militant' || party === 'military' || party === 'police' || nounAt === undefined)
  )
    return undefined;
  const limit = atLeastAfter(tokens, Math.max(phrase.end, isFar ? 0 : (right?.end ?? 0)));
  const isEither =
    measure === 'wounded' &&
    /^(?:or|ou)$/.test(word(quantity.start - 2)) &&
    inflicted.get(word(quantity.start - 3)) === 'killed';
  const isJoinedEnd =
    right !== undefined &&
    right.end <= phrase.end + 3 &&
    !tokens.slice(phrase.end, right.end).some(({ gap }) => gap.includes(','));
  return {
    start: offset + quantity.start,
    end: offset + (isJoinedEnd && right ? right.end : phrase.end),
    measure: isEither ? 'killed' : measure,
    quantity: isEither
      ? { ...quantity, low: null, high: quantity.high, qualifier: 'at-most' }
      : limit && quantity.qualifier === 'exact'
        ? { ...quantity, high: null, qualifier: 'at-least' }
        : quantity,
    victims: own === '' || isMore ? (shared?.victims ?? own) : own,
    party: partyOfLosses(tokens, phrase, party),
    isPart,
    local: phrase,
  };
}

/** "Two neighbours, a nurse and a driver, were taken": the two are told apart. */
function isNamedAgain(
  tokens: readonly Token[],
  local: Phrase,
  at: number,
  found: readonly Local[],
): boolean {
  if (!local.quantity.isArticle) return false;
  const count = found.slice(0, at).findLast(({ local: { quantity } }) => !quantity.isArticle);
  const size = count?.quantity?.low ?? 0;
  const from = count ? found.indexOf(count) : -1;
  const listed = found.slice(from + 1, from + 1 + size);
  return (
    size >= 2 &&
    listed.length === size &&
    at <= from + size &&
    listed.every((each) => each.local.quantity.isArticle && each.measure === count?.measure) &&
    tokens[listed[0]?.local.quantity.start ?? 0]?.gap === ',' &&
    listed[0]?.local.quantity.start === count?.local.end
  );
}

/** "two of the wounded have since succumbed": counted among the dead. */
function succumbs(tokens: readonly Token[], end: number): boolean {
  return tokens
    .slice(end, end + 5)
    .some(
      ({ word, gap }, i) =>
        /^(?:succomb\w+|decedee?s?|died)$/.test(word) && !(i > 0 && /[,;.]/.test(gap)),
    );
}

/** "On parle de 272 civils": counted like what the sentence before tells. */
function talliedAs(
  tokens: readonly Token[],
  phrase: Phrase,
  told: Counted | undefined,
): { readonly measure: Counted; readonly end: number } | undefined {
  if (told === undefined || phrase.nounAt === undefined || phrase.quantity.isArticle)
    return undefined;
  const lead = tokens
    .slice(Math.max(0, phrase.quantity.start - 4), phrase.quantity.start)
    .map(({ word }) => word)
    .join(' ');
  // "avance une centaine de victimes"
  if (
    told === 'killed' &&
    /^(?:victims?|victimes?|fatalities)$/.test(tokens[phrase.nounAt]?.word ?? '')
  )
    return { measure: told, end: phrase.end };
  return /\b(?:parl(?:e|ent|ait) de|parle d|fait etat de|avance le chiffre de|evoque|recense|denombre|compte|speaks? of|spoke of|counted|put the (?:number|toll|figure) at|listed|identified)$/.test(
    lead,
  )
    ? { measure: told, end: phrase.end }
    : undefined;
}

/** "400 morts au moins". */
function atLeastAfter(tokens: readonly Token[], end: number): boolean {
  const words = tokens.slice(end, end + 2).map(({ word }) => word);
  return /^(?:au moins|at least|au minimum|ou plus|or more)$/.test(words.join(' '));
}

/** "the army lost seven men": they are soldiers. */
function partyOfLosses(
  tokens: readonly Token[],
  { quantity }: Phrase,
  party: Casualty['party'],
): Casualty['party'] {
  if (party !== 'unknown') return party;
  const lead = tokens
    .slice(Math.max(0, quantity.start - 8), quantity.start)
    .map(({ word }) => word)
    .join(' ');
  const isLost =
    /\b(?:lost|losing|perdu|perdre|perdant|perte de|coute)(?: (?:at|least|au|moins|about|some|quelque|environ|de|d))*$/.test(
      lead,
    );
  return isLost &&
    /\b(?:army|troops|soldiers|military|forces|armee|soldats|militaires|battalion|brigade|bataillon|fama)\b/.test(
      lead,
    )
    ? 'military'
    : party;
}

/** "released 14 of the 25", "a libere dix otages": good news is no toll. */
function isFreed(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 3), at)
    .some(({ word }) =>
      /^(?:releas(?:ed|ing)|freed|freeing|rescu(?:ed|ing)|libere[rs]?|liberant|relache[rs]?|recupere|sauve)$/.test(
        word,
      ),
    );
}

function rangeBlocked(
  tokens: readonly Token[],
  start: number,
  end: number,
  blocked: ReadonlySet<number>,
): boolean {
  for (let i = start; i < end; i += 1) if (blocked.has(tokens[i]?.index ?? -1)) return true;
  return false;
}

/** People without a number: "left soldiers dead", "killed civilians". */
function bare(
  tokens: readonly Token[],
  found: readonly Casualty[],
  quote: (start: number, end: number) => string,
): readonly Casualty[] {
  const offset = tokens[0]?.index ?? 0;
  const result: Casualty[] = [];
  for (const [i, token] of tokens.entries()) {
    const party = partyOfNoun(token.word);
    if (!party || party === 'unknown' || !/s$|people|children|men$|women$|troops/.test(token.word))
      continue;
    if (found.some(({ start, end }) => token.index >= start - 1 && token.index < end + 1)) continue;
    const next = tokens[i + 1]?.word ?? '';
    const before = tokens[i - 1]?.word ?? '';
    const before2 = tokens[i - 2]?.word ?? '';
    const isLeft = /^(?:left|leaving|laisse|laissant)$/.test(before) && suffered.has(next);
    const isObject =
      inflicted.has(before) &&
      !/^(?:were|was|been|ete|sont|claimed)$/.test(before2) &&
      before !== 'claimed' &&
      before !== 'lost';
    if (!isLeft && !isObject) continue;
    const measure = isLeft ? suffered.get(next) : inflicted.get(before);
    if (!measure || measure === 'displaced' || found.some((each) => each.measure === measure))
      continue;
    result.push({
      start: offset + i - 1,
      end: offset + i + (isLeft ? 2 : 1),
      measure,
      quantity: undefined,
      victims: quote(offset + i, offset + i + 1),
      party,
      isPart: false,
    });
  }
  return result;
}
