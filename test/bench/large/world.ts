/** What invented incidents are made of: countries with places, actors, sources, words. All invented. */
import { type ActorKind, actorKinds } from '../../../shared/domain/vocabulary.ts';
import { type Random, randomFrom, weighted, zipf } from './random.ts';

/** Code, ACLED's name and number, middle, spread in degrees, weight. */
const countryList = [
  ['SY', 'Syria', 760, 35, 38.5, 2, 90],
  ['UA', 'Ukraine', 804, 48.5, 34, 4, 85],
  ['YE', 'Yemen', 887, 15.5, 45, 2.5, 70],
  ['MX', 'Mexico', 484, 23, -102, 5, 60],
  ['BR', 'Brazil', 76, -10, -50, 9, 58],
  ['IN', 'India', 356, 22, 79, 7, 75],
  ['MM', 'Myanmar', 104, 21, 96, 3, 48],
  ['AF', 'Afghanistan', 4, 34, 66, 3, 45],
  ['NG', 'Nigeria', 566, 9, 8, 3, 42],
  ['SO', 'Somalia', 706, 4, 45, 3, 40],
  ['PK', 'Pakistan', 586, 30, 70, 4, 40],
  ['IQ', 'Iraq', 368, 33, 44, 2.5, 38],
  ['CD', 'Democratic Republic of Congo', 180, -3, 24, 6, 33],
  ['SD', 'Sudan', 729, 15, 30, 5, 30],
  ['PS', 'Palestine', 275, 31.8, 35, 0.5, 28],
  ['BF', 'Burkina Faso', 854, 12.6, -1.6, 1.8, 22],
  ['CO', 'Colombia', 170, 4, -73, 4, 22],
  ['ML', 'Mali', 466, 15, -3, 4, 20],
  ['LB', 'Lebanon', 422, 33.9, 35.8, 0.6, 20],
  ['PH', 'Philippines', 608, 12, 122, 4, 17],
  ['ET', 'Ethiopia', 231, 9, 39, 3.5, 17],
  ['SS', 'South Sudan', 728, 7, 30, 2.5, 14],
  ['CM', 'Cameroon', 120, 6, 12, 3, 14],
  ['KE', 'Kenya', 404, 0.5, 37.5, 2.5, 13],
  ['NE', 'Niger', 562, 15, 8, 4, 11],
  ['LY', 'Libya', 434, 28, 17, 4, 10],
  ['CF', 'Central African Republic', 140, 6.5, 20.5, 3, 9],
  ['MZ', 'Mozambique', 508, -14, 38, 4, 8],
  ['TD', 'Chad', 148, 15, 19, 4, 5],
  ['BJ', 'Benin', 204, 10.5, 2.3, 1.4, 2],
  ['TG', 'Togo', 768, 9, 1, 1, 1.2],
  ['RW', 'Rwanda', 646, -2, 30, 0.6, 1],
] as const;

/** Type, sub-type, weight, share of incidents with dead. */
export const typeList = [
  ['Battles', 'Armed clash', 0.251, 0.5],
  ['Battles', 'Government regains territory', 0.0095, 0.5],
  ['Battles', 'Non-state actor overtakes territory', 0.0095, 0.5],
  ['Protests', 'Peaceful protest', 0.251, 0.002],
  ['Protests', 'Protest with intervention', 0.016, 0.01],
  ['Protests', 'Excessive force against protesters', 0.003, 0.4],
  ['Violence against civilians', 'Attack', 0.136, 0.6],
  ['Violence against civilians', 'Abduction/forced disappearance', 0.031, 0.1],
  ['Violence against civilians', 'Sexual violence', 0.003, 0.1],
  ['Explosions/Remote violence', 'Shelling/artillery/missile attack', 0.081, 0.3],
  ['Explosions/Remote violence', 'Air/drone strike', 0.042, 0.4],
  ['Explosions/Remote violence', 'Remote explosive/landmine/IED', 0.027, 0.45],
  ['Explosions/Remote violence', 'Grenade', 0.004, 0.3],
  ['Explosions/Remote violence', 'Suicide bomb', 0.0014, 0.8],
  ['Riots', 'Mob violence', 0.043, 0.1],
  ['Riots', 'Violent demonstration', 0.027, 0.04],
  ['Strategic developments', 'Looting/property destruction', 0.022, 0],
  ['Strategic developments', 'Arrests', 0.012, 0],
  ['Strategic developments', 'Change to group/activity', 0.01, 0],
  ['Strategic developments', 'Disrupted weapons use', 0.01, 0],
  ['Strategic developments', 'Agreement', 0.002, 0],
  ['Strategic developments', 'Other', 0.005, 0],
] as const;

const syllables =
  'ba be bo bou da de di djo dou fa fo ga gao gui ha ka ke ki ko kou la le lo lou ma me mo na ne nia no oua ou ra re ri ro sa se si so sou ta te to tou wa ya ye yo za zo'.split(
    ' ',
  );
const tails = ['', '', '', 'gou', 'ra', 'ni', 'la', 'ré', 'sso', 'mba', 'ko', 'ndi'];
const groups =
  'Front,Movement,Army,Militia,Brigade,Self-Defence Group,Police Forces,Military Forces,Communal Group,Party,Union,Network,Battalion,Council'.split(
    ',',
  );
const manners =
  'Popular,Islamic,National,United,Northern,Southern,Free,Revolutionary,Patriotic,Democratic,Eastern,Western,Youth'.split(
    ',',
  );
