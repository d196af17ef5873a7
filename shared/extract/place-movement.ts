/** Where words lead: to a place, away from it, to somebody who speaks from there; and what stands behind a name. */
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

const adjective =
  /^(?:northern|southern|eastern|western|central|north|south|east|west|northeastern|northwestern|southeastern|southwestern|far|besieged|troubled|restive|key|nearby|small|remote|strategic|border|voisin|voisine|rurale|rural|urbaine|militaire|reculee|frontaliere|town|city|village|capital)$/;

const peoples = new Set(countries.flatMap(({ adjectives }) => adjectives));
export const isAdjective = (word: string) => adjective.test(word) || peoples.has(word);

const settlement =
  /^(?:ville|village|localite|bourg|bourgade|hameau|campement|quartier|faubourg|town|village|city|hamlet)$/;

/** "28 mai, Kolofata (Mayo-Sava) : incursion": the place of an item in a list of events. */
export function isListHead(document: Document, run: Run): boolean {
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
export function toldAfter(
  document: Document,
  run: Run,
): { readonly isTyped: boolean; readonly isArea: boolean } | undefined {
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

const isViolent =
  /^(?:kill(?:ed|ing|s)?|shot|wound(?:ed|ing)|injur(?:ed|ing)|kidnap\w*|abduct\w*|attack\w*|ambush\w*|murder\w*|execut\w*|behead\w*|seized|tues?|tuees?|blesses?|assassin\w*|abattus?|enleve\w*|kidnapp\w*|egorg\w*|attaqu\w*|execute\w*|morts?|perdu)$/;

/** Words of the clause around tokens `from` to `at`, up to six before them. */
function clause(tokens: Document['tokens'], from: number, at: number): readonly string[] {
  const before = tokens.slice(Math.max(0, from - 6), at + 1);
  const cut = before.findLastIndex(({ gap }, i) => i > 0 && /[.,;:!?\n]/.test(gap));
  return before.slice(Math.max(cut, 0)).map(({ word }) => word);
}

/** Where the words lead: there, away from there, or to somebody who speaks from there. */
export function movement(document: Document, at: number): PlaceUse {
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
export function isTitled(document: Document, at: number): boolean {
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
