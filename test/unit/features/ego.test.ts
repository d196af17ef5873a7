import { describe, expect, test } from 'vitest';
import { egoOf, ring } from '../../../renderer/features/actors/ego.ts';
import { edgeKinds, type Network } from '../../../shared/contract/network-calls.ts';

const names = ['Army', 'Front', 'Villagers', 'Front’s ally'];
const [together, relation] = [edgeKinds.indexOf('together'), edgeKinds.indexOf('relation')];

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly kind: number;
  readonly weight: number;
  readonly against?: number;
  readonly claimed?: number;
  readonly role?: string;
}

function networkOf(edges: readonly Edge[]): Network {
  const numbers = (of: (edge: Edge) => number) => Uint32Array.from(edges, of);
  return {
    ...{ revision: 1, source: 'columns', total: 9, actorsInAll: 4, incidentsInAll: 0 },
    edgesInAll: edges.length,
    nodes: {
      ...{ ids: ['army', 'front', 'villagers', 'ally'], names },
      ...{ kinds: new Uint8Array(4), types: names.map(() => 'other') },
      ...{ counts: new Uint32Array(4), dates: names.map(() => null) },
      tlp: names.map(() => 'CLEAR' as const),
    },
    edges: {
      ...{ from: numbers(({ from }) => from), to: numbers(({ to }) => to) },
      kinds: Uint8Array.from(edges, ({ kind }) => kind),
      ...{ weights: numbers(({ weight }) => weight), against: numbers((e) => e.against ?? 0) },
      ...{ claimed: numbers((e) => e.claimed ?? 0), denied: numbers(() => 0) },
      ...{ roles: edges.map(({ role }) => role ?? ''), dates: edges.map(() => null) },
    },
  };
}

describe('the actors around one', () => {
  const network = networkOf([
    { from: 0, to: 1, kind: together, weight: 7, against: 6, claimed: 2 },
    { from: 2, to: 1, kind: together, weight: 4, against: 4 },
    { from: 0, to: 2, kind: together, weight: 3 },
    { from: 3, to: 1, kind: relation, weight: 1, role: 'ally-of' },
  ]);

  test('come by what they share with it, with sides, doubt and relations; others only tie its neighbours', () => {
    const { neighbours, between } = egoOf(network, 'front', 12);
    expect(neighbours).toEqual([
      { ...{ id: 'army', name: 'Army', shared: 7, against: 6 }, inDoubt: 2, relations: [] },
      {
        ...{ id: 'villagers', name: 'Villagers', shared: 4, against: 4 },
        inDoubt: 0,
        relations: [],
      },
      {
        ...{ id: 'ally', name: 'Front’s ally', shared: 0, against: 0, inDoubt: 0 },
        relations: [{ role: 'ally-of', isFrom: false }],
      },
    ]);
    expect(between).toEqual([{ a: 0, b: 1, shared: 3 }]);
  });

  test('are cut after the most that can be read, with the ties among them', () => {
    const { neighbours, between } = egoOf(network, 'front', 1);
    expect(neighbours.map(({ id }) => id)).toEqual(['army']);
    expect(between).toEqual([]);
  });

  test('stand on a ring, the first on top', () => {
    const [first, second] = ring(4, 10, 5);
    expect(first?.x).toBeCloseTo(0);
    expect(first?.y).toBeCloseTo(-5);
    expect(second?.x).toBeCloseTo(10);
  });
});
