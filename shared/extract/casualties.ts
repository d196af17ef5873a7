/** Figures of people: how many of whom suffered what. Works on the tokens of one sentence. */

import {
  ellipticOutcome,
  inheritedFrom,
  isPartOf,
  outcomeAfter,
  outcomeBefore,
} from './casualty-outcomes.ts';
import {
  bodyNouns,
  type Casualty,
  type Phrase,
  phraseOf,
  victimStart,
  withArticles,
} from './casualty-people.ts';
import { quantitiesOf } from './numerals.ts';
import type { Token } from './tokens.ts';
import { inflicted, suffered } from './words/outcomes.ts';
import { partyOfNoun, partyOfPhrase } from './words/people.ts';

export function casualtiesOf(
  tokens: readonly Token[],
  blocked: ReadonlySet<number>,
  quote: (start: number, end: number) => string,
): readonly Casualty[] {
  const word = (i: number) => tokens[i]?.word ?? '';
  const quantities = withArticles(tokens, quantitiesOf(tokens)).filter(
    ({ start, end }) => !rangeBlocked(tokens, start, end, blocked),
  );
  const phrases = quantities.flatMap((quantity) => phraseOf(tokens, quantity) ?? []);
  const found: (Casualty & { readonly local: Phrase })[] = [];
  for (const [at, phrase] of phrases.entries()) {
    const next = phrases[at + 1];
    const before = found.at(-1);
    if (isFreed(tokens, phrase.quantity.start)) continue;
    const right = outcomeAfter(tokens, phrase, next, phrases);
    const left = right ? undefined : outcomeBefore(tokens, phrase);
    const inherited = right || left ? undefined : inheritedFrom(tokens, phrase, before);
    const elliptic =
      right || left || inherited ? undefined : ellipticOutcome(tokens, phrase, found.at(-1));
    const body =
      phrase.nounAt !== undefined && bodyNouns.has(word(phrase.nounAt))
        ? ({ measure: 'killed', end: phrase.end } as const)
        : undefined;
    const outcome = right ?? left ?? inherited ?? elliptic ?? body;
    if (!outcome) continue;
    if (
      phrase.quantity.isArticle &&
      phrase.nounAt === undefined &&
      !/^(?:more|other|autre|another|others)$/.test(word(phrase.quantity.end)) &&
      !phrase.isDirect
    )
      continue;
    const offset = tokens[0]?.index ?? 0;
    const nounEnd = phrase.end;
    const victims =
      phrase.nounAt === undefined
        ? ''
        : quote(offset + victimStart(tokens, phrase), offset + nounEnd);
    const party =
      phrase.nounAt === undefined
        ? inherited && before
          ? before.party
          : 'unknown'
        : partyOfPhrase(victims.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
    if (
      outcome.measure === 'displaced' &&
      (party === 'militant' ||
        party === 'military' ||
        party === 'police' ||
        phrase.nounAt === undefined)
    )
      continue;
    const isPart = isPartOf(tokens, phrase) && before !== undefined;
    found.push({
      start: offset + phrase.quantity.start,
      end: offset + (right && right.end <= nounEnd + 3 ? right.end : nounEnd),
      measure: outcome.measure,
      quantity: phrase.quantity,
      victims: victims === '' && isPart && before ? before.victims : victims,
      party,
      isPart,
      local: phrase,
    });
  }
  return [
    ...found.map(({ local: _local, ...casualty }) => casualty),
    ...bare(tokens, found, quote),
  ];
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
