/**
 * Places named in a text. A capitalised name counts where the words around it say "there"; the
 * gazetteer, weighed by the countries of the sentence, tells which place it is. Names it does not hold
 * are kept as written: most villages of the Sahel are in no list.
 */
import { type CountryContext, countryBook } from './countries.ts';
import type { Document } from './document.ts';
import type { Lookups, PlaceCandidate } from './types.ts';
import { neighbours } from './words/countries.ts';
import * as words from './words/places.ts';

export type PlaceUse = 'event' | 'weak' | 'destination' | 'speaker' | 'origin' | 'dateline';

export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly use: PlaceUse;
  /** A province, region, district by its noun or its gazetteer row. */
  readonly isArea: boolean;
  readonly isNear: boolean;
  readonly place: PlaceCandidate | undefined;
  readonly country: string | undefined;
  /** Stands behind a comma after another place, as the area that holds it. */
  readonly isContainer: boolean;
  readonly why: string;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

const particles = new Set('da de du la le el al ag n y es ez os dos des d l'.split(' '));
const personTitles = new Set(
  'mr mrs ms dr gen general colonel captain lieutenant major president minister sheikh imam sergeant commander ministre commandant capitaine m mme coach prince emir cheikh adjudant monseigneur pere pope bishop eveque brigadier admiral marshal governor gouverneur'.split(
    ' ',
  ),
);

/** Capitalised words that belong together: "Gorom-Gorom", "Mocimboa da Praia", "Fada N'Gourma". */
function runsOf(document: Document, taken: ReadonlySet<number>): readonly Run[] {
  const { tokens } = document;
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token?.isCapital || taken.has(i) || token.isGlued) continue;
    let end = i + 1;
    while (end < tokens.length) {
      const next = tokens[end];
      if (!next || taken.has(end)) break;
      const glue = next.gap === '-' || next.gap === '';
      if (!glue) break;
      if (next.isCapital || (next.isGlued && /^\p{L}/u.test(next.word))) end += 1;
      else if (
        particles.has(next.word) &&
        tokens[end + 1]?.isCapital &&
        (tokens[end + 1]?.gap === '' || tokens[end + 1]?.isGlued) &&
        !taken.has(end + 1) &&
        (next.isGlued || next.word !== 'de')
      )
        end += 2;
      else break;
    }
    runs.push({ start: i, end });
    i = end - 1;
  }
  return runs;
}

interface Setting {
  readonly use: PlaceUse;
  readonly isTyped: boolean;
  readonly isArea: boolean;
  readonly isNear: boolean;
  readonly isContainer: boolean;
  /** Only a name of the gazetteer will do. */
  readonly needsGazetteer: boolean;
}

