import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport } from '../../renderer/api/client.ts';
import {
  applyFilterText,
  ensureRows,
  filterDelay,
  getIncidents,
  idsBetween,
  incidentsChanged,
  readIds,
  readList,
  resetIncidents,
  revealIncident,
  select,
  setFilter,
  setFilterLang,
  setFilterText,
  setSort,
} from '../../renderer/state/incidents-store.ts';
import type { CallResult } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type FakeBridge, fakeBridge, settle } from '../helpers/fake-bridge.ts';
import { incidentRow } from '../helpers/incident-row.ts';

let bridge: FakeBridge;

const rowsOf = (keys: readonly number[], title?: (key: number) => string) =>
  keys.map((key) => incidentRow({ key, ...(title ? { title: title(key) } : {}) }));

/** An answer with the rows of its first two pages. */
function list(
  keys: readonly number[],
  view = 1,
  title?: (key: number) => string,
): CallResult<'view/answer'> {
  return {
    ...{ revision: view, view, source: 'sql', total: keys.length, unplaced: 0 },
    killed: { low: 0, high: 0, named: 0 },
    rows: rowsOf(keys.slice(0, 400), title),
    ...{ facets: [], timeline: null, groups: null },
  };
}

const thousand = Array.from({ length: 1000 }, (_, index) => index + 1);

function shownKeys(): number[] {
  return [...getIncidents().rows].sort(([a], [b]) => a - b).map(([, { key }]) => key);
}

function pages(): readonly { from: number; count: number }[] {
  return bridge.made
    .filter(({ name }) => name === 'view/page')
    .map(({ args }) => args as { from: number; count: number })
    .map(({ from, count }) => ({ from, count }));
}

beforeEach(() => {
  vi.useFakeTimers();
  bridge = fakeBridge();
  setTransport(bridge);
  setFilterLang('en');
  resetIncidents();
});

afterEach(() => {
  resetIncidents();
  setTransport(undefined);
  vi.useRealTimers();
});

describe('the list of incidents', () => {
  test('given two filters in a row, when the older answer comes last, then it is dropped', async () => {
    setFilter({ places: ['Djibo'] });
    setFilter({ places: ['Sole'] });
    const [older, newer] = bridge.waiting;
    newer?.answer({ ok: true, value: list([7]) });
    await settle();
    older?.answer({ ok: true, value: list([1, 2, 3]) });
    await settle();
    expect(shownKeys()).toEqual([7]);
    expect(getIncidents().total).toBe(1);
  });

  test('given a list, when it is refused, then the old one stays and the error is kept', async () => {
    void readList();
    await bridge.answer('view/answer', list([1, 2]));
    void readList();
    await bridge.answer('view/answer', new AppError('disk/unavailable', 'The drive is gone.'));
    expect(shownKeys()).toEqual([1, 2]);
    expect(getIncidents().error?.code).toBe('disk/unavailable');
    expect(getIncidents().isLoading).toBe(false);
  });

  test('given typing, when it rests, then the list is read once, with the last text', async () => {
    setFilterText('place:D');
    vi.advanceTimersByTime(filterDelay - 1);
    setFilterText('place:Djibo');
    vi.advanceTimersByTime(filterDelay);
    expect(bridge.made).toEqual([
      {
        name: 'view/answer',
        args: {
          filter: { places: ['Djibo'] },
          sort: { key: 'date', direction: 'descending' },
          ...{ from: 0, count: 400, facets: [] },
        },
      },
    ]);
  });

  test('given the same meaning, when Enter is pressed, then nothing is read again', async () => {
    setFilter({ places: ['Djibo'] });
    setFilterText('place:Djibo ');
    applyFilterText();
    expect(bridge.made.length).toBe(1);
  });

  test('given a word that is not understood, then it is told and the rest of the filter counts', () => {
    setFilterText('place:Djibo killed>=many');
    applyFilterText();
    const { filter, filterProblems, filterText } = getIncidents();
    expect(filter).toEqual({ places: ['Djibo'] });
    expect(filterProblems.map(({ text }) => text)).toEqual(['killed>=many']);
    expect(filterText).toBe('place:Djibo killed>=many');
  });

  test('given a filter as a value, then its text is written, and again in another language', () => {
    setFilter({ places: ['Djibo'] });
    expect(getIncidents().filterText).toBe('place:Djibo');
    setFilterLang('fr');
    expect(getIncidents().filterText).toBe('lieu:Djibo');
  });

  test('given a new order, then the list is read with it', () => {
    setSort({ key: 'title', direction: 'ascending' });
    expect(bridge.made.at(-1)?.args).toMatchObject({
      filter: {},
      sort: { key: 'title', direction: 'ascending' },
    });
  });
});

