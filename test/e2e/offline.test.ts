import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runtime } from '../../electron/setup/runtime.mjs';
import { removeFolder } from '../helpers/remove-folder.ts';

/**
 * The strongest proof of "offline": the whole main job in a network namespace that holds no network at
 * all, not even loopback, watched for connections by strace where that is installed.
 */
test('the sample case opens, is drawn and printed with no network in existence', () => {
  const { electron, args, env, appFolder } = runtime();
  const folder = mkdtempSync(join(tmpdir(), 'cairn-offline-'));
  try {
    const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0;
    const command = [
      electron,
      ...args,
      `--user-data-dir=${join(folder, 'profile')}`,
      appFolder,
      '--sample',
    ];
    const [program = '', ...rest] = canUnshare ? ['unshare', '-rn', ...command] : command;
    const result = spawnSync(program, rest, {
      env: { ...process.env, ...env, CAIRN_DEMO_OUT: folder },
      encoding: 'utf8',
      timeout: 120_000,
    });
    expect(`${result.status} ${result.stdout}`).toMatch(/^0 [\s\S]*CAIRN painted \d+/);
    expect(readFileSync(join(folder, 'incident-brief.pdf')).subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
    expect(statSync(join(folder, 'sample-case.png')).size).toBeGreaterThan(30_000);
  } finally {
    removeFolder(folder);
  }
});
