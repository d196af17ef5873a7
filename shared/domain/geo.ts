/** How exactly a place is known: radii for the halo on the map, and what each level promises. */
import type { GeoLevel } from './vocabulary.ts';

const radii: { readonly [L in GeoLevel]: number | null } = {
  point: 100,
  settlement: 3_000,
  near: 25_000,
  district: 50_000,
  region: 150_000,
  country: null,
  unknown: null,
};

/** Default radius in metres of a level; null where a circle would say too much (country, unknown). */
export function defaultRadiusM(level: GeoLevel): number | null {
  return radii[level];
}

/** Radius that counts for a record: its own, else the default of its level; 0 when there is none. */
export function radiusOf(level: GeoLevel, radiusM: number | null): number {
  return radiusM ?? radii[level] ?? 0;
}

/** Whether the level names the place itself rather than an area around it. */
export function isPrecise(level: GeoLevel): boolean {
  return level === 'point' || level === 'settlement';
}

const earthRadiusKm = 6371.0088;

/** Great-circle distance in kilometres between two points in degrees. */
export function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const rad = Math.PI / 180;
  const dLat = ((latB - latA) * rad) / 2;
  const dLon = ((lonB - lonA) * rad) / 2;
  const h = Math.sin(dLat) ** 2 + Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(dLon) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Whether a point lies inside a ring of [longitude, latitude] in degrees, by the even-odd rule on plain
 * longitude and latitude. The ring closes by itself; a point on its edge may go either way.
 */
export function isInRing(
  lon: number,
  lat: number,
  ring: readonly (readonly [number, number])[],
): boolean {
  let isInside = false;
  let [lonB, latB] = ring.at(-1) ?? [0, 0];
  for (const [lonA, latA] of ring) {
    const crosses = latA > lat !== latB > lat;
    if (crosses && lon < ((lonB - lonA) * (lat - latA)) / (latB - latA) + lonA)
      isInside = !isInside;
    lonB = lonA;
    latB = latA;
  }
  return isInside;
}

/** `14.0994° N, 1.6255° W`, four decimals (about 10 m); `O` is the French west. */
export function coordinatesText(lat: number, lon: number, lang: 'en' | 'fr'): string {
  const west = lang === 'fr' ? 'O' : 'W';
  const format = (value: number) => {
    const text = Math.abs(value).toFixed(4);
    return lang === 'fr' ? text.replace('.', ',') : text;
  };
  const join = lang === 'fr' ? '\u202f; ' : ', ';
  return `${format(lat)}° ${lat < 0 ? 'S' : 'N'}${join}${format(lon)}° ${lon < 0 ? west : 'E'}`;
}
