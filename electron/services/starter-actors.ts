/** The bundled list of armed groups, forces and those who report on them. Built by electron/setup/actors. */
import list from '../../resources/actors/starter-actors.json' with { type: 'json' };
import { actorKinds } from '../../shared/domain/vocabulary.ts';
import type { KnownActor } from '../../shared/extract/types.ts';

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
