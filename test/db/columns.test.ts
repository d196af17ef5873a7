// The columns answer what the tables answer, for any filter, sort and panel, and after any change.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ColumnAnswers } from '../../electron/columns/answers.ts';
import { Orders } from '../../electron/columns/orders.ts';
import { restoreSnapshot, takeSnapshot } from '../../electron/columns/snapshot.ts';
import { type OpenedReader, openReader } from '../../electron/db/open-reader.ts';
import { deltaBetween } from '../../electron/db/queries/column-snapshot.ts';
import { act } from '../../electron/services/act.ts';
import { listActors } from '../../electron/services/actors.ts';
import { storeSnapshot } from '../../electron/services/column-snapshot.ts';
import { undo } from '../../electron/services/undo.ts';
import { answerView, viewIds, viewPage } from '../../electron/services/views.ts';
import type { CallArgs } from '../../shared/contract/contract.ts';
import {
  facetNames,
  groupings,
  type Timeline,
  type TimelineSeries,
  timelineStacks,
  timeUnits,
} from '../../shared/contract/view-calls.ts';
import { defaultSort, type Filter, type Sort, sortKeys } from '../../shared/domain/filter.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import { fold } from '../../shared/lib/fold.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { anyFilter } from '../helpers/filter-arbitraries.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

let held: TemporaryCase;
let reader: OpenedReader;
let columns: ColumnAnswers;
let changed: string[] = [];
let learning: Generator<void>;

beforeAll(async () => {
  held = temporaryCase();
  fillMixed(held.session);
  held.session.changed = (_topics, ids) => changed.push(...ids);
  reader = openReader(held.session.path);
  reader.renew();
  columns = new ColumnAnswers(reader.db, 1);
  await columns.load(held.session.revision, noPause);
  // half of what is read ahead: the rest is read while the case changes
  learning = columns.learn();
  for (let step = 0; step < 5; step += 1) learning.next();
});
afterAll(() => {
  reader.close();
  held.close();
});

type Ask = CallArgs<'view/answer'>;
const noPause = async () => undefined;

const ask: fc.Arbitrary<Ask> = fc.record({
  filter: anyFilter,
  asker: fc.constant('list'),
  sort: fc.record({
    key: fc.constantFrom(...sortKeys),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
  }),
  from: fc.constantFrom(0, 3, 1000),
  count: fc.constantFrom(0, 5, 200),
  facets: fc.subarray([...facetNames], { minLength: 1 }),
  facetSize: fc.constantFrom(1, 3, 100),
  timeline: fc.record({
    unit: fc.constantFrom(...timeUnits),
    stack: fc.constantFrom(...timelineStacks),
    actorIds: fc.constant([]),
  }),
  group: fc.constantFrom(...groupings),
});

const plainAsk: Ask = {
  ...{ filter: {}, asker: 'list', sort: defaultSort, from: 0, count: 200 },
  ...{ facets: [], facetSize: 20 },
};

let lastView = 1_000_000;

/** Sums of fractions differ in the last digits with the order of adding. */
function rounded(timeline: Timeline) {
  const series = ({ key, ...values }: TimelineSeries) => ({
    key,
    values: Object.values(values).map((list) => [...list].map((value) => Number(value.toFixed(7)))),
  });
  const { whole, stacks, lanes, ...rest } = timeline;
  return { ...rest, whole: series(whole), stacks: stacks.map(series), lanes: lanes.map(series) };
}

/** One answer of each, without what tells them apart. */
function both(one: Ask) {
  lastView += 1;
  const tables = answerView(held.session, one);
  const fast = columns.answer(one, lastView, held.session.revision);
  const bare = ({ view: _view, source: _source, ...rest }: typeof fast) => ({
    ...rest,
    // the name of a region is one of those its incidents have
    facets: rest.facets.map((facet) => ({
      ...facet,
      values: facet.values.map((value) => ({
        ...value,
        value: fold(value.value),
        label: fold(value.label),
      })),
    })),
    timeline: rest.timeline && rounded(rest.timeline),
    groups: rest.groups?.map((group) => ({ ...group, label: fold(group.label) })),
  });
  return { tables, fast, views: [bare(tables), bare(fast)] as const };
}

