import { beforeEach, describe, expect, test } from 'vitest';
import { type JobHandle, Jobs } from '../../../electron/engine/jobs.ts';
import { type Job, jobSchema } from '../../../shared/contract/job-calls.ts';
import { AppError } from '../../../shared/lib/app-error.ts';

let now: number;
let told: Job[];
let gone: string[];
let jobs: Jobs;
beforeEach(() => {
  now = 0;
  told = [];
  gone = [];
  jobs = new Jobs(
    { changed: (job) => told.push(jobSchema.parse(job)), gone: (ids) => gone.push(...ids) },
    () => now,
  );
});

const spec = { kind: 'table-import', subject: 'sahel.csv', unit: 'rows' } as const;

/** A job whose work goes on until it is told to end. */
function held() {
  let handle: JobHandle | undefined;
  let finish: (value: number) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const answer = jobs.run(
    { ...spec, phases: ['reading', 'merging'] },
    (job) => {
      handle = job;
      return new Promise<number>((resolve, reject) => {
        finish = resolve;
        fail = reject;
      });
    },
    (added) => ({ counts: { added } }),
  );
  if (handle === undefined) throw new Error('not begun');
  return { handle, finish, fail, answer };
}

describe('jobs of the engine', () => {
  test('a job is told when it begins, goes on and ends; its result stays until put away', async () => {
    const { handle, finish, answer } = held();
    expect(told.at(-1)).toMatchObject({
      ...{ kind: 'table-import', subject: 'sahel.csv', state: 'running', phase: 'reading' },
      ...{ total: null, rate: null, leftMs: null, outcome: null },
    });
    for (now = 0; now <= 4000; now += 100) {
      handle.progress({ phase: 'reading', done: now, total: 8000, count: now / 10 });
    }
    now = 4000;
    expect(jobs.list()).toMatchObject([{ done: 4000, count: 400, rate: 100, leftMs: 4000 }]);
    // five times a second, not at each report
    expect(told.length).toBeLessThan(25);
    handle.progress({ phase: 'merging', done: 0, total: null });
    expect(told.at(-1)).toMatchObject({ phase: 'merging', rate: null, leftMs: null });
    now = 5000;
    finish(7);
    expect(await answer).toBe(7);
    const [job] = jobs.list();
    expect(job).toMatchObject({ state: 'done', ms: 5000, outcome: { counts: { added: 7 } } });
    expect(told.at(-1)).toEqual(job);
    jobs.dismiss([job?.id ?? '']);
    expect(jobs.list()).toEqual([]);
    expect(gone).toEqual([job?.id]);
  });

  test('a job that is cancelled is told so, and is over when its work has let go', async () => {
    const { handle, fail, answer } = held();
    const id = jobs.list()[0]?.id ?? '';
    jobs.dismiss([id]);
    expect(jobs.list()).toHaveLength(1);
    jobs.cancel(id);
    jobs.cancel(id);
    expect(handle.signal.aborted).toBe(true);
    expect(told.at(-1)).toMatchObject({ state: 'cancelling', leftMs: null });
    fail(new AppError('call/cancelled', 'ended'));
    await expect(answer).rejects.toMatchObject({ code: 'call/cancelled' });
    expect(jobs.list()).toMatchObject([{ state: 'cancelled', error: null }]);
    jobs.cancel('01970000-0000-7000-8000-00000000dead');
  });

  test('a failure keeps its code; an unexpected one says nothing of its inside', async () => {
    const one = held();
    one.fail(new AppError('disk/full', 'The disk is full.', { bytes: 3 }));
    await expect(one.answer).rejects.toMatchObject({ code: 'disk/full' });
    const other = held();
    other.fail(new Error('SELECT secret'));
    await expect(other.answer).rejects.toThrow('secret');
    expect(jobs.list()).toMatchObject([
      { state: 'failed', error: { code: 'disk/full', details: { bytes: 3 } } },
      { state: 'failed', error: { code: 'internal' } },
    ]);
    expect(JSON.stringify(told)).not.toContain('secret');
  });

  test('short work is never listed, but a failure of it is', async () => {
    const short = { ...spec, listedAfterMs: 500 };
    await jobs.run(short, () => 1);
    expect([jobs.list(), told]).toEqual([[], []]);
    const broken = jobs.run(short, () => {
      throw new AppError('disk/full', 'full');
    });
    await expect(broken).rejects.toMatchObject({ code: 'disk/full' });
    expect(jobs.list()).toHaveLength(1);
  });

  test('work that somebody else lists is never told here, nor its failure', async () => {
    const elsewhere = { ...spec, listedAfterMs: Number.POSITIVE_INFINITY };
    const answer = await jobs.run(elsewhere, ({ progress }) => {
      progress({ done: 1, total: 2 });
      now = 60_000;
      expect(jobs.list()).toEqual([]);
      return 1;
    });
    expect(answer).toBe(1);
    const broken = jobs.run(elsewhere, () => {
      throw new AppError('disk/full', 'full');
    });
    await expect(broken).rejects.toMatchObject({ code: 'disk/full' });
    expect([jobs.list(), told]).toEqual([[], []]);
  });

  test('closing the case ends what runs, waits for it, and forgets the rest', async () => {
    await jobs.run(spec, () => 1);
    const { handle, fail, answer } = held();
    handle.signal.addEventListener('abort', () => {
      setTimeout(() => fail(new AppError('call/cancelled', 'ended')), 5);
    });
    const failed = expect(answer).rejects.toMatchObject({ code: 'call/cancelled' });
    await jobs.clear();
    await failed;
    expect(jobs.list()).toEqual([]);
    expect(gone).toHaveLength(2);
  });

  test('old results go by themselves', async () => {
    for (let n = 0; n < 40; n += 1) await jobs.run({ ...spec, subject: String(n) }, () => n);
    expect(jobs.list().map(({ subject }) => subject)).toEqual(
      Array.from({ length: 31 }, (_, n) => String(n + 9)),
    );
  });
});
