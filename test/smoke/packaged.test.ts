import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { removeFolder } from '../helpers/remove-folder.ts';
import { program, type Running, root, startPackaged, switches, unpacked } from './packaged-app.ts';

const painted = /CAIRN painted \d+/;
const cleanups: (() => void)[] = [];
const start = (...given: Parameters<typeof startPackaged>): Running => {
  const app = startPackaged(...given);
  cleanups.push(app.end);
  return app;
};

/** A file that a successful attack would write, and a script that writes it. */
function marker(): { readonly file: string; readonly script: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-marker-'));
  cleanups.push(() => removeFolder(folder));
  const file = join(folder, 'was-here');
  const script = join(folder, 'attack.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(file)}, '');\n`);
  return { file, script };
}

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

describe('the packaged app', () => {
  test('given the sample case, opens it and shows it under its name', async () => {
    const app = start(['--remote-debugging-port=0', '--sample']);
    const [, address = ''] = await app.said(/DevTools listening on (ws:\S+)/);
    await app.said(painted);
    const browser = await chromium.connectOverCDP(address);
    cleanups.push(() => void browser.close());
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    expect(page?.url()).toMatch(/^app:\/\//);
    // by locator: a predicate sent into the page would be stopped by its content security policy
    await page?.getByText('Djibo, May 2025').first().waitFor({ state: 'visible' });
    await page?.getByRole('heading').first().waitFor({ state: 'visible' });
    expect(await page?.getByRole('row').count()).toBeGreaterThan(3);
    const pictures = join(root, 'out', 'smoke');
    mkdirSync(pictures, { recursive: true });
    await page?.screenshot({ path: join(pictures, 'packaged.png') });
  });

  test('carries its data beside the archive, and no sources of the native module', () => {
    const resources = join(unpacked, 'resources');
    expect(readdirSync(resources).sort()).toEqual([
      'app.asar',
      'app.asar.unpacked',
      'data',
      'icons',
      'licences',
    ]);
    expect(readdirSync(join(resources, 'data'))).toEqual(
      expect.arrayContaining(['gazetteer.db', 'places.pmtiles', 'world.pmtiles']),
    );
    expect(readdirSync(join(resources, 'licences'))).toEqual(
      expect.arrayContaining(['NOTICE.md', 'OFL-1.1.txt', 'npm-packages.txt']),
    );
    const files = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true });
    const natives = files.map(String).filter((name) => name.endsWith('.node'));
    expect(natives.length).toBeGreaterThan(0);
    expect(files.map(String).filter((name) => /\.(c|cpp|h|o|a)$/.test(name))).toEqual([]);
    expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(40e6);
  });
});

describe('the packaged app as a command line', () => {
  test('makes, asks and prints a case without a window', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-packaged-cli-'));
    cleanups.push(() => removeFolder(folder));
    const file = join(folder, 'case.cairn');
    const cairn = (...argv: readonly string[]) =>
      spawnSync(program, [...switches, ...argv], { encoding: 'utf8', timeout: 110_000 });
    const made = cairn('new', file, '--sample', '--json');
    expect({ status: made.status, said: JSON.parse(made.stdout) as unknown }).toMatchObject({
      status: 0,
      said: { case: expect.any(String) as unknown },
    });
    const asked = cairn('query', file, 'Djibo', '--json');
    const { incidents } = JSON.parse(asked.stdout) as { incidents: { id: string }[] };
    expect(incidents.length).toBeGreaterThan(0);
    const out = join(folder, 'list.pdf');
    const printed = cairn(
      'report',
      file,
      '--kind',
      'brief',
      '--id',
      incidents[0]?.id ?? '',
      '--out',
      out,
    );
    expect({ status: printed.status, said: printed.stderr }).toMatchObject({ status: 0 });
    expect(statSync(out).size).toBeGreaterThan(10_000);
    expect(cairn('query', join(folder, 'none.cairn'), '--json').status).toBe(1);
    expect(cairn('query').status).toBe(2);
  });
});

describe('the fuses of the packaged app', () => {
  test('read back as electron-builder.yml sets them', async () => {
    const wire = await getCurrentFuseWire(program);
    // the wire holds one character per fuse
    const on = '1'.charCodeAt(0);
    const off = '0'.charCodeAt(0);
    expect(wire).toMatchObject({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: off,
      [FuseV1Options.EnableCookieEncryption]: on,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
      [FuseV1Options.EnableNodeCliInspectArguments]: off,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
      [FuseV1Options.OnlyLoadAppFromAsar]: on,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    });
  });

  test('given ELECTRON_RUN_AS_NODE, it stays the app', async () => {
    const { file, script } = marker();
    const app = start([script], { ELECTRON_RUN_AS_NODE: '1' });
    await app.said(painted);
    expect(existsSync(file)).toBe(false);
  });

  test('given NODE_OPTIONS, it loads nothing else', async () => {
    const { file, script } = marker();
    const app = start([], { NODE_OPTIONS: `--require=${script}` });
    await app.said(painted);
    expect(existsSync(file)).toBe(false);
  });

  test('given --inspect, no debugger listens', async () => {
    const app = start(['--inspect=0', '--inspect-brk=0']);
    await app.said(painted);
    expect(app.output()).not.toMatch(/Debugger listening/);
  });

  test('given another app planted beside the archive, it runs its own', async () => {
    const { file, script } = marker();
    const planted = join(unpacked, 'resources', 'app');
    cleanups.push(() => removeFolder(planted));
    mkdirSync(planted);
    writeFileSync(join(planted, 'package.json'), JSON.stringify({ main: script }));
    const app = start([]);
    await app.said(painted);
    expect(existsSync(file)).toBe(false);
  });
});
