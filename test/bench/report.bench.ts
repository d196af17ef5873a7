/**
 * A report of 200 incidents as PDF, with its map and without, the first time and again, against
 * Chromium's bare printing of as many pages of plain text in the same minute. Clock and processor time
 * of all processes of the app; nothing here fails on how long it took.
 */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, it } from 'vitest';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { launchApp, type RunningApp } from '../helpers/app.ts';
import { temporaryFolder } from '../helpers/case-builder.ts';
import { printReport } from '../helpers/golden-reports.ts';
import { type HostileCase, hostileCase } from '../helpers/hostile-case.ts';
import { table, times } from './measure.ts';

const count = 200;
const minutes = 60_000;
let hostile: HostileCase;
let run: RunningApp;

beforeAll(async () => {
  hostile = hostileCase(temporaryFolder(), count);
  run = await launchApp({ args: [hostile.path] });
}, 5 * minutes);
afterAll(() => run.close());

/** Milliseconds of processor time by kind of process, so far. Processes that ended are gone with theirs. */
async function spent(): Promise<ReadonlyMap<string, number>> {
  const metrics = await run.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, name }) => ({ pid, kind: name ?? type })),
  );
  const sums = new Map<string, number>();
  for (const { pid, kind } of metrics) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    // user and system time, in hundredths of a second
    const own = (Number(fields[11]) + Number(fields[12])) * 10;
    sums.set(kind, (sums.get(kind) ?? 0) + own);
  }
  return sums;
}

interface Taken {
  readonly pages: number;
  readonly ms: number;
  readonly cpu: string;
}

async function taken(work: () => Promise<number>): Promise<Taken> {
  const before = await spent();
  const begun = performance.now();
  const pages = await work();
  const ms = performance.now() - begun;
  const after = await spent();
  const cpu = [...after]
    .map(([kind, own]) => [kind, own - (before.get(kind) ?? 0)] as const)
    .filter(([, own]) => own >= 50)
    .map(([kind, own]) => `${kind} ${(own / 1000).toFixed(1)}`)
    .join(', ');
  return { pages, ms, cpu };
}

/** Plain lines on as many pages, printed by Chromium without tags or outline. */
const plain = (pages: number) =>
  run.app.evaluate(async ({ BrowserWindow }, pages) => {
    const window = new BrowserWindow({ show: false });
    try {
      const sheet = `<div style="break-after: page">${'<p>Residents heard firing until the morning of the day.</p>'.repeat(24)}</div>`;
      await window.loadURL(
        `data:text/html;charset=utf-8,${encodeURIComponent(sheet.repeat(pages))}`,
      );
      await window.webContents.printToPDF({ pageSize: 'A4' });
      return pages;
    } finally {
      window.destroy();
    }
  }, pages);

it('prints 200 incidents', { timeout: 10 * minutes }, async () => {
  const request = (withMap: boolean): ReportRequest => ({
    kind: 'list',
    selection: { what: 'incidents', ids: [...hostile.many] },
    lang: 'en',
    withMap,
  });
  const print = (withMap: boolean, name: string) =>
    taken(async () => (await printReport(run, request(withMap), name)).pages);
  await run.page.waitForTimeout(3000);
  const without = await print(false, 'without.pdf');
  const first = await print(true, 'first.pdf');
  const again = await print(true, 'again.pdf');
  const bare = await taken(() => plain(first.pages));
  const row = (name: string, { pages, ms, cpu }: Taken) => [
    name,
    String(pages),
    `${(ms / 1000).toFixed(1)} s`,
    times(ms / bare.ms),
    cpu,
  ];
  console.log(
    table(`A report of ${count} incidents`, [
      ['', 'pages', 'clock', 'to plain', 'processor seconds'],
      row('without map', without),
      row('with map', first),
      row('with the same map again', again),
      row('plain text, untagged', bare),
    ]),
  );
});
