/** Invented incidents one by one, in the proportions of the great collections (shared/scale.md). */
import type { ActorIncidentRole } from '../../../shared/domain/vocabulary.ts';
import { type Random, randomFrom } from './random.ts';
import { type Country, makeWorld, type Place, typeList, type World } from './world.ts';

const seed = 20250513;
const firstDay = Date.UTC(1997, 0, 1);
const days = Math.round((Date.UTC(2026, 0, 1) - firstDay) / 86_400_000);
const isoDays = Array.from({ length: days }, (_, at) =>
  new Date(firstDay + at * 86_400_000).toISOString().slice(0, 10),
);
const verbs =
  'attacked,ambushed,shelled,clashed with,raided,abducted members of,fired on,repelled,targeted,detained members of,bombed'.split(
    ',',
  );
const settings =
  'a military base,a police station,a village,a convoy,a checkpoint,a road,a school,a health centre,a gold mining site,a bridge,a displacement camp'.split(
    ',',
  );
/** In about 7 and 94 of 100 texts. */
export const rareWord = 'market';
export const commonWord = 'reported';

/** Links an incident may have. */
const roles: readonly ActorIncidentRole[] = ['perpetrator', 'target', 'involved', 'victim'];

export interface LargeRow {
  /** From 0. */
  readonly n: number;
  readonly title: string;
  readonly summary: string;
  /** EDTF; null for none. */
  readonly date: string | null;
  /** The day an event file would give. */
  readonly day: string;
  /** ACLED's: 1 day, 2 week, 3 month. */
  readonly timePrecision: 1 | 2 | 3;
  readonly type: string;
  readonly subType: string;
  /** Positions in `World.actors`, each once. */
  readonly actors: readonly { readonly actor: number; readonly role: ActorIncidentRole }[];
  readonly country: Country;
  readonly place: Place;
  readonly lat: number;
  readonly lon: number;
  readonly geoPrecision: 1 | 2 | 3;
  /** Killed; undefined without a claim. `high` null: at least. */
  readonly toll: { readonly low: number; readonly high: number | null } | undefined;
  readonly source: number;
}

/** Later years have more: reporting has grown. */
function drawDay(random: Random): number {
  const growth = 3.2;
  const share = Math.log(1 + random.share() * (Math.exp(growth) - 1)) / growth;
  return Math.min(days - 1, Math.floor(share * days));
}

/** About 10 in 100 dates are in doubt. */
function inDoubt(day: number, share: number): Pick<LargeRow, 'date' | 'timePrecision'> {
  const text = isoDays[day] ?? '';
  if (share < 0.9) return { date: text, timePrecision: 1 };
  if (share < 0.95) {
    const last = isoDays[Math.min(days - 1, day + 6)] ?? text;
    return { date: last === text ? text : `${text}/${last}`, timePrecision: 2 };
  }
  if (share < 0.985) return { date: text.slice(0, 7), timePrecision: 3 };
  if (share < 0.99) return { date: text.slice(0, 4), timePrecision: 3 };
  if (share < 0.995) return { date: `${text}/..`, timePrecision: 3 };
  return { date: null, timePrecision: 3 };
}

function drawActors(random: Random, world: World, country: Country, isGeneric: boolean) {
  const wanted = 2 + (random.share() < 0.45 ? 1 : 0) + (random.share() < 0.3 ? 1 : 0);
  const actors: number[] = [];
  while (actors.length < wanted) {
    const actor =
      random.share() < (isGeneric ? 0.45 : 0.2)
        ? world.drawGeneric(random)
        : (country.actors[country.drawActor(random)] ?? 0);
    if (!actors.includes(actor)) actors.push(actor);
    // a country of few actors has no fourth
    else if (actors.length >= 2 || random.share() < 0.05) break;
  }
  return actors.map((actor, at) => ({ actor, role: roles[at] ?? 'involved' }));
}

function drawToll(random: Random, deadly: number): LargeRow['toll'] {
  if (random.share() >= deadly) return random.share() < 0.1 ? { low: 0, high: 0 } : undefined;
  const low = Math.min(1500, Math.max(1, Math.floor((1 - random.share()) ** (-1 / 1.35))));
  const doubt = random.share();
  if (doubt < 0.05) return { low, high: null };
  return { low, high: doubt < 0.4 ? Math.ceil(low * (1 + random.share())) + 1 : low };
}

/** The first `count` incidents; a longer list begins with the same ones. */
export function* largeRows(count: number, world: World = largeWorld()): Generator<LargeRow> {
  const random = randomFrom(seed ^ 0x5bd1e995);
  for (let n = 0; n < count; n += 1) {
    const day = drawDay(random);
    const when = inDoubt(day, random.share());
    const country = world.countries[world.drawCountry(random)] as Country;
    const place = country.places[country.drawPlace(random)] as Place;
    const [type, subType, , deadly] = typeList[world.drawType(random)] ?? typeList[0];
    const isGeneric = type === 'Protests' || type === 'Riots' || type.startsWith('Violence');
    const actors = drawActors(random, world, country, isGeneric);
    const geoPrecision = random.share() < 0.68 ? 1 : random.share() < 0.8 ? 2 : 3;
    const shift = () => (geoPrecision - 1) * 0.02 * (random.share() - 0.5);
    const nameOf = (at: number) => world.actors[actors[at]?.actor ?? 0]?.name ?? '';
    const verb = random.pick(verbs);
    const where = random.share() < 0.07 ? `a ${rareWord}` : random.pick(settings);
    const words = Array.from(
      { length: 10 + random.below(16) },
      () => world.words[world.drawWord(random)],
    );
    const told = random.share() < 0.94 ? `It was ${commonWord} that` : 'It is said that';
    const low = Math.round((place.lat + shift()) * 10_000) / 10_000;
    yield {
      ...{ n, ...when, day: isoDays[day] ?? '', type, subType, actors, country, place },
      title: `${nameOf(0)} ${verb} ${nameOf(1)} in ${place.name}`.slice(0, 200),
      summary: `At ${where} in ${place.name} (${place.admin2}, ${place.admin1}). ${told} ${words.join(' ')}.`,
      lat: low,
      lon: Math.round((place.lon + shift()) * 10_000) / 10_000,
      geoPrecision,
      toll: drawToll(random, deadly),
      source: world.drawSource(random),
    };
  }
}

/** Made once a process: it takes a moment. */
let world: World | undefined;
export function largeWorld(): World {
  world ??= makeWorld(seed);
  return world;
}
