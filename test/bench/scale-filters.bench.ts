/**
 * A change of filter with all panels and the map's tiles in a case of many incidents, asked of the built
 * thread of columns as the engine asks it, against the same aggregates in DuckDB over the same rows; the thread filled
 * from the tables and from what is stored; text against the bare word index; memory. Sizes:
 * CAIRN_BENCH_SIZES="10000 1000000", default 10 000.
 */
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { ColumnsClient } from '../../electron/engine/columns-client.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { storeSnapshot } from '../../electron/services/column-snapshot.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import { askDuck, type Duck, duckOf } from './large/duckdb.ts';
import { type MeasuredFilter, measuredFilters } from './large/filters.ts';
import { commonWord, rareWord } from './large/rows.ts';
import { measure, measureAsync, ms, percentile, table, times } from './measure.ts';
import { screenAt } from './screen.ts';

const steps = 20;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
/** The slowest filter of each size, to compare sizes by. */
const worst = new Map<number, number>();
/** A screen of the map from the Atlantic to Central Asia. */
const screen = screenAt({ lon: 10, lat: 20 }, 3);
const panels = { facets: ['type', 'country', 'region', 'actor'], timeline: { unit: 'month' } };

let lastView = 0;
function ask(columns: ColumnsClient, filter: Filter, asked: object) {
  lastView += 1;
  const args = viewCalls['view/answer'].args.parse({
    ...{ filter, sort: defaultSort, count: 100 },
    ...asked,
  });
  return columns.ask({ name: 'view/answer', args, view: lastView });
}

/** The cells of the map under the filter of the last answer: counts and tolls. */
const askCells = (columns: ColumnsClient, filter: Filter) =>
  Promise.all(
    screen.map((tile) =>
      columns.ask({ name: 'map/tile', args: { view: lastView, kind: 'status', ...tile }, filter }),
    ),
  );

/** Starts the thread twice: to fill from the tables and store, and to fill from what is stored. */
async function started(path: string): Promise<{ columns: ColumnsClient; rows: string[][] }> {
  const session = openCase(path, { author: analyst });
  session.db.exec('DELETE FROM column_snapshot');
  let filling = 0;
  let storing: Promise<void> | undefined;
  const columns = new ColumnsClient(
    {
      filling: () => undefined,
      ready: (_revision, took) => {
        filling = took;
      },
      snapshot: (snapshot) => {
        storing = storeSnapshot(session, snapshot);
      },
      trouble: (error) => console.log(error),
    },
    join(appOut, 'columns-worker.cjs'),
  );
  columns.start(path);
  await columns.untilReady();
  const rows = [['columns from the tables', ms(filling)]];
  // the picture comes right after the word that all is ready
  await ask(columns, {}, {});
  if (storing !== undefined) {
    const [stored] = await measureAsync(1, () => storing ?? Promise.resolve());
    await columns.stop();
    columns.start(path);
    await columns.untilReady();
    rows.push(['storing them', ms(stored ?? 0)], ['columns from what is stored', ms(filling)]);
  }
  closeCase(session);
  return { columns, rows };
}

async function textRows(columns: ColumnsClient, path: string): Promise<string[][]> {
  const db = new Database(path, { readonly: true });
  const bare = db.prepare(
    'SELECT rowid FROM incident_fts WHERE incident_fts MATCH ? ORDER BY rank LIMIT 100',
  );
  const rows: string[][] = [];
  for (const word of [rareWord, commonWord]) {
    const asBare = measure(5, () => bare.all(`"${word}" *`));
    const fts = percentile(asBare, 0.5);
    const own = await measureAsync(steps, (step) =>
      ask(columns, { text: word, killedMax: 200_000 + step }, {}),
    );
    const p95 = percentile(own, 0.95);
    const name = `"${word}" + filter, first page`;
    rows.push([name, ms(percentile(own, 0.5)), ms(p95), ms(fts), times(p95 / fts)]);
  }
  db.close();
  return rows;
}

async function filterRow(
  columns: ColumnsClient,
  duck: Duck | string,
  count: number,
  { name, at }: MeasuredFilter,
): Promise<string[]> {
  let total = 0;
  // the first ones warm the code, not the masks: each step asks anew
  for (let step = steps; step < steps + 3; step += 1) {
    await ask(columns, at(step), panels);
    await askCells(columns, at(step));
  }
  const answers: number[] = [];
  const own = await measureAsync(steps, async (step) => {
    const [answer] = await measureAsync(1, async () => {
      total = (await ask(columns, at(step), panels)).total;
    });
    answers.push(answer ?? 0);
    await askCells(columns, at(step));
  });
  answers.sort((a, b) => a - b);
  const p50 = percentile(own, 0.5);
  const p95 = percentile(own, 0.95);
  worst.set(count, Math.max(worst.get(count) ?? 0, p95));
  const alone = [ms(percentile(answers, 0.5)), ms(percentile(answers, 0.95))];
  const line = [name, String(total), ...alone, ms(p50), ms(p95)];
  if (typeof duck === 'string') return line;
  const theirs = await measureAsync(5, (step) => askDuck(duck, at(step)));
  // DuckDB finds parts of words: the same incidents here, as no longer word holds these
  expect(await askDuck(duck, at(steps - 1))).toBe(total);
  const reference = percentile(theirs, 0.5);
  return [...line, ms(reference), times(reference / p50)];
}

it.each(benchSizes())(
  'changes the filter of %i incidents',
  async (count) => {
    const folder = temporaryFolder();
    const path = join(folder, 'case.cairn');
    copyFileSync(largeCase(count), path);
    const { rss: before } = process.memoryUsage();
    const { columns, rows } = await started(path);
    const { rss: after } = process.memoryUsage();
    const [unread] = await measureAsync(1, () => ask(columns, { text: commonWord }, panels));
    // the thread reads ahead while nothing is asked
    await wait(count / 80);
    const actors = (await ask(columns, {}, panels)).facets.at(-1);
    const duck = await duckOf(path);
    const results: string[][] = [];
    for (const filter of measuredFilters(actors?.values[0]?.value ?? '')) {
      results.push(await filterRow(columns, duck, count, filter));
    }
    const titles = [
      `${count} incidents`,
      'match',
      'p50',
      'p95',
      'with map p50',
      'p95',
      'DuckDB',
      'ours faster by',
    ];
    console.log(table('Change of filter, all panels, then the map', [titles, ...results]));
    if (typeof duck === 'string') console.log(`DuckDB could not be had: ${duck}`);
    else duck.closeSync();
    const text = await textRows(columns, path);
    console.log(table('Text', [['', 'p50', 'p95', 'bare FTS5, ranked', 'to it'], ...text]));
    console.log(
      table('Columns', [
        ...rows,
        ['text in 94 % before it was read ahead', ms(unread ?? 0)],
        ['this process before and with the columns', `${megabytes(before)}, ${megabytes(after)}`],
        ['case file', megabytes(statSync(path).size)],
      ]),
    );
    await columns.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  1_800_000,
);

it('grows slower than the case', () => {
  const sizes = [...worst.keys()].sort((a, b) => a - b);
  const [first, last] = [sizes[0] ?? 0, sizes.at(-1) ?? 0];
  if (first === last) return;
  const growth = (worst.get(last) ?? 0) / (worst.get(first) ?? 1);
  console.log(`Slowest filter, p95: ${times(growth)} from ${first} to ${last} incidents`);
});
