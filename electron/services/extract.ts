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
import { readFileInWorker } from '../files/reading/read-in-worker.ts';
import { gazetteerOf } from './places.ts';
import { withoutText } from './read-source-text.ts';
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

/** What a case knows, as plain values: it can be handed to a worker. */
export interface CaseKnowledge {
  readonly actors: readonly KnownActor[];
  readonly places: readonly {
    readonly folded: readonly string[];
    readonly place: PlaceCandidate;
  }[];
}

export const nothingKnown: CaseKnowledge = { actors: [], places: [] };

/** Look-ups of the gazetteer, the starter list and a case, whose own names come first. */
export function lookupsOf(gazetteer: Gazetteer, known: CaseKnowledge = nothingKnown): Lookups {
  return {
    actors: known.actors.length === 0 ? starterActors : [...known.actors, ...starterActors],
    findPlaces: (name, countries) => {
      const folded = placeFold(name);
      const own = known.places.filter((each) => each.folded.includes(folded));
      return [...own.map(({ place }) => place), ...gazetteerPlaces(gazetteer, name, countries)];
    },
  };
}

/** Look-ups without a case. @throws AppError `place/gazetteer-missing` */
export function plainLookups(dataDir: string): Lookups {
  return lookupsOf(gazetteerOf(dataDir));
}

export function knowledgeOf({ db }: CaseSession): CaseKnowledge {
  return {
    actors: listActorNames(db).map(({ id, name, kind, country, names }) => ({
      key: id,
      name,
      kind,
      country,
      names: names === '' ? [] : names.split('\n'),
      isOwn: true,
    })),
    places: listOwnPlaces(db).map((own) => ({
      folded: [own.name, ...own.names.split('|')].map(placeFold),
      place: {
        key: own.id,
        name: own.name,
        country: own.country,
        admin1: own.admin1,
        admin2: own.admin2,
        level: own.geo_level,
        latitude: own.latitude,
        longitude: own.longitude,
        // the analyst's own place outweighs a namesake of the gazetteer
        population: 100_000,
        isExact: true,
      },
    })),
  };
}

export function extractFromText(input: ExtractInput, lookups: Lookups): Extraction {
  return extract(input, lookups);
}

/**
 * Suggestions from a file, as a source opens it: text, web page, Word, PDF.
 * @throws AppError `file/unreadable` (also when it holds no text: `details.notice` says why), `file/too-large`
 */
export async function extractFromFile(
  path: string,
  options: Omit<ExtractInput, 'text'>,
  dataDir: string,
): Promise<Extraction> {
  const { text, notice } = await readFileInWorker(path);
  if (notice !== null) throw withoutText(path, notice);
  return extract({ text, ...options }, plainLookups(dataDir));
}

/**
 * The stored text of a source, ready to read.
 * @throws AppError `record/not-found`; `input/invalid` when the source has no text
 */
export function sourceInput(session: CaseSession, sourceId: string): ExtractInput {
  const source = requireRecord(session.db, 'source', sourceId);
  if (source.text.trim() === '') {
    throw new AppError('input/invalid', 'This source has no text to read.', { id: sourceId });
  }
  const lang = source.language?.slice(0, 2);
  return {
    text: source.text,
    published: source.published,
    lang: lang === 'en' || lang === 'fr' ? lang : 'auto',
  };
}

/** Suggestions from a source of a case. @throws as `sourceInput`, and `place/gazetteer-missing` */
export function extractFromSource(
  session: CaseSession,
  dataDir: string,
  sourceId: string,
): Extraction {
  const lookups = lookupsOf(gazetteerOf(dataDir), knowledgeOf(session));
  return extract(sourceInput(session, sourceId), lookups);
}
