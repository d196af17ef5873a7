// The incidents of the current filter: keys in order, a cache of rows, and what is selected.
// Table, map, counts, export and report all read the same filter from here.
import { create } from 'zustand';
import type { CallResult } from '../../shared/contract/contract.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import { defaultSort, emptyFilter, type Filter, type Sort } from '../../shared/domain/filter.ts';
import { type FilterProblem, formatFilter, parseFilter } from '../../shared/domain/filter-text.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { asAppError, call } from '../api/client.ts';
import {
  addRows,
  emptyCache,
  markStale,
  missingKeys,
  pageSize,
  type RowCache,
} from './row-cache.ts';

export interface IncidentsState {
  /** The filter box as typed; may hold words that are not understood yet. */
  readonly filterText: string;
  /** What the list shows. */
  readonly filter: Filter;
  /** Parts of `filterText` that were not understood. */
  readonly filterProblems: readonly FilterProblem[];
  readonly sort: Sort;
  /** Row numbers of all matches, in order. */
  readonly keys: Uint32Array;
  readonly total: number;
  /** People killed over the matches; `high` null = open-ended. */
  readonly killed: CallResult<'incident/list'>['killed'];
  /** Rises with every list read, so that a view knows that `keys` is another list. */
  readonly listNumber: number;
  /** True from a change of filter or sort until its answer. */
  readonly isLoading: boolean;
  /** True once a list of the open case was read. */
  readonly isRead: boolean;
  readonly error: AppError | undefined;
  readonly cache: RowCache;
  /** Shown in the inspector; may be outside the filter or deleted. */
  readonly selectedId: string | undefined;
  /** Picked for export, report and bulk work; holds `selectedId` too when it was picked in the list. */
  readonly selectedIds: ReadonlySet<string>;
  /** A position the table is asked to scroll to; `number` rises with every request. */
  readonly reveal: { readonly index: number; readonly number: number } | undefined;
}

const initial: IncidentsState = {
  filterText: '',
  filter: emptyFilter,
  filterProblems: [],
  sort: defaultSort,
  keys: new Uint32Array(),
  total: 0,
  killed: { low: 0, high: 0, named: 0 },
  listNumber: 0,
  isLoading: false,
  isRead: false,
  error: undefined,
  cache: emptyCache,
  selectedId: undefined,
  selectedIds: new Set(),
  reveal: undefined,
};

const store = create<IncidentsState>(() => initial);

/** Reads a part of the store: `useIncidents((state) => state.total)`. */
export function useIncidents<T>(selector: (state: IncidentsState) => T): T {
  return store(selector);
}

export function getIncidents(): IncidentsState {
  return store.getState();
}

/** The row at a position of the list, once it was read. Ask for it with `ensureRows`. */
export function useRowAt(index: number): IncidentRow | undefined {
  return store((state) => state.cache.rows.get(state.keys[index] ?? -1));
}

/** Milliseconds of rest after the last letter before the list is read. */
export const filterDelay = 140;

let filterLang: Lang = 'en';
let listRequest = 0;
let caseNumber = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
let shown = { from: 0, to: pageSize };
const inFlight = new Set<number>();

/** Reads the keys of the current filter again. Older answers are dropped; rows stay until replaced. */
export async function readList(): Promise<void> {
  listRequest += 1;
  const mine = listRequest;
  const { filter, sort } = store.getState();
  store.setState({ isLoading: true });
  try {
    const { keys, total, killed } = await call('incident/list', { filter, sort });
    if (mine !== listRequest) return;
    store.setState((state) => ({
      keys,
      total,
      killed,
      listNumber: state.listNumber + 1,
      isLoading: false,
      isRead: true,
      error: undefined,
    }));
    await ensureRows(shown.from, shown.to);
  } catch (thrown) {
    if (mine !== listRequest) return;
    const error = asAppError(thrown);
    store.setState({
      isLoading: false,
      error: error.code === 'case/none-open' ? undefined : error,
    });
  }
}

