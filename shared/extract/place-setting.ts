/** What the words around a capitalised name say of it: there, near there, from there, or no place at all. */
import type { Document } from './document.ts';
import { months, weekdays } from './words/calendar.ts';
import { countries } from './words/countries.ts';
import * as words from './words/places.ts';

export type PlaceUse = 'event' | 'weak' | 'destination' | 'speaker' | 'origin' | 'dateline';

export interface Run {
  /** Token positions, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

/** A place named before in the same sentence. */
export interface EarlierPlace extends Run {
  readonly use: PlaceUse;
  readonly isKnown: boolean;
}

export interface PlaceSetting {
  readonly use: PlaceUse;
  readonly isTyped: boolean;
  readonly isArea: boolean;
  readonly isNear: boolean;
  /** The area that holds the place named just before. */
  readonly isContainer: boolean;
  /** Only a name of the gazetteer will do. */
  readonly needsGazetteer: boolean;
}

const adjective =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|far|besieged|troubled|restive|key|nearby|small|remote|strategic|border|voisin|voisine|rurale|rural|urbaine|militaire|reculee|frontaliere|town|city|village|capital)$/;
const plainBase = {
  isTyped: false,
  isArea: false,
  isNear: false,
  isContainer: false,
  needsGazetteer: false,
};

const peoples = new Set(countries.flatMap(({ adjectives }) => adjectives));
const isAdjective = (word: string) => adjective.test(word) || peoples.has(word);

