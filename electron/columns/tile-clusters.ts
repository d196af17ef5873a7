/**
 * Which squares of a tile are drawn as one circle, and where it stands: marks that would lie on one another
 * become one. Pure.
 */
import { circleRadius } from '../../shared/domain/map-colouring.ts';
import { type TileAddress, worldSize } from './tile-index.ts';
import { tileExtent } from './vector-tile.ts';

/** Sums by square, in the numbers of the tile index. */
export interface Squares {
  /** Squares that hold anything. */
  readonly used: readonly number[];
  readonly count: Uint32Array;
  readonly sumX: Float64Array;
  readonly sumY: Float64Array;
  readonly west: Float64Array;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly south: Float64Array;
}

/** Units of a tile to a pixel, at whole zooms. */
const perPixel = tileExtent / 512;
/** Squares with their middles closer than this are drawn as one: 34 pixels, and more where large circles would overlap. */
const clusterReach = 34 * perPixel;
/** What lies within so many pixels is one spot: its circle stays where it is. */
const spotSize = 4 * perPixel;
/** Half of a single mark. */
const markRadius = 6 * perPixel;

/** Half of what stands for so many, with its rim, in units of the tile. */
function radiusOf(count: number): number {
  return count === 1 ? markRadius : (circleRadius(count) + 2) * perPixel;
}

/** Several squares that are drawn as one. */
export interface Cluster {
  readonly cells: number[];
  /** Incidents. */
  n: number;
  /** Where it is drawn, in units of the tile. */
  x: number;
  y: number;
  /** What it holds lies between these, in units of the world. */
  west: number;
  east: number;
  north: number;
  south: number;
}

interface Seed {
  readonly cells: number[];
  readonly x: number;
  readonly y: number;
  n: number;
}

/**
 * The clusters of a tile. No two of them cover one another, and none but those of one spot reaches over the edge of the
 * tile, so that those of its neighbours are clear of it as well.
 */
export function clustersOf(squares: Squares, address: TileAddress): readonly Cluster[] {
  const placed = placer(squares, address);
  let clusters = seeded(squares, address).map(({ cells }) => placed(cells));
  for (;;) {
    const apart: Cluster[] = [];
    for (const own of clusters.sort((a, b) => b.n - a.n || firstOf(a) - firstOf(b))) {
      const host = apart.find((each) => touches(each, own));
      if (host === undefined) apart.push(own);
      else Object.assign(host, placed([...host.cells, ...own.cells]));
    }
    // a circle that took in another is larger and elsewhere: it may lie on a third
    if (apart.length === clusters.length) return apart;
    clusters = apart;
  }
}

const firstOf = ({ cells }: Cluster): number => cells[0] as number;

function touches(one: Cluster, other: Cluster): boolean {
  const reach = radiusOf(one.n) + radiusOf(other.n);
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < reach ** 2;
}

/** Puts squares together, in the middle of what they hold. */
function placer(squares: Squares, address: TileAddress): (cells: number[]) => Cluster {
  const width = worldSize / 2 ** address.z;
  return (cells) => {
    let [n, sumX, sumY] = [0, 0, 0];
    let [west, east, north, south] = [worldSize, 0, worldSize, 0];
    for (const cell of cells) {
      n += squares.count[cell] as number;
      sumX += squares.sumX[cell] as number;
      sumY += squares.sumY[cell] as number;
      west = Math.min(west, squares.west[cell] as number);
      east = Math.max(east, squares.east[cell] as number);
      north = Math.min(north, squares.north[cell] as number);
      south = Math.max(south, squares.south[cell] as number);
    }
    const x = (sumX / n / width - address.x) * tileExtent;
    const y = (sumY / n / width - address.y) * tileExtent;
    const isSpot = Math.max(east - west, south - north) / width < spotSize / tileExtent;
    const edge = isSpot ? 0 : radiusOf(n);
    const box = { west, east, north, south };
    return n === 1
      ? { cells, n, x: Math.floor(x), y: Math.floor(y), ...box }
      : { cells, n, x: inside(x, edge), y: inside(y, edge), ...box };
  };
}

function inside(at: number, edge: number): number {
  return Math.floor(Math.min(tileExtent - edge, Math.max(edge, at)));
}

/** Largest first, each takes the squares around it: the result does not look like a grid. */
function seeded(squares: Squares, address: TileAddress): readonly Seed[] {
  const width = worldSize / 2 ** address.z;
  const middle = (cell: number): readonly [number, number] => {
    const count = squares.count[cell] as number;
    return [
      ((squares.sumX[cell] as number) / count / width - address.x) * tileExtent,
      ((squares.sumY[cell] as number) / count / width - address.y) * tileExtent,
    ];
  };
  const byCount = [...squares.used].sort(
    (a, b) => (squares.count[b] as number) - (squares.count[a] as number) || a - b,
  );
  const seeds: Seed[] = [];
  const grid = new Map<number, Seed[]>();
  const slot = (x: number, y: number) =>
    (Math.floor(x / clusterReach) + 2) * 64 + Math.floor(y / clusterReach) + 2;
  for (const cell of byCount) {
    const [x, y] = middle(cell);
    const n = squares.count[cell] as number;
    const host = hostOf(grid, slot(x, y), x, y, n);
    if (host !== undefined) {
      host.cells.push(cell);
      host.n += n;
      continue;
    }
    const seed: Seed = { cells: [cell], x, y, n };
    seeds.push(seed);
    const near = grid.get(slot(x, y));
    if (near === undefined) grid.set(slot(x, y), [seed]);
    else near.push(seed);
  }
  return seeds;
}

function hostOf(
  grid: ReadonlyMap<number, readonly Seed[]>,
  slot: number,
  x: number,
  y: number,
  n: number,
): Seed | undefined {
  const isNear = (known: Seed) => {
    const reach = Math.max(clusterReach, (radiusOf(known.n) + radiusOf(n)) * 0.9);
    return (known.x - x) ** 2 + (known.y - y) ** 2 < reach ** 2;
  };
  for (let right = -2; right <= 2; right += 1) {
    for (let down = -2; down <= 2; down += 1) {
      const host = grid.get(slot + right * 64 + down)?.find(isNear);
      if (host !== undefined) return host;
    }
  }
  return undefined;
}
