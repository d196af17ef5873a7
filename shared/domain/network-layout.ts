// Places of the nodes: a start that follows from the ids alone, rounds of ForceAtlas2, then nothing lies
// on top of anything. The same nodes and ties give the same picture. Pure; runs in the worker.
/// <reference path="./layout-parts.d.ts" />
import forces from 'graphology-layout-forceatlas2/iterate.js';
import overlaps from 'graphology-layout-noverlap/iterate.js';

export interface LayoutTask {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Pull of each edge. */
  readonly weights: Float32Array;
  /** Where each node starts. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly sizes: Float32Array;
  /** 1 for a node that stays where it is. */
  readonly fixed: Uint8Array;
}

export interface LayoutStep {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly done: number;
  readonly total: number;
}

const perNode = 10;

/** Where a node starts: in a disc, by its id. */
export function startOf(id: string): { readonly x: number; readonly y: number } {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(at), 0x0100_0193);
  }
  const angle = ((hash >>> 0) / 0x1_0000_0000) * 2 * Math.PI;
  hash = Math.imul(hash ^ (hash >>> 13), 0x85eb_ca6b);
  const distance = 100 * Math.sqrt((hash >>> 0) / 0x1_0000_0000);
  return { x: Math.cos(angle) * distance, y: Math.sin(angle) * distance };
}

export function roundsFor(nodes: number): number {
  if (nodes <= 300) return 600;
  return nodes <= 2000 ? 300 : 120;
}

/** Lays out in rounds; each yield is the state after some of them, the last one is final. */
export function* layoutSteps(task: LayoutTask): Generator<LayoutStep> {
  const { nodes: n, sizes, fixed } = task;
  const matrix = new Float32Array(n * perNode);
  for (let node = 0; node < n; node += 1) {
    const at = node * perNode;
    matrix[at] = task.x[node] ?? 0;
    matrix[at + 1] = task.y[node] ?? 0;
    matrix[at + 6] = 1;
    matrix[at + 7] = 1;
    matrix[at + 8] = sizes[node] ?? 1;
    matrix[at + 9] = fixed[node] ?? 0;
  }
  const edges = new Float32Array(task.from.length * 3);
  task.from.forEach((from, edge) => {
    const to = task.to[edge] ?? from;
    const weight = task.weights[edge] ?? 1;
    edges.set([from * perNode, to * perNode, weight], edge * 3);
    for (const end of [from, to]) {
      matrix[end * perNode + 6] = (matrix[end * perNode + 6] ?? 0) + weight;
    }
  });
  const settings = {
    ...{ linLogMode: false, outboundAttractionDistribution: false, adjustSizes: false },
    ...{ edgeWeightInfluence: 1, scalingRatio: 12, strongGravityMode: true, gravity: 0.06 },
    ...{ slowDown: 1 + Math.log(Math.max(1, n)), barnesHutTheta: 0.8 },
    barnesHutOptimize: n > 1000,
  };
  const total = roundsFor(n);
  const state = (done: number): LayoutStep => ({
    x: Float32Array.from({ length: n }, (_, node) => matrix[node * perNode] ?? 0),
    y: Float32Array.from({ length: n }, (_, node) => matrix[node * perNode + 1] ?? 0),
    ...{ done, total },
  });
  const atOnce = n > 1000 ? 4 : 25;
  for (let round = 1; round <= total; round += 1) {
    if (n > 1) forces(settings, matrix, edges);
    if (round % atOnce === 0 && round < total) yield state(round);
  }
  yield apart(state(total), sizes, fixed);
}

/** Moves apart what overlaps; what is fixed stays. Sizes are pixels of a picture about 700 wide. */
function apart(step: LayoutStep, sizes: Float32Array, fixed: Uint8Array): LayoutStep {
  const n = step.x.length;
  const span = (list: Float32Array) => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of list) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low;
  };
  const perPixel = Math.max(span(step.x), span(step.y), 1) / 700;
  const matrix = new Float32Array(n * 3);
  for (let node = 0; node < n; node += 1) {
    matrix.set([step.x[node] ?? 0, step.y[node] ?? 0, (sizes[node] ?? 1) * perPixel], node * 3);
  }
  const settings = { gridSize: 20, margin: 3 * perPixel, expansion: 1.1, ratio: 1, speed: 3 };
  for (let round = 0; round < 60; round += 1) if (overlaps(settings, matrix).converged) break;
  const of = (offset: 0 | 1, before: Float32Array) =>
    before.map((value, node) => (fixed[node] === 1 ? value : (matrix[node * 3 + offset] ?? value)));
  return { ...step, x: of(0, step.x), y: of(1, step.y) };
}
