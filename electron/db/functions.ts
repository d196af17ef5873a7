/** Functions of ours that SQL may call. */
import type Database from 'better-sqlite3';
import { distanceKm, isInRing } from '../../shared/domain/geo.ts';
import { fold } from '../../shared/lib/fold.ts';

export function registerFunctions(db: Database.Database): void {
  const pure = { deterministic: true, directOnly: true };
  db.function('fold', pure, (text: unknown) => (typeof text === 'string' ? fold(text) : null));
  db.function('distance_km', pure, (lat1: number, lon1: number, lat2: number, lon2: number) =>
    distanceKm(lat1, lon1, lat2, lon2),
  );
  // one query asks about one ring, for every row
  let lastText = '';
  let lastRing: [number, number][] = [];
  db.function('in_ring', pure, (lon: number, lat: number, text: string) => {
    if (text !== lastText) {
      lastRing = JSON.parse(text) as [number, number][];
      lastText = text;
    }
    return isInRing(lon, lat, lastRing) ? 1 : 0;
  });
}