/** Undefined when the words do not speak of a place. */
export function placeSetting(
  document: Document,
  run: Run,
  earlier: EarlierPlace | undefined,
): PlaceSetting | undefined {
  const { tokens } = document;
  const word = (at: number) => tokens[at]?.word ?? '';
  const first = tokens[run.start];
  if (!first) return undefined;
  const opens = document.sentences[document.sentenceOf(run.start)]?.tokens[0]?.index === run.start;
  const tail = word(run.end);
  const isTailed = words.tailNouns.has(tail) && (tokens[run.end]?.gap ?? '') === '';
  const isTailArea = isTailed && words.areaNouns.has(tail);
  const isPossessive = tokens[run.end]?.plain === "'s";
  const base = { ...plainBase, isArea: isTailArea };
  const part = earlier && partOf(document, run, earlier, isTailed, isTailArea);
  if (part) return { ...base, ...part };
  if (isListHead(document, run)) return { ...base, use: 'event', isTyped: true };
  const isCut = /[.;:!?\n(]/.test(first.gap);
  if (isCut || (opens && !isTailed)) {
    const isTarget = opens && isPossessive && hasTarget(document, run.end + 1);
    return isTarget ? { ...base, use: 'event', needsGazetteer: true } : undefined;
  }
  let at = run.start - 1;
  if (/^(?:le|la|les|l|the)$/.test(word(at))) at -= 1;
  const use = movement(document, at);
  // "cette localite du cercle de X": the area of a place told before
  const lead6 = tokens
    .slice(Math.max(0, run.start - 7), run.start)
    .map(({ word: each }) => each)
    .join(' ');
  if (
    /\b(?:cette|ce|this|that|la meme|the same) (?:localite|village|ville|commune|town|city|area|zone|settlement|community|hameau)(?: \p{L}+){1,4}$/u.test(
      lead6,
    )
  ) {
    return { ...base, use: movement(document, at), isContainer: true, isArea: true };
  }
  // "was Dianga, a hamlet in the commune of Bankass", "Sokoura, where it killed seven"
  const told = toldAfter(document, run);
  if (told) return { ...base, ...told, use: use === 'speaker' ? use : 'event' };
  // "la piste reliant Kandiadiou a Djilacoune"
  if (/^(?:reliant|relie|linking|connecting)$/.test(word(at))) return { ...base, use };
  // "shortly after leaving Beni"
  if (/^(?:leaving|left|quittant|quitte|quitter)$/.test(word(at)))
    return { ...base, use: 'event', isNear: true };
  const typed = /,/.test(first.gap) ? undefined : typedBefore(document, run, at, isTailArea);
  if (typed) return { ...base, ...typed, use };
  const lead = word(at);
  const skipped = isAdjective(lead) ? word(at - 1) : lead;
  const leads = words.strongLead[document.lang];
  const strong = leads.has(lead) ? lead : leads.has(skipped) ? skipped : '';
  if (strong !== '') {
    return { ...base, use, isTyped: isTailed, isNear: words.nearLead.has(strong) };
  }
  // "les combats pour Goma", "the battle for Khartoum"
  if (
    /^(?:for|pour)$/.test(lead) &&
    /^(?:combats|bataille|fighting|fight|battles?|assaut|offensive|lutte)$/.test(word(at - 1))
  )
    return { ...base, use: 'event' };
  if (words.againstLead.has(lead)) {
    // French puts an article before a force, none before a town: "contre Diallassagou"
    const isTown = lead === 'contre' && at === run.start - 1 && !first.isUpper;
    return { ...base, use, needsGazetteer: !isTailed && !isTown };
  }
  if (words.weakLead.has(lead) && use === 'speaker' && words.localLeaders.test(word(at - 1)))
    return { ...base, use };
  if (words.weakLead.has(lead) || words.weakLead.has(skipped)) {
    return { ...base, ...weakly(document, at, use, isTailed) };
  }
  if (words.takesPlace.test(lead) && run.start - at <= 2) return { ...base, use: 'event' };
  if (isPossessive) {
    const isTarget = hasTarget(document, run.end + 1);
    return { ...base, use: isTarget ? 'event' : 'weak', needsGazetteer: true };
  }
  if (isTailed) return { ...base, use, isTyped: true };
  const isNamed = words.targetNouns.has(tail) && word(run.start - 1) === 'the';
  return { ...base, use: isNamed ? 'event' : 'weak', needsGazetteer: true };
}

const settlement =
  /^(?:ville|village|localite|bourg|bourgade|hameau|campement|quartier|faubourg|town|village|city|hamlet)$/;

/** "28 mai, Kolofata (Mayo-Sava) : incursion": the place of an item in a list of events. */
function isListHead(document: Document, run: Run): boolean {
  const { tokens } = document;
  const first = document.sentences[document.sentenceOf(run.start)]?.tokens[0]?.index ?? run.start;
  if (first === run.start || run.start - first > 9) return false;
  const isDated = tokens
    .slice(first, run.start)
    .every(
      ({ word }) =>
        /^\d/.test(word) ||
        months.has(word) ||
        weekdays.has(word) ||
        /^(?:nuit|night|du|au|le|la|l|of|the|on|er|to|et|and|matin|soir|a|vers|h)$/.test(word),
    );
  if (!isDated) return false;
  let end = run.end;
  if (/\(/.test(tokens[end]?.gap ?? ''))
    while (end < run.end + 6 && !/\)/.test(tokens[end]?.gap ?? '')) end += 1;
  return /[:\u2014]/.test(tokens[end]?.gap ?? '');
}

/** What an apposition or "where" behind the name says: "X, a village in Y", "X, where gunmen struck". */
function toldAfter(
  document: Document,
  run: Run,
): Pick<PlaceSetting, 'isTyped' | 'isArea'> | undefined {
  const { tokens } = document;
  const next = tokens[run.end];
  if (!next || !/^[,(]/.test(next.gap)) return undefined;
  if (/^(?:where|ou)$/.test(next.word)) {
    const inside = tokens.slice(run.end + 1, run.end + 10);
    const cut = inside.findIndex(({ gap }) => /[.;:]/.test(gap));
    const isDeed = inside
      .slice(0, cut < 0 ? inside.length : cut)
      .some(({ word }) => isViolent.test(word));
    return isDeed ? { isTyped: true, isArea: false } : undefined;
  }
  const from = /^(?:an?|the|un|une|le|la|l)$/.test(next.word) ? run.end + 1 : run.end;
  const noun = tokens
    .slice(from, from + 3)
    .find(({ word, gap }, i) => (i === 0 || gap === '') && words.typeNouns.has(word));
  if (!noun) return undefined;
  // "Nampala, cercle de Niono" names the area that holds it; "X, village de Y" says what it is
  if (from === run.end && (noun.index !== from || !settlement.test(noun.word))) return undefined;
  return { isTyped: true, isArea: words.areaNouns.has(noun.word) && noun.word !== 'commune' };
}

/** Units below the district: around a village when they stand behind its name. */
const unit = /^(?:communes?|municipality|chefferie|groupement|subdistrict|sector)$/;

/** "Siby, Bamako region", "X, a district in the Y region", "between A and B". */
function partOf(
  document: Document,
  run: Run,
  earlier: EarlierPlace,
  isTailed: boolean,
  isTailArea: boolean,
): (Partial<PlaceSetting> & Pick<PlaceSetting, 'use'>) | undefined {
  const { tokens } = document;
  const distance = run.start - earlier.end;
  if (distance < 0 || distance > 9) return undefined;
  const inside = tokens.slice(earlier.end, run.start + 1);
  if (inside.some(({ gap }) => /[.;:!?\n]/.test(gap))) return undefined;
  const between = inside.slice(0, -1).map(({ word }) => word);
  const text = between.join(' ');
  const isApposed = /[,(]/.test(tokens[earlier.end]?.gap ?? '');
  const isPart =
    isTailArea ||
    (isApposed && [...between, tokens[run.end]?.word ?? ''].some((each) => unit.test(each))) ||
    between.some((each) => words.areaNouns.has(each)) ||
    between.includes('capital') ||
    /\bchef-?lieu\b|\bchef lieu\b/.test(text);
  if (isApposed && text === '') {
    return { use: earlier.use, isContainer: true, isArea: isPart, needsGazetteer: !isTailed };
  }
  const leads =
    /(?:^| )(?:in|dans|of|de|du|d|en|au|within)(?: (?:le|la|les|l|the))?(?: (?:northern|southern|eastern|western|central|besieged|same|meme|\p{L}+ (?:of|de|du)))?$/u;
  if (
    isPart &&
    (isApposed || /^(?:in|dans|of)\b/.test(text)) &&
    (leads.test(text) ||
      (isApposed && /^(?:in|dans|en|au)\b/.test(text)) ||
      between.some((each) => words.areaNouns.has(each)))
  ) {
    return { use: earlier.use, isContainer: true, isArea: true };
  }
  // "a Sanaba, dans la Boucle du Mouhoun": the area around
  if (isApposed && /^(?:dans (?:le|la|les|l)|in the|in|en)$/.test(text))
    return { use: earlier.use, isContainer: true, isArea: true };
  // "Abu Shouk camp, El Fasher, on 11 August": the city after the camp; "Djibo, Arbinda and Dori" is a list
  const isCamp = between.length > 0 && words.tailNouns.has(between.at(-1) ?? '');
  const isList =
    /^(?:and|et|or|ou)$/.test(tokens[run.end]?.word ?? '') ||
    (/,/.test(tokens[run.end]?.gap ?? '') && tokens[run.end]?.isCapital === true);
  if (
    /[,(]/.test(tokens[run.start]?.gap ?? '') &&
    (isCamp || (text === '' && !earlier.isKnown)) &&
    between.length <= 2 &&
    !isList
  )
    return { use: earlier.use, isContainer: true, needsGazetteer: true };
  if (
    /^(?:and|et|or|ou|to|a|en)$/.test(text) &&
    (earlier.use === 'event' || earlier.use === 'destination')
  ) {
    const before = tokens[earlier.start - 1]?.word ?? '';
    const isPair = words.typeNouns.has(before) || /^(?:between|entre|of|de|villages)$/.test(before);
    return { use: earlier.use, needsGazetteer: !isTailed && !isPair && earlier.isKnown };
  }
  return undefined;
}

const isViolent =
  /^(?:kill(?:ed|ing|s)?|shot|wound(?:ed|ing)|injur(?:ed|ing)|kidnap\w*|abduct\w*|attack\w*|ambush\w*|murder\w*|execut\w*|behead\w*|seized|tues?|tuees?|blesses?|assassin\w*|abattus?|enleve\w*|kidnapp\w*|egorg\w*|attaqu\w*|execute\w*|morts?|perdu)$/;

/** Words of the clause around tokens `from` to `at`, up to six before them. */
function clause(tokens: Document['tokens'], from: number, at: number): readonly string[] {
  const before = tokens.slice(Math.max(0, from - 6), at + 1);
  const cut = before.findLastIndex(({ gap }, i) => i > 0 && /[.,;:!?\n]/.test(gap));
  return before.slice(Math.max(cut, 0)).map(({ word }) => word);
}

/** Where the words lead: there, away from there, or to somebody who speaks from there. */
function movement(document: Document, at: number): PlaceUse {
  const { tokens } = document;
  const sentence = document.sentences[document.sentenceOf(Math.max(0, at))];
  const from = Math.max(sentence?.tokens[0]?.index ?? 0, at - 4);
  const before = tokens.slice(from, at + 1);
  const cut = before.findLastIndex(({ gap }, i) => i > 0 && /[,;:]/.test(gap));
  const near = before.slice(Math.max(cut, 0)).map(({ word }) => word);
  // "killed an official in Djibo": hurt there, not speaking from there
  const isHurt = clause(tokens, from, at).some((each) => isViolent.test(each));
  const speaks = near
    .slice(-4)
    .some((each, i, list) => words.speakerNouns.has(each) && list[i + 1] !== 'lieu');
  // brought to a hospital there, unless a shell hit the hospital
  const isCare =
    near.some((each) => words.hospitals.test(each)) &&
    !sentence?.tokens.some(({ word }) =>
      /^(?:hit|struck|bombed|shelled|attacked|stormed|raided|landed|fell|targeted|bombarde|touche|vise|attaque|frappe|pilonne|tombe|tombes)$/.test(
        word,
      ),
    );
  if (isCare) return 'destination';
  const onRoad = tokens
    .slice(Math.max(0, at - 6), at + 1)
    .some(({ word }) => /^(?:road|highway|track|route|axe|piste|troncon)$/.test(word));
  if (onRoad && near.some((each) => /^(?:reliant|relie|linking|connecting)$/.test(each)))
    return 'event';
  if ((speaks || isTitled(document, at)) && !isHurt) return 'speaker';
  const isCamp = near.some((each) => /^(?:camps?|sites?)$/.test(each));
  return near.some(
    (each) =>
      words.destination.has(each) && !(isCamp && /^(?:displaced|refugies|deplaces)$/.test(each)),
  )
    ? 'destination'
    : 'event';
}

/** "the head of the Catholic diocese of Kongoussi", "le maire de la commune de Djibo". */
function isTitled(document: Document, at: number): boolean {
  const word = (i: number) => document.tokens[i]?.word ?? '';
  let i = at;
  while (
    i > at - 7 &&
    (words.weakLead.has(word(i)) ||
      words.typeNouns.has(word(i)) ||
      adjective.test(word(i)) ||
      /^(?:la|le|l|les|the|catholic|catholique|local|locale|police|army|state)$/.test(word(i)))
  )
    i -= 1;
  return i < at && words.titleNouns.has(word(i)) && word(i + 1) !== 'lieu';
}

/** "town of Djibo", "commune rurale de Gayeri", "village Dembo". */
function typedBefore(
  document: Document,
  run: Run,
  at: number,
  isTailArea: boolean,
): Omit<PlaceSetting, 'use' | 'isContainer' | 'needsGazetteer'> | undefined {
  const word = (i: number) => document.tokens[i]?.word ?? '';
  let noun = at;
  if (words.weakLead.has(word(noun))) noun -= 1;
  // "le site de deplaces de Djaiba", "the camp for displaced people in Kutum"
  if (/^(?:deplaces|refugies|people|persons)$/.test(word(noun))) {
    const camp = [1, 2, 3, 4].find((step) => /^(?:site|camp|camps|sites)$/.test(word(noun - step)));
    if (camp !== undefined) noun -= camp;
  }
  if (isAdjective(word(noun)) && !words.typeNouns.has(word(noun))) noun -= 1;
  if (!words.typeNouns.has(word(noun)) || noun < run.start - 7) return undefined;
  // "deux villages de la commune de Seytenga": somewhere in it
  const isWithin =
    /^communes?$/.test(word(noun)) &&
    [2, 3, 4].some((step) => /^(?:villages?|hameaux?|localites?)$/.test(word(noun - step)));
  return {
    isTyped: true,
    isArea: isTailArea || isWithin || words.areaNouns.has(word(noun)),
    isNear: words.nearLead.has(word(noun - 2)) || words.nearLead.has(word(noun - 1)),
  };
}

/** After "of", "de", "from", "to": only beside a noun that can be hit, or near. */
function weakly(
  document: Document,
  at: number,
  moved: PlaceUse,
  isTailed: boolean,
): Pick<PlaceSetting, 'use' | 'isNear' | 'needsGazetteer'> {
  const word = (i: number) => document.tokens[i]?.word ?? '';
  if (words.nearLead.has(word(at - 1))) return { use: moved, isNear: true, needsGazetteer: false };
  const lead = words.weakLead.has(word(at)) ? word(at) : word(at - 1);
  const before = [word(at - 1), word(at - 2), word(at - 3)];
  // "on the road to Bourzanga", "la route de Gorgadji"
  if (/\b(?:road|highway|way|route|axe|piste|track)\b/.test(before.slice(0, 2).join(' '))) {
    return { use: 'event', isNear: true, needsGazetteer: false };
  }
  const isFled = before.some((each) =>
    /^(?:displaced|fled|fui|deplacees?|deplaces|chassee?s?)$/.test(each),
  );
  if ((lead === 'from' || lead === 'de' || lead === 'du' || lead === 'd') && isFled) {
    return { use: 'event', isNear: false, needsGazetteer: !isTailed };
  }
  const isTarget = before.slice(0, 2).some((each) => words.targetNouns.has(each));
  if (isTarget && lead !== 'from' && lead !== 'to')
    return { use: moved, isNear: false, needsGazetteer: false };
  if (lead === 'to') return { use: 'destination', isNear: false, needsGazetteer: !isTailed };
  return {
    use: isTailed && lead !== 'from' ? moved : 'origin',
    isNear: false,
    needsGazetteer: !isTailed,
  };
}

function hasTarget(document: Document, at: number): boolean {
  return [0, 1].some((step) => words.targetNouns.has(document.tokens[at + step]?.word ?? ''));
}