/** Has the rows of the positions `from` up to `to` (not included) read, by pages of 200. */
export async function ensureRows(from: number, to: number): Promise<void> {
  shown = { from, to };
  const { keys, cache } = store.getState();
  const missing = missingKeys(keys, from, to, (key) => cache.fresh.has(key) || inFlight.has(key));
  const reads: Promise<void>[] = [];
  for (let start = 0; start < missing.length; start += 1000) {
    reads.push(readRows(missing.slice(start, start + 1000)));
  }
  await Promise.all(reads);
}

async function readRows(keys: number[]): Promise<void> {
  const mine = caseNumber;
  for (const key of keys) inFlight.add(key);
  try {
    const rows = await call('incident/rows', { keys });
    if (mine === caseNumber) store.setState(({ cache }) => ({ cache: addRows(cache, rows) }));
  } catch (thrown) {
    if (mine === caseNumber) store.setState({ error: asAppError(thrown) });
  } finally {
    // after a change of the case the same keys are wanted again by another read
    if (mine === caseNumber) for (const key of keys) inFlight.delete(key);
  }
}

/** Records changed: the list is read again, old rows stay on screen until the new ones are there. */
export async function incidentsChanged(): Promise<void> {
  caseNumber += 1;
  inFlight.clear();
  store.setState(({ cache }) => ({ cache: markStale(cache) }));
  await readList();
}

/** Another case was opened or the case was closed. */
export function resetIncidents(): void {
  listRequest += 1;
  caseNumber += 1;
  clearTimeout(typing);
  inFlight.clear();
  shown = { from: 0, to: pageSize };
  store.setState(({ sort }) => ({ ...initial, sort }), true);
}

/** Sets the filter as a value (chips, map area, "only this batch") and writes its text. */
export function setFilter(filter: Filter): void {
  clearTimeout(typing);
  store.setState({ filter, filterText: formatFilter(filter, filterLang), filterProblems: [] });
  void readList();
}

/** Words the filter box in another language; what is not understood stays as typed. */
export function setFilterLang(lang: Lang): void {
  if (lang === filterLang) return;
  filterLang = lang;
  const { filter, filterProblems } = store.getState();
  if (filterProblems.length === 0) store.setState({ filterText: formatFilter(filter, lang) });
}

/** Takes what is typed in the filter box; the list follows after a short rest. */
export function setFilterText(filterText: string): void {
  clearTimeout(typing);
  store.setState({ filterText });
  typing = setTimeout(applyFilterText, filterDelay);
}

/** Applies what is typed at once, as on Enter. */
export function applyFilterText(): void {
  clearTimeout(typing);
  const { filterText, filter: before } = store.getState();
  const { filter, problems } = parseFilter(filterText);
  store.setState({ filter, filterProblems: problems });
  if (JSON.stringify(filter) !== JSON.stringify(before)) void readList();
}

export function setSort(sort: Sort): void {
  store.setState({ sort });
  void readList();
}

/** Shows one record in the inspector and makes it the only one picked. */
export function select(id: string | undefined): void {
  store.setState({ selectedId: id, selectedIds: new Set(id === undefined ? [] : [id]) });
}

/** Picks several; the inspector shows `current`. */
export function selectMany(ids: Iterable<string>, current: string | undefined): void {
  store.setState({ selectedIds: new Set(ids), selectedId: current });
}

/** Selects a record and asks the table to scroll to it; false when the filter leaves it out. */
export async function revealIncident(id: string): Promise<boolean> {
  select(id);
  try {
    const { key, id: standing } = await call('incident/locate', { id });
    // what was merged leads to what was kept
    if (standing !== id) select(standing);
    const index = store.getState().keys.indexOf(key);
    if (key < 0 || index < 0) return false;
    store.setState(({ reveal }) => ({ reveal: { index, number: (reveal?.number ?? 0) + 1 } }));
    return true;
  } catch {
    return false;
  }
}

/** Ids of the rows already read between two positions, both included, for Shift+click. */
export function idsBetween(from: number, to: number): readonly string[] {
  const { keys, cache } = store.getState();
  const ids: string[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = cache.rows.get(keys[index] ?? -1);
    if (row !== undefined) ids.push(row.id);
  }
  return ids;
}
