// The incidents of the current filter: the rows around what is shown, what was counted beside them,
// and what is selected. All of it is one answer of one revision; the engine keeps the list itself.
// Table, map, counts, export and report all read the same filter from here.
import { create } from 'zustand';
import type { CallResult } from '../../shared/contract/contract.ts';
import type { IncidentRow } from '../../shared/contract/read-calls.ts';
import type { Facet, FacetName, Group, Grouping } from '../../shared/contract/view-calls.ts';
import { defaultSort, emptyFilter, type Filter, type Sort } from '../../shared/domain/filter.ts';
import { type FilterProblem, formatFilter, parseFilter } from '../../shared/domain/filter-text.ts';
import type { AppError } from '../../shared/lib/app-error.ts';
import type { Lang } from '../../shared/text/lang.ts';
import { asAppError, call } from '../api/client.ts';
import { missingSpans, pageSize, withRows } from './row-cache.ts';

export interface IncidentsState {
  /** The filter box as typed; may hold words that are not understood yet. */
  readonly filterText: string;
  /** What the list shows. */
  readonly filter: Filter;
  /** Parts of `filterText` that were not understood. */
  readonly filterProblems: readonly FilterProblem[];
  readonly sort: Sort;
  /** Names the list that is shown, for pages, ids and tiles; 0 before there is one. */
  readonly view: number;
  /** State of the case that the answer is of. */
  readonly revision: number;
  /** Rows read so far, by position in the list. */
  readonly rows: ReadonlyMap<number, IncidentRow>;
  /** Counts of values, for the facets that were asked for. */
  readonly facets: readonly Facet[];
  /** What the table is grouped by, and the groups of the list that is shown. */
  readonly groupBy: Grouping | undefined;
  readonly groups: readonly Group[];
  readonly total: number;
  /** People killed over the matches; `high` null = open-ended. */
  readonly killed: CallResult<'view/answer'>['killed'];
  /** Matches without coordinates. */
  readonly unplaced: number;
  /** Rises with every list read. */
  readonly listNumber: number;
  /** True from a change of filter or sort until its answer. */
  readonly isLoading: boolean;
  /** True once a list of the open case was read. */
  readonly isRead: boolean;
  readonly error: AppError | undefined;
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
  view: 0,
  revision: 0,
  rows: new Map(),
  facets: [],
  groupBy: undefined,
  groups: [],
  total: 0,
  killed: { low: 0, high: 0, named: 0 },
  unplaced: 0,
  listNumber: 0,
  isLoading: false,
  isRead: false,
  error: undefined,
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
  return store((state) => state.rows.get(index));
}

/** Milliseconds of rest after the last letter before the list is read. */
export const filterDelay = 140;

let filterLang: Lang = 'en';
let listRequest = 0;
let caseNumber = 0;
let typing: ReturnType<typeof setTimeout> | undefined;
let shown = { from: 0, to: pageSize };
const inFlight = new Set<string>();
/** Values counted of each facet; the panel shows a few and unfolds the rest. */
const facetSize = 50;
/** Which facets are on screen. */
let wantedFacets: readonly FacetName[] = [];

/** Reads the list of the current filter again. Older answers are dropped; rows stay until replaced. */
export async function readList(): Promise<void> {
  listRequest += 1;
  const mine = listRequest;
  const { filter, sort, groupBy } = store.getState();
  store.setState({ isLoading: true });
  const from = Math.floor(shown.from / pageSize) * pageSize;
  try {
    const answer = await call('view/answer', {
      ...{ filter, sort, from, count: 2 * pageSize, facets: [...wantedFacets] },
      ...(wantedFacets.length === 0 ? {} : { facetSize }),
      ...(groupBy === undefined ? {} : { group: groupBy }),
    });
    if (mine !== listRequest) return;
    inFlight.clear();
    const { view, revision, total, killed, unplaced, facets, rows } = answer;
    store.setState((state) => ({
      ...{ view, revision, total, killed, unplaced, facets, groups: answer.groups ?? [] },
      rows: new Map(rows.map((row, at) => [from + at, row])),
      listNumber: state.listNumber + 1,
      isLoading: false,
      isRead: true,
      error: undefined,
    }));
    await ensureRows(shown.from, Math.min(shown.to, total));
  } catch (thrown) {
    if (mine !== listRequest) return;
    const error = asAppError(thrown);
    // another question of ours took its place, and its answer is on the way
    if (error.code === 'call/cancelled') return;
    store.setState({
      isLoading: false,
      error: error.code === 'case/none-open' ? undefined : error,
    });
  }
}

