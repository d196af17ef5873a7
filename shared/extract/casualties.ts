/** Figures of people: how many of whom suffered what. Works on the tokens of one sentence. */
import type { Party } from '../domain/vocabulary.ts';
import { type Quantity, quantitiesOf } from './numerals.ts';
import type { Token } from './tokens.ts';
import type { Measure } from './types.ts';
import { inflicted, nominal, suffered } from './words/outcomes.ts';
import { partyOfNoun, partyOfPhrase } from './words/people.ts';

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

type Counted = Casualty['measure'];

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));
const auxiliaries = set(
  'were was have has had been be being are is also reportedly allegedly all both then thus later either who still already confirmed feared presumed believed reported found ' +
    'ont ete a sont est etaient etait seraient serait auraient aurait avaient furent avoir avait portes porte portees portee grievement gravement legerement mortellement sauvagement seriously severely critically badly fatally aussi egalement ainsi encore laches tous toutes se qui avec deja',
);
const skipInside = set(
  'of de d des du the les le la l their its our ses leurs leur nos other others autres autre d entre eux them more least new young old more supplementaires additional further innocent local foreign suspected presumed alleged armed elderly unarmed civilian',
);
const notPeople = set(
  'percent per cent pour km kilometres kilometers metres meters miles hectares tonnes tons litres hours hour heures heure h minutes minute seconds days day jours jour weeks week semaines semaine months month mois years year ans annees annee ' +
    'dollars euros francs fcfa cfa naira shillings gmt am pm vehicles vehicle vehicules vehicule motorcycles motorbikes motos moto pick-ups pickups trucks houses homes huts maisons cases boutiques shops cattle boeufs moutons sheep cows goats camels chameaux tetes rifles weapons armes kalashnikovs villages towns sites schools ecoles points buts goals matches kits times fois attacks attaques operations incidents raids ambushes rockets roquettes shells obus drones bombs sources residents-said degrees villages localites communes provinces regions countries pays assaults explosions attempts',
);
const bodyNouns = set('body bodies corpse corpses corps cadavre cadavres depouilles');
const followers = set(
  'and et in on at near including dont when while during as by par dans a au aux lors or ou mais but before after apres avant from since depuis so far with that were was dead according selon for en hier yesterday today of to les le la du de people ont sont',
);
const speech =
  /^(?:said|told|says|added|reported|announced|claimed|indique|declare|affirme|annonce|rapporte|raconte|assure|precise)$/;

interface Phrase {
  readonly quantity: Quantity;
  /** Local positions. */
  readonly nounAt: number | undefined;
  readonly end: number;
  readonly isDirect: boolean;
}

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

function rangeBlocked(
  tokens: readonly Token[],
  start: number,
  end: number,
  blocked: ReadonlySet<number>,
): boolean {
  for (let i = start; i < end; i += 1) if (blocked.has(tokens[i]?.index ?? -1)) return true;
  return false;
}

/** Adds "a civilian", "an officer", "another", which count one person each. */
function withArticles(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
): readonly Quantity[] {
  const taken = new Set(
    quantities.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, i) => start + i),
    ),
  );
  const ones = tokens.flatMap((token, i): Quantity[] => {
    if (taken.has(i) || !/^(?:a|an|another|her|his|its|le|la|the)$/.test(token.word)) return [];
    if (token.word === 'a' && tokens[i]?.isGlued) return [];
    const isThe = /^(?:her|his|its|le|la|the)$/.test(token.word);
    const noun = [1, 2].find((step) => {
      const word = tokens[i + step]?.word ?? '';
      if (isThe && (step > 1 || partyOfNoun(word) === 'militant')) return false;
      if (step > 1 && partyOfNoun(word) === 'militant') return false;
      return (
        partyOfNoun(word) !== undefined &&
        !word.endsWith('s') &&
        !/^(?:people|men|women|children|troops|police|personnel|staff|corps|elderly|chief|chef|dead|mort|body|villageois|family|militaire|militant|civilian|army|member|membre|agent|responsable|jeune|other|autre|vdp|auxiliary|auxiliaries|navy|marine|police|victim|assailant|insurgent|jihadist|terrorist|rebel|attacker|fighter|person|personne|militant|chef|notable|volunteer)$/.test(
          word,
        )
      );
    });
    const isOther = token.word === 'another' && suffersNext(tokens, i + 1);
    if (noun === undefined && !isOther) return [];
    return [
      {
        start: i,
        end: i + 1,
        low: 1,
        high: 1,
        qualifier: 'exact',
        isArticle: true,
        isVague: false,
      },
    ];
  });
  return [...quantities, ...ones].sort((a, b) => a.start - b.start);
}

