/** Which incidents are near enough to be compared, so that not each is compared with each. */
import { narrowDays, widenedDays } from '../db/queries/same-candidates.ts';
import { type Met, SharedKeys } from './same-bound.ts';
import type { Light } from './same-light.ts';

export function isNarrow({ prepared: { days } }: Light): boolean {
  return days !== null && days[1] - days[0] <= narrowDays;
}

export const firstDay = ({ prepared: { days } }: Light): number => days?.[0] ?? 0;
const lastDay = ({ prepared: { days } }: Light): number => days?.[1] ?? 0;

const cellOf = (lat: number, lon: number) => `${Math.floor(lat * 2)} ${Math.floor(lon * 2)}`;

export interface Neighbourhood {
  readonly add: (light: Light) => void;
  readonly near: (light: Light) => Met;
}

/** Incidents by half a degree of the map and by the sounds of their place's names. */
export function neighbourhood(): Neighbourhood {
  const cells = new Map<string, Light[]>();
  const shared = new SharedKeys();
  const keysOf = ({ row: { view }, prepared: { place } }: Light, steps: readonly number[]) => {
    const { latitude, longitude } = view;
    if (latitude === null || longitude === null) return [...place.whole];
    const around = steps.flatMap((lat) =>
      steps.map((lon) => cellOf(latitude + lat, longitude + lon)),
    );
    return [...place.whole, ...around];
  };
  return {
    add: (light) => {
      for (const key of keysOf(light, [0])) push(cells, key, light);
      shared.add(light);
    },
    near: (light) => {
      const found = new Set<Light>();
      for (const key of keysOf(light, [-0.5, 0, 0.5]))
        for (const each of cells.get(key) ?? []) found.add(each);
      return shared.bounded(light, [...found]);
    },
  };
}

/** Two points with reaches up to this are ruled out beyond `ruledOutKm` (`mayBeSame`). */
const tightKm = 25;
const ruledOutKm = 4 * tightKm;
/** Of one degree, the height of a cell, at the least. */
const kmPerDegree = 110;
/** Nearer to the poles cells are no help. */
const mostLatitude = 80;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

function tightPoint({ row: { view }, prepared: { reachKm } }: Light): Point | undefined {
  const { latitude: lat, longitude: lon } = view;
  const isTight = lat !== null && lon !== null && reachKm <= tightKm;
  return isTight && Math.abs(lat) <= mostLatitude ? { lat, lon } : undefined;
}

const degreeCell = (lat: number, lon: number) => lat * 360 + (((lon % 360) + 360) % 360);

/** Cells of one degree that hold every point within `ruledOutKm`. */
function cellsAround({ lat, lon }: Point): readonly number[] {
  const widest = Math.cos(((Math.abs(lat) + 1) * Math.PI) / 180);
  const step = ruledOutKm / (kmPerDegree * widest);
  const [west, east] = [Math.floor(lon - step), Math.floor(lon + step)];
  const columns = Array.from({ length: east - west + 1 }, (_, at) => west + at);
  return [-1, 0, 1].flatMap((row) =>
    columns.map((each) => degreeCell(Math.floor(lat) + row, each)),
  );
}

export interface DayWindow {
  readonly add: (light: Light) => void;
  /** All that `mayBeSame` might let through, and some it will not; a choice of them where they are many. */
  readonly near: (light: Light) => Met;
  /** Lets go of those that ended too long before this day. Days must not go down. */
  readonly forget: (day: number) => void;
}

/** Incidents of a few days, exact points by where they are. */
export function dayWindow(): DayWindow {
  let held: Light[] = [];
  let day = Number.NEGATIVE_INFINITY;
  let wide: Light[] = [];
  const cells = new Map<number, Light[]>();
  const shared = new SharedKeys();
  const place = (light: Light) => {
    shared.add(light);
    const point = tightPoint(light);
    if (point === undefined) wide.push(light);
    else push(cells, degreeCell(Math.floor(point.lat), Math.floor(point.lon)), light);
  };
  return {
    add: (light) => {
      held.push(light);
      place(light);
    },
    near: (light) => {
      const point = tightPoint(light);
      if (point === undefined) return shared.bounded(light, held);
      const around = cellsAround(point).flatMap((cell) => cells.get(cell) ?? []);
      return shared.bounded(light, [...wide, ...around]);
    },
    forget: (next) => {
      if (next <= day) return;
      day = next;
      const kept = held.filter((each) => lastDay(each) + widenedDays >= next);
      if (kept.length === held.length) return;
      held = kept;
      wide = [];
      cells.clear();
      shared.clear();
      for (const each of held) place(each);
    },
  };
}

function push<K>(lists: Map<K, Light[]>, key: K, light: Light): void {
  const list = lists.get(key);
  if (list) list.push(light);
  else lists.set(key, [light]);
}
