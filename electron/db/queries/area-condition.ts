/** Areas of a filter as SQL: the R*Tree finds candidates, the coordinates themselves decide. */
import type { Filter } from '../../../shared/domain/filter.ts';
import { type Sql, sql } from '../sql.ts';

type Box = NonNullable<Filter['box']>;

const kmPerDegree = 111.19;
/** The tree keeps 32-bit numbers, rounded outward; a little slack costs nothing. */
const slack = 1e-3;

/** West, south, east, north in degrees; west greater than east crosses the antimeridian. */
export function boxCondition([west, south, east, north]: Box): Sql {
  const lon =
    west <= east
      ? sql`incident.longitude BETWEEN ${west} AND ${east}`
      : sql`(incident.longitude >= ${west} OR incident.longitude <= ${east})`;
  const candidates =
    west <= east
      ? sql`min_lon <= ${east + slack} AND max_lon >= ${west - slack}`
      : sql`(max_lon >= ${west - slack} OR min_lon <= ${east + slack})`;
  return sql`incident.pk IN (SELECT pk FROM incident_rtree
      WHERE min_lat <= ${north + slack} AND max_lat >= ${south - slack} AND ${candidates})
    AND incident.latitude BETWEEN ${south} AND ${north} AND ${lon}`;
}

function wrap(lon: number): number {
  return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
}

/** The smallest box around a circle on the globe; the whole band of longitudes near a pole. */
function boxAround({ lat, lon, km }: NonNullable<Filter['near']>): Box {
  const dLat = (km / kmPerDegree) * 1.001;
  const south = lat - dLat;
  const north = lat + dLat;
  if (south <= -90 || north >= 90) return [-180, Math.max(-90, south), 180, Math.min(90, north)];
  const rad = Math.PI / 180;
  const ratio = Math.sin(dLat * rad) / Math.cos(lat * rad);
  if (ratio >= 1) return [-180, south, 180, north];
  const dLon = Math.asin(ratio) / rad;
  return [wrap(lon - dLon), south, wrap(lon + dLon), north];
}

/** Great-circle distance to the incident's point at most `km`. */
export function nearCondition(near: NonNullable<Filter['near']>): Sql {
  return sql`${boxCondition(boxAround(near))}
    AND distance_km(incident.latitude, incident.longitude, ${near.lat}, ${near.lon}) <= ${near.km}`;
}

/** Inside the ring, by the even-odd rule on plain longitude and latitude (`in_ring`). */
export function polygonCondition(ring: NonNullable<Filter['polygon']>): Sql {
  const lons = ring.map(([lon]) => lon);
  const lats = ring.map(([, lat]) => lat);
  const box: Box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  return sql`${boxCondition(box)}
    AND in_ring(incident.longitude, incident.latitude, ${JSON.stringify(ring)}) = 1`;
}
