/** A few incidents held by the page, as small maps and reports take them: columns of equal length. */
import { isPrecise } from '../../shared/domain/geo.ts';
import { eventTypes, geoLevels, incidentStatuses } from '../../shared/domain/vocabulary.ts';

export interface MapPoints {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Degrees. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Metres; 0 or NaN where it is not known. */
  readonly radiusM: Float64Array;
  /** Index into `geoLevels`. */
  readonly level: Uint8Array;
  /** Index into `incidentStatuses`. */
  readonly status: Uint8Array;
  /** Index into `eventTypes`, 255 for none. */
  readonly eventType: Uint8Array;
}

export const noPoints: MapPoints = {
  ids: [],
  titles: [],
  lon: new Float64Array(),
  lat: new Float64Array(),
  radiusM: new Float64Array(),
  level: new Uint8Array(),
  status: new Uint8Array(),
  eventType: new Uint8Array(),
};

/** By what the marks of points held by the page are coloured and shaped. */
export type PointColouring = 'status' | 'type';

/** True when the point stands for an area: its mark is hollow. Unknown precision counts as an area. */
export function isAreaPoint(points: MapPoints, index: number): boolean {
  return !isPrecise(geoLevels[points.level[index] ?? 255] ?? 'unknown');
}

/** Category of a point as used in image names and the legend: a status, an event type or `none`. */
export function categoryOf(points: MapPoints, index: number, by: PointColouring): string {
  if (by === 'status') return incidentStatuses[points.status[index] ?? 255] ?? 'reported';
  return eventTypes[points.eventType[index] ?? 255] ?? 'none';
}

/** West, south, east, north in degrees; undefined without points. */
export type Bounds = readonly [number, number, number, number];

/** The box around all points with their circles of precision (country-wide ones left out). */
export function boundsOf(points: MapPoints): Bounds | undefined {
  let [west, south, east, north] = [180, 90, -180, -90];
  points.ids.forEach((_, index) => {
    const lon = points.lon[index] ?? 0;
    const lat = points.lat[index] ?? 0;
    const radius = points.radiusM[index] ?? 0;
    const reach = radius > 0 && radius <= 200_000 ? radius / 111_200 : 0;
    const wide = reach / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
    west = Math.min(west, lon - wide);
    east = Math.max(east, lon + wide);
    south = Math.min(south, lat - reach);
    north = Math.max(north, lat + reach);
  });
  if (points.ids.length === 0) return undefined;
  return [Math.max(west, -180), Math.max(south, -85), Math.min(east, 180), Math.min(north, 85)];
}
