import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listIncidentKeys } from '../../electron/db/queries/incident-list.ts';
import { listIncidentRows } from '../../electron/db/queries/incident-rows.ts';
import { act } from '../../electron/services/act.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import { defaultSort, type Filter, type Sort, sortKeys } from '../../shared/domain/filter.ts';
import { incidentStatuses, reviewStates, tlpLabels } from '../../shared/domain/vocabulary.ts';
import {
  add,
  addClaim,
  addIncident,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { anyFilter as filter } from '../helpers/filter-arbitraries.ts';
import { type KnownIncident, matches } from '../helpers/filter-oracle.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase;
let known: KnownIncident[];
beforeAll(() => {
  held = temporaryCase();
  known = fillMixed(held.session);
});
afterAll(() => held.close());

function found(filter: Filter): string[] {
  return incidentIds(held.session.db, filter, defaultSort).sort();
}

function expected(filter: Filter): string[] {
  return known
    .filter((one) => matches(filter, one))
    .map(({ id }) => id)
    .sort();
}

describe('a filter', () => {
  test('finds what it means, whatever it is', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(found(one)).toEqual(expected(one));
      }),
      { numRuns: 600 },
    );
  });

  test.each<[string, Filter]>([
    ['nothing asked', {}],
    ['bin', { deleted: true }],
    ['period', { after: '2025-05-01', before: '2025-05-31' }],
    ['undated', { undated: true }],
    ['acronym', { actors: [{ words: 'gsim' }] }],
    ['Arabic name', { actors: [{ words: 'نصرة' }] }],
    ['place without accents', { places: ['menaka'] }],
    ['country by name', { places: ['Burkina'] }],
    ['phrase', { text: '"police station"' }],
    ['range reached', { killedMin: 100 }],
    ['near', { near: { lat: 14, lon: -2, km: 60 } }],
    ['across the antimeridian', { box: [170, -20, -170, 0] }],
    ['tag', { tags: ['a verifier'] }],
    ['question', { openQuestion: true }],
  ])('by %s finds some and not all', (_, one) => {
    const ids = found(one);
    expect(ids).toEqual(expected(one));
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.length).toBeLessThan(known.length);
  });

  test('gives the same to the list and the ids', () => {
    const { session } = held;
    const one: Filter = { places: ['burkina'] };
    const list = listIncidentKeys(session.db, one, defaultSort);
    const rows = listIncidentRows(session.db, [...list.keys]);
    expect(rows.map(({ id }) => id)).toEqual(incidentIds(session.db, one, defaultSort));
  });
});

describe('the order', () => {
  const values: { readonly [K in Sort['key']]: (row: Row) => number | string | null } = {
    date: (row) => row.dateEarliest ?? row.dateLatest,
    title: (row) => row.title.toLowerCase(),
    place: (row) => row.place?.toLowerCase().replace('é', 'e') ?? null,
    type: (row) => row.eventType,
    killed: (row) => (row.killed?.low == null ? null : (row.killed.high ?? row.killed.low)),
    status: (row) => incidentStatuses.indexOf(row.status),
    injured: (row) => row.injured?.high ?? row.injured?.low ?? null,
    actors: (row) => new Set(row.actors.map(({ id }) => id)).size || null,
    notes: (row) => row.noteCount || null,
    review: (row) => reviewStates.indexOf(row.review),
    tlp: (row) => tlpLabels.indexOf(row.tlp),
    grade: () => 0,
    updated: (row) => row.updatedAt,
    created: () => 0,
  };
  type Row = ReturnType<typeof listIncidentRows>[number];

  test.each(sortKeys.flatMap((key) => [[key, 'ascending'] as const, [key, 'descending'] as const]))(
    'by %s %s is right, absent values last, and the same every time',
    (key, direction) => {
      const { db } = held.session;
      const { keys } = listIncidentKeys(db, {}, { key, direction });
      expect(listIncidentKeys(db, {}, { key, direction }).keys).toEqual(keys);
      const found = listIncidentRows(db, [...keys]).map(values[key]);
      const present = found.filter((value) => value !== null);
      const sorted = [...present].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(found.slice(0, present.length)).toEqual(
        direction === 'ascending' ? sorted : sorted.reverse(),
      );
    },
  );
});

describe('people killed', () => {
  test('incidents that are possibly one count once, refuted ones not', () => {
    const mine = temporaryCase();
    const { session } = mine;
    const withToll = (title: string, low: number, status: 'claimed' | 'refuted' = 'claimed') => {
      const incident = addIncident(session, { title, status });
      addClaim(session, incident.id, {}, [{ low, high: low }]);
      return incident;
    };
    const loroum = withToll('Loroum', 60);
    const sole = addIncident(session, { title: 'Sole' });
    const third = withToll('Third telling', 50);
    withToll('Djibo', 200);
    withToll('Refuted', 1000, 'refuted');
    for (const [from_id, to_id, role] of [
      [sole.id, loroum.id, 'possibly-same-as'],
      [third.id, sole.id, 'duplicate-of'],
    ] as const) {
      add(session, 'link', { kind: 'incident-incident', from_id, to_id, role });
    }
    const killed = () => listIncidentKeys(session.db, {}, defaultSort).killed;
    expect(killed()).toEqual({ low: 250, high: 260, named: 260 });
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', sole.id));
    expect(killed()).toEqual({ low: 310, high: 310, named: 310 });
    mine.close();
  });
});
