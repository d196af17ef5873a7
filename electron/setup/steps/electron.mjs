// @ts-check
// Chooses the Electron to run: the official one where it can be fetched, else the stand-in.
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { readStamp, writeStamp } from '../lib/files.mjs';
import { inRoot } from '../lib/paths.mjs';
import { SetupError } from '../lib/report.mjs';
import { tryRun } from '../lib/run.mjs';
import { prepareStandIn, standInPossible } from './stand-in.mjs';
import { missingLibraries } from './system-packages.mjs';

/**
 * @typedef {object} ElectronStamp
 * @property {'official' | 'stand-in' | 'given'} kind
 * @property {string} dist folder of the unpacked Electron
 * @property {string} binary
 * @property {string} wanted version in package.json when this was chosen
 * @property {Record<string, string>} versions `process.versions` of that Electron
 */

/** @returns {string} the version this checkout's package.json asks for */
function wantedVersion() {
  return JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies.electron;
}

/** @returns {ElectronStamp | undefined} the Electron found by an earlier run, if still there */
export function knownElectron() {
  /** @type {ElectronStamp | undefined} */
  const stamp = readStamp('electron');
  if (!stamp || stamp.wanted !== wantedVersion() || !existsSync(stamp.binary)) return undefined;
  const given = process.env.CAIRN_ELECTRON_DIST;
  if (given !== undefined && stamp.dist !== given) return undefined;
  return stamp;
}

const programIn = (/** @type {string} */ dist) =>
  join(
    dist,
    process.platform === 'win32'
      ? 'electron.exe'
      : process.platform === 'darwin'
        ? 'Electron.app/Contents/MacOS/Electron'
        : 'electron',
  );

/**
 * Whether the release page answers at all. Behind a firewall that drops packets the download would
 * hang for minutes; with a mirror or a proxy only the download itself can tell.
 * @returns {Promise<boolean>}
 */
function releasePageAnswers() {
  const detour = Object.keys(process.env).some((name) => /electron_mirror|_proxy$/i.test(name));
  if (detour) return Promise.resolve(true);
  return new Promise((resolve) => {
    const socket = connect({ host: 'github.com', port: 443, timeout: 8000 });
    /** @param {boolean} answer */
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

/**
 * `node_modules/electron/install.js` of the official package: fetches, checks and unpacks.
 * @param {import('../lib/report.mjs').Reporter} report
 * @returns {Promise<string | undefined>} the dist folder; undefined when out of reach
 */
async function fetchOfficial(report) {
  const dist = inRoot('node_modules', 'electron', 'dist');
  if (await releasePageAnswers()) {
    const script = inRoot('node_modules', 'electron', 'install.js');
    const got = await tryRun(process.execPath, [script], { timeoutMs: 10 * 60_000 });
    if (got.code === 0 && existsSync(programIn(dist))) return dist;
  }
  report.line(`  Electron ${wantedVersion()} cannot be fetched from its release page here.`);
  return undefined;
}

/**
 * @param {import('../lib/report.mjs').Reporter} report
 * @returns {Promise<{kind: ElectronStamp['kind'], dist: string}>}
 */
async function choose(report) {
  const given = process.env.CAIRN_ELECTRON_DIST;
  if (given !== undefined) return { kind: 'given', dist: given };
  const official = await fetchOfficial(report);
  if (official !== undefined) return { kind: 'official', dist: official };
  if (standInPossible()) return { kind: 'stand-in', dist: await prepareStandIn(report) };
  throw new SetupError(
    `Electron ${wantedVersion()} could not be fetched and there is no stand-in for ` +
      `${process.platform} on ${process.arch}. Connect to the internet once, or unpack an ` +
      'Electron yourself and name its folder in CAIRN_ELECTRON_DIST.',
  );
}

/**
 * @param {import('../lib/report.mjs').Reporter} report
 * @returns {Promise<ElectronStamp>}
 */
export async function prepareElectron(report) {
  const known = knownElectron();
  if (known) return known;
  const { kind, dist } = await choose(report);
  const binary = programIn(dist);
  const asked = await tryRun(binary, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  if (asked.code !== 0) {
    const lacking = await missingLibraries(binary);
    throw new SetupError(
      lacking.length > 0
        ? `Electron lacks these system libraries: ${lacking.join(', ')}. Install them and start again.`
        : `the Electron at ${binary} does not start.`,
      asked.output.slice(-2000),
    );
  }
  const versions = JSON.parse(asked.output.slice(asked.output.indexOf('{')));
  /** @type {ElectronStamp} */
  const stamp = { kind, dist, binary, wanted: wantedVersion(), versions };
  writeStamp('electron', stamp);
  return stamp;
}