function settingOf(
  document: Document,
  run: Run,
  placesBefore: readonly PlaceMention[],
): Setting | undefined {
  const { tokens } = document;
  const word = (at: number) => tokens[at]?.word ?? '';
  const first = tokens[run.start];
  if (!first) return undefined;
  let at = run.start - 1;
  const opens = document.sentences[document.sentenceOf(run.start)]?.tokens[0]?.index === run.start;
  const isCut = /[.;:!?\n]/.test(first.gap);
  // articles: "dans le Soum", "the Tillaberi region"
  if (['le', 'la', 'les', 'l', 'the'].includes(word(at)) && !isCut) at -= 1;
  const adjective =
    /^(?:northern|southern|eastern|western|central|north|south|east|west|far|besieged|troubled|restive|key|nearby|voisin|voisine|rurale|urbaine|militaire|reculee|remote|town|city|village|capital)$/;
  const lead = word(at);
  const tail = word(run.end);
  const isTailed = words.tailNouns.has(tail) && tokens[run.end]?.gap === '';
  const isTailArea = isTailed && words.areaNouns.has(tail);
  const before = tokens.slice(Math.max(0, at - 5), at + 1).map(({ word: each }) => each);
  const isFar = !opens && before.slice(-4).some((each) => words.destination.has(each));
  const isSpeaker = before.slice(-3).some((each) => words.speakerNouns.has(each));
  const placeUse = (): PlaceUse => (isSpeaker ? 'speaker' : isFar ? 'destination' : 'event');
  const base = {
    isTyped: false,
    isArea: isTailArea,
    isNear: false,
    isContainer: false,
    needsGazetteer: false,
  };
  const previous = placesBefore.at(-1);
  if (previous && previous.end >= run.start - 3 && !isCut) {
    const between = tokens
      .slice(previous.end, run.start)
      .map(({ word: each }) => each)
      .join(' ');
    const comma =
      tokens[previous.end]?.gap.includes(',') || tokens[previous.end]?.gap.includes('(');
    if (
      comma &&
      (between === '' ||
        ((isTailArea || words.areaNouns.has(between.split(' ')[0] ?? '')) && between !== ''))
    ) {
      const isPart = isTailArea || words.areaNouns.has(between.split(' ')[0] ?? '');
      return {
        ...base,
        use: previous.use,
        isContainer: isPart || between === '',
        isArea: isPart,
        needsGazetteer: between === '' && !isTailed,
      };
    }
    if (
      /^(?:and|et|or|ou|to|a)$/.test(between) &&
      (previous.use === 'event' || previous.use === 'destination') &&
      !opens
    ) {
      return {
        ...base,
        use: previous.use,
        needsGazetteer:
          !isTailed &&
          !words.typeNouns.has(word(previous.start - 1)) &&
          !['between', 'entre'].includes(word(previous.start - 1)) &&
          previous.place === undefined,
      };
    }
  }
  if (isCut || (opens && !isTailed)) {
    if (
      opens &&
      tokens[run.end]?.plain === "'s" &&
      words.targetNouns.has(wordAfter(document, run.end + 1))
    )
      return { ...base, use: 'event', needsGazetteer: true };
    return undefined;
  }
  // "town of Djibo", "commune rurale de Gayeri", "village Dembo"
  let noun = at;
  if (words.weakLead.has(word(noun))) noun -= 1;
  if (adjective.test(word(noun)) && !words.typeNouns.has(word(noun))) noun -= 1;
  if (words.typeNouns.has(word(noun)) && noun >= run.start - 5) {
    return {
      ...base,
      use: placeUse(),
      isTyped: true,
      isArea: isTailArea || words.areaNouns.has(word(noun)),
      isNear: words.nearLead.has(word(noun - 2)),
    };
  }
  const skipped = adjective.test(lead) ? word(at - 1) : lead;
  if (words.strongLead.has(skipped) || words.strongLead.has(lead)) {
    const leadWord = words.strongLead.has(lead) ? lead : skipped;
    // "a" follows many French verbs of saying: "a declare a Jeune Afrique"
    return {
      ...base,
      use: placeUse(),
      isTyped: isTailed,
      isNear: words.nearLead.has(leadWord),
      needsGazetteer: false,
    };
  }
  if (words.weakLead.has(lead)) {
    const isNear = words.nearLead.has(word(at - 1));
    if (isNear) return { ...base, use: placeUse(), isNear: true };
    const nounBefore = [word(at - 1), word(at - 2)];
    const isTarget = nounBefore.some((each) => words.targetNouns.has(each));
    const use =
      lead === 'from' || (!isTarget && !isTailed)
        ? lead === 'to'
          ? 'destination'
          : 'origin'
        : placeUse();
    return {
      ...base,
      use: use === 'origin' && isTarget ? 'event' : use,
      needsGazetteer: !isTailed,
    };
  }
  if (tokens[run.end]?.plain === "'s")
    return {
      ...base,
      use: words.targetNouns.has(wordAfter(document, run.end + 1)) ? 'event' : 'weak',
      needsGazetteer: true,
    };
  if (isTailed) return { ...base, use: placeUse(), isTyped: true };
  if (words.targetNouns.has(tail) && word(run.start - 1) === 'the')
    return { ...base, use: 'event', needsGazetteer: true };
  return { ...base, use: 'weak', needsGazetteer: true };
}

