/** What happened to the people counted: the verb after or before them, or one they share. */
import type { Casualty, Counted, Phrase } from './casualty-people.ts';
import { auxiliaries, bodyNouns, set, speech } from './casualty-words.ts';
import type { Token } from './tokens.ts';
import { inflicted, nominal, specialAfter, suffered } from './words/outcomes.ts';
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
    if (special && !(next && i >= next.quantity.start && !isList(tokens, phrase, next)))
      return special;
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
      const isJoined =
        (before === 'and' || before === 'et') &&
        tokens.slice(phrase.end, i).some(({ word: each }) => passiveWords.test(each));
      // "its fighters had killed hundreds": they act
      const isActing =
        /^(?:had|has|have|having|a|ont|avait|avaient|ayant|avoir)$/.test(before) &&
        inflicted.has(token.word) &&
        !(before === 'a' && token.plain === 'a');
      if (isActing) return undefined;
      const isPassive =
        auxiliaries.has(before) ||
        isAdjacent ||
        /e?s$/.test(token.word) ||
        phrase.isDirect ||
        isJoined;
      if (isActive(tokens, i, all)) return undefined;
      if (isPassive || /^(?:died|dead|fled|missing|perished)$/.test(token.word))
        return { measure, end: i + 1 };
    }
    if (inflicted.has(token.word) && isActive(tokens, i, all)) return undefined;
  }
  return undefined;
}

const passiveWords = /^(?:were|was|are|is|been|be|ete|sont|est|furent|etaient|seraient)$/;

/** "une femme et ses deux enfants", "12 soldiers and three civilians", "12 people, including four women". */
export function isList(tokens: readonly Token[], phrase: Phrase, next: Phrase): boolean {
  const from = phrase.isDirect ? phrase.end + 1 : phrase.end;
  const between = tokens
    .slice(from, next.quantity.start)
    .map(({ word }) => word)
    .join(' ');
  return (
    joining.test(
      // "84 mercenaires russes et 47 soldats": an adjective may stand between
      between.replace(
        /^(?!(?:and|et|dont|including|as|ainsi)\b)(?:\p{L}{4,} ){1,2}(?=(?:and|et|dont|ainsi que|including|as well as)\b)/u,
        (words) =>
          words
            .trim()
            .split(' ')
            .some(
              (each) =>
                suffered.has(each) ||
                inflicted.has(each) ||
                auxiliaries.has(each) ||
                notAdjective.test(each),
            )
            ? words
            : '',
      ),
    ) && !/[;:.]/.test(tokens[next.quantity.start]?.gap ?? '')
  );
}

const joining =
  /^(?:(?:and|et|dont|including|as well as|ainsi que|plus|among them|parmi lesquels|parmi eux|along with|ses|her|his|their|leurs|the|ou|d|de|des|du|a|au|aux|to|of|also|egalement)? ?)*$/;
const notAdjective =
  /^(?:dans|sans|avec|pour|contre|apres|near|from|with|into|after|near|when|lors|pres|vers|chez|wearing|says|said)$/;

