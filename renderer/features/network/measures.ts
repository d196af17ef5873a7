// Groups, and who lies between others, over the nodes that are shown. Pure; runs in the worker.
import Graph from 'graphology';
import louvain from 'graphology-communities-louvain';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes';

export interface Ties {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float32Array;
}

export interface Measures {
  /** Number of the group of each node: 1 is the largest; 0 for a node that is tied to none. */
  readonly group: Uint16Array;
  /** Share of the shortest ways between two others that lead over the node, 0 to 1. */
  readonly between: Float32Array;
  /** Nodes that would be cut off from the rest without it; 0 for most. */
  readonly cut: Uint32Array;
}

/** Above so many nodes the ways from a part of them are counted, evenly chosen. */
const mostSources = 800;

/** Numbers that look random and are the same each time (mulberry32), 0 to 1. */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export function measure(ties: Ties): Measures {
  const graph = new Graph({ type: 'undirected' });
  for (let node = 0; node < ties.nodes; node += 1) graph.addNode(String(node));
  ties.from.forEach((from, at) => {
    const to = ties.to[at] ?? from;
    if (from === to) return;
    // two actors may be tied by incidents and by relations
    graph.updateEdge(String(from), String(to), (before) => ({
      weight: Number(before['weight'] ?? 0) + (ties.weights[at] ?? 1),
    }));
  });
  return { group: groupsOf(graph), between: betweenness(graph), cut: cutOff(graph) };
}

function groupsOf(graph: Graph): Uint16Array {
  const group = new Uint16Array(graph.order);
  if (graph.size === 0) return group;
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: seededNumbers(7) });
  const sizes = new Map<number, number>();
  const first = new Map<number, number>();
  graph.forEachNode((key) => {
    if (graph.degree(key) === 0) return;
    const own = found[key] ?? 0;
    sizes.set(own, (sizes.get(own) ?? 0) + 1);
    if (!first.has(own)) first.set(own, Number(key));
  });
  const order = [...sizes.keys()].sort(
    (a, b) =>
      (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || (first.get(a) ?? 0) - (first.get(b) ?? 0),
  );
  const number = new Map(order.map((own, at) => [own, at + 1]));
  graph.forEachNode((key) => {
    if (graph.degree(key) > 0) group[Number(key)] = number.get(found[key] ?? 0) ?? 0;
  });
  return group;
}

function betweenness(graph: Graph): Float32Array {
  const n = graph.order;
  const sums = new Float64Array(n);
  const waysFrom = createUnweightedIndexedBrandes(graph);
  const step = Math.max(1, Math.ceil(n / mostSources));
  const share = new Float64Array(n);
  let sources = 0;
  for (let source = 0; source < n; source += step) {
    sources += 1;
    const [stack, before, counts] = waysFrom(source);
    share.fill(0);
    while (stack.size > 0) {
      const node = stack.pop() ?? 0;
      const own = (1 + (share[node] ?? 0)) / (counts[node] ?? 1);
      for (const mate of before[node] ?? []) {
        share[mate] = (share[mate] ?? 0) + (counts[mate] ?? 0) * own;
      }
      if (node !== source) sums[node] = (sums[node] ?? 0) + (share[node] ?? 0);
    }
  }
  const pairs = sources * Math.max(1, n - 2);
  return Float32Array.from(sums, (sum) => Math.min(1, sum / pairs));
}

/** By one walk in depth: where a branch has no way back above a node, it is cut off with the node. */
function cutOff(graph: Graph): Uint32Array {
  const n = graph.order;
  const mates = Array.from({ length: n }, (_, node) => graph.neighbors(String(node)).map(Number));
  const seen = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const size = new Uint32Array(n).fill(1);
  const next = new Uint32Array(n);
  const parent = new Int32Array(n).fill(-1);
  const cut = new Uint32Array(n);
  let clock = 0;
  for (let root = 0; root < n; root += 1) {
    if (seen[root] !== -1) continue;
    const branches = new Map<number, number[]>();
    const path = [root];
    const all: number[] = [];
    while (path.length > 0) {
      const node = path.at(-1) ?? root;
      if (seen[node] === -1) {
        seen[node] = clock;
        low[node] = clock;
        clock += 1;
        all.push(node);
      }
      const mate = mates[node]?.[next[node] ?? 0];
      if (mate !== undefined) {
        next[node] = (next[node] ?? 0) + 1;
        if (seen[mate] === -1) {
          parent[mate] = node;
          path.push(mate);
        } else if (mate !== parent[node]) low[node] = Math.min(low[node] ?? 0, seen[mate] ?? 0);
        continue;
      }
      path.pop();
      const above = parent[node] ?? -1;
      if (above < 0) continue;
      size[above] = (size[above] ?? 0) + (size[node] ?? 0);
      low[above] = Math.min(low[above] ?? 0, low[node] ?? 0);
      if ((low[node] ?? 0) >= (seen[above] ?? 0)) {
        branches.set(above, [...(branches.get(above) ?? []), size[node] ?? 0]);
      }
    }
    for (const [node, parts] of branches) {
      const rest = all.length - 1 - parts.reduce((a, b) => a + b, 0);
      const pieces = rest > 0 ? [...parts, rest] : parts;
      if (pieces.length > 1) cut[node] = all.length - 1 - Math.max(...pieces);
    }
  }
  return cut;
}
