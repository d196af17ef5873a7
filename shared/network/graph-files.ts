// The network as GraphML and GEXF, for other programs. Pure; tests read both back.
import { xmlText } from '../lib/xml-text.ts';
import { type NetEdge, type NetModel, standingOfEdge } from './model.ts';

/** Where each node lies, by its position in the model. */
export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Of each node its community and how much it lies between others. */
export interface GraphMeasures {
  readonly group: Uint16Array;
  readonly between: Float32Array;
}

export interface GraphFacts {
  readonly title: string;
  /** The label that the file falls under, as `TLP:AMBER`. */
  readonly label: string;
  /** ISO day of writing. */
  readonly day: string;
}

type Value = string | number;
type Kind = 'string' | 'long' | 'double';

const nodeFields = {
  ...{ label: 'string', kind: 'string', type: 'string', incidents: 'long', date: 'string' },
  ...{ tlp: 'string', group: 'long', betweenness: 'double', x: 'double', y: 'double' },
} as const satisfies Readonly<Record<string, Kind>>;
const edgeFields = {
  ...{ kind: 'string', weight: 'long', against: 'long', claimed: 'long', denied: 'long' },
  ...{ standing: 'string', roles: 'string', dates: 'string' },
} as const satisfies Readonly<Record<string, Kind>>;

type NodeValues = Readonly<Record<keyof typeof nodeFields, Value>>;
type EdgeValues = Readonly<Record<keyof typeof edgeFields, Value>>;

function nodeValues(
  model: NetModel,
  places: Places | undefined,
  measures: GraphMeasures | undefined,
  at: number,
): NodeValues {
  const node = model.nodes[at];
  return {
    ...{ label: node?.name ?? '', kind: node?.kind ?? '', type: node?.type ?? '' },
    ...{ incidents: node?.count ?? 0, date: node?.date ?? '', tlp: node?.tlp ?? '' },
    // what was not worked out is not said
    ...{ group: measures?.group[at] ?? '', betweenness: measures?.between[at] ?? '' },
    ...{ x: places?.x[at] ?? '', y: places?.y[at] ?? '' },
  };
}

function edgeValues(edge: NetEdge): EdgeValues {
  const { kind, weight, against, claimed, denied, roles, dates } = edge;
  return {
    ...{ kind, weight, against, claimed, denied },
    ...{ standing: standingOfEdge(edge), roles: roles.join(' '), dates: dates ?? '' },
  };
}

/** A relation has a direction, what is shared has none. */
function isDirected({ kind }: NetEdge): boolean {
  return kind !== 'together';
}

export function graphmlOf(
  model: NetModel,
  places: Places | undefined,
  measures: GraphMeasures | undefined,
  facts: GraphFacts,
): string {
  const keys = (fields: Readonly<Record<string, Kind>>, end: 'node' | 'edge') =>
    Object.entries(fields).map(
      ([name, kind]) =>
        `  <key id="${end}-${name}" for="${end}" attr.name="${name}" attr.type="${kind}"/>`,
    );
  const data = (values: Readonly<Record<string, Value>>, end: 'node' | 'edge') =>
    Object.entries(values)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `<data key="${end}-${name}">${xmlText(String(value))}</data>`)
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys(nodeFields, 'node'),
    ...keys(edgeFields, 'edge'),
    '  <key id="graph-title" for="graph" attr.name="title" attr.type="string"/>',
    '  <key id="graph-marking" for="graph" attr.name="marking" attr.type="string"/>',
    '  <key id="graph-written" for="graph" attr.name="written" attr.type="string"/>',
    '  <graph id="network" edgedefault="undirected">',
    `    <data key="graph-title">${xmlText(facts.title)}</data>`,
    `    <data key="graph-marking">${xmlText(facts.label)}</data>`,
    `    <data key="graph-written">${facts.day}</data>`,
    ...model.nodes.map(
      ({ id }, at) =>
        `    <node id="${id}">${data(nodeValues(model, places, measures, at), 'node')}</node>`,
    ),
    ...model.edges.map((edge, at) => {
      const [from, to] = [model.nodes[edge.from]?.id, model.nodes[edge.to]?.id];
      const values = data(edgeValues(edge), 'edge');
      return `    <edge id="e${at}" source="${from}" target="${to}" directed="${isDirected(edge)}">${values}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

export function gexfOf(
  model: NetModel,
  places: Places | undefined,
  measures: GraphMeasures | undefined,
  facts: GraphFacts,
): string {
  const kept = (fields: Readonly<Record<string, Kind>>) =>
    // these have elements of their own in GEXF
    Object.entries(fields).filter(([name]) => !['label', 'x', 'y', 'weight'].includes(name));
  const attributes = (fields: Readonly<Record<string, Kind>>, end: 'node' | 'edge') => [
    `    <attributes class="${end}">`,
    ...kept(fields).map(
      ([name, kind]) => `      <attribute id="${name}" title="${name}" type="${kind}"/>`,
    ),
    '    </attributes>',
  ];
  const values = (
    fields: Readonly<Record<string, Kind>>,
    own: Readonly<Record<string, Value>>,
  ): string => {
    const list = kept(fields)
      .filter(([name]) => own[name] !== '')
      .map(([name]) => `<attvalue for="${name}" value="${xmlText(String(own[name]))}"/>`);
    return `<attvalues>${list.join('')}</attvalues>`;
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta lastmodifieddate="${facts.day}">`,
    '    <creator>Cairn</creator>',
    `    <description>${xmlText(`${facts.title} – ${facts.label}`)}</description>`,
    '  </meta>',
    '  <graph defaultedgetype="undirected">',
    ...attributes(nodeFields, 'node'),
    ...attributes(edgeFields, 'edge'),
    '    <nodes>',
    ...model.nodes.map(({ id, name }, at) => {
      const own = nodeValues(model, places, measures, at);
      const position =
        places === undefined ? '' : `<viz:position x="${own.x}" y="${own.y}" z="0"/>`;
      return `      <node id="${id}" label="${xmlText(name)}">${values(nodeFields, own)}${position}</node>`;
    }),
    '    </nodes>',
    '    <edges>',
    ...model.edges.map((edge, at) => {
      const [from, to] = [model.nodes[edge.from]?.id, model.nodes[edge.to]?.id];
      const type = isDirected(edge) ? 'directed' : 'undirected';
      return `      <edge id="${at}" source="${from}" target="${to}" type="${type}" weight="${edge.weight}">${values(edgeFields, edgeValues(edge))}</edge>`;
    }),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ].join('\n');
}