const media = 'News,Radio,Times,Observer,Daily,Post,Agency,Monitor,Tribune,Watch'.split(',');
const commonWords =
  'the of and in to a on by with from at for was were that after several members forces killed wounded armed men local group area soldiers civilians according source between village town district road near day night army police attack fire during two three four five people including other their against while following they his its no not have been which who when where around towards into under over about some many one also more all out up down then than before again because security government militia fighters gunmen motorcycles weapons vehicles houses burned residents authorities statement claimed responsibility responded withdrew injured dead toll number unknown unidentified suspected'.split(
    ' ',
  );
/** The first ones act everywhere, as ACLED's generic actors do. */
const generic: readonly (readonly [name: string, kind: ActorKind])[] = [
  ['Civilians', 'civilians'],
  ['Unidentified Armed Group', 'unidentified'],
  ['Protesters', 'protesters'],
  ['Rioters', 'rioters'],
  ['Unidentified Communal Militia', 'identity-militia'],
];

export interface Place {
  readonly name: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly places: readonly Place[];
  readonly drawPlace: (random: Random) => number;
  /** Positions in `World.actors`. */
  readonly actors: readonly number[];
  readonly drawActor: (random: Random) => number;
}

export interface World {
  readonly countries: readonly Country[];
  readonly drawCountry: (random: Random) => number;
  readonly actors: readonly { readonly name: string; readonly kind: ActorKind }[];
  readonly drawGeneric: (random: Random) => number;
  readonly sources: readonly string[];
  readonly drawSource: (random: Random) => number;
  readonly words: readonly string[];
  readonly drawWord: (random: Random) => number;
  readonly drawType: (random: Random) => number;
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

function invent(random: Random, length = 2 + random.below(2)): string {
  let name = '';
  for (let n = 0; n < length; n += 1) name += random.pick(syllables);
  name += random.pick(tails);
  return (name[0] ?? '').toUpperCase() + name.slice(1);
}

function inventPlaces(random: Random, lat: number, lon: number, spread: number) {
  const places: Place[] = [];
  const weights: number[] = [];
  const around = (middle: number, by: number) => middle + (random.share() - 0.5) * by;
  for (let regions = 6 + random.below(14); regions > 0; regions -= 1) {
    const admin1 = invent(random);
    const [regionLat, regionLon] = [around(lat, 2 * spread), around(lon, 2 * spread)];
    const heat = random.share() ** 3 + 0.03;
    for (let districts = 3 + random.below(7); districts > 0; districts -= 1) {
      const admin2 = invent(random);
      const [districtLat, districtLon] = [
        around(regionLat, spread * 0.35),
        around(regionLon, spread * 0.35),
      ];
      const own = heat * (random.share() ** 2 + 0.05);
      const towns = 6 + random.below(24);
      for (let n = 0; n < towns; n += 1) {
        const name = invent(random);
        places.push({
          ...{ name, admin1, admin2 },
          lat: rounded(around(districtLat, spread * 0.12)),
          lon: rounded(around(districtLon, spread * 0.12)),
        });
        weights.push(own / (n + 1) ** 0.9);
      }
    }
  }
  return { places, drawPlace: weighted(weights) };
}

function inventActors(random: Random, count: number, drawCountry: (random: Random) => number) {
  const seen = new Set<string>();
  const actors: { name: string; kind: ActorKind }[] = [];
  const homes: number[][] = countryList.map(() => []);
  for (let n = 0; n < count; n += 1) {
    const [given, kind] = generic[n] ?? [undefined, random.pick(actorKinds)];
    const home = drawCountry(random);
    let name = given ?? '';
    while (name === '' || seen.has(name)) {
      name = `${random.pick(manners)} ${random.pick(groups)} of ${invent(random)}`;
      if (random.share() < 0.3) name += `: ${invent(random)} faction`;
    }
    seen.add(name);
    actors.push({ name, kind });
    if (n >= generic.length) homes[home]?.push(n);
    if (n >= generic.length && random.share() < 0.2) homes[drawCountry(random)]?.push(n);
  }
  return { actors, homes };
}

/** The same for the same seed. */
export function makeWorld(seed: number): World {
  const random = randomFrom(seed);
  const drawCountry = weighted(countryList.map((country) => country[6]));
  const { actors, homes } = inventActors(random, 5000, drawCountry);
  const frequency = zipf(actors.length, 1.02);
  const countries = countryList.map(([code, name, number, lat, lon, spread], at): Country => {
    const own = homes[at]?.length ? (homes[at] ?? []) : [generic.length];
    return {
      ...{ code, name, number },
      ...inventPlaces(random, lat, lon, spread),
      actors: own,
      drawActor: weighted(own.map((actor) => frequency[actor] ?? 0)),
    };
  });
  const sources = Array.from({ length: 400 }, () => `${invent(random)} ${random.pick(media)}`);
  const words = [
    ...commonWords,
    ...Array.from({ length: 20_000 }, () => invent(random, 2 + random.below(3)).toLowerCase()),
  ];
  return {
    ...{ countries, drawCountry, actors, sources, words },
    drawGeneric: weighted(zipf(generic.length, 1)),
    drawSource: weighted(zipf(sources.length, 1)),
    drawWord: weighted(zipf(words.length, 1.05)),
    drawType: weighted(typeList.map((type) => type[2])),
  };
}
