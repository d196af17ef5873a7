/** Areas of the gazetteer for maps that are coloured by them: their names, and shapes fit for the world view. */
import { fold } from '../../../shared/lib/fold.ts';
import type { Gazetteer } from './open.ts';
import { decodeShape } from './polygon.ts';

/** Corners are moved onto a grid so fine (degrees): a pixel of the fourth zoom. Neighbours stay joined. */
const grid = 0.05;

export interface AreaShapes {
  /** ISO 3166-2 code of each area, as the base map's tiles name it. */
  readonly codes: readonly string[];
  readonly countries: readonly string[];
  /** Rings of each area, holes among them: how many. */
  readonly rings: Uint16Array<ArrayBuffer>;
  /** Corners of each ring, in the order of the rings. */
  readonly corners: Uint32Array<ArrayBuffer>;
  /** Longitude and latitude of each corner. */
  readonly positions: Float32Array<ArrayBuffer>;
}

interface AreaRow {
  readonly code: string;
  readonly cc: string;
  readonly shape: Buffer;
}

/** Rings are single polygons with their holes as rings of their own: they are filled by the even-odd rule. */
export function readAreaShapes(gazetteer: Gazetteer): AreaShapes {
  const rows = gazetteer.db.prepare<[], AreaRow>('select code, cc, shape from area').all();
  const rings: number[] = [];
  const corners: number[] = [];
  const positions: number[] = [];
  for (const { shape } of rows) {
    let count = 0;
    for (const ring of decodeShape(shape).flatMap((polygon) => polygon.slice(0, 1))) {
      const begin = positions.length;
      let [beforeX, beforeY] = [Number.NaN, Number.NaN];
      for (let at = 0; at < ring.length; at += 2) {
        const x = Math.round((ring[at] ?? 0) / grid);
        const y = Math.round((ring[at + 1] ?? 0) / grid);
        if (x === beforeX && y === beforeY) continue;
        positions.push(x * grid, y * grid);
        [beforeX, beforeY] = [x, y];
      }
      const own = (positions.length - begin) / 2;
      // an island smaller than the grid
      if (own < 4) positions.length = begin;
      else {
        corners.push(own);
        count += 1;
      }
    }
    rings.push(count);
  }
  return {
    codes: rows.map(({ code }) => code),
    countries: rows.map(({ cc }) => cc),
    rings: Uint16Array.from(rings),
    corners: Uint32Array.from(corners),
    positions: Float32Array.from(positions),
  };
}

/** Codes of areas by country and folded name. */
export interface AreaNames {
  readonly regions: ReadonlyMap<string, readonly string[]>;
  readonly provinces: ReadonlyMap<string, readonly string[]>;
}

export function areaKey(country: string, name: string): string {
  return `${country}/${fold(name)}`;
}

interface NameRow {
  readonly code: string;
  readonly cc: string;
  readonly level: 'region' | 'district';
  readonly name: string;
  readonly name_en: string;
  readonly name_fr: string;
  readonly region: string;
}

/** A region of a country whose provinces are held is all of them. */
export function readAreaNames(gazetteer: Gazetteer): AreaNames {
  const regions = new Map<string, string[]>();
  const provinces = new Map<string, string[]>();
  const put = (into: Map<string, string[]>, row: NameRow, name: string) => {
    if (name === '') return;
    const key = areaKey(row.cc, name);
    const codes = into.get(key) ?? [];
    if (!codes.includes(row.code)) into.set(key, [...codes, row.code]);
  };
  const rows = gazetteer.db.prepare<[], NameRow>(
    'select code, cc, level, name, name_en, name_fr, region from area',
  );
  for (const row of rows.all()) {
    const into = row.level === 'district' ? provinces : regions;
    for (const name of [row.name, row.name_en, row.name_fr]) put(into, row, name);
    if (row.level === 'district') put(regions, row, row.region);
  }
  return { regions, provinces };
}
