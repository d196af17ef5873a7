// @ts-check
// What `npm test` is made of. Each suite answers how many of its checks passed and failed.
import { join } from 'node:path';
import { runtime } from '../runtime.mjs';
import { runGroup } from './group.mjs';
import { packIfChanged } from './pack.mjs';
import { inRoot, root, stampRoot } from './paths.mjs';
import { reporter, SetupError } from './report.mjs';
import { sum, vitest } from './vitest-suite.mjs';

/** @typedef {import('./vitest-suite.mjs').Count} Count */
/** @typedef {import('./vitest-suite.mjs').Outcome} Outcome */
/** @typedef {import('./vitest-suite.mjs').SuiteRun} SuiteRun */
/** @typedef {{name: string, title: string, window: boolean, run: (context: SuiteRun) => Promise<Count & Partial<Outcome>>}} Suite */

/** One world of the program each, with what it may know of: the page, Node, or neither. */
const worlds = ['shared', 'electron', 'electron/setup', 'renderer', 'test'];

const bin = {
  biome: inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
};

/** @param {boolean} good @returns {Count} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/** @param {string} title @param {readonly string[]} args @param {SuiteRun} context */
async function check(title, args, { env, timeoutMs }) {
  const { code } = await runGroup(process.execPath, args, { cwd: root, env, timeoutMs });
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title}\n`);
  return one(code === 0);
}

/** @param {SuiteRun} context */
const format = (context) =>
  check('biome: format and lint', [bin.biome, 'ci', '--log-level=warn', '.'], context);

/** @param {SuiteRun} context */
async function types(context) {
  /** @type {Count[]} */
  const counts = [];
  for (const world of worlds) {
    // what has not changed since the last run is not checked anew: a quarter of the time
    const memory = [
      '--incremental',
      '--tsBuildInfoFile',
      join(stampRoot, `types-${world.replaceAll('/', '-')}.json`),
    ];
    counts.push(
      await check(`tsc: ${world}`, [bin.tsc, '-p', world, '--pretty', ...memory], context),
    );
  }
  return sum(counts);
}

/** The packaged app must be that of these sources. @param {SuiteRun} context */
async function smoke(context) {
  try {
    await packIfChanged(reporter(), runtime());
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stdout.write(`${error.output ?? ''}\n✗ packing: ${error.message}\n`);
    return one(false);
  }
  return vitest('smoke', { secondRun: true })(context);
}

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'format', title: 'format and lint', window: false, run: format },
  { name: 'types', title: 'types', window: false, run: types },
  { name: 'architecture', title: 'architecture', window: false, run: vitest('architecture') },
  { name: 'unit', title: 'unit', window: false, run: vitest('unit') },
  { name: 'db', title: 'db', window: false, run: vitest('db', { secondRun: true }) },
  { name: 'ipc', title: 'ipc', window: false, run: vitest('ipc', { secondRun: true }) },
  { name: 'e2e', title: 'e2e in Electron', window: true, run: vitest('e2e', { secondRun: true }) },
  { name: 'smoke', title: 'smoke of the packaged app', window: true, run: smoke },
  { name: 'bench', title: 'bench', window: true, run: vitest('bench') },
];

/** What `npm test` runs when no suite is named. */
export const standard = ['format', 'types', 'architecture', 'unit', 'db', 'ipc', 'e2e', 'smoke'];
