// The network as the screen holds it: nodes and edges in lists, hidden ones left out. Pure.
import { edgeKinds, type Network, nodeKinds } from '../contract/network-calls.ts';

export interface NetNode {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof nodeKinds)[number];
  /** Kind of the actor, type of the incident. */
  readonly type: string | null;
  /** Incidents of the actor, actors of the incident, shown or not. */
  readonly count: number;
  /** EDTF. */
  readonly date: string | null;
  readonly tlp: Network['nodes']['tlp'][number];
}

export interface NetEdge {
  /** Positions of nodes. */
  readonly from: number;
  readonly to: number;
  readonly kind: (typeof edgeKinds)[number];
  readonly weight: number;
  readonly against: number;
  readonly claimed: number;
  readonly denied: number;
  readonly roles: readonly string[];
  readonly dates: string | null;
}

export interface NetModel {
  readonly nodes: readonly NetNode[];
  readonly edges: readonly NetEdge[];
  /** Positions of the edges of each node. */
  readonly edgesOf: readonly (readonly number[])[];
  readonly at: ReadonlyMap<string, number>;
}

/** How far an edge can be relied on: drawn whole, dashed or dotted. */
export type Standing = 'firm' | 'claimed' | 'denied';

/** Firm when one incident at least ties both without a doubt. */
export function standingOfEdge({ weight, claimed, denied }: NetEdge): Standing {
  if (weight > claimed + denied) return 'firm';
  return claimed > 0 ? 'claimed' : 'denied';
}

export function modelOf(
  network: Pick<Network, 'nodes' | 'edges'>,
  hidden: ReadonlySet<string>,
): NetModel {
  const { nodes: n, edges: e } = network;
  const nodes: NetNode[] = [];
  const newPlace = new Int32Array(n.ids.length).fill(-1);
  n.ids.forEach((id, at) => {
    if (hidden.has(id)) return;
    newPlace[at] = nodes.length;
    nodes.push({
      id,
      name: n.names[at] ?? '',
      kind: nodeKinds[n.kinds[at] ?? 0] ?? 'actor',
      type: n.types[at] ?? null,
      count: n.counts[at] ?? 0,
      date: n.dates[at] ?? null,
      tlp: n.tlp[at] ?? 'RED',
    });
  });
  const edges: NetEdge[] = [];
  const edgesOf: number[][] = nodes.map(() => []);
  e.from.forEach((own, at) => {
    const from = newPlace[own] ?? -1;
    const to = newPlace[e.to[at] ?? 0] ?? -1;
    if (from < 0 || to < 0) return;
    edgesOf[from]?.push(edges.length);
    edgesOf[to]?.push(edges.length);
    edges.push({
      ...{ from, to },
      kind: edgeKinds[e.kinds[at] ?? 0] ?? 'together',
      weight: e.weights[at] ?? 0,
      against: e.against[at] ?? 0,
      claimed: e.claimed[at] ?? 0,
      denied: e.denied[at] ?? 0,
      roles: (e.roles[at] ?? '').split(' ').filter((role) => role !== ''),
      dates: e.dates[at] ?? null,
    });
  });
  return { nodes, edges, edgesOf, at: new Map(nodes.map(({ id }, at) => [id, at])) };
}

/** The node at the other end. */
export function otherEnd(edge: NetEdge, node: number): number {
  return edge.from === node ? edge.to : edge.from;
}

/** Nodes tied to a node, each once. */
export function neighboursOf(model: NetModel, node: number): ReadonlySet<number> {
  const edges = model.edgesOf[node] ?? [];
  const found = new Set<number>();
  for (const at of edges) {
    const edge = model.edges[at];
    if (edge !== undefined) found.add(otherEnd(edge, node));
  }
  return found;
}

/** Radius of a node in pixels: by incidents for actors, one size for incidents. */
export function sizeOf(node: NetNode, most: number): number {
  if (node.kind === 'incident') return 4;
  return 4 + 12 * Math.sqrt(node.count / Math.max(1, most));
}

/** The neighbour that lies most nearly in a direction (radians, up is positive), undefined for none. */
export function neighbourTowards(
  model: NetModel,
  places: { readonly x: Float32Array; readonly y: Float32Array },
  node: number,
  angle: number,
): number | undefined {
  let best: number | undefined;
  let least = Math.PI / 2;
  for (const mate of neighboursOf(model, node)) {
    const dx = (places.x[mate] ?? 0) - (places.x[node] ?? 0);
    const dy = (places.y[mate] ?? 0) - (places.y[node] ?? 0);
    const turn = Math.abs(
      Math.atan2(Math.sin(Math.atan2(dy, dx) - angle), Math.cos(Math.atan2(dy, dx) - angle)),
    );
    if (turn < least) {
      least = turn;
      best = mate;
    }
  }
  return best;
}

/** Incidents of the heaviest tie by incidents, 1 at least. */
export function heaviestOf(model: NetModel): number {
  return model.edges.reduce(
    (most, { kind, weight }) => (kind === 'together' ? Math.max(most, weight) : most),
    1,
  );
}

/** Pixels. */
export function thicknessOf(edge: NetEdge, heaviest: number): number {
  return 0.5 + 4 * Math.sqrt(edge.weight / heaviest);
}
