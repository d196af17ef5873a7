// The network of a filter: columns and tables agree, and both with SQL that counts pair by pair.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ColumnAnswers } from '../../electron/columns/answers.ts';
import { type OpenedReader, openReader } from '../../electron/db/open-reader.ts';
import { act } from '../../electron/services/act.ts';
import { readNetwork, readPaths } from '../../electron/services/network.ts';
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import { networkCalls, networkModes } from '../../shared/contract/network-calls.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import {
  actorActorRelations,
  actorIncidentRoles,
  attributions,
} from '../../shared/domain/vocabulary.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { anyFilter } from '../helpers/filter-arbitraries.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase;
let reader: OpenedReader;
let columns: ColumnAnswers;
let actorIds: string[] = [];
let changed: string[] = [];

/** The mixed case with more actors, in several roles, some of them only claimed or denied. */
beforeAll(async () => {
  held = temporaryCase();
  const incidents = fillMixed(held.session).filter(({ isDeleted }) => !isDeleted);
  act(held.session, { kind: 'bulk', title: 'ties' }, (tx) => {
    const made = Array.from({ length: 12 }, (_, n) => tx.insert('actor', { name: `Group ${n}` }));
    incidents.forEach(({ id }, n) => {
      made.forEach((actor, at) => {
        if ((n * 7 + at * 5) % 11 > 2) return;
        tx.insert('link', {
          ...{ kind: 'actor-incident', from_id: actor.id, to_id: id },
          role: actorIncidentRoles[(n + at) % actorIncidentRoles.length] ?? 'named',
          attribution: [null, ...attributions][(n * 3 + at) % 6] ?? null,
        });
        if ((n + at) % 4 === 0) {
          tx.insert('link', {
            kind: 'actor-incident',
            from_id: actor.id,
            to_id: id,
            role: 'target',
          });
        }
      });
    });
    made.forEach(({ id }, at) => {
      const to = made[(at + 3) % made.length]?.id ?? '';
      tx.insert('link', {
        ...{ kind: 'actor-actor', from_id: id, to_id: to },
        role: actorActorRelations[at % actorActorRelations.length] ?? 'ally-of',
        attribution: [null, ...attributions][at % 6] ?? null,
        date_from: at % 2 === 0 ? '2025-05' : null,
        date_to: at % 3 === 0 ? '2025-06' : null,
      });
    });
  });
  const { db } = held.session;
  actorIds = db.prepare('SELECT id FROM actor ORDER BY pk').pluck().all() as string[];
  held.session.changed = (_topics, ids) => changed.push(...ids);
  reader = openReader(held.session.path);
  reader.renew();
  columns = new ColumnAnswers(reader.db, 1);
  await columns.load(held.session.revision, async () => undefined);
});
afterAll(() => {
  reader.close();
  held.close();
});

const args = (given: unknown) => networkCalls['network/graph'].args.parse(given);
const anyAsk: fc.Arbitrary<CallArgs<'network/graph'>> = fc
  .record({
    filter: fc.oneof(anyFilter, fc.constant<Filter>({})),
    mode: fc.constantFrom(...networkModes),
    actors: fc.constantFrom(1, 4, 100),
    incidents: fc.constantFrom(1, 5, 500),
    roles: fc.oneof(fc.constant([]), fc.subarray([...actorIncidentRoles])),
    relations: fc.subarray([...actorActorRelations]),
    expanded: fc.array(fc.nat({ max: 14 }), { maxLength: 2 }),
    also: fc.array(fc.nat({ max: 14 }), { maxLength: 2 }),
  })
  .map(({ expanded, also, ...rest }) =>
    args({
      ...rest,
      expanded: expanded.map((n) => actorIds[n]).filter((id) => id !== undefined),
      also: also.map((n) => actorIds[n]).filter((id) => id !== undefined),
    }),
  );

function bare({ source: _source, ...rest }: CallResult<'network/graph'>) {
  return rest;
}
const fast = (ask: CallArgs<'network/graph'>) => columns.network(ask, held.session.revision);

/** Attribution of the better of what is recorded, as SQL: 2 firm, 1 claimed or alleged, 0 denied. */
const standing = `max(CASE WHEN attribution = 'denied' THEN 0
  WHEN attribution IN ('claimed', 'alleged') THEN 1 ELSE 2 END)`;

