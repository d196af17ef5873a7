/** Areas drawn on the map, as the filter takes them: a box, a circle, a ring. Pure. */
import { type Filter, filterSchema } from '../../shared/domain/filter.ts';
import { distanceKm } from '../../shared/domain/geo.ts';
import { circleRing } from './halo.ts';

export type Position = readonly [lon: number, lat: number];
/** How an area is drawn with the pointer. */
export const areaTools = ['box', 'circle', 'lasso'] as const;
export type AreaTool = (typeof areaTools)[number];
export type Area = Pick<Filter, 'box' | 'near' | 'polygon'>;

/** The filter with this area alone; without any when `area` is empty. */
export function withArea(filter: Filter, area: Area): Filter {
  const { box: _box, near: _near, polygon: _polygon, ...rest } = filter;
  return { ...rest, ...area };
}

/** The part of a filter that is an area. */
export function areaOf({ box, near, polygon }: Filter): Area {
  return {
    ...(box === undefined ? {} : { box }),
    ...(near === undefined ? {} : { near }),
    ...(polygon === undefined ? {} : { polygon }),
  };
}

/** Five decimals, about a metre; never -0, which has no text of its own. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5 + 0;
const latitude = (lat: number) => rounded(Math.max(-85, Math.min(85, lat)));

/** Longitude on the globe of one that may run past the date line. */
export function wrapped(lon: number): number {
  const turned = ((((lon + 180) % 360) + 360) % 360) - 180;
  return turned === -180 && lon > 0 ? 180 : turned;
}

function boxBetween([lonA, latA]: Position, [lonB, latB]: Position): Area | undefined {
  const [west, east] = [Math.min(lonA, lonB), Math.max(lonA, lonB)];
  const [south, north] = [Math.min(latA, latB), Math.max(latA, latB)];
  const least = 1e-5;
  if (!(east - west > least && north - south > least)) return undefined;
  const lon: readonly [number, number] =
    east - west >= 360 ? [-180, 180] : [rounded(wrapped(west)), rounded(wrapped(east))];
  return { box: [lon[0], latitude(south), lon[1], latitude(north)] };
}

/** Kilometres as they are worth telling: tenths below ten. */
export function roundKm(km: number): number {
  return km < 10 ? Math.max(0.1, Math.round(km * 10) / 10) : Math.round(km);
}

function circleTo([lon, lat]: Position, [toLon, toLat]: Position): Area | undefined {
  const km = distanceKm(lat, lon, toLat, toLon);
  if (!(km >= 0.05)) return undefined;
  return { near: { lat: latitude(lat), lon: rounded(wrapped(lon)), km: roundKm(km) } };
}

/** Distance of a point from the stretch between two others, in degrees of the map. */
function offLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** The line with fewer corners, none of them farther than `tolerance` from it (Douglas and Peucker). */
export function simplified(line: readonly Position[], tolerance: number): Position[] {
  const keep = new Set([0, line.length - 1]);
  const parts: [number, number][] = [[0, line.length - 1]];
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [from, to] = part;
    let [farthest, most] = [-1, tolerance];
    for (let at = from + 1; at < to; at += 1) {
      const off = offLine(line[at] as Position, line[from] as Position, line[to] as Position);
      if (off > most) [farthest, most] = [at, off];
    }
    if (farthest < 0) continue;
    keep.add(farthest);
    parts.push([from, farthest], [farthest, to]);
  }
  return line.filter((_, at) => keep.has(at));
}

/** Corners that the filter takes. */
const mostCorners = 500;

/** `degreesPerPixel` says how much of the line can be told apart by the eye. */
function ringAround(line: readonly Position[], degreesPerPixel: number): Area | undefined {
  let tolerance = degreesPerPixel;
  let ring = simplified(line, tolerance);
  while (ring.length > mostCorners) {
    tolerance *= 2;
    ring = simplified(line, tolerance);
  }
  // onto the copy of the world that most of it is on
  const middle = ring.reduce((sum, [lon]) => sum + lon, 0) / ring.length;
  const turns = Math.round((wrapped(middle) - middle) / 360) * 360;
  const polygon = ring.map(([lon, lat]): [number, number] => [
    rounded(Math.max(-180, Math.min(180, lon + turns))),
    latitude(lat),
  ]);
  return filterSchema.shape.polygon.safeParse(polygon).success && polygon.length >= 3
    ? { polygon }
    : undefined;
}

/** What a line drawn with a tool stands for; undefined while it is too short to mean anything. */
export function areaOfLine(
  tool: AreaTool,
  line: readonly Position[],
  degreesPerPixel: number,
): Area | undefined {
  const [first] = line;
  const last = line.at(-1);
  if (first === undefined || last === undefined) return undefined;
  switch (tool) {
    case 'box':
      return boxBetween(first, last);
    case 'circle':
      return circleTo(first, last);
    case 'lasso':
      return line.length < 3 ? undefined : ringAround(line, degreesPerPixel);
  }
}

/** Closed rings to draw an area by; a box across the date line is drawn past 180 degrees. */
export function ringsOf({ box, near, polygon }: Area): Position[][] {
  const rings: Position[][] = [];
  if (box !== undefined) {
    const [west, south, end, north] = box;
    const east = end < west ? end + 360 : end;
    rings.push([
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ]);
  }
  if (near !== undefined) rings.push(circleRing(near.lon, near.lat, near.km * 1000, 96));
  const [corner] = polygon ?? [];
  if (polygon !== undefined && corner !== undefined) rings.push([...polygon, corner]);
  return rings;
}

/** Length of a line in kilometres. */
export function lengthKm(line: readonly Position[]): number {
  return line.reduce((sum, [lon, lat], at) => {
    const [beforeLon, beforeLat] = line[at - 1] ?? [lon, lat];
    return sum + distanceKm(beforeLat, beforeLon, lat, lon);
  }, 0);
}
