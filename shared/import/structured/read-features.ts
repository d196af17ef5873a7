/** A feature of GeoJSON (RFC 7946), or of KML turned into one, as an incident. Pure. */
import type { ReadClaim, ReadIncident, ReadResult, ReadRow } from '../imported.ts';
import { readerOf } from '../reader-of.ts';
import type { DataSetReader } from '../row-feed.ts';
import { noFigureGiven } from '../row-text.ts';
import type { RowIssue, TableMapping } from '../table-fields.ts';
import { pointFields } from './draft.ts';
import { featureCells } from './feature-columns.ts';
import { isObject, listOf, pointOf } from './loose.ts';
import { readCarried, rowOfCarried } from './row-of-carried.ts';

/** The representative point of a geometry and how far the geometry reaches from it (metres). */
function representative(geometry: unknown): readonly [number, number, number] | 'range' | null {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const open: unknown[] = [geometry];
  while (open.length > 0) {
    const next = open.pop();
    if (isObject(next)) open.push(next['coordinates'], ...listOf(next['geometries']));
    else if (Array.isArray(next)) {
      if (typeof next[0] !== 'number') {
        for (const each of next) open.push(each);
        continue;
      }
      const point = pointOf(next[1], next[0]);
      if (point === 'range') return 'range';
      if (point === null) continue;
      box[0] = Math.min(box[0] ?? 0, point[0]);
      box[1] = Math.min(box[1] ?? 0, point[1]);
      box[2] = Math.max(box[2] ?? 0, point[0]);
      box[3] = Math.max(box[3] ?? 0, point[1]);
    }
  }
  const [south = 0, west = 0, north = 0, east = 0] = box;
  if (!Number.isFinite(south)) return null;
  const middle = (south + north) / 2;
  const high = ((north - south) / 2) * 111_320;
  const wide = ((east - west) / 2) * 111_320 * Math.cos((middle * Math.PI) / 180);
  return [middle, (west + east) / 2, Math.round(Math.hypot(high, wide))];
}

/** 0 of a map made by others is "none or not stated". */
function withoutZero(claim: ReadClaim): ReadClaim {
  const tolls = claim.tolls.map((toll) =>
    toll.low === 0 && toll.high === 0 && toll.qualifier === 'exact'
      ? { ...toll, ...noFigureGiven }
      : toll,
  );
  return { ...claim, tolls };
}

/** Reads features by what their properties mean; those that Cairn wrote carry the whole incident. */
export class FeatureReader {
  readonly #columns: readonly string[];
  readonly #mapping: TableMapping;
  readonly #reader: DataSetReader;

  /** `columns`: of `featureColumns`. */
  constructor(columns: readonly string[], mapping: TableMapping) {
    this.#columns = columns;
    this.#mapping = mapping;
    this.#reader = readerOf(columns, mapping);
  }

  /** `feature`: a member of a FeatureCollection. */
  read(feature: unknown): { readonly read: ReadResult; readonly cells: readonly string[] } {
    const cells = featureCells(this.#columns, feature);
    return { read: this.#read(feature, cells), cells };
  }

  #read(feature: unknown, cells: readonly string[]): ReadResult {
    if (!isObject(feature)) return { failure: { code: 'no-incident', column: null } };
    const found = representative(feature['geometry']);
    if (found === 'range') return { failure: { code: 'coordinates-range', column: null } };
    const carried = readCarried(feature['cairn']);
    if (carried !== undefined) {
      // what a map program moved counts for more than what stood there before
      const moved = found === null ? {} : { latitude: found[0], longitude: found[1] };
      return { row: rowOfCarried({ ...carried, ...moved }) };
    }
    const read = this.#reader.read(cells);
    if ('failure' in read) return read;
    const { row } = read;
    const incident = found === null ? row.incident : this.#placed(row.incident, found);
    const warnings: RowIssue[] = [...row.warnings];
    if (incident.latitude === null) {
      const isBroken = isObject(feature['geometry']);
      const isTold = warnings.some(({ code }) => code === 'coordinates-unreadable');
      const code = isBroken ? 'coordinates-unreadable' : 'point-missing';
      if (!isTold) warnings.push({ code, column: null });
    }
    const isOwn = this.#mapping.preset === 'table';
    const claims = isOwn ? row.claims.map(withoutZero) : row.claims;
    const full: ReadRow = { ...row, incident, claims, warnings };
    return { row: full };
  }

  /** A data set says itself how precise its point is. */
  #placed(incident: ReadIncident, [lat, lon, metres]: readonly [number, number, number]) {
    if (this.#mapping.preset !== 'table') return { ...incident, latitude: lat, longitude: lon };
    return { ...incident, ...pointFields([lat, lon], metres > 0 ? metres : null) };
  }
}
