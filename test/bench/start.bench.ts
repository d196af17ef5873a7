/**
 * Start of the real app to its first painted rows: with a case of 10 000 incidents, and with those of
 * CAIRN_BENCH_SIZES, against one of 100, on a warm profile. The figure is the app's own (`CAIRN painted`), counted from its process being made.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runtime } from '../../electron/setup/runtime.mjs';
import { temporaryFolder } from '../helpers/case-builder.ts';
import { generateCase } from './generate.ts';
import { benchSizes, largeCase } from './generate-large.ts';
import { ms, percentile, table, times } from './measure.ts';

const starts = 7;
const limitMs = 60_000;

/** Starts the app on a case, waits for its first rows, ends it; milliseconds to the painted window. */
function paintedAfter(casePath: string, userData: string): Promise<number> {
  const { electron, args, env, appFolder } = runtime();
  return new Promise((resolve, reject) => {
    const child = spawn(electron, [...args, `--user-data-dir=${userData}`, appFolder, casePath], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let painted: number | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const found = /CAIRN painted (\d+)/.exec(text)?.[1];
      if (found === undefined) return;
      painted = Number(found);
      child.kill('SIGTERM');
    });
    child.on('exit', () => {
      clearTimeout(timer);
      if (painted === undefined) reject(new Error('The app ended without a painted window.'));
      else resolve(painted);
    });
  });
}

async function measured(casePath: string, userData: string): Promise<readonly number[]> {
  const durations: number[] = [];
  // the first one warms the profile and the disk and is not counted
  for (let n = 0; n <= starts; n += 1) {
    const painted = await paintedAfter(casePath, userData);
    if (n > 0) durations.push(painted);
  }
  return durations.sort((a, b) => a - b);
}

it('starts to the first painted rows', async () => {
  const userData = join(temporaryFolder(), 'profile');
  mkdirSync(userData, { recursive: true });
  const small = await measured(generateCase(100), userData);
  const large = await measured(generateCase(10_000), userData);
  const folder = temporaryFolder();
  const larger: (readonly [count: number, durations: readonly number[]])[] = [];
  for (const count of benchSizes()) {
    if (count <= 10_000) continue;
    const copy = join(folder, `case-${count}.cairn`);
    copyFileSync(largeCase(count), copy);
    larger.push([count, await measured(copy, userData)]);
    rmSync(copy);
  }
  rmSync(folder, { recursive: true, force: true });
  const row = (name: string, durations: readonly number[]) => [
    name,
    ms(percentile(durations, 0.5)),
    ms(percentile(durations, 0.99)),
    times(percentile(durations, 0.5) / percentile(small, 0.5)),
  ];
  console.log(
    table('Start to painted window', [
      ['case', 'p50', 'worst', 'to the small case'],
      row('100 incidents', small),
      row('10 000 incidents', large),
      ...larger.map(([count, durations]) => row(`${count} incidents`, durations)),
    ]),
  );
  expect(large).toHaveLength(starts);
}, 1_800_000);
