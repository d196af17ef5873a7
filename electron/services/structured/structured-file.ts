/** GeoJSON, KML, STIX and MISP as rows of the pipeline (decisions 0104, 0105, 0111). */
import { basename } from 'node:path';
import type { FileKind, StructuredFormat } from '../../../shared/contract/table-calls.ts';
import type { ReadBeside, ReadResult } from '../../../shared/import/imported.ts';
import type { RecognisedLayout } from '../../../shared/import/recognise-layout.ts';
import {
  featureColumns,
  recogniseFeatures,
} from '../../../shared/import/structured/feature-columns.ts';
import { isObject, type Loose, listOf, textOf } from '../../../shared/import/structured/loose.ts';
import { FeatureReader } from '../../../shared/import/structured/read-features.ts';
import {
  isOurEvent,
  mispEvents,
  mispParts,
  readMispEvent,
} from '../../../shared/import/structured/read-misp.ts';
import { readStix, stixKinds, stixOurs } from '../../../shared/import/structured/read-stix.ts';
import { readCarried } from '../../../shared/import/structured/row-of-carried.ts';
import type { TableMapping } from '../../../shared/import/table-fields.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { parseJson, readWholeFile, type WholeFile } from '../../files/structured/json-file.ts';
import { readKml } from '../../files/structured/kml-file.ts';

/** One object of a file and what it says. */
export interface FoundRow {
  readonly line: number;
  /** Type and name of the object, for what is said of it. */
  readonly name: string;
  readonly read: ReadResult;
  readonly cells: readonly string[];
}

export interface StructuredFile {
  readonly file: WholeFile;
  readonly format: StructuredFormat;
  /** NetworkLinks of a KML file: nothing of them was fetched. */
  readonly links: number;
  /** Features that carry a whole incident of Cairn. */
  readonly ours: number;
  readonly kinds: readonly FileKind[];
  /** Columns and their meanings; of bundles and events one column that means nothing. */
  readonly columns: readonly string[];
  readonly recognised: RecognisedLayout;
  readonly count: number;
  readonly beside?: ReadBeside;
  /** The rows from one position to another, read by what the columns mean. */
  readonly rows: (mapping: TableMapping) => (from: number, to: number) => readonly FoundRow[];
}

/** What a file is. Throws `file/unreadable` for anything else, `file/too-large`. */
export function readStructured(path: string): StructuredFile {
  const file = readWholeFile(path);
  if (/^\ufeff?\s*</.test(file.text)) {
    const { features, links } = readKml(file);
    return ofFeatures(file, 'kml', features, links);
  }
  const value = parseJson(file);
  const type = isObject(value) ? value['type'] : undefined;
  if (isObject(value) && type === 'bundle') return ofBundle(file, value);
  if (isObject(value) && type === 'FeatureCollection') {
    return ofFeatures(file, 'geojson', listOf(value['features']));
  }
  if (type === 'Feature') return ofFeatures(file, 'geojson', [value]);
  if (geometries.has(String(type))) {
    return ofFeatures(file, 'geojson', [{ type: 'Feature', geometry: value, properties: null }]);
  }
  const events = mispEvents(value);
  if (events !== undefined) return ofEvents(file, events);
  const message = `${file.fileName} is JSON, but no GeoJSON of features, STIX bundle or MISP event.`;
  const details = { fileName: file.fileName, reason: 'not-structured' };
  throw new AppError('file/unreadable', message, details);
}

