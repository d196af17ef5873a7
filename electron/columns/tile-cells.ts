/**
 * What a filter lets through, summed up by squares of the world once, so that a tile of a far zoom adds up
 * some thousand squares instead of a million incidents. Rows lie in the order of the curve, so each
 * square is one stretch of them, and a coarser square one stretch of finer ones. Pure.
 */
import { noFigure } from './columns.ts';
import { lowerBound, type Stretch, type TileIndex, worldSize } from './tile-index.ts';

/** Zooms whose tiles are the squares, the finest first. */
const squareZooms = [16, 12, 8] as const;
/** Squares are worth their memory where they are at most so large a part of the rows. */
const mostOfRows = 1 / 3;
/** Fewer rows than this are added up one by one in no time. */
const leastRows = 20_000;

/** What is summed up. */
export interface CellInput {
  readonly index: TileIndex;
  /** By position of the index: 1 for what the filter matches and has not changed since. */
  readonly selected: Uint8Array;
  /** Numbers of the categories by position, and how many there are. */
  readonly category: Uint8Array;
  readonly categories: number;
}

/** Sums by square, in the order of the curve; only squares that hold anything. */
export class Cells {
  readonly zoom: number;
  readonly categories: number;
  count = 0;
  /** Place on the curve of this zoom. */
  readonly key: Uint32Array;
  readonly n: Uint32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly west: Uint32Array;
  readonly east: Uint32Array;
  readonly north: Uint32Array;
  readonly south: Uint32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Incidents whose highest figure is open. */
  readonly open: Uint32Array;
  /** `categories` numbers for each square. */
  readonly byCategory: Uint32Array;
  readonly lastRow: Uint32Array;

  constructor(zoom: number, room: number, categories: number) {
    this.zoom = zoom;
    this.categories = categories;
    this.key = new Uint32Array(room);
    this.n = new Uint32Array(room);
    this.sumX = new Float64Array(room);
    this.sumY = new Float64Array(room);
    this.west = new Uint32Array(room).fill(worldSize - 1);
    this.east = new Uint32Array(room);
    this.north = new Uint32Array(room).fill(worldSize - 1);
    this.south = new Uint32Array(room);
    this.low = new Float64Array(room);
    this.high = new Float64Array(room);
    this.open = new Uint32Array(room);
    this.byCategory = new Uint32Array(room * categories);
    this.lastRow = new Uint32Array(room);
  }

  /** Squares in a tile of this zoom or a farther one. */
  stretch(z: number, x: number, y: number, index: TileIndex): Stretch {
    const [first, end] = index.keysOf(z, x, y);
    const width = 2 ** (32 - 2 * this.zoom);
    return {
      from: lowerBound(this.key, this.count, first / width),
      to: lowerBound(this.key, this.count, end / width),
    };
  }
}

function ofRows({ index, selected, category, categories }: CellInput, zoom: number): Cells {
  let matching = 0;
  for (let at = 0; at < selected.length; at += 1) matching += selected[at] as number;
  // room for every square would be emptied and thrown away anew at each filter
  const cells = new Cells(zoom, Math.min(index.squares(zoom), matching), categories);
  const { curve, x: xs, y: ys, low: lows, high: highs, row: rows } = index;
  const shift = 32 - 2 * zoom;
  let cell = -1;
  let current = -1;
  let [n, sumX, sumY, west, east, north, south] = [0, 0, 0, 0, 0, 0, 0];
  let [lowSum, highSum, open, last] = [0, 0, 0, 0];
  const flush = () => {
    if (cell < 0) return;
    cells.key[cell] = current;
    cells.n[cell] = n;
    cells.sumX[cell] = sumX;
    cells.sumY[cell] = sumY;
    cells.west[cell] = west;
    cells.east[cell] = east;
    cells.north[cell] = north;
    cells.south[cell] = south;
    cells.low[cell] = lowSum;
    cells.high[cell] = highSum;
    cells.open[cell] = open;
    cells.lastRow[cell] = last;
  };
  const { byCategory } = cells;
  for (let at = 0; at < selected.length; at += 1) {
    if (selected[at] !== 1) continue;
    const key = (curve[at] as number) >>> shift;
    const x = xs[at] as number;
    const y = ys[at] as number;
    if (key !== current) {
      flush();
      cell += 1;
      current = key;
      n = sumX = sumY = lowSum = highSum = open = 0;
      west = east = x;
      north = south = y;
    }
    n += 1;
    sumX += x;
    sumY += y;
    if (x < west) west = x;
    else if (x > east) east = x;
    if (y < north) north = y;
    else if (y > south) south = y;
    const low = lows[at] as number;
    if (low !== noFigure) {
      const high = highs[at] as number;
      lowSum += low;
      if (high === noFigure) {
        highSum += low;
        open += 1;
      } else highSum += high;
    }
    last = rows[at] as number;
    const slot = cell * categories + (category[at] as number);
    byCategory[slot] = (byCategory[slot] as number) + 1;
  }
  flush();
  cells.count = cell + 1;
  return cells;
}

function add(sums: Uint32Array | Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

function ofCells(finer: Cells, zoom: number, room: number): Cells {
  const { categories } = finer;
  const cells = new Cells(zoom, Math.min(room, finer.count), categories);
  const shift = 2 * (finer.zoom - zoom);
  let cell = -1;
  let current = -1;
  for (let at = 0; at < finer.count; at += 1) {
    const key = (finer.key[at] as number) >>> shift;
    if (key !== current) {
      cell += 1;
      current = key;
      cells.key[cell] = key;
    }
    add(cells.n, cell, finer.n[at] as number);
    add(cells.sumX, cell, finer.sumX[at] as number);
    add(cells.sumY, cell, finer.sumY[at] as number);
    cells.west[cell] = Math.min(cells.west[cell] as number, finer.west[at] as number);
    cells.east[cell] = Math.max(cells.east[cell] as number, finer.east[at] as number);
    cells.north[cell] = Math.min(cells.north[cell] as number, finer.north[at] as number);
    cells.south[cell] = Math.max(cells.south[cell] as number, finer.south[at] as number);
    add(cells.low, cell, finer.low[at] as number);
    add(cells.high, cell, finer.high[at] as number);
    add(cells.open, cell, finer.open[at] as number);
    cells.lastRow[cell] = finer.lastRow[at] as number;
    for (let category = 0; category < categories; category += 1) {
      const value = finer.byCategory[at * categories + category] as number;
      if (value !== 0) add(cells.byCategory, cell * categories + category, value);
    }
  }
  cells.count = cell + 1;
  return cells;
}

/** Sums of what a filter matches by squares of several zooms, each made when it is first asked for. */
export class CellLevels {
  readonly #input: CellInput;
  readonly #made = new Map<number, Cells>();

  constructor(input: CellInput) {
    this.#input = input;
  }

  /** The coarsest squares that lie within single tiles of a zoom; undefined where rows must be added up. */
  within(zoom: number): Cells | undefined {
    const { index } = this.#input;
    const level = squareZooms.findLast((each) => each >= zoom);
    const rows = index.row.length;
    if (level === undefined || rows < leastRows) return undefined;
    const squares = index.squares(level);
    if (squares > rows * mostOfRows) return undefined;
    let cells = this.#made.get(level);
    if (cells === undefined) {
      const finer = squareZooms.find((each) => each > level && this.#made.has(each));
      const from = finer === undefined ? undefined : this.#made.get(finer);
      cells = from ? ofCells(from, level, squares) : ofRows(this.#input, level);
      this.#made.set(level, cells);
    }
    return cells;
  }
}
