/** Shapes of a GeoJSON file, checked and reduced to what is drawn: geometries and a name each. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { check, HintError } from '@placemarkio/check-geojson';
import type { MapFacts } from '../../../shared/contract/own-map-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { type Box, damaged, unsupported } from './tile-bytes.ts';

/** Larger ones belong into tiles: the page holds all shapes of a file. */
export const mostGeojsonBytes = 30_000_000;

export interface ShapeFile {
  readonly facts: MapFacts;
  /** A FeatureCollection as text. */
  readonly text: string;
}

const nameKeys = ['name', 'name_en', 'title', 'label', 'nom', 'id'];

function nameOf(properties: unknown): string {
  const entries = Object.entries((properties ?? {}) as Record<string, unknown>);
  for (const key of nameKeys) {
    const value = entries.find(([name]) => name.toLowerCase() === key)?.[1];
    if (typeof value === 'string' || typeof value === 'number') return String(value).slice(0, 200);
  }
  return '';
}

interface Shape {
  readonly type: 'Feature';
  readonly properties: { readonly name: string };
  readonly geometry: {
    readonly type: string;
    readonly coordinates?: unknown;
    readonly geometries?: unknown;
  };
}

function shapesOf(parsed: unknown): Shape[] {
  const one = parsed as {
    type: string;
    features?: unknown[];
    geometry?: Shape['geometry'] | null;
    properties?: unknown;
  };
  if (one.type === 'FeatureCollection') return (one.features ?? []).flatMap(shapesOf);
  const geometry = one.type === 'Feature' ? one.geometry : (one as Shape['geometry']);
  if (geometry === null || geometry === undefined) return [];
  const { type, coordinates, geometries } = geometry;
  return [
    {
      ...{ type: 'Feature', properties: { name: nameOf(one.properties) } },
      geometry: type === 'GeometryCollection' ? { type, geometries } : { type, coordinates },
    },
  ];
}

/** Widens a box to all positions below; throws for what lies off the globe. */
function widen(box: Box, part: unknown): void {
  if (!Array.isArray(part)) {
    const { coordinates, geometries } = (part ?? {}) as {
      coordinates?: unknown;
      geometries?: unknown;
    };
    if (coordinates !== undefined) widen(box, coordinates);
    if (Array.isArray(geometries)) for (const each of geometries) widen(box, each);
    return;
  }
  const [lon, lat] = part as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') {
    for (const each of part) widen(box, each);
    return;
  }
  if (Math.abs(lon) > 360 || Math.abs(lat) > 90) {
    // metres of some projection, not longitude and latitude
    throw unsupported('coordinates');
  }
  box[0] = Math.min(box[0], lon);
  box[1] = Math.min(box[1], lat);
  box[2] = Math.max(box[2], lon);
  box[3] = Math.max(box[3], lat);
}

/**
 * Reads and checks a whole file.
 * @throws AppError `file/too-large`, `map-file/damaged` (says where), `map-file/unsupported`, `map-file/empty`
 */
export async function readGeojson(path: string): Promise<ShapeFile> {
  const { size } = await stat(path);
  if (size > mostGeojsonBytes) {
    throw new AppError('file/too-large', 'A GeoJSON file may have 30 MB at most.', {
      bytes: size,
      limit: mostGeojsonBytes,
    });
  }
  let parsed: unknown;
  try {
    parsed = check(await readFile(path, 'utf8'));
  } catch (error) {
    if (!(error instanceof HintError)) throw error;
    const [first] = error.issues;
    throw damaged('json', { hint: first?.message ?? '', at: first?.from ?? 0 });
  }
  const features = shapesOf(parsed);
  if (features.length === 0) {
    throw new AppError('map-file/empty', 'There is no shape in this file.');
  }
  const box: Box = [360, 90, -360, -90];
  for (const { geometry } of features) widen(box, geometry);
  return {
    facts: {
      ...{ kind: 'geojson', form: 'shapes', name: basename(path), bytes: size, bounds: box },
      ...{ minZoom: 0, maxZoom: 22, layers: [], tileSize: 0 },
      ...{ shapes: features.length, attribution: '' },
    },
    text: JSON.stringify({ type: 'FeatureCollection', features }),
  };
}
