/**
 * Answers to one filter from the columns: the same as `services/views.ts` gives from the tables, which
 * stand in until the columns are ready and prove them right in tests.
 */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import {
  type Facet,
  type FacetName,
  type Group,
  type Grouping,
  staleView,
} from '../../shared/contract/view-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { incidentStatuses } from '../../shared/domain/vocabulary.ts';
import type { ActorSpans } from '../db/queries/actor-list.ts';
import { keysOfRecords, namesOf, type TieKind } from '../db/queries/column-rows.ts';
import { deltaBetween } from '../db/queries/column-snapshot.ts';
import { idsOfKeys, incidentKey, samePairs } from '../db/queries/incident-list.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { listIncidentRows } from '../db/queries/incident-rows.ts';
import { facetOf } from '../db/queries/view-facets.ts';
import { compareGroups } from '../db/queries/view-groups.ts';
import { stackedActors } from '../db/queries/view-timeline.ts';
import type { Reader } from '../db/sqlite.ts';
import { Columns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { usualLeastRows } from './frequent-words.ts';
import { groupTest } from './group-test.ts';
import { loadColumns, updateColumns } from './load.ts';
import { MapAnswers } from './map-answers.ts';
import { rowsOf } from './mask-loops.ts';
import { type Mask, Masks } from './masks.ts';
import { columnNetwork, columnPaths } from './network.ts';
import { Orders } from './orders.ts';
import { restoreSnapshot, type TakenSnapshot, takeSnapshot } from './snapshot.ts';
import {
  actorSpans,
  countCodes,
  countTies,
  groupByActor,
  groupByCode,
  mostFrequent,
  type SameRows,
  sameRows,
  sweepTotal,
} from './sweeps.ts';
import { tagsByName } from './tag-names.ts';
import { type Actor, sweepTimeline } from './timeline.ts';

type Ask = CallArgs<'view/answer'>;
type FacetTuple = readonly [value: string | null, label: string | null, count: number];

interface View {
  readonly mask: Mask;
  /** In order. Worked out when first asked for: a first page needs only its beginning. */
  readonly rows: () => Uint32Array<ArrayBuffer>;
}

/** Views kept; 5 bytes for each of their rows. */
const keptViews = 12;
/** Fewer incidents than this are read from the tables in no time. */
const leastStored = 20_000;
/** With more records changed since, what is stored is stored anew. */
const mostDelta = 2000;
/** Above this many changed records everything is read anew. */
const mostUpdates = 20_000;

export class ColumnAnswers {
  readonly #db: Reader;
  readonly #leastRows: number;
  #columns = new Columns();
  #masks: Masks;
  #orders: Orders;
  #map: MapAnswers;
  #same: SameRows = new Map();
  readonly #views = new Map<number, View>();
  #isWorthStoring = false;

  /** In a case of fewer incidents than `leastRows` no words are kept. */
  constructor(db: Reader, leastRows: number = usualLeastRows) {
    this.#db = db;
    this.#leastRows = leastRows;
    this.#masks = new Masks(db, this.#columns, leastRows);
    this.#orders = new Orders(db, this.#columns);
    this.#map = new MapAnswers(db, this.#columns, this.#masks, this.#orders);
  }

  /** Tiles and what else the map asks. */
  get map(): MapAnswers {
    return this.#map;
  }

  /** For what sweeps by itself. */
  get columns(): Columns {
    return this.#columns;
  }

  /**
   * Fills the columns with the case at `revision`: from what is stored in it when that can be brought
   * up to date, from the tables otherwise. `pause` is awaited between turns, and told which share is
   * read of how many incidents.
   */
  async load(
    revision: number,
    pause: (share: number, total: number) => Promise<void>,
  ): Promise<void> {
    this.#views.clear();
    const stored = restoreSnapshot(this.#db);
    const delta = stored && deltaBetween(this.#db, stored.revision, revision);
    if (stored !== undefined && delta !== undefined) {
      this.#begin(stored.columns);
      this.#orders.take(defaultSort, stored.order);
      this.update(delta);
      this.#isWorthStoring = delta.length > mostDelta;
      return;
    }
    const columns = new Columns();
    await loadColumns(this.#db, columns, pause);
    this.#begin(columns);
    this.#orders.of(defaultSort);
    this.#isWorthStoring = columns.count >= leastStored;
  }

  #begin(columns: Columns): void {
    this.#columns = columns;
    this.#masks = new Masks(this.#db, columns, this.#leastRows);
    this.#orders = new Orders(this.#db, columns);
    this.#map = new MapAnswers(this.#db, columns, this.#masks, this.#orders);
    this.#readSame();
  }

  /** Reads ahead for questions to come: to be gone through in idle turns, from the start after `load`. */
  learn(): Generator<void> {
    return this.#masks.learn();
  }

  /** What to store in the case, so that the next opening is quick; undefined when it is already. */
  snapshot(revision: number): TakenSnapshot | undefined {
    if (!this.#isWorthStoring) return undefined;
    this.#isWorthStoring = false;
    return takeSnapshot(this.#columns, this.#orders.of(defaultSort), revision);
  }

  #readSame(): void {
    this.#same = sameRows(this.#columns, samePairs(this.#db));
  }

  /** Takes over what changed; false when so much did that `load` must be called. */
  update(ids: readonly string[]): boolean {
    this.#views.clear();
    if (ids.length > mostUpdates) return false;
    const rows = updateColumns(this.#db, this.#columns, ids);
    this.#masks.changed(rows);
    this.#map.changed(rows);
    this.#orders.moved(rows);
    this.#readSame();
    return true;
  }

  /** `view` is the number the answer gets, `revision` the state that the columns are in. */
  answer(ask: Ask, view: number, revision: number): CallResult<'view/answer'> {
    const mask = this.#masks.of(ask.filter);
    const swept = rowsOf(mask);
    const { total, unplaced, killed } = sweepTotal(this.#columns, swept, this.#same);
    let ordered: Uint32Array<ArrayBuffer> | undefined;
    const rows = () => {
      ordered ??= this.#orders.matching(ask.sort, mask, total);
      return ordered;
    };
    this.#views.set(view, { mask, rows });
    for (const number of this.#views.keys()) {
      if (this.#views.size <= keptViews) break;
      this.#views.delete(number);
    }
    return {
      ...{ revision, view, source: 'columns', total, unplaced, killed },
      rows: this.#rowsOf(this.#orders.page(ask.sort, mask, ask.from, ask.count)),
      facets: ask.facets.map((name) => this.#facet(name, swept, ask.facetSize)),
      timeline: ask.timeline === undefined ? null : this.#timeline(ask.timeline, swept),
      groups: ask.group === undefined ? null : this.#groups(ask.group, swept),
    };
  }

  #keysOf(rows: Uint32Array): Uint32Array<ArrayBuffer> {
    return Uint32Array.from(rows, (row) => this.#columns.arrays.key[row] ?? 0);
  }

  #rowsOf(rows: Uint32Array) {
    return rows.length === 0 ? [] : listIncidentRows(this.#db, [...this.#keysOf(rows)]);
  }

  network(ask: CallArgs<'network/graph'>, revision: number): CallResult<'network/graph'> {
    return columnNetwork(this.#db, this.#columns, this.#masks.of(ask.filter), ask, revision);
  }

  paths(ask: CallArgs<'network/paths'>, revision: number): CallResult<'network/paths'> {
    return columnPaths(this.#db, this.#columns, this.#masks.of(ask.filter), ask, revision);
  }

  actorSpans(): ActorSpans {
    return actorSpans(this.#columns, rowsOf(this.#masks.of({})));
  }

  /** Throws `view/stale`. */
  viewOf(view: number): View {
    const known = this.#views.get(view);
    if (known === undefined) throw staleView(view);
    return known;
  }

  page({ view, from, count, group }: CallArgs<'view/page'>): CallResult<'view/page'> {
    const rows = this.viewOf(view).rows();
    if (group === undefined) return { rows: this.#rowsOf(rows.subarray(from, from + count)) };
    const isOf = groupTest(this.#db, this.#columns, group.by, group.key);
    const page: number[] = [];
    let passed = 0;
    for (const row of rows) {
      if (!isOf(row)) continue;
      if (passed >= from) page.push(row);
      passed += 1;
      if (page.length === count) break;
    }
    return { rows: this.#rowsOf(Uint32Array.from(page)) };
  }

  ids({ view, from, to }: CallArgs<'view/ids'>): CallResult<'view/ids'> {
    return { ids: idsOfKeys(this.#db, this.#keysOf(this.viewOf(view).rows().subarray(from, to))) };
  }

  locate({ view, id }: CallArgs<'view/locate'>): CallResult<'view/locate'> {
    const rows = this.viewOf(view).rows();
    const standing = mergedInto(this.#db, id) ?? id;
    const row = this.#columns.rowOf(Math.max(0, incidentKey(this.#db, standing)));
    return { index: row < 0 ? -1 : rows.indexOf(row), id: standing };
  }

  #facet(name: FacetName, rows: Uint32Array, size: number): Facet {
    const { arrays, types, subTypes, countries, regions, grades } = this.#columns;
    const coded = (codes: Uint8Array | Uint16Array | Uint32Array, dictionary: Dictionary) =>
      this.#codedFacet(name, countCodes(codes, rows, dictionary.size), size, (code) => {
        const text = dictionary.textOf(code);
        return [code === 0 ? null : text, null];
      });
    switch (name) {
      case 'type':
        return coded(arrays.type, types);
      case 'subType':
        return coded(arrays.subType, subTypes);
      case 'country':
        return coded(arrays.country, countries);
      case 'grade':
        return coded(arrays.grade, grades);
      case 'status':
        return this.#codedFacet(
          name,
          countCodes(arrays.status, rows, incidentStatuses.length),
          size,
          (code) => [incidentStatuses[code] ?? null, null],
        );
      case 'region':
        return this.#codedFacet(
          name,
          countCodes(arrays.region, rows, regions.size),
          size,
          (code) => {
            const label = regions.labelOf(code);
            return code === 0
              ? [null, null]
              : [`${regions.textOf(code).slice(0, 2)}/${label}`, label];
          },
        );
      case 'actor':
      case 'source':
      case 'tag':
        return this.#tiedFacet(name, rows, size);
    }
  }

  #codedFacet(
    name: FacetName,
    counts: Uint32Array,
    size: number,
    nameOf: (code: number) => readonly [value: string | null, label: string | null],
  ): Facet {
    const tuples: FacetTuple[] = [];
    counts.forEach((count, code) => {
      if (count > 0) tuples.push([...nameOf(code), count]);
    });
    return facetOf(name, tuples, size);
  }

  /** The most frequent records first; only those that may be listed are named. */
  #tiedFacet(name: TieKind, rows: Uint32Array, size: number): Facet {
    const counts = countTies(
      this.#columns,
      name,
      rows,
      name === 'tag' ? tagsByName(this.#db, this.#columns.ties.tag.highest) : undefined,
    );
    const { keys, distinct } = mostFrequent(counts, size);
    const names = namesOf(this.#db, name, keys);
    const tuples = keys.flatMap((key): FacetTuple[] => {
      const record = names.get(key);
      if (record === undefined) return [];
      return [[name === 'tag' ? record.name : record.id, record.name, counts[key] ?? 0]];
    });
    return { ...facetOf(name, tuples, size), more: Math.max(0, distinct - size) };
  }

  #timeline(ask: NonNullable<Ask['timeline']>, rows: Uint32Array) {
    const actors = (ids: readonly string[]): Actor[] =>
      keysOfRecords(this.#db, 'actor', ids).map((key, at) => ({ key, id: ids[at] ?? '' }));
    const top =
      ask.stack === 'actor'
        ? this.#tiedFacet('actor', rows, stackedActors).values.map(({ value }) => value)
        : [];
    return sweepTimeline(this.#columns, rows, ask, actors(top), actors(ask.actorIds));
  }

  #groups(by: Grouping, rows: Uint32Array): Group[] {
    if (by !== 'actor') {
      return groupByCode(this.#columns, rows, this.#same, by).sort((a, b) =>
        compareGroups(by, a, b),
      );
    }
    const found = groupByActor(this.#columns, rows, this.#same);
    const names = namesOf(
      this.#db,
      'actor',
      found.map(({ actor }) => actor),
    );
    return found
      .map(({ actor, count, killed }): Group => {
        const record = names.get(actor);
        return { key: record?.id ?? '', label: record?.name ?? '', count, killed };
      })
      .sort((a, b) => compareGroups(by, a, b));
  }
}
