/** Finds places by name: accents, Arabic spelling variants and small typing errors do not matter. */
import { type Match, matchSimilar, matchWords, parseQuery, type Query } from './match.ts';
import type { Gazetteer } from './open.ts';
import { readPlaces } from './rows.ts';
import { similarNames } from './similar.ts';

export interface SearchOptions {
  /** Countries whose places come first, ISO 3166-1 alpha-2. */
  readonly countries?: readonly string[];
  /** A point in degrees; places near it come first. */
  readonly near?: { readonly lat: number; readonly lon: number } | undefined;
  /** Whole names only: no beginnings of names, no guesses. */
  readonly isExact?: boolean;
  /** At most so many results. */
  readonly limit: number;
}

/** Shortest text searched for; one letter would match tens of thousands of names. */
export const shortestQuery = 2;

/** Words of a query as FTS5 strings; folded text holds letters, digits and spaces only. */
function wordsOf(folded: string, isPrefix: boolean): string {
  return folded
    .split(' ')
    .map((word) => (isPrefix ? `"${word}" *` : `"${word}"`))
    .join(' ');
}

/** Place ids, weightiest first: rows are numbered by weight, so no sorting is needed. */
function idsMatching(gazetteer: Gazetteer, match: string, limit: number): number[] {
  return gazetteer.db
    .prepare<[string, number], number>(
      'select rowid from place_words where place_words match ? order by rowid limit ?',
    )
    .pluck()
    .all(match, limit);
}

function candidates(gazetteer: Gazetteer, query: Query): readonly number[] {
  const prefix = wordsOf(query.folded, true);
  const whole = wordsOf(query.folded, false);
  const home = query.countries.map((cc) => `"ccx${cc.toLowerCase()}"`).join(' OR ');
  return [
    ...new Set([
      ...(home ? idsMatching(gazetteer, `(${prefix}) AND (${home})`, 60) : []),
      ...idsMatching(gazetteer, whole, 60),
      ...idsMatching(gazetteer, prefix, 80),
    ]),
  ];
}

/** Places whose names hold these words, those of the wanted countries first. */
function wholeNames(gazetteer: Gazetteer, query: Query): readonly number[] {
  const whole = wordsOf(query.folded, false);
  const home = query.countries.map((cc) => `"ccx${cc.toLowerCase()}"`).join(' OR ');
  return [
    ...new Set([
      ...(home ? idsMatching(gazetteer, `(${whole}) AND (${home})`, 40) : []),
      ...idsMatching(gazetteer, whole, 40),
    ]),
  ];
}

/**
 * Places whose name, or another name of theirs, is or begins with `text`; where none does at home,
 * also names a letter or two away (quality `similar`: a guess for the analyst to judge).
 * Best first. Empty below two letters.
 */
export function searchPlaces(gazetteer: Gazetteer, text: string, options: SearchOptions): Match[] {
  const query = parseQuery(text, { countries: options.countries ?? [], near: options.near });
  if (query.folded.length < shortestQuery) return [];
  const ids =
    options.isExact === true ? wholeNames(gazetteer, query) : candidates(gazetteer, query);
  const found = readPlaces(gazetteer, ids).flatMap((row) => {
    const match = matchWords(row, query);
    return match ? [match] : [];
  });
  const isHomeSettled = found.some(
    ({ quality, row }) =>
      (quality === 'exact' || quality === 'prefix') &&
      (query.countries.length === 0 || query.countries.includes(row.cc)),
  );
  const guesses =
    isHomeSettled || options.isExact === true
      ? []
      : guessesFor(gazetteer, query, new Set(found.map(({ row }) => row.id)));
  return [...found, ...guesses].sort((a, b) => b.score - a.score).slice(0, options.limit);
}

function guessesFor(gazetteer: Gazetteer, query: Query, known: ReadonlySet<number>): Match[] {
  const similar = similarNames(gazetteer, query.folded, 60).filter(({ id }) => !known.has(id));
  const edits = new Map(similar.map(({ id, edits: count }) => [id, count]));
  return readPlaces(gazetteer, [...edits.keys()]).map((row) =>
    matchSimilar(row, query, edits.get(row.id) ?? 2),
  );
}
