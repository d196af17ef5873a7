// Long work in threads of the engine, as the built app does it: told, cancelled, and the case is free meanwhile.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Jobs } from '../../electron/engine/jobs.ts';
import { workInThread } from '../../electron/engine/work-thread.ts';
import { act } from '../../electron/services/act.ts';
import { recogniseTable } from '../../electron/services/bulk/recognise-table.ts';
import { workOnTable } from '../../electron/services/bulk/table-tasks.ts';
import { changeTogether } from '../../electron/services/bulk-change.ts';
import { closeCase, openCase } from '../../electron/services/cases.ts';
import { checkCase } from '../../electron/services/check.ts';
import { incidentIds } from '../../electron/services/incidents.ts';
import type { WorkProgress } from '../../electron/services/work-hooks.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import type { Job } from '../../shared/contract/job-calls.ts';
import { defaultSort } from '../../shared/domain/filter.ts';
import { acledRow, writeAcled } from '../helpers/acled-file.ts';
import { addIncident, type TemporaryCase, temporaryCase } from '../helpers/case-builder.ts';
import { fillMixed } from '../helpers/mixed-case.ts';
import { removeFolder } from '../helpers/remove-folder.ts';

const workerFile = join(appOut, 'work-worker.cjs');
let held: TemporaryCase;
let folder: string;
let told: Job[];
let jobs: Jobs;
beforeEach(() => {
  held = temporaryCase();
  fillMixed(held.session);
  folder = mkdtempSync(join(tmpdir(), 'cairn-jobs-'));
  told = [];
  jobs = new Jobs({ changed: (job) => told.push(job), gone: () => undefined });
});
afterEach(async () => {
  await jobs.clear();
  held.close();
  removeFolder(folder);
});

const copy = (path: string, cancelAt?: string) =>
  jobs.run({ kind: 'backup', unit: 'bytes' }, (job) => {
    const watched = {
      signal: job.signal,
      progress: (at: Parameters<typeof job.progress>[0]) => {
        job.progress(at);
        if (at.phase === cancelAt) jobs.cancel(told[0]?.id ?? '');
      },
    };
    return workInThread(held.session, 'copy', { path }, watched, workerFile);
  });

test('a check in a thread finds what one in the engine finds, while the engine writes', async () => {
  const { session } = held;
  session.db.exec("UPDATE incident SET title = 'changed behind our back' WHERE pk = 1");
  const running = jobs.run({ kind: 'check', unit: 'records' }, (job) =>
    workInThread(session, 'check', {}, job, workerFile),
  );
  act(session, { kind: 'create', title: 'meanwhile' }, (tx) => tx.insert('tag', { name: 'new' }));
  const { ok, problems } = await running;
  expect(ok).toBe(false);
  expect(problems.map(({ code }) => code)).toContain('rev');
  expect(jobs.list()).toMatchObject([{ kind: 'check', state: 'done' }]);
});

test('a copy is made beside the open case, and one that is stopped leaves nothing', async () => {
  const path = join(folder, 'copy.cairn');
  await copy(path);
  const opened = openCase(path, { author: held.session.author });
  expect(opened.revision).toBe(held.session.revision);
  closeCase(opened);
  told = [];
  await expect(copy(join(folder, 'other.cairn'), 'copying')).rejects.toMatchObject({
    code: 'call/cancelled',
  });
  expect(told.at(-1)).toMatchObject({ state: 'cancelled', error: null });
  expect(readdirSync(folder)).toEqual(['copy.cairn']);
});

test('a refusal in a thread keeps its code and figures', async () => {
  await expect(copy(join(folder, 'nowhere', 'copy.cairn'))).rejects.toMatchObject({
    code: 'disk/unavailable',
  });
  await expect(copy(held.session.path)).rejects.toMatchObject({ code: 'case/exists' });
});

test('closing the case waits until the thread has let go of it', async () => {
  for (let n = 0; n < 50; n += 1) addIncident(held.session, { title: `More ${n}` });
  const running = jobs.run({ kind: 'check', unit: 'records' }, (job) =>
    workInThread(held.session, 'check', {}, job, workerFile),
  );
  const ended = running.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
  await jobs.clear();
  expect(['done', 'call/cancelled']).toContain(await ended);
  expect(jobs.list()).toEqual([]);
});

