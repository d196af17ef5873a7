/** Spoiled packs in a process of its own, its memory watched. CAIRN_FUZZ_SECONDS=600 for the long run. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { bundled } from '../helpers/bundled.ts';

const seconds = Number(process.env['CAIRN_FUZZ_SECONDS'] ?? 6);

it('never crashes the reader, and keeps it small', {
  timeout: (seconds + 120) * 1000,
}, async () => {
  const { file, remove } = await bundled('test/helpers/pack-fuzzer.ts', 'pack-fuzzer');
  const seed = Number(process.env['CAIRN_FUZZ_SEED'] ?? Date.now() % 1_000_000);
  const args = ['--expose-gc', file, String(seconds), String(seed)];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8' });
  remove();
  expect(child.stderr).toBe('');
  expect(child.status).toBe(0);
  const told = JSON.parse(child.stdout);
  if (process.env['CAIRN_FUZZ_SECONDS']) process.stderr.write(`seed ${seed}: ${child.stdout}`);
  expect(told.crashes, `seed ${seed}`).toEqual([]);
  expect(told.rounds).toBeGreaterThan(20);
  expect(Object.keys(told.outcomes).length).toBeGreaterThan(4);
  expect(told.mostMb).toBeLessThan(200);
});
