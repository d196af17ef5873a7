import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport } from '../../../renderer/api/client.ts';
import {
  cancelJob,
  dismissJobs,
  engineLost,
  getJobs,
  jobChanged,
  readJobs,
  resetJobs,
  runningJob,
  startLocalJob,
} from '../../../renderer/state/jobs-store.ts';
import { catalogues } from '../../../renderer/text/catalogue.ts';
import { formats } from '../../../renderer/text/format.ts';
import { jobName, outcomeWords, progressWords } from '../../../renderer/text/job-words.ts';
import type { Job } from '../../../shared/contract/job-calls.ts';
import { type FakeBridge, fakeBridge } from '../../helpers/fake-bridge.ts';

let bridge: FakeBridge;
beforeEach(() => {
  bridge = fakeBridge();
  setTransport(bridge);
});
afterEach(() => {
  resetJobs();
  setTransport(undefined);
});

const id = (n: number) => `01970000-0000-7000-8000-00000000000${n}`;
const job = (n: number, more: Partial<Job> = {}): Job => ({
  ...{ id: id(n), kind: 'table-import', subject: 'sahel.csv', state: 'running' },
  ...{ phases: ['reading', 'merging'], phase: 'reading', unit: 'rows', done: 25, total: 100 },
  ...{ count: 1234, rate: 8000, leftMs: 12_400, ms: 3000, canCancel: true },
  ...{ outcome: null, error: null, ...more },
});
const states = () => getJobs().jobs.map(({ state }) => state);

describe('the list of jobs', () => {
  test('given another case, then its jobs take the place of those before; newer word wins', async () => {
    jobChanged(job(1));
    const reading = readJobs(true);
    expect(getJobs().jobs).toEqual([]);
    jobChanged(job(2, { state: 'done' }));
    await bridge.answer('job/list', [job(2), job(3)]);
    await reading;
    expect(states()).toEqual(['done', 'running']);
  });

  test('given an engine that died, then what it was doing failed; the page’s own goes on', () => {
    const local = startLocalJob({ kind: 'layout', unit: 'steps' });
    jobChanged(job(1));
    jobChanged(job(2, { state: 'done' }));
    engineLost();
    expect(states()).toEqual(['running', 'failed', 'done']);
    local.done();
    expect(runningJob(getJobs().jobs, 'layout')).toBeUndefined();
  });

  test('given work of the page, then it is cancelled there, that of the engine by a call', () => {
    let cancelled = 0;
    const local = startLocalJob({
      kind: 'layout',
      unit: 'steps',
      cancel: () => {
        cancelled += 1;
      },
    });
    cancelJob(getJobs().jobs[0]?.id ?? '');
    expect(cancelled).toBe(1);
    local.cancelled();
    local.done();
    expect(states()).toEqual(['cancelled']);
    jobChanged(job(1));
    cancelJob(id(1));
    expect(bridge.made).toEqual([{ name: 'job/cancel', args: { id: id(1) } }]);
  });

  test('given results, then they are put away; what runs stays', () => {
    jobChanged(job(1, { state: 'done' }));
    jobChanged(job(2, { state: 'failed' }));
    jobChanged(job(3));
    dismissJobs(id(1));
    expect(getJobs().jobs.map((each) => each.id)).toEqual([id(2), id(3)]);
    dismissJobs();
    expect(getJobs().jobs.map((each) => each.id)).toEqual([id(3)]);
    expect(bridge.made.map(({ args }) => args)).toEqual([{ ids: [id(1)] }, { ids: [id(2)] }]);
  });

  test('given short work of the page, then it is not listed', () => {
    startLocalJob({ kind: 'layout', unit: 'steps', listedAfterMs: 60_000 }).done();
    expect(getJobs().jobs).toEqual([]);
  });
});

describe('words of a job', () => {
  const { en, fr } = catalogues;

  test('given a job that runs, then step, count, rate and what is left are told', () => {
    expect(jobName(en, job(1))).toBe('Import of a file: sahel.csv');
    expect(progressWords(en, formats.en, job(1))).toBe(
      'step 1 of 2: reading · 1,234 rows · 8,000 rows a second · this step about 12 s more',
    );
    const early = job(1, { phases: [], phase: null, count: 0, rate: null, leftMs: null });
    expect(progressWords(en, formats.en, early)).toBe('beginning');
    const bytes = job(1, { phases: [], phase: null, unit: 'bytes', count: 5e6, rate: 1e6 });
    expect(progressWords(en, formats.en, bytes)).toBe('5 MB · 1 MB a second · about 12 s left');
    const single = job(1, { phases: ['reading'], count: 0, rate: null, leftMs: null });
    expect(progressWords(en, formats.en, single)).toBe('reading');
    expect(progressWords(fr, formats.fr, job(1, { state: 'cancelling' }))).toBe('arrêt en cours…');
  });

  test('given a job that is over, then its figures, its refusal or its end are told', () => {
    const outcome = { counts: { added: 1500, failed: 2, skipped: 0 }, fileName: null, batch: null };
    const done = { state: 'done', outcome } as const;
    expect(outcomeWords(en, formats.en, job(1, done))).toBe('1,500 added · 2 left out');
    const none = { ...outcome, counts: { problems: 0 } };
    const check = job(1, { kind: 'check', state: 'done', outcome: none });
    expect(outcomeWords(en, formats.en, check)).toBe('Nothing wrong was found');
    const indexed = { ...outcome, counts: { incidents: 3000, documents: 12 } };
    expect(
      outcomeWords(fr, formats.fr, job(1, { kind: 'rebuild', state: 'done', outcome: indexed })),
    ).toBe('3\u202f000 incidents, 12 autres fiches');
    const copy = { ...outcome, fileName: 'sahel.csv', counts: { bytes: 5e6 } };
    const saved = job(1, { kind: 'backup', state: 'done', outcome: copy });
    expect(outcomeWords(en, formats.en, saved)).toBe('5 MB');
    expect(outcomeWords(en, formats.en, { ...saved, subject: null })).toBe('sahel.csv, 5 MB');
    const error = { code: 'disk/full', message: 'full' } as const;
    expect(outcomeWords(en, formats.en, job(1, { state: 'failed', error }))).toBe(
      en.errors.codes['disk/full'].title,
    );
    expect(outcomeWords(fr, formats.fr, job(1, { state: 'cancelled' }))).toBe(fr.jobs.stopped);
  });
});
