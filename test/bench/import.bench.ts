/**
 * Import of a file in ACLED's layout with links, claims, search index and log, by the threads of the
 * built app, against the `.import` of the sqlite3 shell into one bare table. Sizes from
 * CAIRN_BENCH_SIZES; each in a case of its own. Beside the whole: its reading half alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nextKeys } from '../../electron/db/queries/bulk-writer.ts';
import { TableThread } from '../../electron/engine/table-thread.ts';
import { bulkIds } from '../../electron/services/bulk/bulk-ids.ts';
import { judgeRows, readIncidents } from '../../electron/services/bulk/read-incidents.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { tableFeed } from '../../electron/services/bulk/table-feed.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { undo } from '../../electron/services/undo.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { dataSets } from '../../shared/import/data-sets.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, cacheFolder, writeAcledFile } from './generate-large.ts';
import { table, times } from './measure.ts';

/** Undoing more than this takes minutes and says nothing new. */
const mostUndone = 100_000;
const seconds = (from: number) => (performance.now() - from) / 1000;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
const never = new AbortController().signal;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return seconds(start);
}

/** Seconds of the shell; undefined where there is none. */
function bareImport(folder: string, csv: string): number | undefined {
  const path = join(folder, 'bare.db');
  try {
    return timed(() =>
      execFileSync('sqlite3', [path, `.import --csv ${csv} rows`], { stdio: 'ignore' }),
    );
  } catch {
    return undefined;
  }
}

/** Seconds of the reading half, in this thread. */
function readAlone(folder: string, path: string): { understood: number; read: number } {
  const empty = createCase(
    join(folder, 'empty.cairn'),
    { title: 'Empty', tlp: 'CLEAR' },
    { author: analyst },
  );
  const { facts, mapping } = recogniseTable(path);
  const feed = () => tableFeed(path, facts, mapping);
  const options = {
    ...{ batch: bulkIds()(), dataSet: dataSets.acled, tlp: 'CLEAR' as const },
    ...{ invented: true, seq: 1, keys: nextKeys(empty.db), newId: bulkIds() },
  };
  const understood = timed(() => judgeRows(empty.db, feed(), {}));
  const read = timed(() => readIncidents(empty.db, feed(), options, {}, () => undefined));
  closeCase(empty);
  return { understood, read };
}

it.each(benchSizes())(
  'imports %i rows',
  async (count) => {
    const folder = temporaryFolder();
    const csv = join(folder, 'acled.csv');
    const kept = join(cacheFolder, `acled-1-${count}.csv`);
    if (!existsSync(kept)) await writeAcledFile(csv, count);
    const path = existsSync(kept) ? kept : csv;
    const bare = bareImport(folder, path);
    const session = createCase(
      join(folder, 'case.cairn'),
      { title: 'Import', tlp: 'CLEAR' },
      { author: analyst },
    );
    const { facts, mapping } = recogniseTable(path);
    const idle = process.memoryUsage.rss();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 100);
    const thread = new TableThread(join(appOut, 'table-worker.cjs'));
    const start = performance.now();
    const job = { signal: never, progress: () => undefined };
    const result = await thread.read(session, { what: 'import', path, mapping }, job);
    const took = seconds(start);
    clearInterval(watch);
    expect(result).toMatchObject({ added: count, failed: 0 });
    const undone = count <= mostUndone ? timed(() => undo(session)) : undefined;
    closeCase(session);
    // after the import, so that its memory is its own; into a case that knows none of the rows
    const { understood, read } = readAlone(folder, path);
    const bytes = statSync(join(folder, 'case.cairn')).size;
    const rows = Object.values(result.byTable).reduce((sum, each) => sum + each, 0);
    const line = (name: string, time: number | undefined) => [
      name,
      time?.toFixed(2) ?? '–',
      time === undefined ? '' : String(Math.round(count / time)),
      time === undefined || bare === undefined ? '' : times(time / bare),
    ];
    process.stdout.write(
      table(`import of ${count} rows (${(facts.bytes / 1e6).toFixed(0)} MB)`, [
        ['', 'seconds', 'rows a second', 'against .import'],
        line('sqlite3 .import', bare),
        line('cairn, in its threads', took),
        line('of it: read and understood, here alone', understood),
        line('and records made, here alone', read),
        line('taken back, here', undone),
        [`${rows} records, ${(bytes / 1e6).toFixed(0)} MB`, '', '', ''],
        [`memory at most ${megabytes(peak)}, idle ${megabytes(idle)}`, '', '', ''],
      ]),
    );
    rmSync(folder, { recursive: true, force: true });
  },
  3_600_000,
);
