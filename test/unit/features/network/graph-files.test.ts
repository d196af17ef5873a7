// GraphML, GEXF and the picture: what is written is read back by the parsers of graphology.
import Graph from 'graphology';
import { parse as parseGexf } from 'graphology-gexf';
import { parse as parseGraphml } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../../../renderer/features/network/drawing.ts';
import { measure } from '../../../../renderer/features/network/measures.ts';
import { paletteOf } from '../../../../renderer/features/network/palette.ts';
import { xmlText } from '../../../../shared/lib/xml-text.ts';
import { gexfOf, graphmlOf } from '../../../../shared/network/graph-files.ts';
import { modelOf, standingOfEdge } from '../../../../shared/network/model.ts';
import { idOf, networkOf } from './network-of.ts';

const names = ['JNIM <"&\' القاعدة>', 'Armée\u0001 d’\uD800ici', 'Dozo & cie', 'Alone'];
const network = networkOf(names, [
  { from: 0, to: 1, weight: 41, claimed: 4 },
  { from: 1, to: 2, weight: 2, claimed: 2 },
  { from: 0, to: 2, kind: 'relation', roles: 'ally-of', denied: 1, dates: '2025-05/' },
]);
const model = modelOf(network, new Set());
const places = { x: Float32Array.of(0, 10, 5, -3), y: Float32Array.of(0, 4, -8, 2) };
const measures = measure({
  nodes: 4,
  from: Uint32Array.of(0, 1, 0),
  to: Uint32Array.of(1, 2, 2),
  weights: Float32Array.of(1, 1, 1),
});
const facts = { title: 'Case <one>', label: 'TLP:AMBER', day: '2026-11-26' };

describe.each([
  ['GraphML', (text: string) => parseGraphml(Graph, text), graphmlOf],
  ['GEXF', (text: string) => parseGexf(Graph, text, { allowUndeclaredAttributes: false }), gexfOf],
] as const)('%s', (_name, parse, write) => {
  const text = write(model, places, measures, facts);
  const graph = parse(text);

  test('has every node with its name, kind and figures', () => {
    expect(graph.nodes()).toEqual(names.map((_own, n) => idOf(n)));
    const first = graph.getNodeAttributes(idOf(0));
    expect(first['label']).toBe(names[0]);
    expect(graph.getNodeAttribute(idOf(1), 'label')).toBe('Armée d’ici');
    expect(first['kind']).toBe('actor');
    expect(Number(first['incidents'])).toBe(4);
    expect(first['tlp']).toBe('CLEAR');
    expect(Number(first['group'])).toBe(1);
    expect(graph.getNodeAttribute(idOf(1), 'x')).toBe(10);
  });

  test('has every tie with its weight, and what is only claimed or denied', () => {
    expect(graph.size).toBe(3);
    const heavy = graph.edge(idOf(0), idOf(1));
    const ties = graph.mapEdges((_edge, own, from, to) => ({
      ...{
        from,
        to,
        weight: Number(own['weight']),
        standing: own['standing'],
        roles: own['roles'],
      },
    }));
    expect(heavy).toBeDefined();
    expect(ties).toContainEqual({
      ...{ from: idOf(0), to: idOf(1), weight: 41, standing: 'firm', roles: undefined },
    });
    expect(ties).toContainEqual({
      ...{ from: idOf(1), to: idOf(2), weight: 2, standing: 'claimed', roles: undefined },
    });
    expect(ties).toContainEqual({
      ...{ from: idOf(0), to: idOf(2), weight: 1, standing: 'denied', roles: 'ally-of' },
    });
    expect(graph.directedSize).toBe(1);
  });

  test('says of what case and under what label it is', () => {
    expect(text).toContain('TLP:AMBER');
    expect(text).toContain('Case &lt;one&gt;');
  });
});

describe('the picture', () => {
  const svg = drawing(model, places, measures, paletteOf('light'), {
    ...{ title: 'Case & network', label: 'TLP:AMBER', foot: 'four actors' },
    legend: [{ standing: 'claimed', words: 'Only claimed' }],
    groups: [{ number: 1, words: 'Group 1' }],
  });

  test('has all nodes and ties, names escaped, doubt as dashes', () => {
    expect(svg.match(/<circle/g)).toHaveLength(4 + 1);
    expect(svg.match(/<line/g)).toHaveLength(3 + 1);
    expect(svg).toContain('JNIM &lt;&quot;&amp;');
    expect(svg).toContain('stroke-dasharray="7 5"');
    expect(svg).toContain('stroke-dasharray="2 5"');
    expect(svg).not.toContain('NaN');
  });

  test('text for XML has no sign that XML cannot hold', () => {
    expect(xmlText('a\u0000\u0008\uFFFF\uD800b😀<')).toBe('ab😀&lt;');
  });
});

describe('what is hidden', () => {
  test('takes its ties along', () => {
    const rest = modelOf(network, new Set([idOf(0)]));
    expect(rest.nodes.map(({ name }) => name)).toEqual(names.slice(1));
    expect(rest.edges.map(standingOfEdge)).toEqual(['claimed']);
    expect(rest.edgesOf).toEqual([[0], [0], []]);
  });
});
