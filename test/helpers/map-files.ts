/** Small real map files for tests: MBTiles by SQLite, PMTiles by the writer of the base map, pictures by hand. */
import { deflateSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { PbfWriter } from 'pbf';
import { encodeTile } from '../../electron/columns/vector-tile.ts';
import { writePmtiles } from '../../electron/setup/basemap/pmtiles-writer.mjs';

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** A PNG of one colour; `said` is the side that its head tells. */
export function pngTile([r, g, b]: readonly [number, number, number], said = 256): Buffer {
  const side = Math.min(said, 256);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(said, 0);
  head.writeUInt32BE(said, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(side * 3, Buffer.of(r, g, b))]);
  const data = deflateSync(Buffer.concat(Array.from({ length: side }, () => line)));
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    ...[chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** A vector tile with one square in a layer of this name. */
export function vectorTile(layer: string): Uint8Array {
  const square: [number, number][] = [
    ...([
      [500, 500],
      [3500, 500],
    ] as [number, number][]),
    ...([
      [3500, 3500],
      [500, 3500],
    ] as [number, number][]),
  ];
  const tile = encodeTile([
    { name: layer, features: [{ points: square, properties: { name: 'Camp' } }] },
  ]);
  return tile ?? new PbfWriter().finish();
}

interface MbtilesPlan {
  readonly metadata?: Readonly<Record<string, string>>;
  readonly tiles: readonly (readonly [z: number, x: number, y: number, data: Uint8Array])[];
  /** Two tables and a view, as many writers make them. */
  readonly isSplit?: boolean;
  readonly hasIndex?: boolean;
}

/** Writes an MBTiles file; `y` from the north, as tiles of the web are counted. */
export function writeMbtiles(path: string, { metadata = {}, tiles, ...plan }: MbtilesPlan): void {
  const db = new Database(path);
  db.exec('CREATE TABLE metadata (name text, value text)');
  const put = db.prepare('INSERT INTO metadata VALUES (?, ?)');
  for (const [name, value] of Object.entries(metadata)) put.run(name, value);
  const row = (z: number, y: number) => 2 ** z - 1 - y;
  if (plan.isSplit === true) {
    db.exec(`CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
      CREATE TABLE images (tile_id text, tile_data blob);
      CREATE UNIQUE INDEX map_index ON map (zoom_level, tile_column, tile_row);
      CREATE UNIQUE INDEX images_id ON images (tile_id);
      CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data
        FROM map JOIN images ON images.tile_id = map.tile_id`);
    tiles.forEach(([z, x, y, data], at) => {
      db.prepare('INSERT INTO map VALUES (?, ?, ?, ?)').run(z, x, row(z, y), String(at));
      db.prepare('INSERT INTO images VALUES (?, ?)').run(String(at), data);
    });
  } else {
    db.exec(
      'CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)',
    );
    if (plan.hasIndex !== false) {
      db.exec('CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)');
    }
    const add = db.prepare('INSERT INTO tiles VALUES (?, ?, ?, ?)');
    for (const [z, x, y, data] of tiles) add.run(z, x, row(z, y), data);
  }
  db.close();
}

/** All tiles of the zooms 0 to 3, one colour a zoom. */
export function writeRasterMbtiles(path: string): void {
  const colours = [
    ...([
      [220, 60, 60],
      [60, 160, 60],
    ] as const),
    ...([
      [60, 60, 220],
      [220, 160, 40],
    ] as const),
  ];
  const tiles = colours.flatMap((colour, z) => {
    const data = pngTile(colour);
    const side = Array.from({ length: 2 ** z }, (_, at) => at);
    return side.flatMap((x) => side.map((y) => [z, x, y, data] as const));
  });
  const metadata = {
    ...{ name: 'Coloured ground', format: 'png', bounds: '-180,-85,180,85' },
    attribution: '<a href="https://example.org">© Somebody</a>',
  };
  writeMbtiles(path, { metadata, tiles });
}

/** Vector tiles of zoom 0 to 2 in a layer of a known schema and one of none. */
export function writeVectorPmtiles(path: string): void {
  const data = Buffer.concat([vectorTile('water'), vectorTile('posts')]);
  const tiles = [0, 1, 2].flatMap((z) => {
    const side = Array.from({ length: 2 ** z }, (_, at) => at);
    return side.flatMap((x) => side.map((y) => ({ z, x, y, data })));
  });
  const metadata = {
    ...{ name: 'Posts', attribution: 'Our own survey' },
    vector_layers: [
      { id: 'water', fields: {} },
      { id: 'posts', fields: {} },
    ],
  };
  writePmtiles(path, tiles, { minzoom: 0, maxzoom: 2, metadata });
}

/** A tile that unpacks to far more than it is. */
export function bombTile(): Buffer {
  return gzipSync(Buffer.alloc(50_000_000));
}
