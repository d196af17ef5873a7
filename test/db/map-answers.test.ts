// What the columns say of the map is what the rows say, for any filter and after any change.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ColumnAnswers } from '../../electron/columns/answers.ts';
import { type OpenedReader, openReader } from '../../electron/db/open-reader.ts';
import { act } from '../../electron/services/act.ts';
import { answerView } from '../../electron/services/views.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { mapColourings } from '../../shared/domain/map-colouring.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { anyFilter } from '../helpers/filter-arbitraries.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase;
let reader: OpenedReader;
let columns: ColumnAnswers;
let changed: string[] = [];

beforeAll(async () => {
  held = temporaryCase();
  fillMixed(held.session);
  held.session.changed = (_topics, ids) => changed.push(...ids);
  reader = openReader(held.session.path);
  reader.renew();
  columns = new ColumnAnswers(reader.db, 1);
  await columns.load(held.session.revision, async () => undefined);
  reader.release();
});
afterAll(() => {
  reader.close();
  held.close();
});

function rowsOf(filter: Filter): IncidentRow[] {
  return answerView(held.session, {
    ...{ filter, asker: 'list', sort: defaultSort, from: 0, count: 1000 },
    ...{ facets: [], facetSize: 20 },
  }).rows;
}

const sum = (counts: readonly { readonly count: number }[]) =>
  counts.reduce((all, { count }) => all + count, 0);

function check(filter: Filter): void {
  reader.renew();
  const rows = rowsOf(filter);
  const placed = rows.filter((row) => row.latitude !== null && row.longitude !== null);
  for (const by of mapColourings) {
    const summary = columns.map.summary(filter, { by });
    expect(summary.placed).toBe(placed.length);
    expect(sum(summary.categories)).toBe(placed.length);
  }
  const box: [number, number, number, number] = [-4, 11, 2, 15];
  const inside = placed.filter(
    ({ latitude: lat, longitude: lon }) =>
      (lon ?? 0) >= box[0] && (lon ?? 0) <= box[2] && (lat ?? 0) >= box[1] && (lat ?? 0) <= box[3],
  );
  const within = columns.map.within(filter, defaultSort, { box, from: 0, count: 500 });
  expect(within.rows.map(({ id }) => id)).toEqual(inside.map(({ id }) => id));
  expect(within.total).toBe(inside.length);
  for (const level of ['country', 'region', 'province'] as const) {
    const groups = columns.map.areas(filter, level);
    expect(sum(groups)).toBe(rows.length);
    const named = (row: IncidentRow) =>
      row.country !== null &&
      (level === 'country' || (row.admin1 !== null && (level === 'region' || row.admin2 !== null)));
    expect(sum(groups.filter(({ country }) => country !== ''))).toBe(rows.filter(named).length);
  }
  const tile = columns.map.tile(filter, 'status', { z: 0, x: 0, y: 0 });
  expect(tile === undefined).toBe(placed.length === 0);
  reader.release();
}

test('for any filter', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => check(filter)),
    { numRuns: 150 },
  );
});

test('after incidents were added, moved and deleted', () => {
  const { session } = held;
  const [first, second] = rowsOf({});
  act(session, { kind: 'create', title: 'new' }, (tx) => {
    tx.insert('incident', { title: 'New', latitude: 14.1, longitude: -1.6, country: 'BF' });
    tx.update('incident', first?.id ?? '', { latitude: 12.5, longitude: 0.5 });
    tx.remove('incident', second?.id ?? '');
  });
  reader.renew();
  expect(columns.update(changed)).toBe(true);
  changed = [];
  check({});
  check({ countries: ['BF'] });
  fc.assert(
    fc.property(anyFilter, (filter) => check(filter)),
    { numRuns: 30 },
  );
});