describe('the rows', () => {
  beforeEach(async () => {
    bridge.always('view/page', ({ from, count }: { from: number; count: number }) => ({
      rows: rowsOf(thousand.slice(from, from + count)),
    }));
    void readList();
    await bridge.answer('view/answer', list(thousand));
  });

  test('given a list, then its first two pages came with it', () => {
    expect(shownKeys()).toEqual(thousand.slice(0, 400));
    expect(pages()).toEqual([]);
  });

  test('given a page once read, when it is shown again, then nothing is read', async () => {
    await ensureRows(380, 430);
    expect(pages()).toEqual([{ from: 400, count: 200 }]);
    await ensureRows(390, 440);
    expect(pages().length).toBe(1);
    expect(getIncidents().rows.get(599)?.key).toBe(600);
  });

  test('given a change, then the rows shown come anew while the old ones stay', async () => {
    await ensureRows(410, 440);
    const changed = incidentsChanged();
    expect(getIncidents().rows.get(410)?.title).toBe('Incident 411');
    expect(bridge.made.at(-1)?.args).toMatchObject({ from: 400, count: 400 });
    await bridge.answer('view/answer', {
      ...list(thousand, 2),
      rows: rowsOf(thousand.slice(400, 800), (key) => `Changed ${key}`),
    });
    await changed;
    expect(getIncidents().rows.get(410)?.title).toBe('Changed 411');
    expect(getIncidents().rows.has(0)).toBe(false);
  });

  test('given a list that is gone, when a page of it is asked for, then the list is read again', async () => {
    bridge.always('view/page', () => {
      throw new AppError('view/stale', 'The list has changed meanwhile.');
    });
    void ensureRows(600, 640);
    await settle();
    expect(bridge.made.at(-1)?.name).toBe('view/answer');
  });

  test('given a list that is gone, when ids of it are asked for, then they come of the list read again', async () => {
    const views: number[] = [];
    bridge.always('view/ids', ({ view }: { view: number }) => {
      views.push(view);
      if (views.length === 1) throw new AppError('view/stale', 'The list has changed meanwhile.');
      return { ids: ['last'] };
    });
    const asked = readIds(999, 999);
    await settle();
    await bridge.answer('view/answer', { ...list(thousand, 2), view: 77 });
    expect(await asked).toEqual(['last']);
    expect(views.at(-1)).toBe(77);
  });

  test('given a change, then what is selected stays selected', async () => {
    select('0190a1b2-0000-7000-8000-000000000005');
    const changed = incidentsChanged();
    await bridge.answer('view/answer', list([9]));
    await changed;
    expect(getIncidents().selectedId).toBe('0190a1b2-0000-7000-8000-000000000005');
  });

  test('given a range of lines, then their ids come in order', () => {
    expect(idsBetween(3, 1)).toEqual([2, 3, 4].map((key) => incidentRow({ key }).id));
  });

  test('given a record of the list, when revealed, then its position is asked for', async () => {
    bridge.always('view/locate', ({ id }: { id: string }) => ({ index: 499, id }));
    expect(await revealIncident(incidentRow({ key: 500 }).id)).toBe(true);
    expect(getIncidents().reveal).toEqual({ index: 499, number: 1 });
  });

  test('given a record outside the filter, when revealed, then it is selected and not scrolled to', async () => {
    bridge.always('view/locate', ({ id }: { id: string }) => ({ index: -1, id }));
    expect(await revealIncident(incidentRow({ key: 5000 }).id)).toBe(false);
    expect(getIncidents().reveal).toBeUndefined();
    expect(getIncidents().selectedId).toBe(incidentRow({ key: 5000 }).id);
  });
});
