/** What the words around a capitalised name say of it: there, near there, from there, or no place at all. */
import type { Document } from './document.ts';
import {
  isAdjective,
  isListHead,
  movement,
  type PlaceUse,
  type Run,
  toldAfter,
} from './place-movement.ts';
import * as words from './words/places.ts';

export type { PlaceUse, Run } from './place-movement.ts';

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

const plainBase = {
  isTyped: false,
  isArea: false,
  isNear: false,
  isContainer: false,
  needsGazetteer: false,
};

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
    // "during the war in Tigray": where another story plays
    const isWar = /^(?:war|conflict|insurgency|crisis|guerre|conflit|insurrection|crise)$/.test(
      word(at - 1),
    );
    if (isWar) return { ...base, use: 'weak', needsGazetteer: true };
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
  const isAfterBuilding =
    first.gap === ',' &&
    words.facilities.has(word(run.start - 1)) &&
    tokens[run.start - 1]?.isCapital;
  if (isAfterBuilding) return { ...base, use, needsGazetteer: true };
  const isNamed = words.targetNouns.has(tail) && word(run.start - 1) === 'the';
  return { ...base, use: isNamed ? 'event' : 'weak', needsGazetteer: true };
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
  const isTrip = /^(?:his|her|their)$/.test(before[1] ?? '');
  if (
    !isTrip &&
    /\b(?:road|highway|way|route|axe|piste|track)\b/.test(before.slice(0, 2).join(' '))
  ) {
    return { use: 'event', isNear: true, needsGazetteer: false };
  }
  const isFled = before.some((each) =>
    /^(?:displaced|fled|fui|deplacees?|deplaces|chassee?s?)$/.test(each),
  );
  if ((lead === 'from' || lead === 'de' || lead === 'du' || lead === 'd') && isFled) {
    return { use: 'event', isNear: false, needsGazetteer: !isTailed };
  }
  // "le Camp Baba Sy de Ouagadougou": past the name of the camp
  let named = at - 1;
  while (named > at - 5 && document.tokens[named]?.isCapital && !words.targetNouns.has(word(named)))
    named -= 1;
  const isTarget =
    words.targetNouns.has(word(named)) ||
    before.slice(0, 2).some((each) => words.targetNouns.has(each));
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
