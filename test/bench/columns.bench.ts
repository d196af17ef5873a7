/**
 * Tiles and network of many incidents in the columns alone, bundled as the built thread is: what a message
 * there and back costs (0.2 ms) is not among it. Times are of the processor, so that other work on the same
 * machine does not count. Sizes: CAIRN_BENCH_SIZES="1000000 2000000".
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { appOut, inRoot } from '../../electron/setup/lib/paths.mjs';
import type { TileKind } from '../../shared/contract/map-calls.ts';
import { networkAskSchema } from '../../shared/contract/network-calls.ts';
import type { Filter } from '../../shared/domain/filter.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import type * as ColumnsOnly from './large/columns-only.ts';
import { ms, percentile, table } from './measure.ts';
import { screenAt } from './screen.ts';

async function bundled(): Promise<typeof ColumnsOnly> {
  const file = 'bench-columns.cjs';
  await build({
    ...{ root: inRoot(), configFile: false, envDir: false, logLevel: 'warn', publicDir: false },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: inRoot('test', 'bench', 'large', 'columns-only.ts'),
      ...{ outDir: appOut, emptyOutDir: false, target: 'node20', minify: false },
      rollupOptions: {
        external: ['better-sqlite3', /^node:/],
        output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
      },
    },
  });
  return createRequire(inRoot('package.json'))(join(appOut, file)) as typeof ColumnsOnly;
}

/** Sorted milliseconds of processor time. */
function measure(times: number, work: (n: number) => void): readonly number[] {
  const durations: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = process.cpuUsage();
    work(n);
    const { user, system } = process.cpuUsage(before);
    durations.push((user + system) / 1000);
  }
  return durations.sort((a, b) => a - b);
}

const zooms = Array.from({ length: 14 }, (_, z) => z);

it.each(benchSizes())(
  'tiles and network of %i incidents',
  async (count) => {
    const { columnsOf, answersOf } = await bundled();
    const columns = columnsOf(count);
    const answers = answersOf(largeCase(10_000), columns);
    const place = { lon: columns.arrays.lon[0] ?? 0, lat: columns.arrays.lat[0] ?? 0 };
    const asked: [string, TileKind, Filter][] = [
      ['all, by status', 'status', {}],
      ['all, by type', 'type', {}],
      ['all, by toll', 'toll', {}],
      ['all, by actor', 'actor', {}],
      ['all, density', 'density', {}],
      ['ten years, by status', 'status', { after: '2010-01-01', before: '2019-12-31' }],
      ['one killed or more, by toll', 'toll', { killedMin: 1 }],
    ];
    const [building = 0] = measure(1, () => answers.map.tile({}, 'status', { z: 0, x: 0, y: 0 }));
    const tiles = zooms.flatMap((z) => screenAt(place, z));
    const rows = asked.map(([name, kind, filter]) => {
      const [first = 0] = measure(1, () => answers.map.tile(filter, kind, { z: 0, x: 0, y: 0 }));
      const own = measure(tiles.length * 4, (n) =>
        answers.map.tile(filter, kind, tiles[n % tiles.length] ?? { z: 0, x: 0, y: 0 }),
      );
      expect(answers.map.tile(filter, kind, { z: 0, x: 0, y: 0 })).toBeDefined();
      return [
        name,
        ms(first),
        ms(percentile(own, 0.5)),
        ms(percentile(own, 0.95)),
        ms(own.at(-1) ?? 0),
      ];
    });
    console.log(
      table(`Tiles of ${count} incidents; with the index, once: ${ms(building)}`, [
        ['', 'first tile of the filter', 'p50', 'p95', 'slowest'],
        ...rows,
      ]),
    );
    const screen = screenAt(place, 5);
    const fresh = measure(20, (step) => {
      for (const tile of screen) answers.map.tile({ killedMax: 300_000 + step }, 'status', tile);
    });
    const network = ([60, 500, 5000] as const).map((actors) => {
      const ask = networkAskSchema.parse({ filter: {}, mode: 'actors', actors });
      const own = measure(6, () => answers.network(ask));
      return [`${actors} actors`, ms(percentile(own, 0.5)), ms(own.at(-1) ?? 0)];
    });
    console.log(
      table('New filter to the tiles of one screen; network of all', [
        ['', 'p50', 'slowest'],
        ['new filter', ms(percentile(fresh, 0.5)), ms(fresh.at(-1) ?? 0)],
        ...network,
      ]),
    );
    answers.close();
  },
  1_800_000,
);
