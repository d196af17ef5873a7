/** Functions of ours that SQL may call. */
import type Database from 'better-sqlite3';
import { fold } from '../../shared/lib/fold.ts';

const earthRadiusKm = 6371.0088;

/** Great-circle distance on a sphere (haversine), kilometres; degrees in. */
export function distanceKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const rad = Math.PI / 180;
  const dLat = (lat2 - lat1) * rad;
  const dLon = (lon2 - lon1) * rad;
  const a =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(a)));
}

export function registerFunctions(db: Database.Database): void {
  const pure = { deterministic: true, directOnly: true };
  db.function('fold', pure, (text: unknown) => (typeof text === 'string' ? fold(text) : null));
  db.function('distance_km', pure, (lat1: number, lon1: number, lat2: number, lon2: number) =>
    distanceKm(lat1, lon1, lat2, lon2),
  );
}
