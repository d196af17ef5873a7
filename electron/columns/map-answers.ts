/** Answers for the map from the columns: tiles, what lies in a box, circles of precision, the legend. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { AreaGroup, AreaLevel, TileKind } from '../../shared/contract/map-calls.ts';
import type { Filter, Sort } from '../../shared/domain/filter.ts';
import { isPrecise } from '../../shared/domain/geo.ts';
import { colouredActors, type MapColouring } from '../../shared/domain/map-colouring.ts';
import { geoLevels } from '../../shared/domain/vocabulary.ts';
import { namesOf } from '../db/queries/column-rows.ts';
import { listIncidentRows } from '../db/queries/incident-rows.ts';
import type { Reader } from '../db/sqlite.ts';
import { type Columns, noFigure } from './columns.ts';
import { type Categories, categoriesFor } from './map-categories.ts';
import { inBox, narrow, rowsOf } from './mask-loops.ts';
import type { Mask, Masks } from './masks.ts';
import type { Orders } from './orders.ts';
import { countTies, mostFrequent } from './sweeps.ts';
import { CellLevels } from './tile-cells.ts';
import { countedKilled, type TileAddress, TileIndex } from './tile-index.ts';
import { densityFeatures, incidentFeatures } from './tiles.ts';
import { encodeTile } from './vector-tile.ts';

type Ask<N extends 'map/summary' | 'map/within' | 'map/halos'> = Omit<CallArgs<N>, 'view'>;

/** What is worked out once for a filter. */
interface Prepared {
  readonly mask: Mask;
  readonly selected: Uint8Array;
  readonly changed: readonly number[];
  topActors: readonly number[] | undefined;
}

/** Sums by square of a filter, for one way to tell incidents apart. */
interface Summed {
  readonly prepared: Prepared;
  readonly by: MapColouring;
  readonly cells: CellLevels;
}

/** Filters kept ready: one byte an incident each. */
const keptFilters = 3;
/** Sums kept: the one in sight and the one before it; 20 bytes an incident each, made in a tenth of a second. */
const keptSums = 2;
/** A circle of precision that is wider does not move the view. */
const widestReachM = 200_000;

export class MapAnswers {
  readonly #db: Reader;
  readonly #columns: Columns;
  readonly #masks: Masks;
  readonly #orders: Orders;
  #index: TileIndex | undefined;
  #prepared: Prepared[] = [];
  /** The newest first. */
  #summed: Summed[] = [];
  /** Categories by position of the index. */
  readonly #categories = new Map<string, { of: Categories; at: Uint8Array }>();

  constructor(db: Reader, columns: Columns, masks: Masks, orders: Orders) {
    this.#db = db;
    this.#columns = columns;
    this.#masks = masks;
    this.#orders = orders;
  }

  /** These rows are new or have changed. */
  changed(rows: readonly number[]): void {
    this.#prepared = [];
    this.#summed = [];
    this.#categories.clear();
    if (this.#index?.changed(rows) === false) this.#index = undefined;
  }

  #placed(): TileIndex {
    this.#index ??= new TileIndex(this.#columns);
    return this.#index;
  }