/** Has the rows of the positions `from` up to `to` (not included) read, by pages of 200. */
export async function ensureRows(from: number, to: number): Promise<void> {
  shown = { from, to };
  const { rows, total, view } = store.getState();
  const isKnown = (at: number) =>
    rows.has(at) || inFlight.has(`${view} ${Math.floor(at / pageSize)}`);
  const spans = missingSpans(total, from, to, isKnown);
  await Promise.all(spans.map((span) => readRows(view, span.from, span.count)));
}

async function readRows(view: number, from: number, count: number): Promise<void> {
  const mine = caseNumber;
  const page = `${view} ${Math.floor(from / pageSize)}`;
  inFlight.add(page);
  try {
    const { rows } = await call('view/page', { view, from, count });
    if (mine !== caseNumber || view !== store.getState().view) return;
    store.setState((state) => ({ rows: withRows(state.rows, from, rows, shown.from) }));
  } catch (thrown) {
    if (mine !== caseNumber || view !== store.getState().view) return;
    const error = asAppError(thrown);
    if (error.code === 'view/stale') void readList();
    else if (error.code !== 'call/cancelled') store.setState({ error });
  } finally {
    inFlight.delete(page);
  }
}

/** Which facets are counted with each list from now on. */
export function setFacets(names: readonly FacetName[]): void {
  const isMore = names.some((name) => !wantedFacets.includes(name));
  wantedFacets = names;
  if (isMore) void readList();
}

/** What the groups are made by from now on; undefined for none. */
export function setGrouping(groupBy: Grouping | undefined): void {
  if (groupBy === store.getState().groupBy) return;
  store.setState({ groupBy, groups: [] });
  void readList();
}

/** Records changed: the list is read again, old rows stay on screen until the new ones are there. */
export async function incidentsChanged(): Promise<void> {
  inFlight.clear();
  await readList();
}

/** Another case was opened or the case was closed. */
export function resetIncidents(): void {
  listRequest += 1;
  caseNumber += 1;
  clearTimeout(typing);
  inFlight.clear();
  shown = { from: 0, to: pageSize };
  store.setState(({ sort, groupBy }) => ({ ...initial, sort, groupBy }), true);
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
    const { index, id: standing } = await locate(id);
    // what was merged leads to what was kept
    if (standing !== id) select(standing);
    if (index < 0) return false;
    store.setState(({ reveal }) => ({ reveal: { index, number: (reveal?.number ?? 0) + 1 } }));
    return true;
  } catch {
    return false;
  }
}

/** Asks about the list that is shown; when the engine no longer holds it, it is read again first. */
async function askShown<T>(ask: (view: number) => Promise<T>): Promise<T> {
  try {
    return await ask(store.getState().view);
  } catch (thrown) {
    if (asAppError(thrown).code !== 'view/stale') throw thrown;
    await readList();
    return ask(store.getState().view);
  }
}

function locate(id: string): Promise<CallResult<'view/locate'>> {
  return askShown((view) => call('view/locate', { view, id }));
}

/** Ids of the rows already read between two positions, both included, for Shift+click. */
export function idsBetween(from: number, to: number): readonly string[] {
  const { rows } = store.getState();
  const ids: string[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = rows.get(index);
    if (row !== undefined) ids.push(row.id);
  }
  return ids;
}

/** Ids of all rows between two positions, both included, read or not. */
export async function readIds(from: number, to: number): Promise<readonly string[]> {
  const known = idsBetween(from, to);
  if (known.length > to - from) return known;
  return (await askShown((view) => call('view/ids', { view, from, to: to + 1 }))).ids;
}

/** Position of a row that was read, -1 for others. */
export function positionOf(id: string | undefined): number {
  if (id === undefined) return -1;
  for (const [at, row] of store.getState().rows) if (row.id === id) return at;
  return -1;
}
