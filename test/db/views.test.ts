// One filter, one answer: rows, counts, groups and timeline against what is known of each incident.
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerView, locateInView, viewIds, viewPage } from '../../electron/services/views.ts';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { dayNumber } from '../../shared/domain/timeline.ts';
import { fold } from '../../shared/lib/fold.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { type KnownIncident, matches } from '../helpers/filter-oracle.ts';
import { fillMixed } from '../helpers/mixed-case.ts';

const filters: fc.Arbitrary<Filter> = fc.record(
  {
    after: fc.constantFrom('2024-06-01', '2025-05-02'),
    before: fc.constantFrom('2025-05-11', '2024-12-31'),
    countries: fc.uniqueArray(fc.constantFrom('BF', 'ML')),
    statuses: fc.uniqueArray(fc.constantFrom('claimed' as const, 'refuted' as const)),
    killedMin: fc.constantFrom(0, 6),
    deleted: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('answers to a filter', () => {
  let held: TemporaryCase;
  let known: KnownIncident[];
  const ask = (filter: Filter, more: object = {}) =>
    answerView(
      held.session,
      viewCalls['view/answer'].args.parse({ filter, sort: defaultSort, ...more }),
    );
  beforeAll(() => {
    held = temporaryCase({});
    known = fillMixed(held.session);
  });
  afterAll(() => held.close());

  const counted = (list: readonly KnownIncident[], values: (one: KnownIncident) => string[]) => {
    const counts: Record<string, number> = {};
    for (const one of list) {
      for (const value of new Set(values(one))) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };

  test('given any filter, then each facet counts what matches', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const list = known.filter((one) => matches(filter, one));
        const { facets, total, rows } = ask(filter, {
          facets: ['type', 'status', 'country', 'region', 'grade', 'actor', 'source', 'tag'],
        });
        expect(total).toBe(list.length);
        expect(rows.length).toBe(list.length);
        const found = Object.fromEntries(
          facets.map(({ name, values }) => [
            name,
            Object.fromEntries(
              values.map(({ value, count }) => [name === 'region' ? fold(value) : value, count]),
            ),
          ]),
        );
        expect(found).toEqual({
          type: counted(list, ({ types: [type] }) => [type ?? 'none']),
          status: counted(list, ({ status }) => [status]),
          country: counted(list, ({ country }) => [country ?? 'none']),
          region: counted(list, ({ country, admin1 }) => [
            admin1 === null ? 'none' : fold(`${country}/${admin1}`),
          ]),
          grade: counted(list, ({ grade }) => [grade ?? 'none']),
          actor: counted(list, ({ actors }) => actors.map(({ id }) => id)),
          source: counted(list, ({ sources }) => [...sources]),
          tag: counted(list, ({ tags }) => [...tags]),
        });
      }),
      { numRuns: 40 },
    );
  });

  test('given any filter and unit, then the bars are the days of the dates, spread', () => {
    const units = fc.constantFrom(
      'day' as const,
      'week' as const,
      'month' as const,
      'year' as const,
    );
    const stacks = fc.constantFrom(
      'none' as const,
      'type' as const,
      'status' as const,
      'actor' as const,
    );
    fc.assert(
      fc.property(filters, units, stacks, (filter, unit, stack) => {
        const list = known.filter((one) => matches(filter, one));
        const { timeline, total } = ask(filter, { timeline: { unit, stack } });
        if (timeline === null) throw new Error('no timeline');
        const { whole, undated, stacks: parts, start } = timeline;
        const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
        expect(sum(whole.counts)).toBeCloseTo(total - undated, 6);
        const closed = list.filter(({ earliest, latest }) => earliest !== null && latest !== null);
        expect(undated).toBe(total - closed.length);
        if (stack !== 'none') {
          whole.counts.forEach((count, at) => {
            expect(parts.reduce((a, { counts }) => a + (counts[at] ?? 0), 0)).toBeCloseTo(count, 6);
          });
        }
        if (unit !== 'day' || start === null) return;
        // day by day, by hand
        const first = dayNumber(start);
        const days = new Map<number, number>();
        for (const { earliest, latest } of closed) {
          const from = dayNumber(earliest ?? '');
          const to = dayNumber(latest ?? '');
          for (let day = from; day <= to; day += 1) {
            days.set(day, (days.get(day) ?? 0) + 1 / (to - from + 1));
          }
        }
        whole.counts.forEach((count, at) => {
          expect(count).toBeCloseTo(days.get(first + at) ?? 0, 6);
        });
      }),
      { numRuns: 40 },
    );
  });

  test.each(['actor', 'country', 'region', 'month'] as const)(
    'given groups by %s, then each has its rows and no more',
    (by) => {
      const { groups, view, total } = ask({}, { group: by });
      if (groups === null) throw new Error('no groups');
      const seen = groups.map(({ key, count }) => {
        const { rows } = viewPage(held.session, { view, from: 0, count: 1000, group: { by, key } });
        expect(rows.length).toBe(count);
        return rows.length;
      });
      const sum = seen.reduce((a, b) => a + b, 0);
      if (by === 'actor') expect(sum).toBeGreaterThanOrEqual(total);
      else expect(sum).toBe(total);
    },
  );

  test('given a view, then pages, ids and places in it agree until the case changes', () => {
    const { view, total, rows } = ask({}, { count: 1000 });
    const ids = rows.map(({ id }) => id);
    expect(viewIds(held.session, { view, from: 0, to: total }).ids).toEqual(ids);
    expect(viewPage(held.session, { view, from: 7, count: 5 }).rows.map(({ id }) => id)).toEqual(
      ids.slice(7, 12),
    );
    expect(locateInView(held.session, { view, id: ids[9] ?? '' }).index).toBe(9);
    const deleted = known.find(({ isDeleted }) => isDeleted)?.id ?? '';
    expect(locateInView(held.session, { view, id: deleted }).index).toBe(-1);
    for (let count = 0; count < 40; count += 1) ask({});
    expect(() => viewIds(held.session, { view, from: 0, to: 1 })).toThrow(/changed/);
  });
});
