// @ts-check
// `npm start`: make ready, then open the workbench with the sample case. Where nobody can see a
// window: open it on a virtual display, save a picture and the brief, and end.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { runGroup } from './lib/group.mjs';
import { demoOut, outRoot, root } from './lib/paths.mjs';
import { reporter, runMain, SetupError, seconds } from './lib/report.mjs';
import { makeReady } from './ready.mjs';
import { runtime } from './runtime.mjs';

const demoLimitMs = 120_000;
const demoFiles = ['sample-case.png', 'sample-map.png', 'incident-brief.pdf'];
const own = process.argv.slice(2);
const virtual = own.includes('--virtual') || !hasDisplay();
const appArgs = own.filter((arg) => arg !== '--virtual');

/** @param {import('./runtime.mjs').Runtime} rt */
async function openWindow(rt) {
  const what = appArgs.length > 0 ? appArgs : ['--sample'];
  const { code } = await runGroup(rt.electron, [...rt.args, rt.appFolder, ...what], {
    cwd: root,
    env: { ...process.env, ...rt.env },
    onLine: (line) => process.stdout.write(`${paintedLine(line) ?? line}\n`),
  });
  return code;
}

/** @param {string} line @returns {string | undefined} */
function paintedLine(line) {
  const found = /^CAIRN painted (\d+)/.exec(line);
  if (!found) return undefined;
  return `painted in ${found[1]} ms (${seconds(performance.now())} after the command began)`;
}

/** @param {import('./runtime.mjs').Runtime} rt */
async function showOnVirtualDisplay(rt) {
  process.stdout.write('No display here: opening the window on a virtual one.\n');
  mkdirSync(demoOut, { recursive: true });
  for (const name of demoFiles) rmSync(join(demoOut, name), { force: true });
  const display = await startVirtualDisplay();
  let log = '';
  let painted = false;
  const profile = join(outRoot, 'demo-profile');
  try {
    const { code, timedOut } = await runGroup(
      rt.electron,
      [...rt.args, `--user-data-dir=${profile}`, rt.appFolder, '--sample', ...appArgs],
      {
        cwd: root,
        env: { ...process.env, ...rt.env, ...display.env, CAIRN_DEMO_OUT: demoOut },
        timeoutMs: demoLimitMs,
        onLine: (line) => {
          const said = paintedLine(line);
          painted ||= said !== undefined;
          if (said) process.stdout.write(`${said}\n`);
          log += `${line}\n`;
        },
        // D-Bus and graphics complaints of a bare machine: only of interest when it fails
        onError: (text) => {
          log += text;
        },
      },
    );
    const missing = demoFiles.filter(
      (name) => !existsSync(join(demoOut, name)) || statSync(join(demoOut, name)).size === 0,
    );
    if (timedOut || code !== 0 || missing.length > 0 || !painted) {
      const why = timedOut
        ? `the app did not finish within ${demoLimitMs / 1000} s`
        : code !== 0
          ? `the app ended with code ${code}`
          : missing.length > 0
            ? `the app did not write ${missing.join(' and ')}`
            : 'the app never said that its window was painted';
      throw new SetupError(`${why}.`, log.slice(-6000));
    }
  } finally {
    display.stop();
  }
  for (const name of demoFiles) {
    process.stdout.write(`saved ${relative(process.cwd(), join(demoOut, name))}\n`);
  }
  return 0;
}

await runMain(async () => {
  await makeReady(reporter(), { display: virtual, tests: false, build: true });
  const rt = runtime();
  if (rt.args.includes('--no-sandbox')) {
    process.stdout.write('You are root: Chromium runs without its sandbox (--no-sandbox).\n');
  }
  return virtual ? showOnVirtualDisplay(rt) : openWindow(rt);
});
