/**
 * GeoParquet 1.1: the flat columns, points as WKB in `geometry`, and the metadata by which DuckDB, Spark and
 * QGIS know a map layer. Written by row groups, so memory does not grow with the case.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { KeyValue, SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { tlpText } from '../../../shared/domain/tlp.ts';
import { type FlatColumn, type FlatValue, flatColumns } from '../../../shared/export/flat-row.ts';
import { positionOf } from '../../../shared/export/geojson.ts';
import type { ExportFacts, ExportIncident } from '../../../shared/export/model.ts';
import type { FileInTheMaking } from './text-file.ts';

/** Rows of a row group. */
const groupRows = 50_000;

function element({ name, kind }: FlatColumn): SchemaElement {
  const base = { name, repetition_type: 'OPTIONAL' } as const;
  switch (kind) {
    case 'text':
      return { ...base, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'number':
      return { ...base, type: 'DOUBLE' };
    case 'integer':
      return { ...base, type: 'INT32' };
    case 'boolean':
      return { ...base, type: 'BOOLEAN' };
  }
}

const bboxParts = ['xmin', 'ymin', 'xmax', 'ymax'] as const;

const schema: SchemaElement[] = [
  { name: 'root', num_children: flatColumns.length + 2 },
  ...flatColumns.map(element),
  { name: 'geometry', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' },
  { name: 'bbox', num_children: bboxParts.length, repetition_type: 'OPTIONAL' },
  ...bboxParts.map(
    (name): SchemaElement => ({ name, type: 'DOUBLE', repetition_type: 'REQUIRED' }),
  ),
];

/** A point as well-known binary, little-endian. */
function wkb([longitude, latitude]: readonly [number, number]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(21));
  bytes.setUint8(0, 1);
  bytes.setUint32(1, 1, true);
  bytes.setFloat64(5, longitude, true);
  bytes.setFloat64(13, latitude, true);
  return new Uint8Array(bytes.buffer);
}

/** Bytes that go to the disk after each row group. */
class FileBytes extends ByteWriter {
  readonly #handle: number;

  constructor(handle: number) {
    super();
    this.#handle = handle;
  }

  flush(): void {
    const done = new Uint8Array(this.buffer, 0, this.index);
    for (let at = 0; at < done.length; at += writeSync(this.#handle, done, at));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

export function parquetFile(path: string, facts: ExportFacts): FileInTheMaking {
  const handle = openSync(path, 'w');
  const bytes = new FileBytes(handle);
  const kvMetadata: KeyValue[] = [
    { key: 'cairn:title', value: facts.title },
    { key: 'cairn:tlp', value: tlpText(facts.tlp) },
    { key: 'cairn:as_of', value: facts.asOf },
    { key: 'cairn:filter', value: facts.filter ?? '' },
    { key: 'cairn:attribution', value: JSON.stringify(facts.dataSets) },
  ];
  const writer = new ParquetWriter({ writer: bytes, schema, kvMetadata, createdBy: 'Cairn' });
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  let open: ExportIncident[] = [];
  const writeGroup = (): void => {
    if (open.length === 0) return;
    const points = open.map(positionOf);
    for (const point of points) {
      if (point === null) continue;
      const [x, y] = point;
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    const flat = flatColumns.map(({ name, of }) => ({
      name,
      data: open.map((whole): FlatValue => of(whole)),
    }));
    const geometry = points.map((point) => point && wkb(point));
    const bbox = points.map(
      (point) => point && { xmin: point[0], ymin: point[1], xmax: point[0], ymax: point[1] },
    );
    void writer.write({
      columnData: [...flat, { name: 'geometry', data: geometry }, { name: 'bbox', data: bbox }],
      rowGroupSize: groupRows,
    });
    open = [];
  };
  return {
    page: ({ incidents }) => {
      open.push(...incidents);
      if (open.length >= groupRows) writeGroup();
    },
    end: () => {
      writeGroup();
      kvMetadata.push({ key: 'geo', value: JSON.stringify(geoMetadata(box)) });
      void writer.finish();
    },
    close: () => closeSync(handle),
  };
}

/** GeoParquet 1.1.0; without `crs` coordinates are longitude and latitude (OGC:CRS84). */
function geoMetadata(box: readonly number[]) {
  const covering = Object.fromEntries(bboxParts.map((name) => [name, ['bbox', name]]));
  return {
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: {
        encoding: 'WKB',
        geometry_types: ['Point'],
        ...(box.every(Number.isFinite) ? { bbox: box } : {}),
        covering: { bbox: covering },
      },
    },
  };
}
