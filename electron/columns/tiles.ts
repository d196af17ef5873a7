/**
 * What is drawn in one map tile: single incidents, circles that stand for several that lie close
 * together, and squares of density. Pure: an index, what is selected of it, and categories.
 */

import { isPrecise } from '../../shared/domain/geo.ts';
import { mixedCategory } from '../../shared/domain/map-colouring.ts';
import { geoLevels } from '../../shared/domain/vocabulary.ts';
import { type Columns, noFigure } from './columns.ts';
import type { Categories } from './map-categories.ts';
import type { CellLevels, Cells } from './tile-cells.ts';
import { clustersOf } from './tile-clusters.ts';
import {
  countedKilled,
  latitudeOf,
  longitudeOf,
  mercatorX,
  mercatorY,
  type TileAddress,
  type TileIndex,
  worldSize,
} from './tile-index.ts';
import { type TileFeature, tileExtent } from './vector-tile.ts';

export interface TileInput {
  readonly columns: Columns;
  readonly index: TileIndex;
  /** By position of the index: 1 for what the filter matches and has not changed since. */
  readonly selected: Uint8Array;
  /** Rows that changed since the index was built and match. */
  readonly changed: readonly number[];
  readonly categories: Categories;
  /** Numbers of the categories by position. */
  readonly category: Uint8Array;
  /** What is selected by squares, as far as that is worth it. */
  readonly cells: Pick<CellLevels, 'within'>;
}

/** Squares of a tile side within which incidents are first summed up: 16 and 8 pixels wide. */
const clusterCells = 32;
const densityCells = 64;
const mostCategories = 16;
/** Above this share one category gives a circle its colour. */
const majority = 0.5;

/** Sums for the squares of one tile. */
class CellSums {
  readonly count: Uint32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly south: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly open: Uint32Array;
  readonly byCategory: Uint32Array;
  readonly lastRow: Uint32Array;
  /** Squares in use, in the order in which they were first met. */
  readonly used: number[] = [];
  readonly #cells: number;
  readonly #shift: number;

  constructor(cells: number, z: number) {
    const all = cells * cells;
    this.#cells = cells;
    this.#shift = 32 - z - Math.log2(cells);
    this.count = new Uint32Array(all);
    this.sumX = new Float64Array(all);
    this.sumY = new Float64Array(all);
    this.west = new Float64Array(all).fill(worldSize);
    this.east = new Float64Array(all);
    this.north = new Float64Array(all).fill(worldSize);
    this.south = new Float64Array(all);
    this.low = new Float64Array(all);
    this.high = new Float64Array(all);
    this.open = new Uint32Array(all);
    this.byCategory = new Uint32Array(all * mostCategories);
    this.lastRow = new Uint32Array(all);
  }

