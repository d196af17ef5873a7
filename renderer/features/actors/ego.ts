// The actors around one actor, from the network of its incidents: who, how often, in which way. Pure.
import { edgeKinds, type Network } from '../../../shared/contract/network-calls.ts';

export interface EgoTie {
  readonly role: string;
  /** Recorded from the actor of the dossier to the other. */
  readonly isFrom: boolean;
}

export interface Neighbour {
  readonly id: string;
  readonly name: string;
  /** Incidents shared, and of these where one attacks the other. */
  readonly shared: number;
  readonly against: number;
  /** Of the shared incidents those in which one of both is only claimed, alleged or denied. */
  readonly inDoubt: number;
  readonly relations: readonly EgoTie[];
}

export interface Ego {
  /** Who shares most first. */
  readonly neighbours: readonly Neighbour[];
  /** Ties among the neighbours: positions in `neighbours`, and incidents shared. */
  readonly between: readonly { readonly a: number; readonly b: number; readonly shared: number }[];
}

/** @param most neighbours kept */
export function egoOf({ nodes, edges }: Network, id: string, most: number): Ego {
  const self = nodes.ids.indexOf(id);
  const found = new Map<number, Neighbour>();
  const others: { a: number; b: number; shared: number }[] = [];
  edges.from.forEach((from, at) => {
    const to = edges.to[at] ?? -1;
    const kind = edgeKinds[edges.kinds[at] ?? 0];
    const weight = edges.weights[at] ?? 0;
    if (from !== self && to !== self) {
      if (kind === 'together') others.push({ a: from, b: to, shared: weight });
      return;
    }
    const mate = from === self ? to : from;
    const before = found.get(mate) ?? {
      ...{ id: nodes.ids[mate] ?? '', name: nodes.names[mate] ?? '' },
      ...{ shared: 0, against: 0, inDoubt: 0, relations: [] },
    };
    const relations = (edges.roles[at] ?? '')
      .split(' ')
      .map((role) => ({ role, isFrom: from === self }));
    found.set(
      mate,
      kind === 'relation'
        ? { ...before, relations: [...before.relations, ...relations] }
        : {
            ...{ ...before, shared: weight, against: edges.against[at] ?? 0 },
            inDoubt: (edges.claimed[at] ?? 0) + (edges.denied[at] ?? 0),
          },
    );
  });
  const sorted = [...found.entries()]
    .sort(([, a], [, b]) => b.shared - a.shared || a.name.localeCompare(b.name))
    .slice(0, most);
  const place = new Map(sorted.map(([node], at) => [node, at]));
  return {
    neighbours: sorted.map(([, neighbour]) => neighbour),
    between: others.flatMap(({ a, b, shared }) => {
      const [first, second] = [place.get(a), place.get(b)];
      return first === undefined || second === undefined ? [] : [{ a: first, b: second, shared }];
    }),
  };
}

/** Places around a middle, beginning on top, clockwise; the first are spread, so that thick lines part. */
export function ring(count: number, radiusX: number, radiusY: number) {
  return Array.from({ length: count }, (_, at) => {
    const angle = (2 * Math.PI * at) / Math.max(1, count) - Math.PI / 2;
    return { x: radiusX * Math.cos(angle), y: radiusY * Math.sin(angle) };
  });
}