function wordAfter(document: Document, at: number): string {
  const next = [document.tokens[at]?.word ?? '', document.tokens[at + 1]?.word ?? ''];
  return next.find((each) => words.targetNouns.has(each)) ?? '';
}

/** The place a name stands for, with the reason. */
export function resolvePlace(
  written: string,
  isArea: boolean,
  isSettlement: boolean,
  countries: readonly string[],
  near: readonly PlaceCandidate[],
  lookups: Lookups,
): { readonly place: PlaceCandidate | undefined; readonly why: string } {
  const main = countries.slice(0, 3);
  const around = new Set([
    ...main,
    ...main.slice(0, 1).flatMap((code) => (neighbours[code] ?? '').split(' ')),
  ]);
  const candidates = lookups
    .findPlaces(written, main)
    .filter(({ level, isExact }) => level !== 'country' && (isExact || written.length >= 7));
  const score = (candidate: PlaceCandidate): number => {
    const rank = main.indexOf(candidate.country ?? '');
    const home = rank === 0 ? 60 : rank > 0 ? 45 - 5 * rank : 0;
    const isUnit = candidate.level === 'region' || candidate.level === 'district';
    const fit = isArea ? (isUnit ? 40 : -10) : isSettlement ? (isUnit ? -30 : 15) : isUnit ? 0 : 5;
    const bound = near.some(
      (other) =>
        other !== candidate &&
        other.country === candidate.country &&
        ((other.admin1 !== null && other.admin1 === candidate.admin1) ||
          other.name === candidate.admin1 ||
          other.name === candidate.admin2),
    )
      ? 12
      : 0;
    return (
      home + fit + bound + (candidate.isExact ? 30 : 0) + 3 * Math.log10(candidate.population + 1)
    );
  };
  const allowed = candidates.filter((candidate) => {
    if (main.length === 0)
      return candidate.isExact && (candidate.population >= 15_000 || candidate.level === 'region');
    return (
      main.includes(candidate.country ?? '') ||
      (candidate.isExact && around.has(candidate.country ?? '') && candidate.population >= 5_000)
    );
  });
  const [best, second] = [...allowed].sort((a, b) => score(b) - score(a));
  if (!best)
    return {
      place: undefined,
      why: 'In no list of places for the countries of the text; kept as written.',
    };
  const same =
    second &&
    second.name === best.name &&
    second.country === best.country &&
    second.level === best.level;
  return {
    place: best,
    why: `${best.isExact ? 'Name' : 'Nearly the name'} of a place in ${[best.admin2, best.admin1, best.country].filter((part) => part !== null && part !== '').join(', ')}${same ? '; another place there has the same name' : ''}.`,
  };
}

