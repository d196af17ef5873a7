// @ts-check
// npm packages, exactly as the lock file says.
import { existsSync, readFileSync } from 'node:fs';
import { readStamp, shortHash, writeStamp } from '../lib/files.mjs';
import { inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const lockFile = inRoot('package-lock.json');
const installedLock = inRoot('node_modules', '.package-lock.json');

/** @returns {string} what node_modules should have been installed from */
export const wantedPackages = () => shortHash(readFileSync(lockFile));

/** @returns {boolean} */
export const packagesReady = () =>
  existsSync(installedLock) && readStamp('packages')?.lock === wantedPackages();

/**
 * npm's own record of what lies in node_modules agrees with the lock file: someone ran npm
 * themselves, so there is nothing to install.
 * @returns {boolean}
 */
function installedAgrees() {
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // packages for other platforms are optional and rightly absent
    return there ? there.integrity === entry.integrity : entry.optional === true;
  });
}

/** @param {import('../lib/report.mjs').Reporter} report */
export async function preparePackages(report) {
  if (packagesReady()) return;
  if (!installedAgrees()) {
    await report.step('Packages from the lock file (npm ci)', () =>
      run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        timeoutMs: 15 * 60_000,
        hint: 'The npm registry must be reachable the first time, and package-lock.json must agree with package.json.',
      }),
    );
  }
  writeStamp('packages', { lock: wantedPackages() });
}