describe('the network', () => {
  test('given any filter and question, then columns and tables say the same', () => {
    fc.assert(
      fc.property(anyAsk, (ask) => {
        const slow = readNetwork(held.session, ask);
        expect(bare(fast(ask))).toEqual(bare(slow));
        expect(networkCalls['network/graph'].result.safeParse(slow).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test.each([[[]], [['perpetrator', 'target']]])(
    'pairs of actors are what SQL counts for roles %j',
    (roles) => {
      const graph = fast(args({ filter: {}, mode: 'actors', actors: 500, roles, relations: [] }));
      const { nodes, edges } = graph;
      const text = `WITH own AS (
          SELECT link.to_id AS incident, link.from_id AS actor, ${standing} AS standing,
            max(role = 'perpetrator') AS attacks, max(role IN ('target', 'victim')) AS attacked
          FROM link JOIN incident ON incident.id = link.to_id AND incident.deleted_at IS NULL
          WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL
            AND (? = '[]' OR role IN (SELECT value FROM json_each(?)))
          GROUP BY link.to_id, link.from_id)
        SELECT min(a.actor, b.actor) || max(a.actor, b.actor), count(*),
          sum((a.attacks AND b.attacked) OR (b.attacks AND a.attacked)),
          sum(min(a.standing, b.standing) = 1), sum(min(a.standing, b.standing) = 0)
        FROM own AS a JOIN own AS b ON a.incident = b.incident AND a.actor < b.actor GROUP BY 1`;
      const list = JSON.stringify(roles);
      const counted = held.session.db.prepare(text).raw().all(list, list) as unknown[][];
      const said = [...edges.from].map((from, n) => {
        const pair = [nodes.ids[from] ?? '', nodes.ids[edges.to[n] ?? 0] ?? ''].sort().join('');
        return [pair, edges.weights[n], edges.against[n], edges.claimed[n], edges.denied[n]];
      });
      const byPair = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
      expect(said.length).toBeGreaterThan(10);
      expect(said.sort(byPair)).toEqual(counted.sort(byPair));
      expect(graph.edgesInAll).toBe(counted.length);
    },
  );

  test('an actor counts each of its incidents once, and those with most come first', () => {
    const { nodes, actorsInAll } = fast(args({ filter: {}, mode: 'actors', actors: 5 }));
    const text = `SELECT actor.id, count(DISTINCT link.to_id) AS n FROM link
      JOIN actor ON actor.id = link.from_id
      JOIN incident ON incident.id = link.to_id AND incident.deleted_at IS NULL
      WHERE link.kind = 'actor-incident' AND link.deleted_at IS NULL
      GROUP BY actor.id ORDER BY n DESC, actor.pk`;
    const counted = held.session.db.prepare(text).raw().all() as [string, number][];
    expect(nodes.ids.map((id, n) => [id, nodes.counts[n]])).toEqual(counted.slice(0, 5));
    expect(actorsInAll).toBe(counted.length);
  });

  test('an actor that is opened brings those it shares incidents with', () => {
    const one = fast(args({ filter: {}, mode: 'actors', actors: 1, relations: [] }));
    expect(one.nodes.ids).toHaveLength(1);
    const opened = args({
      ...{ filter: {}, mode: 'actors', actors: 1, relations: [] },
      expanded: one.nodes.ids,
    });
    const { nodes, edges } = fast(opened);
    expect(nodes.ids.length).toBeGreaterThan(3);
    for (let n = 1; n < nodes.ids.length; n += 1) {
      expect([...edges.from].some((from, e) => from === 0 && edges.to[e] === n)).toBe(true);
    }
  });

  test('a relation outside of the period of the filter is left out', () => {
    const relations = (filter: Filter) => {
      const { edges } = fast(args({ filter, mode: 'actors', actors: 1, also: actorIds }));
      return [...edges.kinds].filter((kind) => kind === 2).length;
    };
    expect(relations({})).toBe(12);
    // those from May 2025 on, and those until June
    expect(relations({ before: '2024-12-31' })).toBe(6);
    expect(relations({ after: '2025-07-01' })).toBe(8);
  });

  test('a tie that is denied after the columns were filled is denied in them', () => {
    const ask = args({ filter: {}, mode: 'incidents', incidents: 500, actors: 100 });
    const before = fast(ask);
    const n = before.edges.denied.indexOf(0);
    const [actor, incident] = [before.edges.from[n] ?? 0, before.edges.to[n] ?? 0];
    const text = `SELECT id FROM link WHERE from_id = ? AND to_id = ? AND deleted_at IS NULL`;
    const links = held.session.db.prepare(text).pluck();
    const ids = links.all(before.nodes.ids[actor], before.nodes.ids[incident]) as string[];
    changed = [];
    act(held.session, { kind: 'update', title: 'denied' }, (tx) => {
      for (const id of ids) tx.update('link', id, { attribution: 'denied' });
    });
    reader.renew();
    columns.update(changed);
    expect(fast(ask).edges.denied[n]).toBe(1);
    expect(bare(fast(ask))).toEqual(bare(readNetwork(held.session, ask)));
  });
});

describe('the shortest ways', () => {
  const ways = (given: unknown) => {
    const ask = networkCalls['network/paths'].args.parse(given);
    const slow = readPaths(held.session, ask);
    expect(columns.paths(ask, held.session.revision)).toEqual(slow);
    return slow;
  };

  test('between any two actors are as long as walking over the edges says, and all are there', () => {
    const whole = fast(args({ filter: {}, mode: 'actors', actors: 500, roles: ['perpetrator'] }));
    const { nodes, edges } = whole;
    const mates = new Map<string, Set<string>>();
    edges.from.forEach((from, n) => {
      const [a, b] = [nodes.ids[from] ?? '', nodes.ids[edges.to[n] ?? 0] ?? ''];
      mates.set(a, (mates.get(a) ?? new Set()).add(b));
      mates.set(b, (mates.get(b) ?? new Set()).add(a));
    });
    /** Every way without a loop up to a length, shortest ones kept. */
    const walked = (from: string, to: string): string[] => {
      let front = [[from]];
      for (let steps = 0; steps < 8 && front.length > 0; steps += 1) {
        const there = front.filter((way) => way.at(-1) === to);
        if (there.length > 0) return there.map((way) => way.join()).sort();
        const seen = new Set(front.flat());
        front = front.flatMap((way) =>
          [...(mates.get(way.at(-1) ?? '') ?? [])]
            .filter((id) => id === to || !seen.has(id))
            .map((id) => [...way, id]),
        );
      }
      return [];
    };
    for (const from of actorIds.slice(0, 8)) {
      for (const to of actorIds.slice(5)) {
        const said = ways({ filter: {}, roles: ['perpetrator'], from, to });
        const named = said.ways.map((way) => way.map((at) => said.actors[at]?.id).join());
        expect(named.sort()).toEqual(walked(from, to));
      }
    }
  });

  test('each step names the latest incidents that tie both', () => {
    const {
      ways: found,
      steps,
      actors,
    } = ways({
      ...{ filter: {}, relations: [] },
      ...{ from: actorIds[0] ?? '', to: actorIds.at(-1) ?? '' },
    });
    expect(found.length).toBeGreaterThan(0);
    const text = `SELECT count(*) FROM incident WHERE deleted_at IS NULL AND id IN (
      SELECT to_id FROM link WHERE from_id = ? AND deleted_at IS NULL) AND id IN (
      SELECT to_id FROM link WHERE from_id = ? AND deleted_at IS NULL)`;
    for (const { a, b, count, incidents } of steps) {
      const counted = held.session.db.prepare(text).pluck().get(actors[a]?.id, actors[b]?.id);
      expect(count).toBe(counted);
      expect(incidents).toHaveLength(Math.min(10, count));
    }
  });

  test('a relation on a way says which way it was recorded', () => {
    const text = `SELECT from_id, to_id, role FROM link WHERE kind = 'actor-actor' ORDER BY pk`;
    const [from = '', to = '', role] = held.session.db.prepare(text).raw().get() as string[];
    const there = ways({ filter: {}, from, to }).steps[0]?.relations;
    const back = ways({ filter: {}, from: to, to: from }).steps[0]?.relations;
    expect(there).toContainEqual({ role, isFrom: true });
    expect(back).toContainEqual({ role, isFrom: false });
  });

  test('to an actor that no incident of the filter has there is none', () => {
    const filter = { text: 'nothing says this' };
    const { ways: found } = ways({ filter, relations: [], from: actorIds[0], to: actorIds[1] });
    expect(found).toEqual([]);
  });
});
