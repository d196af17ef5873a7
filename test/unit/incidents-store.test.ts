import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport } from '../../renderer/api/client.ts';
import {
  applyFilterText,
  ensureRows,
  filterDelay,
  getIncidents,
  idsBetween,
  incidentsChanged,
  readList,
  resetIncidents,
  revealIncident,
  select,
  setFilter,
  setFilterLang,
  setFilterText,
  setSort,
} from '../../renderer/state/incidents-store.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { type FakeBridge, fakeBridge, settle } from '../helpers/fake-bridge.ts';
import { incidentRow } from '../helpers/incident-row.ts';

let bridge: FakeBridge;

function list(keys: readonly number[], revision = 1) {
  return {
    revision,
    total: keys.length,
    keys: Uint32Array.from(keys),
    killed: { low: 0, high: 0, named: 0 },
  };
}

function rowCalls(): readonly number[][] {
  return bridge.made
    .filter(({ name }) => name === 'incident/rows')
    .map(({ args }) => (args as { keys: number[] }).keys);
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
    bridge.always('incident/rows', ({ keys }) => keys.map((key) => incidentRow({ key })));
    const [older, newer] = bridge.waiting;
    newer?.answer({ ok: true, value: list([7]) });
    await settle();
    older?.answer({ ok: true, value: list([1, 2, 3]) });
    await settle();
    expect([...getIncidents().keys]).toEqual([7]);
    expect(getIncidents().total).toBe(1);
  });

  test('given a list, when it is refused, then the old one stays and the error is kept', async () => {
    bridge.always('incident/rows', () => []);
    void readList();
    await bridge.answer('incident/list', list([1, 2]));
    void readList();
    await bridge.answer('incident/list', new AppError('disk/unavailable', 'The drive is gone.'));
    expect([...getIncidents().keys]).toEqual([1, 2]);
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
        name: 'incident/list',
        args: {
          filter: { places: ['Djibo'] },
          sort: { key: 'date', direction: 'descending' },
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
    expect(bridge.made.at(-1)?.args).toEqual({
      filter: {},
      sort: { key: 'title', direction: 'ascending' },
    });
  });
});

describe('the rows', () => {
  beforeEach(async () => {
    bridge.always('incident/rows', ({ keys }) => keys.map((key) => incidentRow({ key })));
    void readList();
    await bridge.answer('incident/list', list(Array.from({ length: 1000 }, (_, i) => i + 1)));
  });

  test('given a list, then its first page of 200 is read and no more', () => {
    expect(rowCalls().map((keys) => [keys[0], keys.at(-1)])).toEqual([[1, 200]]);
  });

  test('given a page once read, when it is shown again, then nothing is read', async () => {
    await ensureRows(0, 40);
    expect(rowCalls().length).toBe(1);
    await ensureRows(190, 230);
    expect(rowCalls().map((keys) => [keys[0], keys.at(-1)])).toEqual([
      [1, 200],
      [201, 400],
    ]);
  });

  test('given a change, then shown rows are read again while the old ones stay', async () => {
    await ensureRows(200, 240);
    bridge.always('incident/rows', ({ keys }) =>
      keys.map((key) => incidentRow({ key, title: `Changed ${key}` })),
    );
    const changed = incidentsChanged();
    expect(getIncidents().cache.rows.get(201)?.title).toBe('Incident 201');
    await bridge.answer(
      'incident/list',
      list(
        Array.from({ length: 1000 }, (_, i) => i + 1),
        2,
      ),
    );
    await changed;
    expect(getIncidents().cache.rows.get(201)?.title).toBe('Changed 201');
    expect(rowCalls().at(-1)?.[0]).toBe(201);
  });

  test('given a change, then what is selected stays selected', async () => {
    select('0190a1b2-0000-7000-8000-000000000005');
    const changed = incidentsChanged();
    await bridge.answer('incident/list', list([9]));
    await changed;
    expect(getIncidents().selectedId).toBe('0190a1b2-0000-7000-8000-000000000005');
  });

  test('given a range of lines, then their ids come in order', () => {
    expect(idsBetween(3, 1)).toEqual([2, 3, 4].map((key) => incidentRow({ key }).id));
  });

  test('given a record of the list, when revealed, then its position is asked for', async () => {
    bridge.always('incident/locate', ({ id }: { id: string }) => ({ key: 500, id }));
    expect(await revealIncident(incidentRow({ key: 500 }).id)).toBe(true);
    expect(getIncidents().reveal).toEqual({ index: 499, number: 1 });
  });

  test('given a record outside the filter, when revealed, then it is selected and not scrolled to', async () => {
    bridge.always('incident/locate', ({ id }: { id: string }) => ({ key: 5000, id }));
    expect(await revealIncident(incidentRow({ key: 5000 }).id)).toBe(false);
    expect(getIncidents().reveal).toBeUndefined();
    expect(getIncidents().selectedId).toBe(incidentRow({ key: 5000 }).id);
  });
});
