/** Finds places for the analyst: in the case and in the offline gazetteer; and says where a point lies. */
import { join } from 'node:path';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { PlaceHit } from '../../shared/contract/read-calls.ts';
import { defaultRadiusM } from '../../shared/domain/geo.ts';
import { type Validity, validityAt } from '../../shared/domain/place-validity.ts';
import { locatePoint, nearestPlace } from '../db/gazetteer/locate.ts';
import { type Match, matchWords, parseQuery } from '../db/gazetteer/match.ts';
import { displayName, unitsOf } from '../db/gazetteer/names.ts';
import { type Gazetteer, openGazetteer } from '../db/gazetteer/open.ts';
import { listOwnPlaces, listUsedCountries, type OwnPlace } from '../db/gazetteer/own-places.ts';
import { placeFold } from '../db/gazetteer/place-fold.ts';
import type { PlaceRow } from '../db/gazetteer/rows.ts';
import { searchPlaces, shortestQuery } from '../db/gazetteer/search.ts';
import { similarNames } from '../db/gazetteer/similar.ts';
import { areaValidity } from './area-names.ts';
import { namesakeCommunes } from './namesake-communes.ts';
import type { CaseSession } from './session.ts';

const opened = new Map<string, Gazetteer>();

/** The gazetteer of a data folder; opened once. Throws `place/gazetteer-missing`. */
export function gazetteerOf(dataDir: string): Gazetteer {
  const known = opened.get(dataDir);
  if (known) return known;
  const gazetteer = openGazetteer(join(dataDir, 'gazetteer.db'));
  opened.set(dataDir, gazetteer);
  // Reading all names takes 140 ms: better now than while somebody types.
  setTimeout(() => similarNames(gazetteer, 'warm', 1), 200).unref();
  return gazetteer;
}

interface OwnState {
  readonly revision: number;
  readonly places: readonly { readonly own: OwnPlace; readonly row: PlaceRow }[];
  readonly countries: readonly string[];
}

const ownStates = new WeakMap<object, OwnState>();

/** A place of the case in the shape that matching works on. */
function rowOf(own: OwnPlace): PlaceRow {
  return {
    id: 0,
    key: own.id,
    name: own.name,
    alternates: own.names,
    lat: own.latitude ?? 0,
    lon: own.longitude ?? 0,
    feature: '',
    cc: own.country ?? '',
    admin1: '',
    admin2: '',
    region: '',
    population: 0,
    level: own.geo_level,
    radius_m: own.radius_m,
  };
}

function ownStateOf(session: CaseSession): OwnState {
  const known = ownStates.get(session);
  if (known && known.revision === session.revision) return known;
  const state: OwnState = {
    revision: session.revision,
    places: listOwnPlaces(session.db).map((own) => ({ own, row: rowOf(own) })),
    countries: listUsedCountries(session.db, 3),
  };
  ownStates.set(session, state);
  return state;
}

const kinds: Readonly<Record<string, string>> = {
  PCLI: 'country',
  ADM1: 'region',
  'ADM1-2025': 'region',
  ADM2: 'district',
  'ADM2-2025': 'district',
  PPLC: 'capital',
  PPLA: 'region-seat',
  PPLA2: 'district-seat',
  PPLX: 'quarter',
  PPLQ: 'former',
  PPLW: 'former',
  PPLH: 'former',
};

/** Settlements by population, metres: 1 km for a village, 5 km for a city of a million. */
function settlementRadiusM(population: number): number {
  if (population >= 1_000_000) return 5_000;
  if (population >= 100_000) return 3_000;
  return population >= 10_000 ? 2_000 : 1_000;
}

/** A gazetteer row as a suggestion. */
function hitOf(
  gazetteer: Gazetteer,
  row: PlaceRow,
  alternate: string | undefined,
  lang: string,
  on: string | null = null,
): PlaceHit {
  const units = unitsOf(gazetteer, row);
  const name = displayName(gazetteer, row, lang);
  const radius =
    row.radius_m ??
    (row.level === 'settlement' ? settlementRadiusM(row.population) : defaultRadiusM(row.level));
  return {
    placeId: null,
    gazetteerId: row.key,
    name,
    matched: alternate === undefined || alternate === name ? null : alternate,
    kind: kinds[row.feature] ?? 'settlement',
    country: row.cc || null,
    admin1: units.admin1 ?? null,
    admin2: units.admin2 ?? null,
    latitude: row.lat,
    longitude: row.lon,
    level: row.level,
    radiusM: radius,
    population: row.population > 0 ? row.population : null,
    valid: validOf(areaValidity(row.key, alternate ?? row.name), on),
  };
}

function ownHit(own: OwnPlace, alternate: string | undefined, on: string | null): PlaceHit {
  const named = own.dated.find(({ name }) => name === (alternate ?? own.name));
  return {
    placeId: own.id,
    gazetteerId: own.gazetteer_id,
    name: own.name,
    matched: alternate ?? null,
    kind: own.kind,
    country: own.country,
    admin1: own.admin1,
    admin2: own.admin2,
    latitude: own.latitude,
    longitude: own.longitude,
    level: own.geo_level,
    radiusM: own.radius_m,
    population: null,
    valid: validOf(named, on),
  };
}

/** Null for a name that always holds. */
function validOf(validity: Validity | undefined, on: string | null): PlaceHit['valid'] {
  if (!validity || (validity.from === null && validity.to === null)) return null;
  const { from, to } = validity;
  return { from, to, atDate: validityAt({ from, to }, on) ?? null };
}

