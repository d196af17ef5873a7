/** Runs a script of the tests in Electron as a process of its own, whose memory is no test's. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runtime } from '../../electron/setup/runtime.mjs';
import { bundled } from './bundled.ts';
import { temporaryFolder } from './pack-builder.ts';

/** `entry`: gets the name of a file with `lines` and prints one line of JSON. Throws when it fails. */
export async function inOwnProcess<T>(entry: string, lines: readonly string[]): Promise<T> {
  const list = join(temporaryFolder(), 'list.txt');
  writeFileSync(list, lines.join('\n'));
  const { file, remove } = await bundled(`test/helpers/${entry}.ts`, entry);
  const child = spawnSync(runtime().electron, ['--expose-gc', file, list], {
    encoding: 'utf8',
    env: { ...process.env, ...runtime().env, ELECTRON_RUN_AS_NODE: '1' },
  });
  remove();
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as T;
}
