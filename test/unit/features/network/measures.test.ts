// Groups and who lies between others, against counting by hand and by brute force; places that repeat.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure, type Ties } from '../../../../renderer/features/network/measures.ts';
import { taskOf } from '../../../../renderer/features/network/use-layout-job.ts';
import { standingWords } from '../../../../renderer/features/network/words.ts';
import { networkEn } from '../../../../renderer/text/en/network.ts';
import { layoutSteps, roundsFor, startOf } from '../../../../shared/domain/network-layout.ts';
import { modelOf } from '../../../../shared/network/model.ts';
import { idOf, networkOf } from './network-of.ts';

function tiesOf(nodes: number, pairs: readonly (readonly [number, number])[]): Ties {
  return {
    nodes,
    from: Uint32Array.from(pairs, ([from]) => from),
    to: Uint32Array.from(pairs, ([, to]) => to),
    weights: new Float32Array(pairs.length).fill(1),
  };
}

const anyTies = fc
  .integer({ min: 1, max: 9 })
  .chain((nodes) =>
    fc
      .array(fc.tuple(fc.nat({ max: nodes - 1 }), fc.nat({ max: nodes - 1 })), { maxLength: 16 })
      .map((pairs) => tiesOf(nodes, pairs)),
  );

/** Nodes that can be reached from one, another left out. */
function reach(mates: readonly ReadonlySet<number>[], from: number, without: number): Set<number> {
  const seen = new Set([from]);
  for (const node of seen) {
    for (const mate of mates[node] ?? []) if (mate !== without) seen.add(mate);
  }
  return seen;
}

function matesOf({ nodes, from, to }: Ties): Set<number>[] {
  const mates = Array.from({ length: nodes }, () => new Set<number>());
  from.forEach((a, at) => {
    const b = to[at] ?? a;
    if (a === b) return;
    mates[a]?.add(b);
    mates[b]?.add(a);
  });
  return mates;
}

/** All shortest ways, walked one by one. */
function shortest(mates: readonly ReadonlySet<number>[], from: number, to: number): number[][] {
  let front = [[from]];
  const seen = new Set([from]);
  while (front.length > 0) {
    const there = front.filter((way) => way.at(-1) === to);
    if (there.length > 0) return there;
    front = front.flatMap((way) =>
      [...(mates[way.at(-1) ?? 0] ?? [])].filter((n) => !seen.has(n)).map((n) => [...way, n]),
    );
    for (const way of front) seen.add(way.at(-1) ?? 0);
  }
  return [];
}

describe('who lies between others', () => {
  test('is the share of the shortest ways that lead over a node', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const mates = matesOf(ties);
        const { between } = measure(ties);
        for (let node = 0; node < ties.nodes; node += 1) {
          let sum = 0;
          for (let a = 0; a < ties.nodes; a += 1) {
            for (let b = 0; b < ties.nodes; b += 1) {
              if (a === b || a === node || b === node) continue;
              const ways = shortest(mates, a, b);
              const over = ways.filter((way) => way.includes(node)).length;
              if (ways.length > 0) sum += over / ways.length;
            }
          }
          const pairs = ties.nodes * Math.max(1, ties.nodes - 2);
          expect(between[node]).toBeCloseTo(sum / pairs, 5);
        }
      }),
    );
  });

  test('what would be cut off without it is what then cannot be reached', () => {
    fc.assert(
      fc.property(anyTies, (ties) => {
        const mates = matesOf(ties);
        const { cut } = measure(ties);
        for (let node = 0; node < ties.nodes; node += 1) {
          const all = reach(mates, node, -1).size - 1;
          const parts = [...(mates[node] ?? [])].map((mate) => reach(mates, mate, node).size);
          const lost = all - Math.max(0, ...parts);
          expect(cut[node]).toBe(lost);
        }
      }),
    );
  });
});

describe('groups', () => {
  const twoRings = [
    ...([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
      [0, 2],
      [1, 3],
    ] as const),
    ...([
      [4, 5],
      [5, 6],
      [6, 4],
    ] as const),
    [3, 4] as const,
  ];

  test('are numbered by size, the same each time, and who is tied to none is in none', () => {
    const { group } = measure(tiesOf(8, twoRings));
    expect([...group]).toEqual([1, 1, 1, 1, 2, 2, 2, 0]);
    expect(measure(tiesOf(8, twoRings)).group).toEqual(group);
  });

  test('a node that links two of them is said to, in plain words', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const model = modelOf(
      networkOf(
        names,
        twoRings.map(([from, to]) => ({ from, to })),
      ),
      new Set(),
    );
    const measures = measure(tiesOf(8, twoRings));
    const said = (at: number) =>
      standingWords(networkEn, String, model, measures, at, 120).join(' ');
    expect(said(3)).toContain('Takes part in 5 of 120 incidents of the filter.');
    expect(said(3)).toContain('without it 3 others would have no tie to the rest');
    expect(said(3)).toContain('also tied to another group');
    expect(said(7)).toContain('Tied to none of those shown.');
    expect(said(5)).toContain('No shortest way between two others leads over it.');
  });
});

describe('places', () => {
  const names = Array.from({ length: 30 }, (_, n) => `Group ${n}`);
  const model = modelOf(
    networkOf(
      names,
      names.slice(1).map((_name, n) => ({ from: n + 1, to: Math.floor(n / 3), weight: n + 1 })),
    ),
    new Set(),
  );
  const laidOut = (pins: Record<string, readonly [number, number]>) => {
    const steps = [...layoutSteps(taskOf(model, pins, new Map()))];
    return steps.at(-1);
  };

  test('the same network gives the same picture', () => {
    expect(laidOut({})).toEqual(laidOut({}));
    expect(startOf(idOf(1))).toEqual(startOf(idOf(1)));
    expect(startOf(idOf(1))).not.toEqual(startOf(idOf(2)));
  });

  test('what is pinned stays where it is', () => {
    const step = laidOut({ [idOf(4)]: [300, -40] });
    expect([step?.x[4], step?.y[4]]).toEqual([300, -40]);
  });

  test('no two nodes are on top of each other, and it ends after its rounds', () => {
    const step = laidOut({});
    expect(step?.done).toBe(roundsFor(names.length));
    for (let a = 0; a < names.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const far = Math.hypot(
          (step?.x[a] ?? 0) - (step?.x[b] ?? 0),
          (step?.y[a] ?? 0) - (step?.y[b] ?? 0),
        );
        expect(far).toBeGreaterThan(0.5);
      }
    }
  });
});
