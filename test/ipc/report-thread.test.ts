// A report of many incidents in the thread of the built app: the engine answers meanwhile, a stop is heard.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { workInThread } from '../../electron/engine/work-thread.ts';
import { act } from '../../electron/services/act.ts';
import { caseState } from '../../electron/services/case-state.ts';
import { keepReport, keptReport, renewReport } from '../../electron/services/kept-reports.ts';
import { buildReport } from '../../electron/services/reports.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import type { ReportRequest } from '../../shared/contract/exchange-calls.ts';
import { type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';

const workerFile = join(appOut, 'work-worker.cjs');
const never = { signal: new AbortController().signal, progress: () => undefined };
const request: ReportRequest = {
  ...{ kind: 'list', selection: { what: 'case' }, lang: 'en', withMap: true },
};

let held: TemporaryCase;
beforeEach(() => {
  held = temporaryCase();
  act(held.session, { kind: 'import', title: 'Many' }, (tx) => {
    const source = tx.insert('source', { title: 'Sahel Monitor', reliability: 'C' });
    for (let n = 0; n < 500; n += 1) {
      const incident = tx.insert('incident', {
        ...{ title: `Clash ${n} at the river crossing`, event_type: 'Battles' },
        date_edtf: `2025-0${(n % 9) + 1}-1${n % 10}`,
      });
      for (const told of [3, 5]) {
        const claim = tx.insert('claim', {
          ...{ incident_id: incident.id, source_id: source.id, credibility: 3 },
        });
        const toll = { claim_id: claim.id, outcome: 'killed', qualifier: 'exact' } as const;
        tx.insert('toll', { ...toll, low: n + told, high: n + told });
      }
    }
  });
});
afterEach(() => held.close());

/**
 * Milliseconds that this thread has worked. A busy machine makes everybody wait, which is no fault of the
 * engine: where the system tells it, the processor's time counts and not the clock's.
 */
function worked(): number {
  const told = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(told)) return performance.now();
  return Number(readFileSync(told, 'utf8').split(' ')[0]) / 1e6;
}

/** Milliseconds, the longest for which nothing else could be answered. */
async function longestSilence(work: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  work.then(over, over);
  let longest = 0;
  while (!isOver) {
    const begun = worked();
    await new Promise((next) => setTimeout(next, 2));
    caseState(held.session);
    longest = Math.max(longest, worked() - begun);
  }
  return longest;
}

test('the engine answers within 50 ms while a report of 500 incidents is built', async () => {
  // what it would be here: the measure tells the two apart
  const own = await longestSilence(
    (async () => {
      await new Promise((next) => setTimeout(next, 5));
      buildReport(held.session, request);
    })(),
  );
  const work = workInThread(held.session, 'report', request, never, workerFile);
  const silence = await longestSilence(work);
  const document = await work;
  console.info(
    `silence of the engine: ${Math.round(silence)} ms, without a thread ${Math.round(own)} ms`,
  );
  expect(silence).toBeLessThan(50);
  expect(own).toBeGreaterThan(silence);
  const { asOf: _at, asOfWords: _words, ...here } = buildReport(held.session, request);
  const {
    asOf: _thenAt,
    asOfWords: _thenWords,
    ...there
  } = document as typeof here & {
    readonly asOf: string;
    readonly asOfWords: string;
  };
  expect(there).toEqual(here);
});

test('it tells how far it is and ends when it is stopped', async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const progress = ({ total }: { readonly total: number | null }) => {
    told.push(total ?? 0);
    stop.abort();
  };
  const job = { signal: stop.signal, progress };
  await expect(
    workInThread(held.session, 'report', request, job, workerFile),
  ).rejects.toMatchObject({ code: 'call/cancelled' });
  expect(told).toContain(500);
});

test('one kept, and its next edition, are read in the thread and written here', async () => {
  const run = <N extends 'report-copy' | 'report-anew'>(
    name: N,
    args: Parameters<typeof workInThread<N>>[2],
  ) => workInThread(held.session, name, args, never, workerFile);
  const { id } = keepReport(
    held.session,
    { request, title: 'List' },
    await run('report-copy', request),
  );
  expect(keptReport(held.session, id).changes).toEqual([]);
  renewReport(held.session, id, await run('report-anew', { id }));
  expect(keptReport(held.session, id).document.blocks.length).toBeGreaterThan(5);
});
