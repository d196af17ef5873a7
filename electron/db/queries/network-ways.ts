/** The shortest ways between two actors, with what ties each step. */
import type { CallArgs, CallResult } from '../../../shared/contract/contract.ts';
import { shortestWays } from '../../../shared/domain/network-paths.ts';
import { actorsOf, roleTable } from '../../../shared/domain/network-sweep.ts';
import type { Reader } from '../sqlite.ts';
import { nodeFacts, nodeKeys } from './network.ts';
import { type FilterTies, relationsIn } from './network-answer.ts';

const mostWays = 100;
/** Incidents named of a step. */
const mostNamed = 10;

type Ways = Omit<CallResult<'network/paths'>, 'revision'>;

export function waysBetween(
  db: Reader,
  { ties, rows, days, keyOf }: FilterTies,
  ask: CallArgs<'network/paths'>,
): Ways {
  const [from] = nodeKeys(db, 'actor', [ask.from]);
  const [to] = nodeKeys(db, 'actor', [ask.to]);
  if (from === undefined || to === undefined) {
    return { ways: [], isCut: false, actors: [], steps: [] };
  }
  const roles = roleTable(ask.roles);
  const relations = relationsIn(db, ask.relations, ask.filter);
  const related = new Map<number, Set<number>>();
  for (const { from: a, to: b } of relations) {
    related.set(a, (related.get(a) ?? new Set()).add(b));
    related.set(b, (related.get(b) ?? new Set()).add(a));
  }
  const { ways, isCut } = shortestWays(ties, rows, roles, related, from, to, mostWays);
  const keys = [...new Set(ways.flat())];
  const at = new Map(keys.map((key, n) => [key, n]));
  const facts = nodeFacts(db, 'actor', keys);

  const pairs = new Map<string, readonly [number, number]>();
  for (const way of ways) {
    way.slice(1).forEach((b, n) => {
      const a = way[n] ?? b;
      pairs.set(`${a} ${b}`, [a, b]);
    });
  }
  const shared = new Map([...pairs.keys()].map((pair) => [pair, [] as number[]]));
  const isOn = new Set(keys);
  for (const row of pairs.size === 0 ? [] : rows) {
    const own = [...actorsOf(ties, row, roles)].filter((key) => isOn.has(key));
    if (own.length < 2) continue;
    for (const a of own) for (const b of own) shared.get(`${a} ${b}`)?.push(row);
  }
  const steps = [...pairs].map(([pair, [a, b]]) => {
    const all = shared.get(pair) ?? [];
    const latest = all
      .toSorted((p, q) => (days[q] ?? 0) - (days[p] ?? 0) || q - p)
      .slice(0, mostNamed)
      .map(keyOf);
    const named = nodeFacts(db, 'incident', latest);
    return {
      ...{ a: at.get(a) ?? 0, b: at.get(b) ?? 0, count: all.length },
      relations: relations
        .filter(({ from: p, to: q }) => (p === a && q === b) || (p === b && q === a))
        .map(({ role, from: p }) => ({ role, isFrom: p === a })),
      incidents: latest.flatMap((key) => {
        const fact = named.get(key);
        return fact === undefined ? [] : [{ id: fact.id, title: fact.name, date: fact.date }];
      }),
    };
  });
  return {
    ways: ways.map((way) => way.map((key) => at.get(key) ?? 0)),
    isCut,
    actors: keys.map((key) => ({ id: facts.get(key)?.id ?? '', name: facts.get(key)?.name ?? '' })),
    steps,
  };
}
