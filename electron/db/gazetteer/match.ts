/** How well a place answers what was typed. Pure; scores are only compared with one another. */
import { placeFold } from './place-fold.ts';
import type { PlaceRow } from './rows.ts';

export type MatchQuality = 'exact' | 'prefix' | 'part' | 'similar';

export interface Query {
  /** Folded words without generic ones. */
  readonly folded: string;
  /** A word such as "province" was typed: areas come first. */
  readonly wantsArea: boolean;
  /** Countries that come first, ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  readonly near?: { readonly lat: number; readonly lon: number } | undefined;
}

export interface Match {
  readonly row: PlaceRow;
  readonly quality: MatchQuality;
  /** The other name that matched; undefined when the place's own name did. */
  readonly alternate: string | undefined;
  readonly score: number;
}

const genericWords = new Set(
  [
    'province region district department departement departement cercle commune ville town city village',
    'du de la le les des d l of the محافظه منطقه ولايه مدينه مقاطعه اقليم دائره',
  ].flatMap((line) => line.split(' ')),
);
const areaWords = new Set(
  'province region district department departement cercle محافظه منطقه ولايه مقاطعه اقليم'.split(
    ' ',
  ),
);

/** Reads what was typed: "province du Loroum" asks for an area called Loroum. */
export function parseQuery(text: string, options: Pick<Query, 'countries' | 'near'>): Query {
  const words = placeFold(text).split(' ');
  const telling = words.filter((word) => !genericWords.has(word));
  const folded = (telling.length > 0 ? telling : words).join(' ');
  const wantsArea = telling.length > 0 && words.some((word) => areaWords.has(word));
  return { folded, wantsArea, ...options };
}

const qualityScore: Readonly<Record<MatchQuality, number>> = {
  exact: 100,
  prefix: 55,
  part: 30,
  similar: 45,
};

function compare(name: string, folded: string): Exclude<MatchQuality, 'similar'> | undefined {
  if (name === folded) return 'exact';
  if (name.startsWith(folded)) return 'prefix';
  const words = name.split(' ');
  return folded.split(' ').every((part) => words.some((word) => word.startsWith(part)))
    ? 'part'
    : undefined;
}

function weight(row: PlaceRow): number {
  switch (row.level) {
    case 'country':
      return 34;
    case 'region':
      return row.feature.endsWith('2025') ? 12 : 18;
    case 'district':
      return row.feature.endsWith('2025') ? 12 : 16;
    default:
      return 8 + 4 * Math.log10(row.population + 1);
  }
}

function kilometres(row: PlaceRow, near: { readonly lat: number; readonly lon: number }): number {
  const east = (row.lon - near.lon) * Math.cos((near.lat * Math.PI) / 180);
  return Math.hypot(row.lat - near.lat, east) * 111.2;
}

function scoreOf(row: PlaceRow, query: Query, base: number): number {
  const isHome = query.countries.includes(row.cc);
  const isArea = row.level === 'region' || row.level === 'district';
  const closeness = query.near ? 20 * Math.exp(-kilometres(row, query.near) / 200) : 0;
  return base + weight(row) + (isHome ? 30 : 0) + closeness + (query.wantsArea && isArea ? 40 : 0);
}

/** Match of a place found by its words; undefined when the words were spread over several names. */
export function matchWords(row: PlaceRow, query: Query): Match | undefined {
  const own = compare(placeFold(row.name), query.folded);
  if (own === 'exact' || own === 'prefix') {
    const score = scoreOf(row, query, qualityScore[own]);
    return { row, quality: own, alternate: undefined, score };
  }
  let best: Pick<Match, 'quality' | 'alternate'> | undefined =
    own === undefined ? undefined : { quality: own, alternate: undefined };
  for (const alternate of row.alternates === '' ? [] : row.alternates.split('|')) {
    const quality = compare(placeFold(alternate), query.folded);
    if (quality === undefined) continue;
    if (!best || qualityScore[quality] > qualityScore[best.quality]) best = { quality, alternate };
    if (quality === 'exact') break;
  }
  // Another name counts a little less than the place's own.
  return best && { row, ...best, score: scoreOf(row, query, qualityScore[best.quality] - 5) };
}

/** Match of a place whose name is a few edits away. */
export function matchSimilar(row: PlaceRow, query: Query, edits: number): Match {
  const score = scoreOf(row, query, qualityScore.similar - 12 * edits);
  return { row, quality: 'similar', alternate: undefined, score };
}