  add(x: number, y: number, row: number, low: number, high: number, category: number): void {
    const last = this.#cells - 1;
    const cell = ((y >>> this.#shift) & last) * this.#cells + ((x >>> this.#shift) & last);
    const count = this.count[cell] as number;
    if (count === 0) this.used.push(cell);
    this.count[cell] = count + 1;
    this.sumX[cell] = (this.sumX[cell] as number) + x;
    this.sumY[cell] = (this.sumY[cell] as number) + y;
    if (x < (this.west[cell] as number)) this.west[cell] = x;
    if (x > (this.east[cell] as number)) this.east[cell] = x;
    if (y < (this.north[cell] as number)) this.north[cell] = y;
    if (y > (this.south[cell] as number)) this.south[cell] = y;
    if (low !== noFigure) {
      this.low[cell] = (this.low[cell] as number) + low;
      this.high[cell] = (this.high[cell] as number) + (high === noFigure ? low : high);
      if (high === noFigure) this.open[cell] = (this.open[cell] as number) + 1;
    }
    const slot = cell * mostCategories + category;
    this.byCategory[slot] = (this.byCategory[slot] as number) + 1;
    this.lastRow[cell] = row;
  }

  /** A square that lies within one of these. */
  addSquare(squares: Cells, at: number): void {
    const last = this.#cells - 1;
    const x = squares.west[at] as number;
    const y = squares.north[at] as number;
    const cell = ((y >>> this.#shift) & last) * this.#cells + ((x >>> this.#shift) & last);
    if (this.count[cell] === 0) this.used.push(cell);
    const plus = (sums: Uint32Array | Float64Array, value: number) => {
      sums[cell] = (sums[cell] as number) + value;
    };
    plus(this.count, squares.n[at] as number);
    plus(this.sumX, squares.sumX[at] as number);
    plus(this.sumY, squares.sumY[at] as number);
    this.west[cell] = Math.min(this.west[cell] as number, x);
    this.east[cell] = Math.max(this.east[cell] as number, squares.east[at] as number);
    this.north[cell] = Math.min(this.north[cell] as number, y);
    this.south[cell] = Math.max(this.south[cell] as number, squares.south[at] as number);
    plus(this.low, squares.low[at] as number);
    plus(this.high, squares.high[at] as number);
    plus(this.open, squares.open[at] as number);
    this.lastRow[cell] = squares.lastRow[at] as number;
    const { categories, byCategory } = squares;
    for (let category = 0; category < categories; category += 1) {
      const value = byCategory[at * categories + category] as number;
      const slot = cell * mostCategories + category;
      if (value !== 0) this.byCategory[slot] = (this.byCategory[slot] as number) + value;
    }
  }
}

function sumUp(input: TileInput, address: TileAddress, cells: number): CellSums {
  const { z, x, y } = address;
  const sums = new CellSums(cells, z);
  const squares = input.cells.within(z + Math.log2(cells));
  if (squares === undefined) addRows(sums, input, address);
  else {
    const { from, to } = squares.stretch(z, x, y, input.index);
    for (let at = from; at < to; at += 1) sums.addSquare(squares, at);
  }
  const { columns } = input;
  const width = worldSize / 2 ** z;
  const { lat, lon } = columns.arrays;
  for (const row of input.changed) {
    const ownX = mercatorX(lon[row] as number);
    const ownY = mercatorY(lat[row] as number);
    if (Math.floor(ownX / width) !== x || Math.floor(ownY / width) !== y) continue;
    const { low, high } = countedKilled(columns, row);
    sums.add(ownX, ownY, row, low, high, input.categories.of(row));
  }
  return sums;
}

function addRows(sums: CellSums, input: TileInput, { z, x, y }: TileAddress): void {
  const { index, selected, category } = input;
  const { from, to } = index.stretch(z, x, y);
  for (let at = from; at < to; at += 1) {
    if (selected[at] !== 1) continue;
    sums.add(
      index.x[at] as number,
      index.y[at] as number,
      index.row[at] as number,
      index.low[at] as number,
      index.high[at] as number,
      category[at] as number,
    );
  }
}

/**
 * Single incidents and circles of a tile. Singles: id = key of the incident, `c` category, `h` true where
 * the point stands for an area. Circles: `n` incidents, `c` the category of most of them or `mixed`,
 * `k` to `kh` people killed (`ko` true with an open end), and the box they lie in, in degrees.
 */
export function incidentFeatures(input: TileInput, address: TileAddress): TileFeature[] {
  const { columns, categories } = input;
  const sums = sumUp(input, address, clusterCells);
  return clustersOf(sums, address).map(({ cells, n, x, y, west, east, north, south }) => {
    const points = [[x, y]] as const;
    let [k, kh, ko] = [0, 0, 0];
    const counts = new Uint32Array(mostCategories);
    for (const cell of cells) {
      k += sums.low[cell] as number;
      kh += sums.high[cell] as number;
      ko += sums.open[cell] as number;
      for (let category = 0; category < mostCategories; category += 1) {
        const more = sums.byCategory[cell * mostCategories + category] as number;
        counts[category] = (counts[category] as number) + more;
      }
    }
    const most = counts.indexOf(Math.max(...counts));
    const c =
      (counts[most] as number) > n * majority ? (categories.names[most] ?? '') : mixedCategory;
    if (n === 1) {
      const row = sums.lastRow[cells[0] as number] as number;
      const level = geoLevels[columns.arrays.level[row] ?? 255] ?? 'unknown';
      const id = columns.arrays.key[row] as number;
      return { id, points, properties: { c, h: !isPrecise(level) } };
    }
    const box = {
      west: longitudeOf(west),
      south: latitudeOf(south),
      east: longitudeOf(east),
      north: latitudeOf(north),
    };
    return { points, properties: { n, c, k, kh, ko: ko > 0, ...box } };
  });
}

/** Squares of a tile that hold anything: `n` incidents, `k` people killed at least. */
export function densityFeatures(input: TileInput, address: TileAddress): TileFeature[] {
  const sums = sumUp(input, address, densityCells);
  const side = tileExtent / densityCells;
  return sums.used.map((cell) => {
    const x = (cell % densityCells) * side;
    const y = Math.floor(cell / densityCells) * side;
    return {
      points: [
        [x, y],
        [x + side, y],
        [x + side, y + side],
        [x, y + side],
      ],
      properties: { n: sums.count[cell] as number, k: sums.low[cell] as number },
    };
  });
}
