/**
 * The network of a filter put together: from lists of ties, wherever they come from (the columns, or
 * the tables), and what the tables say of the nodes.
 */
import type { Network, NetworkAsk } from '../../../shared/contract/network-calls.ts';
import { edgeKinds, mostEdges } from '../../../shared/contract/network-calls.ts';
import { edtfBounds } from '../../../shared/domain/edtf.ts';
import type { Filter } from '../../../shared/domain/filter.ts';
import {
  actorsOf,
  countActors,
  neighbours,
  pickRows,
  rankActors,
  roleTable,
  sweepPairs,
  type TieLists,
} from '../../../shared/domain/network-sweep.ts';
import {
  roleBits,
  standingOf,
  standingOfCode,
  standings,
} from '../../../shared/domain/tie-code.ts';
import { actorIncidentRoles } from '../../../shared/domain/vocabulary.ts';
import type { Reader } from '../sqlite.ts';
import { listRelations, nodeFacts, nodeKeys, type RelationRow } from './network.ts';

/** Neighbours that come with an actor that is opened. */
export const neighboursShown = 40;

/** The incidents of a filter with their ties. */
export interface FilterTies {
  readonly ties: TieLists;
  /** Positions of the matching incidents in the lists, ascending. */
  readonly rows: Uint32Array;
  /** Last day of each position as a number, the lowest for none. */
  readonly days: Int32Array;
  readonly keyOf: (row: number) => number;
  /** -1 for an incident that is not there. */
  readonly rowOf: (key: number) => number;
}

type Edge = readonly [
  from: number,
  to: number,
  kind: (typeof edgeKinds)[number],
  weight: number,
  against: number,
  claimed: number,
  denied: number,
  roles: string,
  date: string | null,
];

export function networkOf(
  db: Reader,
  held: FilterTies,
  ask: NetworkAsk,
): Omit<Network, 'revision' | 'source'> {
  const { ties, rows } = held;
  const roles = roleTable(ask.roles);
  const counts = countActors(ties, rows, roles);
  const ranked = rankActors(counts);
  const related = relationsIn(db, ask.relations, ask.filter);
  const opened = nodeKeys(db, 'actor', ask.expanded);
  const actors = new Set([...ranked.slice(0, ask.actors), ...nodeKeys(db, 'actor', ask.also)]);
  for (const key of opened) actors.add(key);
  const picked =
    ask.mode === 'incidents'
      ? incidentsShown(db, held, ask, roles, [...actors], opened)
      : { rows: [], total: 0, company: neighbours(ties, rows, roles, opened, neighboursShown) };
  for (const key of picked.company) actors.add(key);
  for (const { from, to } of related) {
    if (opened.includes(from)) actors.add(to);
    if (opened.includes(to)) actors.add(from);
  }
  const facts = nodeFacts(db, 'actor', [...actors]);
  const keys = [...actors].filter((key) => facts.has(key));
  const incidentKeys = picked.rows.map(held.keyOf);
  const incidents = nodeFacts(db, 'incident', incidentKeys);
  const { edges: shared, total: pairs } =
    ask.mode === 'actors'
      ? pairEdges(held, roles, keys)
      : { edges: partEdges(ties, picked.rows, roles, keys), total: 0 };
  const edges = [...shared, ...relationEdges(related, keys)];
  const nodes = [
    ...keys.map((key) => ({ kind: 0, fact: facts.get(key), count: counts[key] ?? 0 })),
    ...picked.rows.map((row, n) => ({
      kind: 1,
      fact: incidents.get(incidentKeys[n] ?? 0),
      count: actorsOf(ties, row, roles).size,
    })),
  ];
  const column = (at: 0 | 1 | 3 | 4 | 5 | 6) => Uint32Array.from(edges, (edge) => edge[at]);
  return {
    total: rows.length,
    actorsInAll: ranked.length,
    incidentsInAll: picked.total,
    edgesInAll: edges.length + Math.max(0, pairs - mostEdges),
    nodes: {
      ids: nodes.map(({ fact }) => fact?.id ?? ''),
      names: nodes.map(({ fact }) => fact?.name ?? ''),
      kinds: Uint8Array.from(nodes, ({ kind }) => kind),
      types: nodes.map(({ fact }) => fact?.type ?? null),
      counts: Uint32Array.from(nodes, ({ count }) => count),
      dates: nodes.map(({ fact }) => fact?.date ?? null),
      tlp: nodes.map(({ fact }) => fact?.tlp ?? 'RED'),
    },
    edges: {
      ...{ from: column(0), to: column(1), weights: column(3), against: column(4) },
      ...{ claimed: column(5), denied: column(6) },
      kinds: Uint8Array.from(edges, (edge) => edgeKinds.indexOf(edge[2])),
      roles: edges.map((edge) => edge[7]),
      dates: edges.map((edge) => edge[8]),
    },
  };
}