/** All places named, in order; each name is looked up once per country order. */
export function placeMentions(
  document: Document,
  context: CountryContext,
  taken: ReadonlySet<number>,
  people: ReadonlySet<number>,
  lookups: Lookups,
): readonly PlaceMention[] {
  const { tokens } = document;
  const known = new Map<string, ReturnType<typeof resolvePlace>>();
  const found: PlaceMention[] = [];
  const seen = new Map<string, PlaceMention>();
  for (const run of splitRuns(document, runsOf(document, taken))) {
    const first = tokens[run.start];
    if (
      !first ||
      isNoPlace(document, run) ||
      countryBook.at(tokens, run.start)?.phrase.value.form === 'adjective'
    )
      continue;
    const sentence = document.sentences[document.sentenceOf(run.start)];
    if (!sentence) continue;
    if (isDateline(document, run)) {
      found.push({
        ...plain(document, run),
        use: 'dateline',
        isArea: false,
        isNear: false,
        isContainer: false,
        place: undefined,
        country: undefined,
        why: 'Dateline.',
      });
      continue;
    }
    const setting = settingOf(
      document,
      run,
      found.filter(({ start }) => document.sentenceOf(start) === sentence.index),
    );
    if (!setting) continue;
    if (people.has(run.start) && !setting.isTyped) continue;
    const written = document.quote(run.start, run.end);
    const countries = context.around(sentence.index);
    const key = `${written}|${setting.isArea}|${setting.isTyped}|${countries.slice(0, 3).join()}`;
    const resolved =
      known.get(key) ??
      resolvePlace(
        written,
        setting.isArea,
        setting.isTyped && !setting.isArea,
        countries,
        found.flatMap(({ place }) => (place ? [place] : [])),
        lookups,
      );
    known.set(key, resolved);
    const told = seen.get(written.toLowerCase());
    if (setting.needsGazetteer && !resolved.place?.isExact && !told) continue;
    if (
      setting.use === 'weak' &&
      !told &&
      (resolved.place?.population ?? 0) < 1000 &&
      resolved.place?.level === 'settlement'
    )
      continue;
    const place = resolved.place ?? told?.place;
    const mention: PlaceMention = {
      ...plain(document, run),
      use: setting.use,
      isArea: setting.isArea || place?.level === 'region' || place?.level === 'district',
      isNear: setting.isNear,
      isContainer: setting.isContainer,
      place,
      country: place?.country ?? countries[0],
      why: resolved.why,
    };
    found.push(mention);
    if (setting.use === 'event') seen.set(written.toLowerCase(), mention);
  }
  return found;
}

function plain(document: Document, run: Run): Pick<PlaceMention, 'start' | 'end' | 'written'> {
  return { start: run.start, end: run.end, written: document.quote(run.start, run.end) };
}

/** "l'axe Kantchari-Diapaga": two places. */
function splitRuns(document: Document, runs: readonly Run[]): readonly Run[] {
  return runs.flatMap((run) => {
    const lead = document.tokens
      .slice(Math.max(0, run.start - 2), run.start)
      .some(({ word }) => /^(?:axe|route|road|troncon|highway|axis|between)$/.test(word));
    const cut = Array.from({ length: run.end - run.start - 1 }, (_, i) => run.start + 1 + i).filter(
      (i) => document.tokens[i]?.isGlued && document.tokens[i]?.isCapital,
    );
    const [at] = cut;
    if (!lead || at === undefined || cut.length > 1) return [run];
    return [
      { start: run.start, end: at },
      { start: at, end: run.end },
    ];
  });
}

function isDateline(document: Document, run: Run): boolean {
  const sentence = document.sentences[document.sentenceOf(run.start)];
  if (sentence?.tokens[0]?.index !== run.start || run.end - run.start > 3) return false;
  const after = document.mirror.plain.slice(
    document.tokens[run.end - 1]?.to ?? 0,
    (document.tokens[run.end - 1]?.to ?? 0) + 40,
  );
  return /^(?:,? [^.\n]{0,30})?(?: \([^)]{2,20}\))? ?(?: - |\u2014| \u2014 )/.test(after);
}

function isNoPlace(document: Document, run: Run): boolean {
  const own = document.tokens.slice(run.start, run.end);
  if (own.some(({ word }) => words.notPlaces.has(word))) return true;
  if (own.length === 1 && (own[0]?.word.length ?? 0) < 3) return true;
  if (own.length === 1 && words.widePlaces.has(own[0]?.word ?? '')) return true;
  if (own.length > 4) return true;
  if (personTitles.has(document.tokens[run.start - 1]?.word ?? '')) return true;
  const isAcronym =
    own.length === 1 && own[0]?.isUpper === true && (own[0]?.plain.length ?? 9) <= 6;
  return (
    isAcronym &&
    !/^[^a-z]+$/.test(document.mirror.plain.slice(own[0]?.from ?? 0, (own[0]?.from ?? 0) + 30))
  );
}
