// Map files of the analyst's own: what they are is told, their tiles come out, hostile ones are refused by name.
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { inspectMap, mapShapes, mapTile } from '../../electron/services/own-maps.ts';
import { mapFactsSchema, mapTroubles } from '../../shared/contract/own-map-calls.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import {
  bombTile,
  pngTile,
  vectorTile,
  writeMbtiles,
  writeRasterMbtiles,
  writeVectorPmtiles,
} from '../helpers/map-files.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'cairn-maps-'));
const file = (name: string) => join(folder, name);
afterAll(() => removeFolder(folder));

async function refusal(path: string): Promise<AppError> {
  try {
    await inspectMap(path);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('tiles', () => {
  test('of pictures in MBTiles: facts, attribution in plain words, tiles counted from the north', async () => {
    const path = file('ground.mbtiles');
    writeRasterMbtiles(path);
    const facts = await inspectMap(path);
    expect(mapFactsSchema.parse(facts)).toEqual(facts);
    expect(facts).toMatchObject({
      ...{ kind: 'mbtiles', form: 'raster', name: 'Coloured ground', minZoom: 0, maxZoom: 3 },
      ...{ tileSize: 256, attribution: '© Somebody', shapes: null },
    });
    const tile = await mapTile(path, 'mbtiles', { z: 3, x: 7, y: 1 });
    expect(tile?.mediaType).toBe('image/png');
    expect(await mapTile(path, 'mbtiles', { z: 4, x: 0, y: 0 })).toBeUndefined();
  });

  test('of vectors in the two tables that many writers make, packed or not', async () => {
    const path = file('split.mbtiles');
    const plain = vectorTile('roads');
    writeMbtiles(path, {
      isSplit: true,
      metadata: { format: 'pbf', json: '{"vector_layers":[{"id":"roads"},{"id":7}]}' },
      tiles: [
        [1, 0, 0, gzipSync(plain)],
        [1, 1, 0, plain],
      ],
    });
    expect(await inspectMap(path)).toMatchObject({ form: 'vector', layers: ['roads'] });
    for (const x of [0, 1]) {
      const tile = await mapTile(path, 'mbtiles', { z: 1, x, y: 0 });
      expect(Buffer.from(tile?.bytes ?? []).equals(plain)).toBe(true);
      expect(tile?.mediaType).toBeNull();
    }
  });

  test('of vectors in PMTiles by ranges', async () => {
    const path = file('posts.pmtiles');
    writeVectorPmtiles(path);
    expect(await inspectMap(path)).toMatchObject({
      ...{ kind: 'pmtiles', form: 'vector', name: 'Posts', layers: ['water', 'posts'] },
      ...{ minZoom: 0, maxZoom: 2, attribution: 'Our own survey' },
    });
    expect((await mapTile(path, 'pmtiles', { z: 2, x: 3, y: 1 }))?.bytes.length).toBeGreaterThan(
      50,
    );
    expect(await mapTile(path, 'pmtiles', { z: 3, x: 0, y: 0 })).toBeUndefined();
  });

  test('of a file that was written anew are those of the new one', async () => {
    const path = file('anew.mbtiles');
    writeMbtiles(path, { metadata: { format: 'png' }, tiles: [[0, 0, 0, pngTile([1, 2, 3])]] });
    const before = await mapTile(path, 'mbtiles', { z: 0, x: 0, y: 0 });
    const db = new Database(path);
    db.prepare('UPDATE tiles SET tile_data = ?').run(pngTile([200, 200, 1], 128));
    db.close();
    const after = await mapTile(path, 'mbtiles', { z: 0, x: 0, y: 0 });
    expect(Buffer.from(after?.bytes ?? []).equals(Buffer.from(before?.bytes ?? []))).toBe(false);
  });
});

describe('shapes', () => {
  test('keep geometry and a name, and nothing else of what the file holds', async () => {
    const path = file('camps.geojson');
    const geometry = { type: 'Point', coordinates: [-1.6, 14.1] };
    const properties = { NAME: 'Camp 1', secret: 'x'.repeat(100) };
    writeFileSync(
      path,
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', properties, geometry },
          {
            type: 'Feature',
            properties: null,
            geometry: {
              type: 'LineString',
              coordinates: [
                [0, 1],
                [2, 3],
              ],
            },
          },
        ],
      }),
    );
    const facts = await inspectMap(path);
    expect(facts).toMatchObject({
      kind: 'geojson',
      form: 'shapes',
      shapes: 2,
      bounds: [-1.6, 1, 2, 14.1],
    });
    const text = await mapShapes(path);
    expect(JSON.parse(text).features[0]).toEqual({
      ...{ type: 'Feature', geometry, properties: { name: 'Camp 1' } },
    });
    expect(text).not.toContain('xxx');
  });

  test.each([
    ['not closed', '{"type":"FeatureCollection","features":[', 'map-file/damaged', 'json'],
    ['another JSON', '{"name":"x"}', 'map-file/damaged', 'json'],
    [
      'a wrong ring',
      '{"type":"Polygon","coordinates":[[[0,0],[1,1]]]}',
      'map-file/damaged',
      'json',
    ],
    [
      'metres',
      '{"type":"Point","coordinates":[500000,1500000]}',
      'map-file/unsupported',
      'coordinates',
    ],
    ['nothing', '{"type":"FeatureCollection","features":[]}', 'map-file/empty', undefined],
  ])('refused: %s', async (name, text, code, what) => {
    const path = file(`${name}.geojson`);
    writeFileSync(path, text);
    const refused = await refusal(path);
    expect([refused.code, refused.details?.['what']]).toEqual([code, what]);
  });
});