/** A verb with an object after it: "three attackers killed 12 people". */
export function isActive(tokens: readonly Token[], at: number, all: readonly Phrase[]): boolean {
  const before = tokens[at - 1]?.word ?? '';
  // "83 wounded people": counted as they are
  if (all.some(({ quantity }) => quantity.end === at)) return false;
  const follows = tokens[at + 1];
  if (
    follows?.gap === '' &&
    /^(?:a|an|the|its|his|her|their|another|un|une|le|la|les|des|ses|leurs)$/.test(follows.word) &&
    inflicted.has(tokens[at]?.word ?? '') &&
    !passiveWords.test(before) &&
    !/^(?:le|la|les)$/.test(tokens[at + 1]?.word ?? '')
  )
    return true;
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

export const bridge = set(
  'the lives of some also another about at least de d du des la le les l a an au moins vie up to out over than que mort down dead by nearly almost plus more un une et two its their quelque environ en reportedly',
);

/** "the death toll rose to", "the number of injured at", "les morts se chiffrent a": what is counted up to here. */
function countedBefore(tokens: readonly Token[], at: number): Counted | undefined {
  const w = tokens[at]?.word ?? '';
  if (/^(?:toll|bilan|balance)$/.test(w)) return 'killed';
  if (
    !/^(?:to|at|a|of|de|is|was|were|number|numbered|totalled|totaled|reached|exceeded|exceed|reach|stands?|stood|atteint|depasse|est|etait|number|nombre|count|passed|surpassed|by)$/.test(
      w,
    )
  )
    return undefined;
  const words = tokens
    .slice(Math.max(0, at - 9), at + 1)
    .map(({ word: each, gap }) => (/[,;:.]/.test(gap) ? `| ${each}` : each))
    .join(' ')
    .split('| ')
    .at(-1);
  const match =
    /\b(?:(toll|bilan)|(?:number|nombre|count|total) (?:of|de|des|d) (?:\w+ ){0,2}?(dead|deaths|killed|fatalities|victims|victimes|morts|tues|deces|wounded|injured|blesses|missing|disparus|displaced|deplaces|abducted|kidnapped|enleves|hostages|otages)|(?:the|les|des) (dead|killed|victims|wounded|injured|missing|morts|tues|victimes|blesses|disparus))\b(?: \w+){0,5}$/.exec(
      words ?? '',
    );
  if (!match) return undefined;
  const noun = match[2] ?? match[3];
  if (noun === undefined || /^(?:victim)/.test(noun)) return 'killed';
  return suffered.get(noun) ?? (/^(?:hostages|otages)$/.test(noun) ? 'abducted' : 'killed');
}

/** "killed …", "la mort de …", "toll rose to …", "bodies of …". */
export function outcomeBefore(tokens: readonly Token[], phrase: Phrase): Outcome | undefined {
  const word = (i: number) => tokens[i]?.word ?? '';
  const { start } = phrase.quantity;
  for (let i = start - 1; i >= Math.max(0, start - 5); i -= 1) {
    const token = tokens[i];
    const gap = tokens[i + 1]?.gap ?? '';
    const isToll = /^:/.test(gap) && /^(?:toll|bilan|balance)$/.test(token?.word ?? '');
    if (!token || (/[,;:.!?()\u2014]/.test(gap) && !isToll)) return undefined;
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
    const counted = countedBefore(tokens, i);
    if (counted && !(phrase.isDirect && phrase.nounAt === undefined))
      return { measure: counted, end: phrase.end };
    if (counted) return undefined;
    if (/^(?:cost|costing|coute|coutant)$/.test(w) && phrase.nounAt !== undefined)
      return { measure: 'killed', end: phrase.end };
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
  const end = Math.max(before.local.end, before.end - (tokens[0]?.index ?? 0));
  if (phrase.quantity.start - end > 5) return undefined;
  if (
    !isList(tokens, { ...before.local, end, isDirect: false }, phrase) &&
    !isList(tokens, before.local, phrase)
  )
    return undefined;
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

export function isPartOf(
  tokens: readonly Token[],
  phrase: Phrase,
  before: (Casualty & { readonly local: Phrase }) | undefined,
): boolean {
  const { start, end } = phrase.quantity;
  const lead = tokens
    .slice(Math.max(0, start - 4), start)
    .map(({ word }) => word)
    .join(' ');
  const after = tokens
    .slice(end, end + 3)
    .map(({ word }) => word)
    .join(' ');
  if (
    /\b(?:including|includes|included|dont|among them|among whom|of whom|parmi lesquels|parmi lesquelles|parmi eux|parmi elles|parmi|notamment|compris)(?: (?:at least|au moins|about|some|environ|nearly))?$/.test(
      lead,
    ) ||
    /^(?:of (?:them|whom|those|the (?:wounded|injured|dead|victims))|des (?:blesses|morts|victimes|tues)|d entre|in critical|dans un etat|en etat|in serious)/.test(
      after,
    )
  )
    return true;
  // "dont quatre femmes et un enfant": the second is a part as well
  const joint = tokens[start - 1];
  return (
    before?.isPart === true &&
    joint !== undefined &&
    /^(?:and|et)$/.test(joint.word) &&
    !/,/.test(joint.gap) &&
    start - before.local.end <= 3
  );
}
