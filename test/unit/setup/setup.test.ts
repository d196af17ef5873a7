import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { completeLock } from '../../../electron/setup/complete-lock.mjs';
import { fingerprint, integrityOf } from '../../../electron/setup/lib/files.mjs';
import { packagesOf } from '../../../electron/setup/lib/licences.mjs';
import { tryRun } from '../../../electron/setup/lib/run.mjs';
import { mustCompile } from '../../../electron/setup/steps/native.mjs';
import { packagesReady } from '../../../electron/setup/steps/packages.mjs';

const folders: string[] = [];
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-setup-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('set-up', () => {
  test('given a finished set-up, knows that packages need no work', () => {
    expect(packagesReady()).toBe(true);
  });

  test('given files that did not change, gives the same fingerprint; given a change, another', () => {
    const folder = folderWith({ 'a.ts': 'one', 'b.ts': 'two' });
    const first = fingerprint([folder]);
    expect(fingerprint([folder])).toBe(first);
    writeFileSync(join(folder, 'b.ts'), 'three');
    expect(fingerprint([folder])).not.toBe(first);
    expect(fingerprint([folder], (path) => path.endsWith('b.ts'))).not.toBe(first);
  });

  test('writes integrity as npm does', async () => {
    const folder = folderWith({ empty: '' });
    expect(await integrityOf(join(folder, 'empty'))).toBe(
      'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
    );
  });

  test('compiles the native module for Node-API 9 and never when both sides have 10', () => {
    expect(mustCompile('9')).toBe(true);
    expect(mustCompile('10')).toBe(Number(process.versions.napi) < 10);
  });

  test('given a program that does not exist or hangs, answers all the same', async () => {
    expect((await tryRun('no-such-program-here', [])).code).toBe(127);
    const hung = await tryRun(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      timeoutMs: 200,
    });
    expect(hung.timedOut).toBe(true);
  });
});

describe('completing the lock file', () => {
  const owner = {
    version: '1.0.0',
    license: 'MIT',
    dev: true,
    engines: { node: '>=20' },
    optionalDependencies: {
      '@tool/linux-x64-gnu': '1.0.0',
      '@tool/linux-x64-musl': '1.0.0',
      '@tool/win32-arm64-msvc': '1.0.0',
      'not-a-platform': '1.0.0',
      '@tool/darwin-x64': '^1.0.0',
    },
  };

  test('given platforms the registry lacks, adds each with its system, and only those', () => {
    const packages: Record<string, unknown> = {
      'node_modules/tool': owner,
      'node_modules/@tool/linux-x64-gnu': { version: '1.0.0', integrity: 'sha512-x' },
    };
    expect(completeLock(packages)).toEqual(['@tool/linux-x64-musl', '@tool/win32-arm64-msvc']);
    expect(packages['node_modules/@tool/linux-x64-musl']).toEqual({
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      license: 'MIT',
      optional: true,
      os: ['linux'],
      engines: { node: '>=20' },
    });
  });

  test('given a complete lock file, adds nothing', () => {
    const packages: Record<string, unknown> = { 'node_modules/tool': owner };
    completeLock(packages);
    expect(completeLock(packages)).toEqual([]);
  });
});

describe('packages of a build', () => {
  test('given module paths, names each package once', () => {
    expect(
      packagesOf([
        '/c/node_modules/react/index.js',
        '/c/node_modules/react/cjs/react.js?v=1',
        '/c/node_modules/@scope/a/node_modules/b/x.js',
        '/c/node_modules/@scope/a/x.js',
        '/c/shared/x.ts',
        '\0virtual:/c/node_modules/zod/index.js',
      ]),
    ).toEqual(['@scope/a', 'b', 'react', 'zod']);
  });
});