/** Relations of these kinds; under a period those that may have held in it. */
export function relationsIn(db: Reader, kinds: readonly string[], filter: Filter): RelationRow[] {
  return listRelations(db, kinds).filter(({ dateFrom, dateTo }) => {
    const begin = edtfBounds(dateFrom).earliest;
    const end = edtfBounds(dateTo).latest;
    if (filter.before !== undefined && begin !== null && begin > filter.before) return false;
    return filter.after === undefined || end === null || end >= filter.after;
  });
}

/** The incidents to show, and the actors that come with those that were opened. */
function incidentsShown(
  db: Reader,
  { ties, rows, days, rowOf }: FilterTies,
  ask: NetworkAsk,
  roles: Uint8Array,
  actors: readonly number[],
  opened: readonly number[],
) {
  const { rows: first, total } = pickRows(ties, rows, roles, actors, days, ask.incidents);
  const openedRows = nodeKeys(db, 'incident', ask.expanded).map(rowOf);
  const more = opened.flatMap(
    (key) => pickRows(ties, rows, roles, [key], days, neighboursShown).rows,
  );
  const brought = [...openedRows.filter((row) => row >= 0), ...more];
  const company = brought.flatMap((row) => [...actorsOf(ties, row, roles)]);
  return { rows: [...new Set([...first, ...brought])], total, company };
}

function pairEdges({ ties, rows }: FilterTies, roles: Uint8Array, keys: readonly number[]) {
  const { pairs, total } = sweepPairs(ties, rows, roles, keys, mostEdges);
  const edges: Edge[] = [];
  for (let n = 0; n < pairs.a.length; n += 1) {
    const of = (list: Uint32Array) => list[n] as number;
    const ends = [of(pairs.a), of(pairs.b)] as const;
    const figures = [
      of(pairs.weight),
      of(pairs.against),
      of(pairs.claimed),
      of(pairs.denied),
    ] as const;
    edges.push([...ends, 'together', ...figures, '', null]);
  }
  return { edges, total };
}

/** One edge for each actor of an incident: all its roles, as firm as the best of them. */
function partEdges(
  { start, length, other, role }: TieLists,
  rows: readonly number[],
  roles: Uint8Array,
  keys: readonly number[],
): Edge[] {
  const nodeOf = new Map(keys.map((key, node) => [key, node]));
  return rows.flatMap((row, n) => {
    const found = new Map<number, { names: string[]; standing: number }>();
    const from = start[row] as number;
    for (let at = from; at < from + (length[row] as number); at += 1) {
      const code = role[at] as number;
      const node = nodeOf.get(other[at] as number);
      if (node === undefined || roles[code & roleBits] !== 1) continue;
      const own = found.get(node) ?? { names: [], standing: 0 };
      const name = actorIncidentRoles[(code & roleBits) - 1];
      if (name !== undefined && !own.names.includes(name)) own.names.push(name);
      own.standing = Math.max(own.standing, standingOfCode[code >> 4] ?? 0);
      found.set(node, own);
    }
    return [...found].map(([node, { names, standing }]): Edge => {
      const doubt = doubtOf(standing);
      return [node, keys.length + n, 'part', 1, 0, ...doubt, names.join(' '), null];
    });
  });
}

function relationEdges(related: readonly RelationRow[], keys: readonly number[]): Edge[] {
  const nodeOf = new Map(keys.map((key, node) => [key, node]));
  return related.flatMap(({ from, to, role, attribution, dateFrom, dateTo }): Edge[] => {
    const [a, b] = [nodeOf.get(from), nodeOf.get(to)];
    if (a === undefined || b === undefined || a === b) return [];
    const dates = dateFrom === null && dateTo === null ? null : `${dateFrom ?? ''}/${dateTo ?? ''}`;
    return [[a, b, 'relation', 1, 0, ...doubtOf(standingOf(attribution)), role, dates]];
  });
}

/** `claimed` and `denied` of an edge that stands for one tie. */
function doubtOf(standing: number): readonly [claimed: number, denied: number] {
  return [standing === standings.claimed ? 1 : 0, standing === standings.denied ? 1 : 0];
}
