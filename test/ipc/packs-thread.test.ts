// The thread of packs as the engine uses it: previews, imports, is cancelled, and the engine goes on answering.
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JobHandle } from '../../electron/engine/jobs.ts';
import { PackThread } from '../../electron/engine/pack-thread.ts';
import { act } from '../../electron/services/act.ts';
import { checkCase } from '../../electron/services/check.ts';
import type { WorkProgress } from '../../electron/services/work-hooks.ts';
import { appOut } from '../../electron/setup/lib/paths.mjs';
import type { ImportResult } from '../../shared/contract/exchange-calls.ts';
import { awa, bila, type Laptop, laptop, pack } from '../helpers/laptops.ts';
import { temporaryFolder } from '../helpers/pack-builder.ts';

/** More for a measurement: CAIRN_PACK_INCIDENTS=20000. */
const incidents = Number(process.env['CAIRN_PACK_INCIDENTS'] ?? 400);
const workerFile = join(appOut, 'pack-worker.cjs');

let here: Laptop;
let there: Laptop;
let thread: PackThread;
let path: string;
beforeEach(async () => {
  here = laptop(awa);
  there = laptop(bila, 5);
  act(there.session, { kind: 'create', title: 'all' }, (tx) => {
    for (let n = 0; n < incidents; n += 1) {
      const { id } = tx.insert('incident', { title: `Attack ${n}`, date_edtf: '2025-05-11' });
      tx.insert('claim', { incident_id: id, statement: `${n} killed` });
    }
  });
  path = await pack(there, 'large');
  thread = new PackThread(temporaryFolder(), workerFile);
});
afterEach(async () => {
  await thread.stop();
  here.close();
  there.close();
});

function job(): { handle: JobHandle; told: WorkProgress[]; abort: () => void } {
  const controller = new AbortController();
  const told: WorkProgress[] = [];
  const handle = { signal: controller.signal, progress: (at: WorkProgress) => void told.push(at) };
  return { handle, told, abort: () => controller.abort() };
}
const request = (preview: string) => ({
  ...{
    preview,
    conflicts: 'ours' as const,
    rules: [],
    decisions: {},
    joinTwins: true,
    acceptSigner: false,
  },
});

/** Longest time in which this thread did nothing else (ms), beside how long the work took. */
async function watched<T>(
  work: () => Promise<T>,
): Promise<{ value: T; ms: number; stuck: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const value = await work();
  const ms = performance.now() - start;
  delay.disable();
  return { value, ms, stuck: delay.max / 1e6 };
}

test('a pack is previewed and imported while the engine goes on answering', async () => {
  const first = job();
  const seen = await watched(() => thread.preview(here.session, path, undefined, first.handle));
  expect(seen.value.byTable['incident']).toMatchObject({ new: incidents });
  expect(new Set(first.told.map(({ phase }) => phase))).toEqual(
    new Set(['reading', 'checking', 'comparing']),
  );
  const second = job();
  let changes = 0;
  here.session.changed = () => {
    changes += 1;
  };
  const running = watched(() =>
    thread.import(here.session, request(seen.value.preview), second.handle),
  );
  await new Promise((resolve) => setTimeout(resolve, 30));
  const write = () =>
    act(here.session, { kind: 'create', title: 'x' }, (tx) =>
      tx.insert('incident', { title: 'x' }),
    );
  expect(write).toThrow(expect.objectContaining({ code: 'case/busy' }));
  const { value, ms, stuck } = await running;
  expect(value).toMatchObject({ added: expect.any(Number), conflicting: 0 } satisfies Partial<
    Record<keyof ImportResult, unknown>
  >);
  expect(changes).toBe(1);
  expect(second.told.at(-1)).toMatchObject({ phase: 'writing' });
  expect(checkCase(here.session).problems).toEqual([]);
  write();
  if (process.env['CAIRN_PACK_INCIDENTS'])
    process.stderr.write(
      `preview ${Math.round(seen.ms)} ms (stuck ${Math.round(seen.stuck)}), import ${Math.round(ms)} ms (stuck ${Math.round(stuck)})\n`,
    );
});

test('cancelled, an import leaves nothing and the preview stands', async () => {
  const { preview } = await thread.preview(here.session, path, undefined, job().handle);
  const revision = here.session.revision;
  const cancelled = job();
  const running = thread.import(here.session, request(preview), cancelled.handle);
  cancelled.abort();
  await expect(running).rejects.toMatchObject({ code: 'call/cancelled' });
  expect(here.session.revision).toBe(revision);
  const { batch } = await thread.import(here.session, request(preview), job().handle);
  expect(batch).not.toBeNull();
});

test('a preview is gone with a newer one, and with the case', async () => {
  const old = await thread.preview(here.session, path, undefined, job().handle);
  await thread.preview(here.session, path, undefined, job().handle);
  await expect(
    thread.import(here.session, request(old.preview), job().handle),
  ).rejects.toMatchObject({ code: 'record/not-found' });
  await thread.stop();
  await expect(
    thread.conflicts(here.session, { preview: old.preview, from: 0, count: 10 }),
  ).rejects.toMatchObject({ code: 'record/not-found' });
});

test('whoever looks at another pack has done with the one before', async () => {
  const first = thread.preview(here.session, path, undefined, job().handle);
  const refused = expect(first).rejects.toMatchObject({ code: 'call/cancelled' });
  const { preview } = await thread.preview(here.session, path, undefined, job().handle);
  await refused;
  const { added } = await thread.import(here.session, request(preview), job().handle);
  expect(added).toBeGreaterThan(incidents);
});

test('a pack is written in the thread, signed, of one state of the case', async () => {
  const out = join(there.folder, 'out.cairnpack');
  const what = { selection: { what: 'case' as const }, title: 'Out', tlpMax: 'RED' as const };
  const result = await thread.export(there.session, out, what, job().handle);
  expect(result.records['incident']).toBe(incidents);
  const { signer } = await thread.preview(here.session, out, undefined, job().handle);
  expect(signer.key).not.toBeNull();
});
