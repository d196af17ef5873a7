// @ts-check
// Makes this checkout ready to run, doing only what is missing. `node electron/setup/ready.mjs`.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, buildReady } from './build.mjs';
import { stampRoot } from './lib/paths.mjs';
import { reporter, runMain, SetupError, seconds } from './lib/report.mjs';
import { dataReady, prepareData } from './steps/data.mjs';
import { knownElectron, prepareElectron } from './steps/electron.mjs';
import { mustCompile, nativeReady, prepareNative } from './steps/native.mjs';
import { packagesReady, preparePackages } from './steps/packages.mjs';
import { missingSystemPackages, prepareSystem } from './steps/system-packages.mjs';

/** @typedef {{display: boolean, tests: boolean, build: boolean}} Needs */

/** @param {Needs} needs @returns {('app' | 'display' | 'tests')[]} */
const purposes = (needs) => [
  'app',
  ...(needs.display ? [/** @type {const} */ ('display')] : []),
  ...(needs.tests ? [/** @type {const} */ ('tests')] : []),
];

/** @param {Needs} needs @returns {boolean} whether there is nothing at all to do */
function allReady(needs) {
  const electron = knownElectron();
  return (
    missingSystemPackages(purposes(needs)).length === 0 &&
    packagesReady() &&
    electron !== undefined &&
    nativeReady(electron.versions.napi ?? '0') &&
    dataReady() &&
    (!needs.build || buildReady())
  );
}

/** One run at a time per checkout; a lock left by a dead process is taken over. */
/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function alone(work) {
  const lock = join(stampRoot, 'lock');
  mkdirSync(stampRoot, { recursive: true });
  const giveUp = Date.now() + 20 * 60_000;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!holderLives(lock)) rmSync(lock, { force: true });
      else if (Date.now() > giveUp) throw new SetupError(`another set-up holds ${lock}.`);
      await new Promise((wake) => setTimeout(wake, 250));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function holderLives(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Electron and the native module. This Node's own version may already say that the module has to
 * be compiled; then that runs while Electron is fetched.
 * @param {import('./lib/report.mjs').Reporter} report
 */
async function prepareRuntime(report) {
  const nodeApi = process.versions.napi ?? '0';
  const early = mustCompile(nodeApi) ? prepareNative(report, nodeApi) : Promise.resolve();
  const [electron, compiled] = await Promise.allSettled([prepareElectron(report), early]);
  if (electron.status === 'rejected') throw electron.reason;
  if (compiled.status === 'rejected') throw compiled.reason;
  await prepareNative(report, electron.value.versions.napi ?? '0');
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

/**
 * @param {import('./lib/report.mjs').Reporter} report
 * @param {Needs} needs
 * @param {{quiet?: boolean}} [how] quiet: say nothing when there is nothing to do
 */
export async function makeReady(report, needs, how = {}) {
  const begun = performance.now();
  checkNode();
  if (!allReady(needs)) {
    if (!how.quiet) report.line('Set-up');
    await alone(async () => {
      await prepareSystem(report, purposes(needs));
      await preparePackages(report);
      await prepareRuntime(report);
      await prepareData(report);
      if (needs.build && !buildReady()) await report.step('Build', build);
    });
  }
  const took = seconds(performance.now() - begun);
  if (report.steps() > 0) report.line(`Set-up: done in ${took}`);
  else if (!how.quiet) report.line(`Set-up: nothing to do (${took})`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    await makeReady(reporter(), { display: true, tests: true, build: true });
    return 0;
  });
}
