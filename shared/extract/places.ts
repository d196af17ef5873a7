/**
 * Places named in a text. A capitalised name counts where the words around it say "there"; the
 * gazetteer, weighed by the countries of the sentence, tells which place it is. Names it does not hold
 * are kept as written: most villages of the Sahel are in no list.
 */
import { soundOf } from '../lib/spelling.ts';
import { type CountryContext, countryBook } from './countries.ts';
import type { Document } from './document.ts';
import { capitalRuns } from './place-capital.ts';
import { isDateline, isNoPlace, isOnRoad, isTownPart, runsOf, splitRuns } from './place-runs.ts';
import { type PlaceUse, placeSetting, type Run } from './place-setting.ts';
import type { Lookups, PlaceCandidate } from './types.ts';
import { neighbours } from './words/countries.ts';
import * as words from './words/places.ts';

export interface PlaceMention {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly use: PlaceUse;
  /** A province, region, district by its noun or its gazetteer row. */
  readonly isArea: boolean;
  readonly isNear: boolean;
  /** A noun says what it is: "town of Djibo". */
  readonly isTyped: boolean;
  readonly place: PlaceCandidate | undefined;
  readonly country: string | undefined;
  /** Stands behind a comma after another place, as the area that holds it. */
  readonly isContainer: boolean;
  /** Stands for a road ("the Gusau-Funtua highway"): a finer place told later replaces it. */
  readonly isRoad: boolean;
  /** A quarter or suburb by the noun beside it. */
  readonly isTownPart: boolean;
  readonly why: string;
}

/** Runs of capitalised words that a sentence leads up to: for the votes on the country. */
export function namesOfPlaces(document: Document, taken: ReadonlySet<number>): readonly Run[] {
  return runsOf(document, taken).filter((run) => {
    const setting = isNoPlace(document, run) ? undefined : placeSetting(document, run, undefined);
    return setting !== undefined && setting.use !== 'weak';
  });
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
    .filter(
      ({ level, isExact, name }) =>
        level !== 'country' &&
        (isExact || (written.length >= 6 && soundOf(written) === soundOf(name))),
    );
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
      return (
        candidate.isExact &&
        candidate.name.toLowerCase() === written.toLowerCase() &&
        (candidate.population >= 15_000 ||
          candidate.level === 'region' ||
          (isArea && candidate.level === 'district'))
      );
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
  const capitals = capitalRuns(document, context);
  const runs = [...splitRuns(document, runsOf(document, taken)), ...capitals].sort(
    (a, b) => a.start - b.start,
  );
  for (const run of runs) {
    const first = tokens[run.start];
    const capital = capitals.find((each) => each === run);
    if (
      !first ||
      (!capital &&
        (isNoPlace(document, run) ||
          countryBook.at(tokens, run.start)?.phrase.value.form === 'adjective'))
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
        isTyped: false,
        isContainer: false,
        isRoad: false,
        isTownPart: false,
        ...datelinePlace(document, run, context.around(sentence.index), lookups),
        why: 'Dateline.',
      });
      continue;
    }
    const last = found.findLast(({ start }) => document.sentenceOf(start) === sentence.index);
    const setting = placeSetting(
      document,
      run,
      last && {
        start: last.start,
        end: last.end,
        use: last.use,
        isKnown: last.place !== undefined,
      },
    );
    if (!setting) continue;
    if (people.has(run.start) && !setting.isTyped) continue;
    const written = document.quote(run.start, run.end);
    const countries = capital ? [capital.country] : context.around(sentence.index);
    // a name beside no word for a place counts only where the text speaks of its country
    if (setting.use === 'weak' && countries.length === 0) continue;
    const key = `${written}|${setting.isArea}|${setting.isTyped}|${countries.slice(0, 3).join()}`;
    const resolved =
      known.get(key) ??
      resolvePlace(
        capital?.name ?? written,
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
      isTyped: setting.isTyped,
      isContainer: setting.isContainer,
      isRoad: isOnRoad(document, run),
      isTownPart:
        isTownPart(document, run) ||
        (place === undefined && words.buildings.test(tokens[run.end]?.word ?? '')),
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

/** Where the text was written: the place of "in the city" when no other is named. */
function datelinePlace(
  document: Document,
  run: Run,
  countries: readonly string[],
  lookups: Lookups,
): Pick<PlaceMention, 'place' | 'country'> {
  const { place } = resolvePlace(
    document
      .quote(run.start, run.end)
      .toLowerCase()
      .replace(/(?<!\p{L})\p{L}/gu, (c) => c.toUpperCase()),
    false,
    true,
    countries,
    [],
    lookups,
  );
  return { place, country: place?.country ?? undefined };
}
