/** A small gazetteer and the starter list, so that unit tests need no database. */
import starter from '../../../resources/actors/starter-actors.json' with { type: 'json' };
import { actorKinds } from '../../../shared/domain/vocabulary.ts';
import { extract } from '../../../shared/extract/extract.ts';
import type {
  Extraction,
  KnownActor,
  Lookups,
  PlaceCandidate,
} from '../../../shared/extract/types.ts';

const rows: readonly (readonly [
  string,
  string,
  string | null,
  string | null,
  PlaceCandidate['level'],
  number,
])[] = [
  ['Djibo', 'BF', 'Sahel', 'Soum', 'settlement', 60_000],
  ['Dori', 'BF', 'Sahel', 'Séno', 'settlement', 40_000],
  ['Loroum', 'BF', 'Nord', 'Loroum', 'district', 0],
  ['Soum', 'BF', 'Sahel', 'Soum', 'district', 0],
  ['Soum', 'SN', 'Fatick', null, 'settlement', 0],
  ['Gao', 'ML', 'Gao', null, 'settlement', 80_000],
  ['Bama', 'NG', 'Borno', 'Bama', 'settlement', 110_000],
  ['Bama', 'BF', 'Hauts-Bassins', 'Houet', 'settlement', 20_000],
  ['Nice', 'FR', 'Provence', null, 'settlement', 340_000],
];

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const actors: readonly KnownActor[] = starter.actors.map((actor) => ({
  key: actor.key,
  name: actor.name,
  kind: actorKinds.find((kind) => kind === actor.kind) ?? 'other',
  country: actor.country,
  names: actor.names,
  isOwn: false,
}));

export function lookUps(own: readonly KnownActor[] = []): Lookups {
  return {
    actors: [...own, ...actors],
    findPlaces: (name) =>
      rows
        .filter(([known]) => fold(known) === fold(name))
        .map(([known, country, admin1, admin2, level, population], i) => ({
          key: `test:${i}:${known}:${country}`,
          name: known,
          country,
          admin1,
          admin2,
          level,
          latitude: 14,
          longitude: -1,
          population,
          isExact: true,
        })),
  };
}

const shared = lookUps();

export function read(
  text: string,
  published: string | null = '2025-05-14',
  lookups = shared,
): Extraction {
  return extract({ text, published, lang: 'auto' }, lookups);
}
