// @ts-check
// What `npm test` is made of. Each suite answers how many of its checks passed and failed.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runtime } from '../runtime.mjs';
import { runGroup } from './group.mjs';
import { packIfChanged } from './pack.mjs';
import { inRoot, root, stampRoot } from './paths.mjs';
import { reporter, SetupError } from './report.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */
/** @typedef {{env: NodeJS.ProcessEnv, filters: readonly string[], timeoutMs: number}} SuiteRun */
/** @typedef {{name: string, title: string, window: boolean, run: (context: SuiteRun) => Promise<Count>}} Suite */

/** One world of the program each, with what it may know of: the page, Node, or neither. */
const worlds = ['shared', 'electron', 'electron/setup', 'renderer', 'test'];

const bin = {
  biome: inRoot('node_modules', '@biomejs', 'biome', 'bin', 'biome'),
  tsc: inRoot('node_modules', 'typescript', 'bin', 'tsc'),
  vitest: inRoot('node_modules', 'vitest', 'vitest.mjs'),
};

/** @param {boolean} good @returns {Count} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
  skipped: counts.reduce((total, count) => total + count.skipped, 0),
});

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

/**
 * Reads vitest's own report. A file that could not be loaded holds no test and must count all
 * the same, and so must an error outside any test.
 * @param {string} file
 * @param {number} code
 * @returns {Count}
 */
function countOf(file, code) {
  /** @type {any} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    process.stdout.write('✗ the test runner ended without a report\n');
    return one(false);
  }
  const unloaded = report.testResults.filter(
    (/** @type {any} */ result) =>
      result.status === 'failed' &&
      result.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  if (code !== 0 && failed === 0) process.stdout.write('✗ an error outside any test\n');
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {string} name @returns {(context: SuiteRun) => Promise<Count>} */
const vitest = (name) => async (context) => {
  const file = join(stampRoot, `tests-${name}-${process.pid}.json`);
  const args = [bin.vitest, 'run', '--config', 'test/vitest.config.ts', '--project', name];
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, timedOut } = await runGroup(
    process.execPath,
    [...args, ...reports, '--passWithNoTests', ...context.filters],
    {
      cwd: root,
      // the note is about a loader that pinned versions do not use
      env: { ...context.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      timeoutMs: context.timeoutMs,
    },
  );
  if (timedOut) process.stdout.write(`✗ ${name} took more than its time and was ended\n`);
  const count = timedOut ? one(false) : countOf(file, code);
  rmSync(file, { force: true });
  return count;
};

/** The packaged app must be that of these sources. @param {SuiteRun} context */
async function smoke(context) {
  try {
    await packIfChanged(reporter(), runtime());
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stdout.write(`${error.output ?? ''}\n✗ packing: ${error.message}\n`);
    return one(false);
  }
  return vitest('smoke')(context);
}

/** @type {readonly Suite[]} */
export const suites = [
  { name: 'format', title: 'format and lint', window: false, run: format },
  { name: 'types', title: 'types', window: false, run: types },
  { name: 'architecture', title: 'architecture', window: false, run: vitest('architecture') },
  { name: 'unit', title: 'unit', window: false, run: vitest('unit') },
  { name: 'db', title: 'db', window: false, run: vitest('db') },
  { name: 'ipc', title: 'ipc', window: false, run: vitest('ipc') },
  { name: 'e2e', title: 'e2e in Electron', window: true, run: vitest('e2e') },
  { name: 'smoke', title: 'smoke of the packaged app', window: true, run: smoke },
  { name: 'bench', title: 'bench', window: true, run: vitest('bench') },
];

/** What `npm test` runs when no suite is named. */
export const standard = ['format', 'types', 'architecture', 'unit', 'db', 'ipc', 'e2e', 'smoke'];