function suffersNext(tokens: readonly Token[], at: number): boolean {
  return (
    suffered.has(tokens[at]?.word ?? '') ||
    (auxiliaries.has(tokens[at]?.word ?? '') && suffered.has(tokens[at + 1]?.word ?? ''))
  );
}

/** The people counted: head noun within a few words. Undefined when something else is counted. */
function phraseOf(tokens: readonly Token[], quantity: Quantity): Phrase | undefined {
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
  const limit = quantity.isArticle ? 3 : 6;
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
    if (
      i > end &&
      /^(?:in|on|at|by|and|et|dans|par|sur|who|which|qui|que|that|was|were|to)$/.test(token.word)
    )
      break;
  }
  const next = tokens[end];
  // killed eight "crusaders"
  if (/^"/.test(next?.gap ?? '') && next && !suffered.has(next.word) && /s$/.test(next.word)) {
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
function isUnitContext(tokens: readonly Token[], { start, end }: Quantity): boolean {
  const before = tokens[start - 1]?.word ?? '';
  const next = tokens[end]?.word ?? '';
  const gap = tokens[end]?.gap ?? '';
  if (
    /^(?:resolution|article|no|page|chapter|aged|age|agee|agees|ages|number|numero|channel|route|highway|km|vers|art|phase|day|grade|group)$/.test(
      before,
    )
  )
    return true;
  if (/^(?:h|heures?|am|pm|a\.m|p\.m|gmt|year|yearold)$/.test(next) && !/[,;]/.test(gap))
    return true;
  if (/^[:/]/.test(gap) && tokens[end]?.isNumber === true) return true;
  if (gap.startsWith('(') && tokens[end]?.isNumber === true) return true;
  return tokens[start]?.gap.endsWith('(') === true && /^\)/.test(gap);
}

function isClose(tokens: readonly Token[], at: number): boolean {
  return /^"?$/.test(tokens[at]?.gap ?? '');
}

/** Takes in "and civilians", "of the VDP", "from Guinea" after the head noun. */
function phraseEnd(tokens: readonly Token[], noun: number): number {
  const word = (i: number) => tokens[i]?.word ?? '';
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

function victimStart(tokens: readonly Token[], phrase: Phrase): number {
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

interface Outcome {
  readonly measure: Counted;
  readonly end: number;
}

/** "… were killed", "… dead", "… ont perdu la vie", "… taken hostage". */
function outcomeAfter(
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
    if (inNext && next && next.isDirect && i === next.end && !isList(tokens, phrase, next))
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
function isList(tokens: readonly Token[], phrase: Phrase, next: Phrase): boolean {
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
function isActive(tokens: readonly Token[], at: number, all: readonly Phrase[]): boolean {
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

function specialAfter(tokens: readonly Token[], at: number): Outcome | undefined {
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

const bridge = set(
  'the lives of some also another about at least de d du des la le les l a an au moins vie up to out over than que mort down dead by nearly almost plus more un une et two its their quelque environ en reportedly',
);

/** "killed …", "la mort de …", "toll rose to …", "bodies of …". */
function outcomeBefore(tokens: readonly Token[], phrase: Phrase): Outcome | undefined {
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
function inheritedFrom(
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
function ellipticOutcome(
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

function isPartOf(tokens: readonly Token[], phrase: Phrase): boolean {
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
