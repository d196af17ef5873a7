/** Circles of precision in true metres: "somewhere within". */
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import type { MapPoints } from './points.ts';

const earthRadiusM = 6_371_008.8;
const rad = Math.PI / 180;

/** Larger circles say "this country" and would only cover the map. */
export const largestHaloM = 400_000;

/** A circle on the sphere as a closed ring of degrees, counter-clockwise. */
export function circleRing(
  lon: number,
  lat: number,
  radiusM: number,
  corners = 64,
): [number, number][] {
  const angular = radiusM / earthRadiusM;
  const sinLat = Math.sin(lat * rad);
  const cosLat = Math.cos(lat * rad);
  const ring = Array.from({ length: corners }, (_, corner): [number, number] => {
    const bearing = -2 * Math.PI * (corner / corners);
    const sinTo = sinLat * Math.cos(angular) + cosLat * Math.sin(angular) * Math.cos(bearing);
    const to = Math.asin(Math.max(-1, Math.min(1, sinTo)));
    const east = Math.atan2(
      Math.sin(bearing) * Math.sin(angular) * cosLat,
      Math.cos(angular) - sinLat * sinTo,
    );
    return [lon + east / rad, Math.max(-85, Math.min(85, to / rad))];
  });
  const first = ring[0];
  return first ? [...ring, first] : ring;
}

/**
 * One circle for each point of `indexes` that has a radius; equal ones are drawn once, so that twenty
 * incidents "in the Sahel region" do not add up to a solid disc.
 */
export function haloFeatures(
  points: MapPoints,
  indexes: Iterable<number>,
): FeatureCollection<Polygon> {
  const drawn = new Set<string>();
  const features: Feature<Polygon>[] = [];
  for (const index of indexes) {
    const lon = points.lon[index] ?? 0;
    const lat = points.lat[index] ?? 0;
    const radius = points.radiusM[index] ?? 0;
    if (!(radius > 0) || radius > largestHaloM) continue;
    const key = `${lon},${lat},${radius}`;
    if (drawn.has(key)) continue;
    drawn.add(key);
    const geometry: Polygon = { type: 'Polygon', coordinates: [circleRing(lon, lat, radius)] };
    features.push({ type: 'Feature', properties: { radius }, geometry });
  }
  return { type: 'FeatureCollection', features };
}
