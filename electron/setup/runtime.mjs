// @ts-check
// How to start Electron on this machine. The launcher, the tests and the packager all ask here.
import { inRoot } from './lib/paths.mjs';
import { SetupError } from './lib/report.mjs';
import { knownElectron } from './steps/electron.mjs';
import { isRoot } from './steps/system-packages.mjs';

/**
 * @typedef {object} Runtime
 * @property {'official' | 'stand-in' | 'given'} kind
 * @property {string} electron absolute path of the program
 * @property {string} dist its folder
 * @property {Record<string, string>} versions `process.versions` of that Electron
 * @property {string} appFolder what to name on the command line: the checkout
 * @property {readonly string[]} args switches this machine needs, before the app folder
 * @property {Record<string, string>} env variables to add to the environment
 */

/**
 * @returns {Runtime}
 * @throws {SetupError} when set-up has not run in this checkout
 */
export function runtime() {
  const stamp = knownElectron();
  if (!stamp) {
    throw new SetupError('no Electron is set up here yet. Run `npm run setup` once.');
  }
  return {
    kind: stamp.kind,
    electron: stamp.binary,
    dist: stamp.dist,
    versions: stamp.versions,
    appFolder: inRoot(),
    // Chromium refuses its sandbox to root; everybody else keeps it
    args: process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [],
    env: { ELECTRON_OVERRIDE_DIST_PATH: stamp.dist },
  };
}
