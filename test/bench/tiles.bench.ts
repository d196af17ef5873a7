/**
 * Tiles of a map of many incidents, asked of the built thread of columns as the engine asks it, against
 * the index that a GeoJSON source of MapLibre makes of the same points. A screen is six tiles of 512
 * pixels around the place with most incidents, at each zoom. Sizes: CAIRN_BENCH_SIZES="100000 1000000".
 */
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { it } from 'vitest';
import { ColumnsClient } from '../../electron/engine/columns-client.ts';
import { appOut, inRoot } from '../../electron/setup/lib/paths.mjs';
import type { TileKind } from '../../shared/contract/map-calls.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import { temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import { measureAsync, ms, percentile, table, times } from './measure.ts';
import { type Place, screenAt } from './screen.ts';

const zooms = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];

/** The place of most incidents, and their points as a GeoJSON text. */
function pointsOf(path: string): { readonly place: Place; readonly json: string } {
  const db = new Database(path, { readonly: true });
  const place = db
    .prepare(
      `SELECT longitude AS lon, latitude AS lat FROM incident WHERE latitude IS NOT NULL
        GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1`,
    )
    .get() as Place;
  const rows = db.prepare('SELECT pk, longitude, latitude, status FROM incident').raw(true).all();
  db.close();
  const features = (rows as [number, number | null, number | null, string][]).flatMap(
    ([at, lon, lat, mark]) =>
      lon === null || lat === null
        ? []
        : [
            `{"type":"Feature","properties":{"at":${at},"mark":"${mark}"},"geometry":{"type":"Point","coordinates":[${lon},${lat}]}}`,
          ],
  );
  return { place, json: `{"type":"FeatureCollection","features":[${features.join(',')}]}` };
}

interface Index {
  getTile(z: number, x: number, y: number): unknown;
}

/** The index that MapLibre's worker makes, of the package that it brings. */
async function geojsonIndex(): Promise<(data: unknown) => Index> {
  const own = inRoot('node_modules', '@maplibre', 'geojson-vt', 'dist', 'geojson-vt.mjs');
  const { GeoJSONVT } = await import(pathToFileURL(own).href);
  return (data) =>
    new GeoJSONVT(data, {
      cluster: true,
      clusterOptions: { maxZoom: 16, radius: 34 * 8, extent: 4096, log: false },
      ...{ maxZoom: 18, extent: 8192, buffer: 2048 },
    });
}

async function started(path: string): Promise<ColumnsClient> {
  const columns = new ColumnsClient(
    {
      ...{ filling: () => undefined, ready: () => undefined, snapshot: () => undefined },
      trouble: (error) => console.log(error),
    },
    join(appOut, 'columns-worker.cjs'),
  );
  columns.start(path);
  await columns.untilReady();
  return columns;
}

let lastView = 0;

/** Tile by tile over all zooms; the first one of a filter apart. */
async function tileRow(columns: ColumnsClient, place: Place, kind: TileKind, filter: Filter) {
  lastView += 1;
  const view = lastView;
  const tiles = zooms.flatMap((z) => screenAt(place, z));
  const [first = 0] = await measureAsync(1, () =>
    columns.ask({ name: 'map/tile', args: { view, kind, z: 0, x: 0, y: 0 }, filter }),
  );
  const own = await measureAsync(tiles.length * 2, (n) => {
    const { z, x, y } = tiles[n % tiles.length] ?? { z: 0, x: 0, y: 0 };
    return columns.ask({ name: 'map/tile', args: { view, kind, z, x, y }, filter });
  });
  return [ms(first), ms(percentile(own, 0.5)), ms(percentile(own, 0.95)), ms(own.at(-1) ?? 0)];
}

it.each(benchSizes())(
  'draws tiles of %i incidents',
  async (count) => {
    const folder = temporaryFolder();
    const path = join(folder, 'case.cairn');
    copyFileSync(largeCase(count), path);
    const { place, json } = pointsOf(path);
    const columns = await started(path);
    const ask = (z: number, x: number, y: number, filter: Filter) =>
      columns.ask({
        name: 'map/tile',
        args: { view: lastView, kind: 'status', z, x, y },
        filter,
      });
    const [building] = await measureAsync(1, () => ask(0, 0, 0, {}));
    const rows: string[][] = [];
    const asked: [string, TileKind, Filter][] = [
      ['all, by status', 'status', {}],
      ['all, by type', 'type', {}],
      ['all, by actor', 'actor', {}],
      ['all, density', 'density', {}],
      ['ten years, by status', 'status', { after: '2010-01-01', before: '2019-12-31' }],
      ['one killed or more, by toll', 'toll', { killedMin: 1 }],
    ];
    for (const [name, kind, filter] of asked) {
      rows.push([name, ...(await tileRow(columns, place, kind, filter))]);
    }
    const titles = [`${count} incidents`, 'first tile', 'p50', 'p95', 'slowest'];
    console.log(table('Tiles', [titles, ...rows]));

    // a new filter until the tiles of one screen are there
    const screen = screenAt(place, 5);
    const own = await measureAsync(10, async (step) => {
      lastView += 1;
      const filter = { killedMax: 300_000 + step };
      await Promise.all(screen.map(({ z, x, y }) => ask(z, x, y, filter)));
    });
    const make = await geojsonIndex();
    const reference = await measureAsync(2, async () => {
      const index = make(JSON.parse(json));
      for (const { z, x, y } of screen) index.getTile(z, x, y);
    });
    const [p50, p95] = [percentile(own, 0.5), percentile(own, 0.95)];
    const theirs = percentile(reference, 0);
    console.log(
      table('New filter to the tiles of one screen', [
        ['', 'p50', 'p95', 'GeoJSON source', 'ours faster by', 'index, once'],
        ['', ms(p50), ms(p95), ms(theirs), times(theirs / p50), ms(building ?? 0)],
      ]),
    );
    await columns.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  1_800_000,
);
