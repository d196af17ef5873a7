import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from '../../electron/services/act.ts';
import {
  incidentIds,
  incidentRows,
  listIncidents,
  mapPoints,
} from '../../electron/services/incidents.ts';
import { defaultSort, type Filter, type Sort, sortKeys } from '../../shared/domain/filter.ts';
import { incidentStatuses, tlpLabels } from '../../shared/domain/vocabulary.ts';
import {
  add,
  addClaim,
  addIncident,
  type TemporaryCase,
  temporaryCase,
} from '../helpers/case-builder.ts';
import { type KnownIncident, matches } from '../helpers/filter-oracle.ts';
import { fillMixed, mixedBatch, mixedSource, tagNames } from '../helpers/mixed-case.ts';

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

const words = fc.constantFrom(
  'attack',
  'POLICE',
  'ouahi',
  '"police station"',
  '"station police"',
  'l’armée',
  'armee',
  'قاعدة',
  'القاعدة',
  'jnim',
  'نصرة',
  'sixty',
  'site',
  'loroum',
  '-',
  '"',
  'a*',
  'title:x OR 1',
  "d'eau",
  '7',
);
const day = fc.constantFrom('2024-06-01', '2025-04-30', '2025-05-01', '2025-05-11', '2025-06-01');
const place = fc.constantFrom(
  'Djibo',
  'jibo',
  'menaka',
  'Ménaka',
  'burkina',
  'Burkina Faso',
  'Fidji',
  'sahel',
  'northern lo',
  'BF',
  'nowhere',
);
const actor = fc.record(
  {
    words: fc.constantFrom(
      'jnim',
      'GSIM',
      'نصرة',
      'burkina faso arm',
      'dozo',
      'support group',
      'nobody',
    ),
    role: fc.constantFrom('perpetrator' as const, 'target' as const, 'victim' as const),
  },
  { requiredKeys: [] },
);

const filter: fc.Arbitrary<Filter> = fc
  .record(
    {
      text: fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
      after: day,
      before: day,
      undated: fc.boolean(),
      actors: fc.array(actor, { maxLength: 2 }),
      places: fc.array(place, { maxLength: 2 }),
      countries: fc.uniqueArray(fc.constantFrom('BF', 'ML', 'NE')),
      regions: fc.uniqueArray(fc.constantFrom('BF/Sahel', 'BF/sahél', 'ML/Ménaka', 'ML/Sahel')),
      grades: fc.uniqueArray(fc.constantFrom('C1', 'C3', 'C6', 'A1', 'none')),
      sources: fc.uniqueArray(fc.constantFrom(mixedSource, mixedBatch)),
      polygon: fc.constantFrom<[number, number][]>(
        [
          [-3, 13],
          [0, 13],
          [0, 15],
          [-3, 15],
        ],
        [
          [-1, 12],
          [-1, 17],
          [3, 17],
        ],
        [
          [-180, -90],
          [180, -90],
          [180, 90],
          [-180, 90],
        ],
      ),
      types: fc.uniqueArray(fc.constantFrom('Battles', 'battles', 'Armed clash', 'Protests')),
      targets: fc.uniqueArray(fc.constantFrom('market', 'town', 'convoy')),
      statuses: fc.uniqueArray(fc.constantFrom(...incidentStatuses)),
      killedMin: fc.constantFrom(0, 5, 6, 60, 99, 100),
      killedMax: fc.constantFrom(0, 5, 23, 24, 60, 1000),
      credibilityAtLeast: fc.integer({ min: 1, max: 5 }),
      tags: fc.uniqueArray(fc.constantFrom(...tagNames, 'urgent', 'a verifier', 'none')),
      tlpMax: fc.constantFrom(...tlpLabels),
      batch: fc.constantFrom(mixedBatch, '01970000-0000-7000-8000-00000000dead'),
      box: fc.constantFrom<[number, number, number, number]>(
        [-3, 13, 0, 15],
        [170, -20, -170, 0],
        [-180, -90, 180, 90],
        [-1.6255, 14.0994, -1.6255, 14.0994],
      ),
      near: fc.constantFrom(
        { lat: 14.0994, lon: -1.6255, km: 0.001 },
        { lat: 14, lon: -2, km: 60 },
        { lat: 14, lon: -2, km: 500 },
        { lat: -16.8, lon: -179.9, km: 30 },
        { lat: 89, lon: 0, km: 9000 },
        { lat: 0, lon: 0, km: 20_000 },
      ),
      openQuestion: fc.boolean(),
      deleted: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  // a filter of twenty fields matches nothing: take a few of them
  .chain((all) =>
    fc
      .subarray(Object.keys(all) as (keyof Filter)[], { maxLength: 4 })
      .map((names) => Object.fromEntries(names.map((name) => [name, all[name]])) as Filter),
  );

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

  test('gives the same to the list, the map and the ids', () => {
    const { session } = held;
    const one: Filter = { places: ['burkina'] };
    const list = listIncidents(session.db, one, defaultSort);
    const rows = incidentRows(session.db, [...list.keys]);
    const points = mapPoints(session, one);
    expect(rows.map(({ id }) => id)).toEqual(incidentIds(session.db, one, defaultSort));
    expect(points.ids.toSorted()).toEqual(found(one));
    expect(points.lat).toHaveLength(points.ids.length);
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
    grade: () => 0,
    updated: (row) => row.updatedAt,
    created: () => 0,
  };
  type Row = ReturnType<typeof incidentRows>[number];

  test.each(sortKeys.flatMap((key) => [[key, 'ascending'] as const, [key, 'descending'] as const]))(
    'by %s %s is right, absent values last, and the same every time',
    (key, direction) => {
      const { db } = held.session;
      const { keys } = listIncidents(db, {}, { key, direction });
      expect(listIncidents(db, {}, { key, direction }).keys).toEqual(keys);
      const found = incidentRows(db, [...keys]).map(values[key]);
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
    const killed = () => listIncidents(session.db, {}, defaultSort).killed;
    expect(killed()).toEqual({ low: 250, high: 260, named: 260 });
    act(session, { kind: 'delete', title: '' }, (tx) => tx.remove('incident', sole.id));
    expect(killed()).toEqual({ low: 310, high: 310, named: 310 });
    mine.close();
  });
});
