// @ts-check
// `npm run package`: a runnable folder and a tar.gz of it, offline, and a smoke test of both
// sorts of promise: it opens a case, and it cannot be turned into something else.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { distRoot, packIfChanged } from './lib/pack.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { reporter, runMain } from './lib/report.mjs';
import { run, tryRun } from './lib/run.mjs';
import { makeReady } from './ready.mjs';
import { runtime } from './runtime.mjs';

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** @returns {Promise<string>} seconds since 1970 of the last commit: the same for the same sources */
async function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return process.env.SOURCE_DATE_EPOCH;
  const asked = await tryRun('git', ['log', '-1', '--format=%ct'], { cwd: root });
  return asked.code === 0 ? asked.output.trim() : '0';
}

/** @param {string} name */
async function archive(name) {
  const date = await sourceDate();
  const file = join(distRoot, `${name}.tar.gz`);
  const tar = [
    'tar --sort=name --owner=0 --group=0 --numeric-owner',
    `--mtime=@${date} --transform='s,^linux-unpacked,${name},' -cf - linux-unpacked`,
  ].join(' ');
  await run('bash', ['-c', `set -o pipefail; ${tar} | gzip -n -6 > '${file}'`], {
    cwd: distRoot,
    env: { ...process.env, LC_ALL: 'C' },
    timeoutMs: 10 * 60_000,
  });
  return file;
}

await runMain(async () => {
  const report = reporter();
  await makeReady(report, { display: true, tests: true, build: true });
  const rt = runtime();
  const testing = rt.kind === 'stand-in' ? '-for-testing' : '';
  const name = `cairn-${manifest.version}-linux-${process.arch}${testing}`;
  await packIfChanged(report, rt);
  const file = await report.step('Archive', () => archive(name));
  const size = (statSync(file).size / 1e6).toFixed(0);
  report.line(`dist/linux-unpacked/cairn, ${relative(root, file)} (${size} MB)`);
  if (testing) report.line('Packed on the stand-in: for testing, not for users.');
  if (!existsSync(inRoot('test', 'smoke'))) return 0;
  return (
    await tryRun(process.execPath, [inRoot('electron', 'setup', 'test.mjs'), 'smoke'], {
      show: true,
    })
  ).code;
});
