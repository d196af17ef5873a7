/** The bundled list of armed groups, forces and those who report on them. Built by electron/setup/actors. */
import list from '../../resources/actors/starter-actors.json' with { type: 'json' };
import { nameKey } from '../../shared/domain/starter-names.ts';
import { actorActorRelations, actorKinds } from '../../shared/domain/vocabulary.ts';
import type { KnownActor } from '../../shared/extract/types.ts';
import { fold } from '../../shared/lib/fold.ts';

export const starterActors: readonly KnownActor[] = list.actors.map(
  ({ key, name, kind, country, names }) => ({
    key,
    name,
    kind: actorKinds.find((known) => known === kind) ?? 'other',
    country,
    names,
    isOwn: false,
  }),
);

export interface ListedActor extends KnownActor {
  readonly activeFrom: string | null;
  readonly activeTo: string | null;
  readonly sources: readonly ('own' | 'misp')[];
  /** `nameKey` of all its names. */
  readonly keys: readonly string[];
}

export interface ListedRelation {
  readonly from: string;
  readonly to: string;
  readonly relation: (typeof actorActorRelations)[number];
  readonly since: string | null;
  readonly source: 'own' | 'ucdp';
}

/** One form for all spellings of a name. */
export function keyOf(name: string): string {
  return nameKey(fold(name));
}

export const listedActors: readonly ListedActor[] = starterActors.map((actor, at) => {
  const entry = list.actors[at];
  return {
    ...actor,
    activeFrom: entry?.activeFrom ?? null,
    activeTo: entry?.activeTo ?? null,
    sources: entry?.from.includes('misp')
      ? entry.from.includes('own')
        ? ['own', 'misp']
        : ['misp']
      : ['own'],
    keys: [actor.name, ...actor.names].map(keyOf),
  };
});

/** Relations between names; UCDP's may name actors that the list lacks. */
export const listedRelations: readonly ListedRelation[] = list.relations.flatMap(
  ({ from, to, kind, when, source }) => {
    const relation = actorActorRelations.find((known) => known === kind);
    if (relation === undefined) return [];
    return [{ from, to, relation, since: when, source: source === 'ucdp' ? 'ucdp' : 'own' }];
  },
);
