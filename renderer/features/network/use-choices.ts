// What the analyst chose to see of the network. How it is shown is kept in the layout; what names records of
// the case (hidden, opened, pinned) in the parts of the view, which end with the case. Saved views keep both.
import { useMemo } from 'react';
import { type NetworkMode, networkModes } from '../../../shared/contract/network-calls.ts';
import {
  type ActorActorRelation,
  type ActorIncidentRole,
  actorActorRelations,
  actorIncidentRoles,
} from '../../../shared/domain/vocabulary.ts';
import { setLayout, useLayout } from '../../state/app-store.ts';
import { layoutNumber, layoutWord } from '../../state/layout.ts';
import { setViewPart, useViewPart } from '../../state/view-parts.ts';
import type { Pins } from './use-layout-job.ts';

export interface Choices {
  readonly mode: NetworkMode;
  /** Most actors and incidents that are shown. */
  readonly actors: number;
  readonly incidents: number;
  /** Empty: all. */
  readonly roles: readonly ActorIncidentRole[];
  readonly relations: readonly ActorActorRelation[];
  readonly hidden: ReadonlySet<string>;
  readonly expanded: readonly string[];
  readonly pins: Pins;
}

/** Of a stored value the texts in a list; none for anything else. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Of a stored value the pairs of numbers by name. */
export function pinsOf(value: unknown): Pins {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([id, place]: [string, unknown]) =>
      Array.isArray(place) && Number.isFinite(place[0]) && Number.isFinite(place[1])
        ? [[id, [Number(place[0]), Number(place[1])] as const]]
        : [],
    ),
  );
}

const noTexts: readonly string[] = [];
const noPins: Pins = {};
const ofCase: ReadonlySet<string> = new Set(['hidden', 'expanded', 'pins']);
const keep = (name: string) => `network.${name}`;

export function useChoices(): Choices {
  const mode = useLayout((layout) => layoutWord(layout, keep('mode'), networkModes, 'actors'));
  const actors = useLayout((layout) => layoutNumber(layout, keep('actors'), 1, 5000, 60));
  const incidents = useLayout((layout) => layoutNumber(layout, keep('incidents'), 1, 5000, 120));
  const roles = useLayout((layout) => layout[keep('roles')]);
  const relations = useLayout((layout) => layout[keep('relations')]);
  const [hidden = noTexts] = useViewPart(keep('hidden'), textsOf);
  const [expanded = noTexts] = useViewPart(keep('expanded'), textsOf);
  const [pins = noPins] = useViewPart(keep('pins'), pinsOf);
  // apart from the others: another set is another network, which is laid out anew
  const hiddenIds = useMemo(() => new Set(hidden), [hidden]);
  return useMemo(() => {
    const chosenRoles = textsOf(roles);
    const chosenRelations = Array.isArray(relations) ? textsOf(relations) : actorActorRelations;
    return {
      ...{ mode, actors, incidents },
      roles: actorIncidentRoles.filter((role) => chosenRoles.includes(role)),
      relations: actorActorRelations.filter((kind) => chosenRelations.includes(kind)),
      hidden: hiddenIds,
      expanded: expanded.slice(0, 50),
      pins,
    };
  }, [mode, actors, incidents, roles, relations, hiddenIds, expanded, pins]);
}

/** Keeps a choice; sets are kept as lists. */
export function choose<K extends keyof Choices>(name: K, value: Choices[K]): void {
  const kept = value instanceof Set ? [...value] : value;
  if (ofCase.has(name)) setViewPart(keep(name), kept);
  else setLayout(keep(name), kept);
}
