/**
 * Who is named in the incidents of a report, and with whom: counted by the same passes as the network
 * on screen (`domain/network-sweep.ts`), so that both show the same numbers. Pure.
 */
import type { IncidentRow } from '../contract/read-calls.ts';
import { layoutSteps, startOf } from '../domain/network-layout.ts';
import {
  countActors,
  type Pairs,
  rankActors,
  roleTable,
  sweepPairs,
  type TieLists,
} from '../domain/network-sweep.ts';
import { tieCode } from '../domain/tie-code.ts';
import type { Lang } from '../text/lang.ts';
import { mostInNetwork, mostRanked, type TieStanding } from './figure-blocks.ts';
import { figureText } from './figure-text.ts';
import type { GivenBlock } from './parts.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The rows as lists of ties; keys are positions in `actors`, in the order in which they are first named. */
function tiesOf(rows: readonly IncidentRow[]) {
  const keys = new Map<string, number>();
  const actors: Named[] = [];
  const tuples = rows.flatMap((row, at) =>
    row.actors.map(({ id, shortName, role, attribution }) => {
      const key = keys.get(id) ?? actors.push({ id, name: shortName }) - 1;
      keys.set(id, key);
      return { row: at, key, role: tieCode(role, attribution) };
    }),
  );
  const start = new Uint32Array(rows.length);
  const length = new Uint16Array(rows.length);
  tuples.forEach(({ row }, at) => {
    if (length[row] === 0) start[row] = at;
    length[row] = (length[row] ?? 0) + 1;
  });
  const ties: TieLists = {
    ...{ start, length, highest: Math.max(0, actors.length - 1) },
    other: Uint32Array.from(tuples, ({ key }) => key),
    role: Uint8Array.from(tuples, ({ role }) => role),
  };
  return { ties, actors, rows: Uint32Array.from(rows.keys()) };
}

/** Heading and figure of the actors named most often; nothing when nobody is named. */
export function rankFigure(rows: readonly IncidentRow[], scope: string, lang: Lang): GivenBlock[] {
  const t = figureText(lang);
  const { ties, actors, rows: places } = tiesOf(rows);
  const counts = countActors(ties, places, roleTable([]));
  const acting = countActors(ties, places, roleTable(['perpetrator', 'claimant']));
  const ranked = rankActors(counts);
  if (ranked.length === 0) return [];
  const shown = ranked.slice(0, mostRanked);
  return [
    { type: 'heading', level: 2, text: t.ranks },
    {
      type: 'ranks',
      caption: t.ranksCaption(shown.length, ranked.length, scope),
      firstWords: t.acting,
      restWords: t.otherwise,
      rows: shown.map((key) => ({
        label: actors[key]?.name ?? '',
        first: acting[key] ?? 0,
        rest: (counts[key] ?? 0) - (acting[key] ?? 0),
      })),
    },
  ];
}

/** Heading and figure of who shares incidents with whom; nothing when no two do. */
export function networkFigure(
  rows: readonly IncidentRow[],
  scope: string,
  lang: Lang,
): GivenBlock[] {
  const t = figureText(lang);
  const { ties, actors, rows: places } = tiesOf(rows);
  const roles = roleTable([]);
  const counts = countActors(ties, places, roles);
  const ranked = rankActors(counts);
  const tied = keysOf(sweepPairs(ties, places, roles, ranked, ranked.length ** 2).pairs, ranked);
  const keys = ranked.filter((key) => tied.has(key)).slice(0, mostInNetwork);
  const { pairs } = sweepPairs(ties, places, roles, keys, mostEdges);
  if (pairs.a.length === 0) return [];
  const at = layOut(
    keys.map((key) => actors[key]?.id ?? ''),
    pairs,
  );
  return [
    { type: 'heading', level: 2, text: t.network },
    {
      type: 'network',
      caption: t.networkCaption(keys.length, ranked.length, scope),
      nodes: keys.map((key, node) => ({
        label: actors[key]?.name ?? '',
        count: counts[key] ?? 0,
        x: at.x[node] ?? 0,
        y: at.y[node] ?? 0,
      })),
      edges: [...pairs.a].map((from, edge) => ({
        from,
        to: pairs.b[edge] ?? from,
        weight: pairs.weight[edge] ?? 0,
        standing: standingOf(pairs, edge),
      })),
      words: { firm: t.firm, claimed: t.claimed, denied: t.denied },
    },
  ];
}

/** Heaviest ties that are drawn. */
const mostEdges = 120;

function keysOf({ a, b }: Pairs, keys: readonly number[]): ReadonlySet<number> {
  return new Set([...a, ...b].map((node) => keys[node] ?? -1));
}

/** Firm when one incident at least ties both without a doubt, as on screen. */
function standingOf({ weight, claimed, denied }: Pairs, edge: number): TieStanding {
  const all = weight[edge] ?? 0;
  const isDenied = denied[edge] === all;
  const isDoubted = (claimed[edge] ?? 0) + (denied[edge] ?? 0) === all;
  return isDenied ? 'denied' : isDoubted ? 'claimed' : 'firm';
}

/** Places between 0 and 1; the same ids and ties give the same places. */
function layOut(ids: readonly string[], { a, b, weight }: Pairs) {
  const start = ids.map(startOf);
  let placed = { x: new Float32Array(), y: new Float32Array() };
  // a faint pull to the first holds parts together that nothing ties
  const others = Array.from({ length: ids.length - 1 }, (_, at) => at + 1);
  const pulls = [...weight].map((each) => 1 + Math.log2(Math.max(1, each)));
  for (const { x, y } of layoutSteps({
    nodes: ids.length,
    from: Uint32Array.from([...a, ...others.map(() => 0)]),
    to: Uint32Array.from([...b, ...others]),
    weights: Float32Array.from([...pulls, ...others.map(() => 0.25)]),
    x: Float32Array.from(start, ({ x: each }) => each),
    y: Float32Array.from(start, ({ y: each }) => each),
    // room for a name under each
    sizes: new Float32Array(ids.length).fill(46),
    fixed: new Uint8Array(ids.length),
  })) {
    placed = { x: Float32Array.from(x), y: Float32Array.from(y) };
  }
  return { x: fitted(placed.x), y: fitted(placed.y) };
}

/** Rounded to a thousandth, so that documents stay small. */
function fitted(values: Float32Array): number[] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return [...values].map((value) =>
    span === 0 ? 0.5 : Math.round(((value - low) / span) * 1000) / 1000,
  );
}
