/**
 * A change of filter with all panels in a case of many incidents, against the same aggregates in DuckDB
 * over the same rows; columns filled from the tables and from what is stored; text ranked by date
 * against the bare word index; memory. Sizes: CAIRN_BENCH_SIZES="10000 1000000", default 10 000.
 */
import { copyFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openColumns } from '../../electron/columns/open.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { storeSnapshot } from '../../electron/services/column-snapshot.ts';
import { viewCalls } from '../../shared/contract/view-calls.ts';
import { defaultSort, type Filter } from '../../shared/domain/filter.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import { askDuck, duckOf } from './large/duckdb.ts';
import { measuredFilters } from './large/filters.ts';
import { commonWord, rareWord } from './large/rows.ts';
import { measure, ms, percentile, table, times } from './measure.ts';

const steps = 20;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const noPause = async () => undefined;
/** The slowest filter of each size, to compare sizes by. */
const worst = new Map<number, number>();
type Columns = ReturnType<typeof openColumns>;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

let lastView = 0;
function ask({ answers }: Columns, filter: Filter, panels: object) {
  lastView += 1;
  const sort = defaultSort;
  const args = viewCalls['view/answer'].args.parse({ filter, sort, count: 100, ...panels });
  return answers.answer(args, lastView, 1);
}
const panels = { facets: ['type', 'country', 'region', 'actor'], timeline: { unit: 'month' } };

/** Fills from the tables, stores, fills from what is stored; answers the columns of the second. */
async function filled(path: string): Promise<{ columns: Columns; rows: string[][] }> {
  const session = openCase(path, { author: analyst });
  session.db.exec('DELETE FROM column_snapshot');
  const first = openColumns(path);
  const revision = first.reader.renew();
  const fromTables = await timed(() => first.answers.load(revision, noPause));
  const snapshot = first.answers.snapshot(revision);
  first.reader.close();
  const stored = snapshot && (await timed(() => storeSnapshot(session, snapshot)));
  const columns = openColumns(path);
  const fromStored = await timed(() => columns.answers.load(columns.reader.renew(), noPause));
  closeCase(session);
  const rows = [
    ['columns from the tables', ms(fromTables)],
    ['storing them', stored === undefined ? 'too small' : ms(stored)],
    ['columns from what is stored', stored === undefined ? 'too small' : ms(fromStored)],
  ];
  return { columns, rows };
}

function textRows(columns: Columns, path: string): string[][] {
  const db = new Database(path, { readonly: true });
  const bare = db.prepare(
    'SELECT rowid FROM incident_fts WHERE incident_fts MATCH ? ORDER BY rank LIMIT 100',
  );
  const rows = [rareWord, commonWord].map((word) => {
    const fts = percentile(
      measure(5, () => bare.all(`"${word}" *`)),
      0.5,
    );
    const own = measure(10, (step) => ask(columns, { text: word, killedMax: 200_000 + step }, {}));
    const p95 = percentile(own, 0.95);
    return [
      `"${word}" + filter, first page`,
      ms(percentile(own, 0.5)),
      ms(p95),
      ms(fts),
      times(p95 / fts),
    ];
  });
  db.close();
  return rows;
}

it.each(benchSizes())(
  'changes the filter of %i incidents',
  async (count) => {
    const folder = temporaryFolder();
    const path = join(folder, 'case.cairn');
    copyFileSync(largeCase(count), path);
    const { columns, rows } = await filled(path);
    const learning = await timed(async () => {
      for (const _step of columns.answers.learn());
    });
    const top = ask(columns, {}, panels).facets.at(-1)?.values[0]?.value ?? '';
    const duck = await duckOf(path);
    const results: string[][] = [];
    for (const { name, at } of measuredFilters(top)) {
      let total = 0;
      // two steps warm the code, not the masks: each step asks anew
      for (let step = steps; step < steps + 2; step += 1) ask(columns, at(step), panels);
      const own = measure(steps, (step) => {
        total = ask(columns, at(step), panels).total;
      });
      const p95 = percentile(own, 0.95);
      worst.set(count, Math.max(worst.get(count) ?? 0, p95));
      const line = [name, String(total), ms(percentile(own, 0.5)), ms(p95)];
      if (typeof duck !== 'string') {
        const theirs: number[] = [];
        let found = 0;
        for (let step = 0; step < 5; step += 1) {
          theirs.push(
            await timed(async () => {
              found = await askDuck(duck, at(step));
            }),
          );
        }
        theirs.sort((a, b) => a - b);
        const reference = percentile(theirs, 0.5);
        // DuckDB finds parts of words: the same incidents here, as no other word holds these
        expect(await askDuck(duck, at(steps - 1))).toBe(total);
        expect(found).toBeGreaterThanOrEqual(0);
        line.push(ms(reference), times(reference / percentile(own, 0.5)));
      }
      results.push(line);
    }
    const titles = [`${count} incidents`, 'match', 'p50', 'p95', 'DuckDB', 'ours faster by'];
    console.log(table('Change of filter, all panels', [titles, ...results]));
    if (typeof duck === 'string') console.log(`DuckDB could not be had: ${duck}`);
    else duck.closeSync();
    const text = textRows(columns, path);
    console.log(table('Text', [['', 'p50', 'p95', 'bare FTS5, ranked', 'to it'], ...text]));
    const { rss, arrayBuffers } = process.memoryUsage();
    const size = statSync(path).size;
    console.log(
      table('Columns', [
        ...rows,
        ['reading ahead of frequent words', ms(learning)],
        ['columns in memory', megabytes(arrayBuffers)],
        ['this process', megabytes(rss)],
        ['case file', megabytes(size)],
      ]),
    );
    columns.reader.close();
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