describe('the columns', () => {
  test('given any filter, sort and panels, then they answer as the tables do', () => {
    fc.assert(
      fc.property(ask, (one) => {
        const { views } = both(one);
        expect(views[1]).toEqual(views[0]);
      }),
      { numRuns: 500 },
    );
  });

  test('given any view, then pages, groups and ids are the same', () => {
    fc.assert(
      fc.property(ask, (one) => {
        const { tables, fast } = both(one);
        const ids = (view: number) => ({ view, from: 0, to: fast.total });
        expect(columns.ids(ids(fast.view))).toEqual(viewIds(held.session, ids(tables.view)));
        for (const { key } of fast.groups ?? []) {
          const page = { from: 1, count: 4, group: { by: one.group ?? 'actor', key } };
          expect(columns.page({ ...page, view: fast.view })).toEqual(
            viewPage(held.session, { ...page, view: tables.view }),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  test('given any changes, also undone, then they stay in step', () => {
    const { session } = held;
    const all = (filter: Filter): string[] =>
      answerView(session, { ...plain, filter, count: 1000 }).rows.map(({ id }) => id);
    const plain: Ask = {
      filter: {},
      asker: 'list',
      sort: { key: 'title', direction: 'ascending' } satisfies Sort,
      ...{ from: 0, count: 200, facets: [...facetNames], facetSize: 50 },
    };
    const deeds = fc.constantFrom(
      'title',
      'status',
      'date',
      'move',
      'delete',
      'restore',
      'add',
      'link',
      'tag',
      'toll',
      'note',
      'undo',
    );
    const change = (deed: string, n: number): void => {
      const live = all({});
      const id = live[n % live.length] ?? '';
      const actor = [...answerView(session, { ...plain, facets: ['actor'] }).facets][0]?.values[0];
      act(session, { kind: 'update', title: deed }, (tx) => {
        if (deed === 'title') tx.update('incident', id, { title: `Événement ${n}` });
        if (deed === 'status') {
          tx.update('incident', id, { status: incidentStatuses[n % 6] ?? 'reported' });
        }
        if (deed === 'date')
          tx.update('incident', id, {
            date_edtf: n % 3 === 0 ? null : `20${10 + (n % 20)}-0${1 + (n % 9)}`,
          });
        if (deed === 'move')
          tx.update('incident', id, {
            admin1: `Région ${n % 4}`,
            country: 'ML',
            latitude: n % 80,
            longitude: -(n % 170),
          });
        // shrinking a failure repeats deeds many times: some must stay
        if (deed === 'delete' && live.length > 5) tx.remove('incident', id);
        if (deed === 'restore') {
          const [gone] = all({ deleted: true });
          if (gone !== undefined) tx.restore('incident', gone);
        }
        if (deed === 'add') tx.insert('incident', { title: `New ${n}`, date_edtf: '2025-05-11' });
        if (deed === 'link' && actor) {
          tx.insert('link', {
            kind: 'actor-incident',
            from_id: actor.value,
            to_id: id,
            role: 'named',
          });
        }
        if (deed === 'tag') {
          const tag = tx.insert('tag', { name: `Tag ${n}` });
          tx.insert('tagging', { tag_id: tag.id, target_table: 'incident', target_id: id });
        }
        if (deed === 'note') {
          const values = { target_table: 'incident', target_id: id, kind: 'comment' } as const;
          tx.insert('note', { ...values, body: `Note ${n}` });
        }
        if (deed === 'toll') {
          const claim = tx.insert('claim', { incident_id: id, statement: 'x', credibility: 2 });
          tx.insert('toll', { claim_id: claim.id, low: n % 90, high: null });
        }
      });
    };
    let undoable = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(deeds, fc.nat(999)), { minLength: 1, maxLength: 6 }),
        ask,
        (list, one) => {
          changed = [];
          for (const [deed, n] of list) {
            const before = session.revision;
            if (deed !== 'undo') change(deed, n);
            // never what the case was made with
            else if (undoable > 0) undo(session);
            if (session.revision > before) undoable += deed === 'undo' ? -1 : 1;
          }
          expect(reader.renew()).toBe(session.revision);
          expect(columns.update(changed)).toBe(true);
          learning.next();
          const { views } = both(one);
          expect(views[1]).toEqual(views[0]);
          const plainViews = both({ ...plain, sort: one.sort, count: 1000 }).views;
          expect(plainViews[1]).toEqual(plainViews[0]);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('given a stored picture and any later changes, then they begin where the tables are', async () => {
    const { session } = held;
    reader.renew();
    const order = new Orders(reader.db, columns.columns).of(defaultSort);
    await storeSnapshot(session, takeSnapshot(columns.columns, order, session.revision));
    changed = [];
    const [first, second] = answerView(session, { ...plainAsk, count: 2 }).rows;
    act(session, { kind: 'update', title: 'later' }, (tx) => {
      tx.update('incident', first?.id ?? '', { title: 'Later', date_edtf: '2031-02-03' });
      tx.remove('incident', second?.id ?? '');
      tx.insert('incident', { title: 'Newest', date_edtf: '2032' });
    });
    undo(session);
    act(session, { kind: 'update', title: 'later' }, (tx) =>
      tx.update('incident', second?.id ?? '', { admin1: 'Gourma' }),
    );
    const later = changed;
    const revision = reader.renew();
    expect(restoreSnapshot(reader.db)?.revision).toBe(revision - 3);
    const kept = columns;
    columns = new ColumnAnswers(reader.db);
    await columns.load(revision, noPause);
    fc.assert(
      fc.property(ask, (one) => {
        const { views } = both(one);
        expect(views[1]).toEqual(views[0]);
      }),
      { numRuns: 60 },
    );
    columns = kept;
    columns.update(later);
  });

  test('given a stored picture that is damaged, then it counts as none', async () => {
    const { session } = held;
    reader.renew();
    const order = new Orders(reader.db, columns.columns).of(defaultSort);
    const whole = takeSnapshot(columns.columns, order, session.revision);
    const head = JSON.parse(whole.head);
    const parts = (change: object) => ({ ...head, parts: { ...head.parts, ...change } });
    const heads = [
      '{"format":',
      'null',
      JSON.stringify(parts({ order: -1 })),
      JSON.stringify(parts({ order: 2 ** 40 })),
      JSON.stringify(parts({ order: 0 })),
      JSON.stringify({ ...head, parts: {} }),
      JSON.stringify({ ...head, count: 2 ** 31 }),
      JSON.stringify({ ...head, count: head.count + 1 }),
    ];
    for (const one of heads) {
      await storeSnapshot(session, { ...whole, head: one });
      reader.renew();
      expect(restoreSnapshot(reader.db), one.slice(0, 60)).toBeUndefined();
    }
    await storeSnapshot(session, whole);
    reader.renew();
    expect(restoreSnapshot(reader.db)).toBeDefined();
  });

  test('given any changes, then actors span the same incidents', () => {
    const options = { text: '', includeDeleted: true };
    const { db, revision } = held.session;
    expect(reader.renew()).toBe(revision);
    expect(listActors(db, options, columns.actorSpans())).toEqual(listActors(db, options));
  });

  test('given an action that was not noted, then the stored picture is left alone', () => {
    const { session } = held;
    const { revision } = session;
    act(session, { kind: 'update', title: 'one' }, (tx) => tx.insert('actor', { name: 'One' }));
    expect(deltaBetween(session.db, revision, revision + 1)).toHaveLength(1);
    expect(deltaBetween(session.db, revision, revision + 2)).toBeUndefined();
    session.db.prepare('DELETE FROM column_delta WHERE seq = ?').run(revision + 1);
    expect(deltaBetween(session.db, revision, revision + 1)).toBeUndefined();
  });
});
