/** Questions about a handful of points: do they lie on one spot, and which are in view. */
import type { Bounds, MapPoints } from './points.ts';

/** Degrees within which marks can never be told apart: about 100 m. */
const sameSpot = 0.001;

/** True when no zoom would separate the points, so that they must be listed. */
export function isOneSpot(points: MapPoints, indexes: readonly number[]): boolean {
  const [first] = indexes;
  if (first === undefined) return true;
  return indexes.every(
    (at) =>
      Math.abs((points.lon[at] ?? 0) - (points.lon[first] ?? 0)) < sameSpot &&
      Math.abs((points.lat[at] ?? 0) - (points.lat[first] ?? 0)) < sameSpot,
  );
}

/** Indexes of the points inside the box, in the order of the columns. */
export function indexesWithin(points: MapPoints, [west, south, east, north]: Bounds): number[] {
  const found: number[] = [];
  for (let at = 0; at < points.ids.length; at += 1) {
    const lon = points.lon[at] ?? 0;
    const lat = points.lat[at] ?? 0;
    // A view across the antimeridian runs past 180 degrees.
    const isBetween = (value: number) => value >= west && value <= east;
    const isInside = isBetween(lon) || isBetween(lon + 360) || isBetween(lon - 360);
    if (isInside && lat >= south && lat <= north) found.push(at);
  }
  return found;
}

/**
 * Indexes whose circle of precision is worth drawing at this scale: wider than its mark, narrower than
 * `most`; at most `limit` of them, so that a crowded view stays readable.
 */
export function indexesWithHalo(
  points: MapPoints,
  indexes: readonly number[],
  metresPerPixel: number,
  limit = 300,
): number[] {
  return indexes
    .filter((at) => {
      const pixels = (points.radiusM[at] ?? 0) / metresPerPixel;
      return pixels > 9 && pixels < 2_000;
    })
    .slice(0, limit);
}
