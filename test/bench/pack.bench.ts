/**
 * A large pack in the thread of the built app: memory and processor time of making, previewing and importing it,
 * and how long another question to the engine waits meanwhile. The case that takes it holds as many incidents of a
 * data set, so that those that look alike are searched for. Linux only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PackThread } from '../../electron/engine/pack-thread.ts';
import { importRows } from '../../electron/services/bulk/import-rows.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { tableFeed } from '../../electron/services/bulk/table-feed.ts';
import { closeCase, createCase } from '../../electron/services/cases.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import { analyst, temporaryFolder } from '../helpers/case-builder.ts';
import { benchSizes, writeAcledFile } from './generate-large.ts';
import { ms, percentile, table } from './measure.ts';

function memory(line: 'VmHWM' | 'VmRSS'): number {
  const status = readFileSync('/proc/self/status', 'utf8');
  return Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
}

/** Milliseconds for which this thread could have run and got no processor so far (proc(5), schedstat). */
function starved(): number {
  const [, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}

/** Another question, as the list of incidents asks it. */
function ask({ db }: CaseSession): number {
  const start = performance.now();
  db.prepare(
    'SELECT id, title FROM incident WHERE deleted_at IS NULL ORDER BY date_earliest DESC LIMIT 200',
  ).all();
  return performance.now() - start;
}

/**
 * Work in the thread, with a question every 20 ms: how late it was asked and how long its answer took, without the
 * time for which other programs had the processor.
 */
async function watched<T>(session: CaseSession, what: string, work: () => Promise<T>) {
  const idle = memory('VmRSS');
  writeFileSync('/proc/self/clear_refs', '5');
  const cpu = process.cpuUsage();
  const start = performance.now();
  const waits: number[] = [];
  let due = performance.now() + 20;
  let before = starved();
  const timer = setInterval(() => {
    const late = Math.max(0, performance.now() - due);
    const took = late + ask(session);
    waits.push(Math.max(0, took - (starved() - before)));
    before = starved();
    due = performance.now() + 20;
  }, 20);
  const value = await work();
  clearInterval(timer);
  const { user, system } = process.cpuUsage(cpu);
  waits.sort((a, b) => a - b);
  const row = [
    what,
    `${((performance.now() - start) / 1000).toFixed(1)} s`,
    `${((user + system) / 1e6).toFixed(1)} s`,
    `${Math.round(memory('VmHWM') - idle)} MB`,
    ms(percentile(waits, 0.5)),
    ms(percentile(waits, 0.99)),
    ms(waits.at(-1) ?? 0),
  ];
  return { value, row };
}

it.each(benchSizes())(
  'makes, previews and imports a pack of %i incidents',
  async (count) => {
    const folder = temporaryFolder();
    const job = { signal: new AbortController().signal, progress: () => undefined };
    const thread = new PackThread(temporaryFolder(), join(appOut, 'pack-worker.cjs'));
    const csv = join(folder, 'acled.csv');
    await writeAcledFile(csv, count);
    // both laptops read the same file, each by itself
    const filled = (name: string): CaseSession => {
      const info = { title: name, tlp: 'CLEAR' } as const;
      const session = createCase(join(folder, `${name}.cairn`), info, { author: analyst });
      const { facts, mapping } = recogniseTable(csv);
      importRows(session, tableFeed(csv, facts, mapping));
      return session;
    };
    const from = filled('from');
    const pack = join(folder, 'large.cairnpack');
    const what = { selection: { what: 'case' as const }, title: 'Large', tlpMax: 'RED' as const };
    const made = await watched(from, 'made', () => thread.export(from, pack, what, job));
    closeCase(from);
    const into = filled('into');
    const nothing = await watched(
      into,
      'nothing',
      () => new Promise((end) => setTimeout(end, 5000)),
    );
    const seen = await watched(into, 'previewed', () => thread.preview(into, pack, undefined, job));
    const { preview, same, byTable } = seen.value;
    const request = {
      preview,
      conflicts: 'ours' as const,
      rules: [],
      decisions: {},
      joinTwins: true,
    };
    const taken = await watched(into, 'imported', () =>
      thread.import(into, { ...request, acceptSigner: true }, job),
    );
    expect(taken.value.batch).not.toBeNull();
    await thread.stop();
    closeCase(into);
    const records = Object.values(made.value.records).reduce((sum, each) => sum + each, 0);
    const head = ['what', 'time', 'processor', 'memory above', 'question p50', 'p99', 'longest'];
    process.stdout.write(
      table(
        `pack of ${records} records, ${Math.round(made.value.bytes / 1024)} KB; alike ${same.likely} + ${same.possible}; rows ${JSON.stringify(byTable['imported_row'])}`,
        [head, nothing.row, made.row, seen.row, taken.row],
      ),
    );
  },
  3_600_000,
);
