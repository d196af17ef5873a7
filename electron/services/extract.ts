/** "Read this for me": suggestions from a text with the gazetteer and the actors at hand. Writes nothing. */

import { extract } from '../../shared/extract/extract.ts';
import type {
  ExtractInput,
  Extraction,
  KnownActor,
  Lookups,
  PlaceCandidate,
} from '../../shared/extract/types.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { unitsOf } from '../db/gazetteer/names.ts';
import type { Gazetteer } from '../db/gazetteer/open.ts';
import { listOwnPlaces } from '../db/gazetteer/own-places.ts';
import { placeFold } from '../db/gazetteer/place-fold.ts';
import { searchPlaces } from '../db/gazetteer/search.ts';
import { listActorNames } from '../db/queries/known-actors.ts';
import { gazetteerOf } from './places.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';
import { starterActors } from './starter-actors.ts';

/** Candidates looked at for one name. */
const candidateLimit = 12;

/** Guessing costs 3 ms a name and is often wrong for villages that are in no list: it is left out. */
function searchExact(gazetteer: Gazetteer, name: string, countries: readonly string[]) {
  return searchPlaces(gazetteer, name, { countries, limit: candidateLimit, isExact: true }).filter(
    ({ quality }) => quality === 'exact',
  );
}

/** The same sounds as French, English and local spellings write them: "Barsalogo", "Barsalogho". */
function spellings(name: string): readonly string[] {
  if (name.length < 6) return [];
  const pairs: readonly (readonly [RegExp, string])[] = [
    [/gh/gi, 'g'],
    [/g(?=o|a)/g, 'gh'],
    [/ou/gi, 'u'],
    [/u/gi, 'ou'],
    [/w/gi, 'ou'],
    [/dj/gi, 'j'],
    [/j/gi, 'dj'],
    [/y/gi, 'i'],
    [/(\p{L})\1/giu, '$1'],
    [/e$/gi, ''],
  ];
  return [...new Set(pairs.map(([from, to]) => name.replace(from, to)))].filter(
    (other) => other !== name,
  );
}

/** Places of exactly this name; where there is none, of a name that sounds the same. */
function gazetteerPlaces(
  gazetteer: Gazetteer,
  name: string,
  countries: readonly string[],
): readonly PlaceCandidate[] {
  const exact = searchExact(gazetteer, name, countries);
  const matches =
    exact.length > 0
      ? exact
      : spellings(name).flatMap((other) => searchExact(gazetteer, other, countries));
  return matches.map(({ row }) => {
    const units = unitsOf(gazetteer, row);
    return {
      key: row.key,
      name: row.name,
      country: row.cc || null,
      admin1: units.admin1 ?? null,
      admin2: units.admin2 ?? null,
      level: row.level,
      latitude: row.lat,
      longitude: row.lon,
      population: row.population,
      isExact: exact.length > 0,
    };
  });
}

/** Look-ups without a case: the gazetteer and the starter list. @throws AppError `place/gazetteer-missing` */
export function plainLookups(dataDir: string): Lookups {
  const gazetteer = gazetteerOf(dataDir);
  return {
    actors: starterActors,
    findPlaces: (name, countries) => gazetteerPlaces(gazetteer, name, countries),
  };
}

/** Look-ups of a case: its own actors and places come before the bundled ones. */
export function caseLookups(session: CaseSession, dataDir: string): Lookups {
  const plain = plainLookups(dataDir);
  const own = listActorNames(session.db).map(
    ({ id, name, kind, country, names }): KnownActor => ({
      key: id,
      name,
      kind,
      country,
      names: names === '' ? [] : names.split('\n'),
      isOwn: true,
    }),
  );
  const places = listOwnPlaces(session.db).map((place) => ({
    folded: new Set([place.name, ...place.names.split('|')].map(placeFold)),
    candidate: {
      key: place.id,
      name: place.name,
      country: place.country,
      admin1: place.admin1,
      admin2: place.admin2,
      level: place.geo_level,
      latitude: place.latitude,
      longitude: place.longitude,
      // the analyst's own place outweighs a namesake of the gazetteer
      population: 100_000,
      isExact: true,
    } satisfies PlaceCandidate,
  }));
  return {
    actors: [...own, ...starterActors],
    findPlaces: (name, countries) => {
      const folded = placeFold(name);
      const mine = places.filter((place) => place.folded.has(folded));
      return [...mine.map(({ candidate }) => candidate), ...plain.findPlaces(name, countries)];
    },
  };
}

export function extractFromText(input: ExtractInput, lookups: Lookups): Extraction {
  return extract(input, lookups);
}

/**
 * Suggestions from the stored text of a source.
 * @throws AppError `record/not-found`; `input/invalid` when the source has no text
 */
export function extractFromSource(
  session: CaseSession,
  dataDir: string,
  sourceId: string,
): Extraction {
  const source = requireRecord(session.db, 'source', sourceId);
  if (source.text.trim() === '') {
    throw new AppError('input/invalid', 'This source has no text to read.', { id: sourceId });
  }
  const lang = source.language?.slice(0, 2);
  return extract(
    {
      text: source.text,
      published: source.published,
      lang: lang === 'en' || lang === 'fr' ? lang : 'auto',
    },
    caseLookups(session, dataDir),
  );
}