/** Among hits of one name, those whose name held at the date come first; the rest of the order stays. */
function validFirst(hits: readonly PlaceHit[]): PlaceHit[] {
  const isOut = ({ valid }: PlaceHit) =>
    valid?.atDate === 'not-yet' || valid?.atDate === 'no-longer';
  const groups = new Map<string, PlaceHit[]>();
  const keyOf = (hit: PlaceHit) => placeFold(hit.matched ?? hit.name);
  for (const hit of hits) groups.set(keyOf(hit), [...(groups.get(keyOf(hit)) ?? []), hit]);
  for (const group of groups.values()) group.sort((a, b) => Number(isOut(a)) - Number(isOut(b)));
  return hits.flatMap((hit) => groups.get(keyOf(hit))?.shift() ?? []);
}

function searchOwn(state: OwnState, text: string, on: string | null): PlaceHit[] {
  const query = parseQuery(text, { countries: state.countries, near: undefined });
  return state.places
    .flatMap(({ own, row }): { match: Match; own: OwnPlace }[] => {
      const match = matchWords(row, query);
      return match ? [{ match, own }] : [];
    })
    .sort((a, b) => b.match.score - a.match.score)
    .map(({ match, own }) => ownHit(own, match.alternate, on));
}

/**
 * Suggestions for a place name: the case's own places first, then the gazetteer, best first. Countries
 * asked for, or else those most used in the case, come before others. Typing errors are tolerated only
 * where no place of that very name is known. Empty below two letters.
 * @throws AppError `place/gazetteer-missing`
 */
export function searchPlacesFor(
  session: CaseSession,
  dataDir: string,
  args: CallArgs<'place/search'>,
): PlaceHit[] {
  if (args.text.trim().length < shortestQuery) return [];
  const state = ownStateOf(session);
  const own = searchOwn(state, args.text, args.on).slice(0, args.limit);
  const known = new Set(own.map((hit) => hit.gazetteerId));
  const gazetteer = gazetteerOf(dataDir);
  const countries = args.country === undefined ? state.countries : [args.country];
  const found = searchPlaces(gazetteer, args.text, { countries, limit: args.limit })
    .map(({ row, alternate }) => hitOf(gazetteer, row, alternate, args.lang, args.on))
    .concat(namesakeCommunes(gazetteer, args.text, false).filter(inCountry(args.country)))
    .filter((hit) => !known.has(hit.gazetteerId));
  // a commune that the list lacks stands before guesses and mere beginnings
  const whole = placeFold(args.text);
  const inOrder = validFirst(found);
  const isCommune = ({ name, kind }: PlaceHit) => kind === 'commune' && placeFold(name) === whole;
  const communes = inOrder.filter(isCommune);
  const others = inOrder.filter((hit) => !isCommune(hit));
  return [...validFirst(own), ...communes, ...others].slice(0, args.limit);
}

/** So many places of one name in one country are looked at. */
const mostNamesakes = 40;

/**
 * Places of just this name in a country, of the case first; none where no country is given.
 * @throws AppError `place/gazetteer-missing`
 */
export function namesakesOf(
  session: CaseSession,
  dataDir: string,
  { name, country, lang, on }: CallArgs<'place/namesakes'>,
): PlaceHit[] {
  if (country === null || name.trim().length < shortestQuery) return [];
  const wanted = placeFold(name);
  const { places } = ownStateOf(session);
  const own = places
    .filter(({ own: each }) => each.country === country)
    .flatMap(({ own: each }) => {
      const names = [each.name, ...each.names.split('|')];
      const hit = names.find((one) => placeFold(one) === wanted);
      return hit === undefined ? [] : [ownHit(each, hit === each.name ? undefined : hit, on)];
    });
  const known = new Set(own.map((hit) => hit.gazetteerId));
  const gazetteer = gazetteerOf(dataDir);
  const options = { countries: [country], isExact: true, limit: mostNamesakes };
  const found = searchPlaces(gazetteer, name, options)
    .filter(({ row, quality }) => quality === 'exact' && row.cc === country)
    .map(({ row, alternate }) => hitOf(gazetteer, row, alternate, lang, on))
    .concat(namesakeCommunes(gazetteer, name, true).filter(inCountry(country)))
    .filter((hit) => !known.has(hit.gazetteerId));
  return [...validFirst(own), ...validFirst(found)];
}

function inCountry(country: string | undefined): (hit: PlaceHit) => boolean {
  return (hit) => country === undefined || hit.country === country;
}

/**
 * Country, region and province of a point, and the nearest settlement within 300 km.
 * @throws AppError `place/gazetteer-missing`
 */
export function locatePlace(
  dataDir: string,
  args: CallArgs<'place/locate'>,
): CallResult<'place/locate'> {
  const gazetteer = gazetteerOf(dataDir);
  const located = locatePoint(gazetteer, args.longitude, args.latitude);
  const nearest = nearestPlace(gazetteer, args.longitude, args.latitude);
  return {
    country: located?.country ?? null,
    admin1: located?.admin1 ?? null,
    admin2: located?.admin2 ?? null,
    nearest: nearest
      ? {
          hit: hitOf(gazetteer, nearest.row, undefined, args.lang),
          km: Math.round(nearest.km * 10) / 10,
        }
      : null,
  };
}