describe('hostile and damaged files are refused by name', () => {
  test.each([
    ['a text', 'hello', 'map-file/unknown-kind'],
    ['nothing at all', '', 'map-file/unknown-kind'],
    ['a head of PMTiles alone', 'PMTiles\u0003', 'map-file/damaged'],
    ['a head of SQLite alone', 'SQLite format 3\u0000', 'map-file/damaged'],
  ])('%s', async (name, text, code) => {
    const path = file(name);
    writeFileSync(path, text, 'latin1');
    expect((await refusal(path)).code).toBe(code);
  });

  test('a database of something else, one without an index, one whose view would never end', async () => {
    const other = file('other.mbtiles');
    new Database(other).exec('CREATE TABLE letters (a)').close();
    expect((await refusal(other)).details?.['what']).toBe('no-tables');
    const slow = file('slow.mbtiles');
    const tiles = [[0, 0, 0, pngTile([1, 1, 1])]] as const;
    writeMbtiles(slow, { metadata: { format: 'png' }, tiles, hasIndex: false });
    expect((await refusal(slow)).details?.['what']).toBe('no-index');
    const endless = file('endless.mbtiles');
    new Database(endless)
      .exec(`CREATE TABLE metadata (name, value);
        CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n)
          SELECT i AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n`)
      .close();
    expect((await refusal(endless)).details?.['what']).toBe('no-tables');
  });

  test('tiles that are no pictures, too large in pixels, or grow when unpacked', async () => {
    const write = (name: string, format: string, data: Uint8Array) => {
      writeMbtiles(file(name), { metadata: { format }, tiles: [[0, 0, 0, data]] });
      return file(name);
    };
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await refusal(write('a.mbtiles', 'png', script))).details?.['what']).toBe('no-picture');
    const wide = pngTile([1, 1, 1], 60_000);
    expect((await refusal(write('b.mbtiles', 'png', wide))).details?.['what']).toBe('no-picture');
    expect((await refusal(write('c.mbtiles', 'pbf', bombTile()))).details?.['what']).toBe(
      'packing',
    );
  });

  test('an archive that was cut off, or damaged anywhere, is refused or gives tiles: it never hangs or crashes', async () => {
    const whole = file('whole.pmtiles');
    writeVectorPmtiles(whole);
    const bytes = readFileSync(whole);
    const cut = file('cut.pmtiles');
    writeFileSync(cut, bytes);
    truncateSync(cut, 200);
    expect((await refusal(cut)).code).toMatch(/^map-file\/(?:damaged|unsupported)$/);
    const place = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 12 }), async (changes) => {
        const path = file('mutant.pmtiles');
        const mutant = Buffer.from(bytes);
        for (const [at, value] of changes) mutant[at] = value;
        writeFileSync(path, mutant);
        try {
          const { maxZoom } = mapFactsSchema.parse(await inspectMap(path));
          await mapTile(path, 'pmtiles', { z: Math.min(2, maxZoom), x: 0, y: 0 });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.code).toMatch(/^(?:map-file\/|file\/unreadable)/);
          const { what } = error.details ?? {};
          expect(what === undefined || mapTroubles.some((each) => each === what)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a file that is gone', async () => {
    expect((await refusal(file('gone.mbtiles'))).code).toBe('file/unreadable');
  });
});