test('many incidents changed in a thread are one step; the engine reads on, and nothing else is written', async () => {
  const { session } = held;
  act(session, { kind: 'bulk', title: 'many' }, (tx) => {
    for (let n = 0; n < 1000; n += 1) tx.insert('incident', { title: `Many ${n}` });
  });
  const changes: { ids: number; revision: number; isWhole: boolean }[] = [];
  session.changed = (_topics, ids, revision, isWhole) =>
    changes.push({ ids: ids.length, revision, isWhole });
  const ids = incidentIds(session.db, { text: 'many' }, defaultSort);
  const before = session.revision;
  const disputed = () => incidentIds(session.db, { statuses: ['disputed'] }, defaultSort).length;
  const already = disputed();
  const change = { do: 'set', field: 'status', value: 'disputed' } as const;
  const inThread = (args: { ids: string[]; change: typeof change }) =>
    jobs.run({ kind: 'bulk', unit: 'incidents' }, (job) =>
      workInThread(session, 'bulk', args, job, workerFile),
    );
  const running = inThread({ ids, change });
  expect(disputed()).toBe(already);
  expect(() =>
    act(session, { kind: 'create', title: 'x' }, (tx) => tx.insert('tag', { name: 'x' })),
  ).toThrow('being written');
  await expect(inThread({ ids, change })).rejects.toMatchObject({ code: 'case/busy' });
  expect(await running).toEqual({ changed: 1000, revision: before + 1 });
  expect([disputed(), session.isBusy]).toEqual([already + 1000, false]);
  expect(changes).toEqual([{ ids: 1000, revision: before + 1, isWhole: false }]);
  await jobs.run({ kind: 'undo', unit: 'records' }, (job) =>
    workInThread(session, 'undo', {}, job, workerFile),
  );
  expect([disputed(), session.revision]).toEqual([already, before + 2]);
  expect(checkCase(session)).toEqual({ ok: true, problems: [] });
});

test('indexes are built anew in a thread: nothing else is written, and all is read again after', async () => {
  const { session } = held;
  session.db.exec('DELETE FROM incident_fts WHERE rowid < 20');
  const whole: boolean[] = [];
  session.changed = (_topics, _ids, _revision, isWhole) => whole.push(isWhole);
  const revision = session.revision;
  const running = jobs.run({ kind: 'rebuild', unit: 'records' }, (job) =>
    workInThread(session, 'reindex', {}, job, workerFile),
  );
  expect(incidentIds(session.db, {}, defaultSort).length).toBeGreaterThan(50);
  expect(() =>
    act(session, { kind: 'create', title: 'x' }, (tx) => tx.insert('tag', { name: 'x' })),
  ).toThrow('being written');
  expect((await running).incidents).toBeGreaterThan(50);
  expect([session.isBusy, session.revision, whole]).toEqual([false, revision, [true]]);
  expect(checkCase(session)).toEqual({ ok: true, problems: [] });
});

test('an import taken back in a thread is gone whole, and comes back by undo', async () => {
  const { session } = held;
  const path = writeAcled(
    join(folder, 'sahel.csv'),
    Array.from({ length: 300 }, (_, n) => acledRow(`BFO${n}`)),
  );
  const { mapping } = recogniseTable(path);
  const quiet = { progress: () => undefined, isCancelled: () => false };
  const count = () => incidentIds(session.db, {}, defaultSort).length;
  const before = count();
  const { batch } = await workOnTable(session, { what: 'import', path, mapping, ...quiet });
  expect(count()).toBe(before + 300);
  const whole: boolean[] = [];
  session.changed = (_topics, _ids, _revision, isWhole) => whole.push(isWhole);
  const { undone, kept } = await jobs.run({ kind: 'undo', unit: 'records' }, (job) =>
    workInThread(session, 'undo-batch', { batch: batch ?? '' }, job, workerFile),
  );
  expect(kept).toBe(0);
  expect(undone).toBeGreaterThan(300);
  expect([count(), whole]).toEqual([before, [true]]);
  expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  await jobs.run({ kind: 'undo', unit: 'records' }, (job) =>
    workInThread(session, 'undo', {}, job, workerFile),
  );
  expect(count()).toBe(before + 300);
});

test.each(['writing', 'checking', 'indexing'])(
  'a change stopped while %s leaves the case as it was',
  async (phase) => {
    const { session } = held;
    const actorId = act(session, { kind: 'bulk', title: 'many' }, (tx) => {
      for (let n = 0; n < 600; n += 1) tx.insert('incident', { title: `Many ${n}` });
      return tx.insert('actor', { name: 'A group' }).id;
    });
    const ids = incidentIds(session.db, { text: 'many' }, defaultSort);
    const revision = session.revision;
    let isCancelled = false;
    const hooks = {
      progress: (at: WorkProgress) => {
        isCancelled ||= at.phase === phase && at.done > 0;
      },
      isCancelled: () => isCancelled,
    };
    const link = { role: 'involved', attribution: null } as const;
    const change = { do: 'link', actorId, ...link } as const;
    expect(() => changeTogether(session, { ids, change }, hooks)).toThrow('ended before');
    expect(session.revision).toBe(revision);
    const linked = { actors: [{ id: actorId }] };
    expect(incidentIds(session.db, linked, defaultSort)).toEqual([]);
    expect(checkCase(session)).toEqual({ ok: true, problems: [] });
  },
);
