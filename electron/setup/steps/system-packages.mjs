// @ts-check
// Libraries and tools of the operating system. Only a bare Debian (or a child of it) as root is
// changed by us; elsewhere the user is told what to install.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from '../lib/report.mjs';
import { run, tryRun } from '../lib/run.mjs';

const libraryFolders = [`/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`];

/** @typedef {{debian: string, library?: string, program?: string, for: 'app' | 'display' | 'tests' | 'compile'}} Need */

/** @type {readonly Need[]} */
const needs = [
  { debian: 'libgtk-3-0', library: 'libgtk-3.so.0', for: 'app' },
  { debian: 'libnss3', library: 'libnss3.so', for: 'app' },
  { debian: 'libasound2', library: 'libasound.so.2', for: 'app' },
  { debian: 'libgbm1', library: 'libgbm.so.1', for: 'app' },
  { debian: 'libxss1', library: 'libXss.so.1', for: 'app' },
  { debian: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0', for: 'app' },
  { debian: 'libdrm2', library: 'libdrm.so.2', for: 'app' },
  { debian: 'xvfb', program: 'Xvfb', for: 'display' },
  { debian: 'poppler-utils', program: 'pdftotext', for: 'tests' },
  { debian: 'qpdf', program: 'qpdf', for: 'tests' },
  { debian: 'g++', program: 'g++', for: 'compile' },
  { debian: 'make', program: 'make', for: 'compile' },
  { debian: 'python3', program: 'python3', for: 'compile' },
];

/** @param {string} program */
export const onPath = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

export const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
export const isRoot = () => process.getuid?.() === 0;

/** @param {Need} need */
function isThere(need) {
  if (need.program) return onPath(need.program);
  // the library folders of other distributions are not known here; the loader will tell
  if (!isDebian()) return true;
  return libraryFolders.some((folder) => existsSync(join(folder, need.library ?? '')));
}

/**
 * @param {readonly Need['for'][]} purposes
 * @returns {readonly Need[]}
 */
export function missingSystemPackages(purposes) {
  if (process.platform !== 'linux') return [];
  return needs.filter((need) => purposes.includes(need.for) && !isThere(need));
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries with the suffix t64.
 * @param {string} name
 */
async function currentName(name) {
  const { code } = await tryRun('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 ? `${name}t64` : name;
}

/**
 * @param {import('../lib/report.mjs').Reporter} report
 * @param {readonly Need['for'][]} purposes
 */
export async function prepareSystem(report, purposes) {
  const missing = missingSystemPackages(purposes);
  if (missing.length === 0) return;
  const names = missing.map((need) => need.debian);
  if (!isDebian()) {
    throw new SetupError(
      `these programs are missing: ${missing.map((need) => need.program).join(', ')}. ` +
        'Install them with the package manager of your system and start again.',
    );
  }
  if (!isRoot()) {
    throw new SetupError(
      `system packages are missing and only root may install them. Run ` +
        `\`sudo apt-get install -y ${names.join(' ')}\` and start again.`,
    );
  }
  await report.step(`System packages (${names.join(' ')})`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // `-o DPkg::Lock::Timeout`: another apt-get may be at work on the same machine
    const wait = ['-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', [...wait, 'update'], { env, timeoutMs: 5 * 60_000 });
    const current = await Promise.all(names.map(currentName));
    await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...current], {
      env,
      timeoutMs: 15 * 60_000,
    });
  });
}

/**
 * Names the shared libraries a program lacks, in words a user can search for.
 * @param {string} program
 * @returns {Promise<readonly string[]>}
 */
export async function missingLibraries(program) {
  if (process.platform !== 'linux' || !onPath('ldd')) return [];
  const { output } = await tryRun('ldd', [program]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** @returns {string} such as `Debian GNU/Linux 12 (bookworm)` */
export function systemName() {
  try {
    return /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? '';
  } catch {
    return process.platform;
  }
}
