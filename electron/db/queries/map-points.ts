/** Points of the map as columns. */
import type { Filter } from '../../../shared/domain/filter.ts';
import { radiusOf } from '../../../shared/domain/geo.ts';
import {
  eventTypes,
  type GeoLevel,
  geoLevels,
  type IncidentStatus,
  incidentStatuses,
} from '../../../shared/domain/vocabulary.ts';
import { sql } from '../sql.ts';
import { type Reader, tuples } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

type PointTuple = readonly [
  id: string,
  title: string,
  lon: number | null,
  lat: number | null,
  radius: number | null,
  level: string,
  status: string,
  eventType: string | null,
];

/** Stands for an event type that is none of the list, or none at all. */
const noEventType = 255;

export interface MapPoints {
  readonly ids: string[];
  readonly titles: string[];
  readonly lon: Float64Array<ArrayBuffer>;
  readonly lat: Float64Array<ArrayBuffer>;
  /** Metres, 0 where none is drawn. */
  readonly radiusM: Float64Array<ArrayBuffer>;
  readonly level: Uint8Array<ArrayBuffer>;
  readonly status: Uint8Array<ArrayBuffer>;
  readonly eventType: Uint8Array<ArrayBuffer>;
  readonly unplaced: number;
}

/** Points of the matching incidents in order of making. */
export function listMapPoints(db: Reader, filter: Filter): MapPoints {
  const { text, values } = sql`SELECT id, title, longitude, latitude, radius_m, geo_level, status,
      event_type
    FROM incident WHERE ${filterCondition(filter)} ORDER BY pk`;
  const rows = tuples<PointTuple>(db, text, values);
  const placed = rows.filter(([, , lon, lat]) => lon !== null && lat !== null);
  return {
    ids: placed.map(([id]) => id),
    titles: placed.map(([, title]) => title),
    lon: Float64Array.from(placed, ([, , lon]) => lon ?? 0),
    lat: Float64Array.from(placed, ([, , , lat]) => lat ?? 0),
    radiusM: Float64Array.from(placed, ([, , , , radius, level]) =>
      radiusOf(level as GeoLevel, radius),
    ),
    level: Uint8Array.from(placed, (row) => geoLevels.indexOf(row[5] as GeoLevel)),
    status: Uint8Array.from(placed, (row) => incidentStatuses.indexOf(row[6] as IncidentStatus)),
    eventType: Uint8Array.from(placed, (row) => {
      const index = (eventTypes as readonly (string | null)[]).indexOf(row[7]);
      return index < 0 ? noEventType : index;
    }),
    unplaced: rows.length - placed.length,
  };
}