  #prepare(filter: Filter): Prepared {
    const mask = this.#masks.of(filter);
    const known = this.#prepared.find((each) => each.mask === mask);
    if (known !== undefined) return known;
    const index = this.#placed();
    const prepared: Prepared = {
      mask,
      selected: index.masked(mask),
      changed: index.changedWithin(mask),
      topActors: undefined,
    };
    this.#prepared = [prepared, ...this.#prepared].slice(0, keptFilters);
    return prepared;
  }

  #topActors(prepared: Prepared): readonly number[] {
    if (prepared.topActors === undefined) {
      const counts = countTies(this.#columns, 'actor', rowsOf(prepared.mask));
      prepared.topActors = mostFrequent(counts, colouredActors).keys.slice(0, colouredActors);
    }
    return prepared.topActors;
  }

  #categoriesOf(by: MapColouring, prepared: Prepared): { of: Categories; at: Uint8Array } {
    const top = by === 'actor' ? this.#topActors(prepared) : [];
    const name = by === 'actor' ? `actor ${top.join(' ')}` : by;
    const known = this.#categories.get(name);
    if (known !== undefined) return known;
    const { row } = this.#placed();
    const of = categoriesFor(this.#columns, by, top);
    const at = new Uint8Array(row.length);
    for (let n = 0; n < at.length; n += 1) at[n] = of.of(row[n] as number);
    // those of an older list of actors are not asked for again
    for (const old of this.#categories.keys()) {
      if (by === 'actor' && old.startsWith('actor')) this.#categories.delete(old);
    }
    const made = { of, at };
    this.#categories.set(name, made);
    return made;
  }

  #cells(prepared: Prepared, by: MapColouring, make: () => CellLevels): CellLevels {
    const known = this.#summed.find((each) => each.prepared === prepared && each.by === by);
    const own = known ?? { prepared, by, cells: make() };
    this.#summed = [own, ...this.#summed.filter((each) => each !== own)].slice(0, keptSums);
    return own.cells;
  }

  /** Bytes of a tile; undefined when it is empty. */
  tile(filter: Filter, kind: TileKind, address: TileAddress): Uint8Array<ArrayBuffer> | undefined {
    const prepared = this.#prepare(filter);
    const { selected, changed } = prepared;
    const by = kind === 'density' ? 'status' : kind;
    const { of: categories, at: category } = this.#categoriesOf(by, prepared);
    const index = this.#placed();
    const count = categories.names.length;
    const cells = this.#cells(
      prepared,
      by,
      () => new CellLevels({ index, selected, category, categories: count }),
    );
    const input = {
      ...{ columns: this.#columns, index, selected, changed },
      ...{ categories, category, cells },
    };
    return encodeTile(
      kind === 'density'
        ? [{ name: 'density', features: densityFeatures(input, address) }]
        : [{ name: 'incidents', features: incidentFeatures(input, address) }],
    );
  }

  summary(filter: Filter, { by }: Ask<'map/summary'>): CallResult<'map/summary'> {
    const prepared = this.#prepare(filter);
    const { mask } = prepared;
    const { of: categories } = this.#categoriesOf(by, prepared);
    const topActors = by === 'actor' ? this.#topActors(prepared) : [];
    const { lat, lon, level, radius } = this.#columns.arrays;
    const counts = new Uint32Array(categories.names.length);
    const isArea = geoLevels.map((each) => !isPrecise(each));
    let placed = 0;
    let areas = 0;
    let [west, south, east, north] = [180, 85, -180, -85];
    for (let row = 0; row < mask.length; row += 1) {
      if (mask[row] !== 1) continue;
      const latitude = lat[row] as number;
      const longitude = lon[row] as number;
      if (Number.isNaN(latitude + longitude)) continue;
      placed += 1;
      if (isArea[level[row] as number] !== false) areas += 1;
      const category = categories.of(row);
      counts[category] = (counts[category] as number) + 1;
      const own = radius[row] as number;
      const reach = own > 0 && own <= widestReachM ? own / 111_200 : 0;
      const wide = reach / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
      if (longitude - wide < west) west = longitude - wide;
      if (longitude + wide > east) east = longitude + wide;
      if (latitude - reach < south) south = latitude - reach;
      if (latitude + reach > north) north = latitude + reach;
    }
    const names = by === 'actor' ? namesOf(this.#db, 'actor', [...topActors]) : new Map();
    return {
      placed,
      areas,
      bounds:
        placed === 0
          ? null
          : [Math.max(west, -180), Math.max(south, -85), Math.min(east, 180), Math.min(north, 85)],
      categories: categories.names.flatMap((category, at) => {
        const count = counts[at] ?? 0;
        if (count === 0) return [];
        return [{ category, label: names.get(topActors[at] ?? 0)?.name ?? '', count }];
      }),
    };
  }

  /** Sums by area as the case names them. */
  areas(filter: Filter, level: AreaLevel): AreaGroup[] {
    const { country, region, province, lat, lon } = this.#columns.arrays;
    const { countries, regions, provinces } = this.#columns;
    const mask = this.#masks.of(filter);
    const codes = { country, region, province }[level];
    const names = { country: countries, region: regions, province: provinces }[level];
    const count = new Float64Array(names.size);
    const killed = new Float64Array(names.size);
    const placed = new Float64Array(names.size);
    const sumLon = new Float64Array(names.size);
    const sumLat = new Float64Array(names.size);
    const add = (sums: Float64Array, code: number, value: number) => {
      sums[code] = (sums[code] as number) + value;
    };
    for (let row = 0; row < mask.length; row += 1) {
      if (mask[row] !== 1) continue;
      const code = codes[row] as number;
      add(count, code, 1);
      const { low } = countedKilled(this.#columns, row);
      if (low !== noFigure) add(killed, code, low);
      const latitude = lat[row] as number;
      if (Number.isNaN(latitude)) continue;
      add(placed, code, 1);
      add(sumLat, code, latitude);
      add(sumLon, code, lon[row] as number);
    }
    return Array.from(count, (own, code) => ({
      country: code === 0 ? '' : names.textOf(code).slice(0, 2),
      name: names.labelOf(code),
      ...{ count: own, killed: killed[code] ?? 0 },
      lon: (sumLon[code] ?? 0) / (placed[code] ?? 0),
      lat: (sumLat[code] ?? 0) / (placed[code] ?? 0),
    })).filter((group) => group.count > 0);
  }

  #within(filter: Filter, box: Ask<'map/within'>['box']): Mask {
    const { lat, lon } = this.#columns.arrays;
    const mask = inBox(lat, lon, box, this.#columns.count);
    narrow(mask, this.#masks.of(filter));
    return mask;
  }

  within(
    filter: Filter,
    sort: Sort,
    { box, from, count }: Ask<'map/within'>,
  ): CallResult<'map/within'> {
    const mask = this.#within(filter, box);
    let total = 0;
    for (let row = 0; row < mask.length; row += 1) total += mask[row] as number;
    const rows = this.#orders.page(sort, mask, from, Math.min(count, Math.max(0, total - from)));
    const keys = Array.from(rows, (row) => this.#columns.arrays.key[row] ?? 0);
    return { total, rows: keys.length === 0 ? [] : listIncidentRows(this.#db, keys) };
  }

  halos(filter: Filter, { box, least, most, limit }: Ask<'map/halos'>): CallResult<'map/halos'> {
    const { lat, lon, radius } = this.#columns.arrays;
    const mask = this.#within(filter, box);
    const rows: number[] = [];
    const seen = new Set<string>();
    let hasMore = false;
    for (let row = 0; row < mask.length && !hasMore; row += 1) {
      if (mask[row] !== 1) continue;
      const own = radius[row] as number;
      if (!(own >= least && own <= most) || own === 0) continue;
      const name = `${lat[row]} ${lon[row]} ${own}`;
      if (seen.has(name)) continue;
      if (rows.length === limit) hasMore = true;
      else {
        seen.add(name);
        rows.push(row);
      }
    }
    return {
      lon: Float64Array.from(rows, (row) => lon[row] ?? 0),
      lat: Float64Array.from(rows, (row) => lat[row] ?? 0),
      radiusM: Float64Array.from(rows, (row) => radius[row] ?? 0),
      hasMore,
    };
  }
}
