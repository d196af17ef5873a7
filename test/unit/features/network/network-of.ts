import { edgeKinds, type Network } from '../../../../shared/contract/network-calls.ts';

interface Tie {
  readonly from: number;
  readonly to: number;
  readonly kind?: (typeof edgeKinds)[number];
  readonly weight?: number;
  readonly claimed?: number;
  readonly denied?: number;
  readonly roles?: string;
  readonly dates?: string | null;
}

export function idOf(n: number): string {
  return `01970000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** A network as the engine answers it: actors by name, the first with most incidents, and ties. */
export function networkOf(names: readonly string[], ties: readonly Tie[]): Network {
  const numbers = (of: (tie: Tie) => number) => Uint32Array.from(ties, of);
  return {
    ...{ revision: 1, source: 'sql', total: 120, actorsInAll: names.length, incidentsInAll: 0 },
    edgesInAll: ties.length,
    nodes: {
      ids: names.map((_name, n) => idOf(n)),
      names: [...names],
      kinds: new Uint8Array(names.length),
      types: names.map(() => 'rebel-group'),
      counts: Uint32Array.from(names, (_name, n) => names.length - n),
      dates: names.map(() => null),
      tlp: names.map(() => 'CLEAR' as const),
    },
    edges: {
      from: numbers(({ from }) => from),
      to: numbers(({ to }) => to),
      kinds: Uint8Array.from(ties, ({ kind }) => edgeKinds.indexOf(kind ?? 'together')),
      weights: numbers(({ weight }) => weight ?? 1),
      against: numbers(() => 0),
      claimed: numbers(({ claimed }) => claimed ?? 0),
      denied: numbers(({ denied }) => denied ?? 0),
      roles: ties.map(({ roles }) => roles ?? ''),
      dates: ties.map(({ dates }) => dates ?? null),
    },
  };
}