const geometries: ReadonlySet<string> = new Set([
  ...['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  'GeometryCollection',
]);

/** The columns that a mapping can hold. */
const mostColumns = 2000;

function refused(file: WholeFile, reason: string, message: string): AppError {
  const details = { fileName: basename(file.fileName), reason };
  return new AppError('file/unreadable', message, details);
}

function countKinds(
  all: readonly { readonly kind: string; readonly isTaken: boolean }[],
): FileKind[] {
  const kinds = new Map<string, { kind: string; count: number; leftOut: number }>();
  for (const { kind, isTaken } of all) {
    const found = kinds.get(kind) ?? { kind, count: 0, leftOut: 0 };
    found.count += 1;
    if (!isTaken) found.leftOut += 1;
    kinds.set(kind, found);
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count);
}

function ofFeatures(
  file: WholeFile,
  format: 'geojson' | 'kml',
  features: readonly unknown[],
  links = 0,
): StructuredFile {
  const { fileName } = file;
  if (features.length === 0) {
    throw refused(file, 'no-features', `${fileName} holds no features: nothing to take in.`);
  }
  const foreign = features.filter(
    (feature) => !isObject(feature) || readCarried(feature['cairn']) === undefined,
  );
  const columns = featureColumns(foreign);
  if (columns.length > mostColumns) {
    const message = `The features of ${fileName} have ${columns.length} properties; ${mostColumns} can be read.`;
    throw refused(file, 'wide', message);
  }
  const found = recogniseFeatures(columns);
  const kinds = features.map((feature) => {
    const geometry = isObject(feature) ? feature['geometry'] : undefined;
    const kind = isObject(geometry) ? textOf(geometry['type'], 100) : 'none';
    return { kind: geometries.has(kind) ? kind : 'none', isTaken: isObject(feature) };
  });
  return {
    ...{ file, format, links, kinds: countKinds(kinds), columns, count: features.length },
    ours: features.length - foreign.length,
    recognised: found,
    rows: (mapping) => {
      const reader = new FeatureReader(columns, mapping);
      return (from, to) =>
        features.slice(from, to).map((feature, at) => {
          const line = from + at + 1;
          return { line, name: nameOf(feature, line), ...reader.read(feature) };
        });
    },
  };
}

function nameOf(feature: unknown, line: number): string {
  const properties = isObject(feature) ? feature['properties'] : undefined;
  const name = isObject(properties) ? textOf(properties['name'] ?? properties['title']) : '';
  return name || `feature ${line}`;
}

/** Of a file whose parts have no columns. */
function plain(
  what: Pick<StructuredFile, 'file' | 'format' | 'kinds' | 'ours'>,
  found: readonly Omit<FoundRow, 'cells'>[],
): StructuredFile {
  const columns = ['object'];
  const rows = found.map((row) => ({ ...row, cells: [row.name] }));
  return {
    ...{ ...what, links: 0, columns, count: rows.length },
    recognised: {
      ...{ preset: 'table', known: [], signs: [] },
      mapping: { preset: 'table', columns: ['keep'], dateOrder: 'none' },
    },
    rows: () => (from, to) => rows.slice(from, to),
  };
}

function ofBundle(file: WholeFile, bundle: Loose): StructuredFile {
  const { objects: found, beside } = readStix(bundle);
  const leftOut = new Map<string, number>();
  for (const { type, read } of found) {
    if ('failure' in read) leftOut.set(type, (leftOut.get(type) ?? 0) + 1);
  }
  const kinds = [...stixKinds(bundle)]
    .map(([kind, count]) => ({ kind, count, leftOut: leftOut.get(kind) ?? 0 }))
    .sort((a, b) => b.count - a.count);
  const rows = found.map(({ line, type, name, read }) => ({
    ...{ line, read, name: `${type} ${name}`.trim() },
  }));
  const all = plain({ file, format: 'stix', kinds, ours: stixOurs(bundle) }, rows);
  return { ...all, beside };
}

function ofEvents(file: WholeFile, events: readonly Loose[]): StructuredFile {
  const rows = events.map((event, at) => ({
    ...{ line: at + 1, name: textOf(event['info']), read: readMispEvent(event) },
  }));
  const kinds = countKinds(events.flatMap(mispParts));
  return plain({ file, format: 'misp', kinds, ours: events.filter(isOurEvent).length }, rows);
}
