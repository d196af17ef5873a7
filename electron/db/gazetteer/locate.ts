/** Country, region and province of a point, from Natural Earth's areas; and the nearest known place. */
import { around, distance } from 'geokdbush';
import type { Gazetteer } from './open.ts';
import { decodeShape, isInShape } from './polygon.ts';
import { type PlaceRow, readPlaces } from './rows.ts';

interface AreaRow {
  readonly id: number;
  readonly code: string;
  readonly cc: string;
  readonly level: 'region' | 'district';
  readonly name: string;
  readonly region: string;
}

export interface Located {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2 where there is one. */
  readonly areaCode: string;
  readonly admin1: string;
  /** Only in countries whose second level is held (Burkina Faso's provinces). */
  readonly admin2: string | undefined;
}

const shapesKept = 400;

function isInArea(gazetteer: Gazetteer, id: number, lon: number, lat: number): boolean {
  let shape = gazetteer.shapes.get(id);
  if (shape === undefined) {
    const row = gazetteer.db
      .prepare<[number], { shape: Buffer }>('select shape from area where id = ?')
      .get(id);
    shape = row === undefined ? [] : decodeShape(row.shape);
    if (gazetteer.shapes.size >= shapesKept) gazetteer.shapes.clear();
    gazetteer.shapes.set(id, shape);
  }
  return isInShape(shape, lon, lat);
}

/** The area that holds the point; undefined at sea and in the few stretches without a country code. */
export function locatePoint(gazetteer: Gazetteer, lon: number, lat: number): Located | undefined {
  const candidates = gazetteer.db
    .prepare<number[], AreaRow>(
      `select a.id, a.code, a.cc, a.level, a.name, a.region from area_box b join area a on a.id = b.id
       where b.west <= ? and b.east >= ? and b.south <= ? and b.north >= ?`,
    )
    .all(lon, lon, lat, lat);
  const area = candidates.find((candidate) => isInArea(gazetteer, candidate.id, lon, lat));
  if (area === undefined) return undefined;
  const isDistrict = area.level === 'district';
  return {
    country: area.cc,
    areaCode: area.code,
    admin1: isDistrict ? area.region : area.name,
    admin2: isDistrict ? area.name : undefined,
  };
}

/** The nearest settlement within 300 km and its distance in kilometres. */
export function nearestPlace(
  gazetteer: Gazetteer,
  lon: number,
  lat: number,
): { readonly row: PlaceRow; readonly km: number } | undefined {
  const { tree, ids } = gazetteer.nearest();
  const [found] = around(tree, lon, lat, 1, 300);
  const id = found === undefined ? undefined : ids[found];
  const row = id === undefined ? undefined : readPlaces(gazetteer, [id])[0];
  return row && { row, km: distance(lon, lat, row.lon, row.lat) };
}
