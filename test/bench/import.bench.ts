/**
 * Import of a file in ACLED's layout with links, claims, search index and log, against the `.import` of
 * the sqlite3 shell into one bare table. Sizes from CAIRN_BENCH_SIZES; each in a case of its own.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importTable } from '../../electron/services/bulk/import-table.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, cacheFolder, writeAcledFile } from './generate-large.ts';
import { table, times } from './measure.ts';

const seconds = (from: number) => (performance.now() - from) / 1000;

/** Seconds of the shell; undefined where there is none. */
function bareImport(folder: string, csv: string): number | undefined {
  const path = join(folder, 'bare.db');
  const start = performance.now();
  try {
    execFileSync('sqlite3', [path, `.import --csv ${csv} rows`], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return seconds(start);
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
    const start = performance.now();
    const { facts, mapping } = recogniseTable(path);
    const result = importTable(session, { path, facts, mapping });
    const took = seconds(start);
    expect(result).toMatchObject({ added: count, failed: 0 });
    closeCase(session);
    const bytes = statSync(join(folder, 'case.cairn')).size;
    const rows = Object.values(result.byTable).reduce((sum, each) => sum + each, 0);
    process.stdout.write(
      table(`import of ${count} rows (${(facts.bytes / 1e6).toFixed(0)} MB)`, [
        ['', 'seconds', 'rows a second', 'against .import'],
        [
          'sqlite3 .import',
          bare?.toFixed(2) ?? 'no shell',
          bare ? String(Math.round(count / bare)) : '',
          '',
        ],
        [
          'cairn',
          took.toFixed(2),
          String(Math.round(count / took)),
          bare === undefined ? '' : times(took / bare),
        ],
        [`${rows} records, ${(bytes / 1e6).toFixed(0)} MB`, '', '', ''],
      ]),
    );
    rmSync(folder, { recursive: true, force: true });
  },
  3_600_000,
);
