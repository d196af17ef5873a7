// @ts-check
// A suite of vitest: run, read its own report, and where real processes are driven, give a file
// that failed one second run from a fresh start (decision 0127).
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runGroup } from './group.mjs';
import { inRoot, root, stampRoot } from './paths.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */
/** @typedef {{test: string, message: string}} Failure `message`: as the test runner wrote it, with colours */
/** @typedef {{env: NodeJS.ProcessEnv, filters: readonly string[], timeoutMs: number}} SuiteRun */
/** @typedef {Count & {file: string, failures: readonly Failure[], proven: boolean}} FileResult `proven`: no chance in it */
/** @typedef {Count & {failures: readonly (Failure & {file: string})[]}} Outcome of a suite: its failures are told once more at the end */
/** @typedef {{count: Count, files: readonly FileResult[], whole: boolean}} RunResult `whole`: every failure has its file */

/** More files than these do not fail by chance. */
const mostSecondRuns = 6;

const vitestBin = inRoot('node_modules', 'vitest', 'vitest.mjs');

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) => ({
  passed: counts.reduce((total, count) => total + count.passed, 0),
  failed: counts.reduce((total, count) => total + count.failed, 0),
  skipped: counts.reduce((total, count) => total + count.skipped, 0),
});

/**
 * One file of vitest's report. A file that could not be loaded holds no test and counts as a
 * failure all the same.
 * @param {any} result
 * @returns {FileResult}
 */
function fileResult(result) {
  /** @param {string} status @returns {readonly any[]} */
  const tests = (status) =>
    result.assertionResults.filter((/** @type {any} */ test) => test.status === status);
  const failed = tests('failed');
  const lines = failed.map((test) => test.failureMessages.join('\n'));
  const unloaded = result.status === 'failed' && failed.length === 0;
  return {
    file: relative(root, result.name).replaceAll('\\', '/'),
    passed: tests('passed').length,
    failed: failed.length + (unloaded ? 1 : 0),
    skipped: result.assertionResults.length - tests('passed').length - failed.length,
    // a counterexample stays one, however the next run draws its own
    proven: lines.some((message) => /counterexample/i.test(message)),
    failures: unloaded
      ? [{ test: '(the file itself)', message: result.message ?? '' }]
      : failed.map((test, at) => ({ test: test.fullName, message: lines[at] ?? '' })),
  };
}

/**
 * @param {any} report vitest's report in JSON
 * @param {number} code what vitest ended with
 * @returns {RunResult} an error outside any test counts as one failure and belongs to no file
 */
export function readReport(report, code) {
  const files = report.testResults.map(fileResult);
  const count = sum(files);
  const outside = code !== 0 && count.failed === 0;
  return { count: outside ? { ...count, failed: 1 } : count, files, whole: !outside };
}

/**
 * What to run again: nothing when all is well, when failures belong to no file, when too many
 * files failed for it to be chance, or when a property was refuted.
 * @param {RunResult} result
 * @returns {readonly string[]}
 */
export function worthASecondRun({ files, whole }) {
  const failed = files.filter((file) => file.failed > 0);
  const chance = whole && failed.length <= mostSecondRuns && !failed.some((file) => file.proven);
  return chance ? failed.map((file) => file.file) : [];
}

/**
 * @param {string} name the suite
 * @param {RunResult} result
 * @returns {Outcome['failures']}
 */
const failuresOf = (name, { files, whole }) => [
  ...files.flatMap(({ file, failures }) => failures.map((one) => ({ file, ...one }))),
  ...(whole
    ? []
    : [{ file: name, test: '(outside any test)', message: 'what it was stands above' }]),
];

/**
 * @param {string} name
 * @param {SuiteRun} context
 * @returns {Promise<RunResult>}
 */
async function runOnce(name, { env, filters, timeoutMs }) {
  const file = join(stampRoot, `tests-${name}-${process.pid}.json`);
  const args = [vitestBin, 'run', '--config', 'test/vitest.config.ts', '--project', name];
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code, timedOut } = await runGroup(
    process.execPath,
    [...args, ...reports, '--passWithNoTests', ...filters],
    {
      cwd: root,
      // the note is about a loader that pinned versions do not use
      env: { ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
      timeoutMs,
    },
  );
  const lost = { count: { passed: 0, failed: 1, skipped: 0 }, files: [], whole: false };
  if (timedOut) {
    process.stdout.write(`✗ ${name} took more than its time and was ended\n`);
    return lost;
  }
  try {
    const result = readReport(JSON.parse(readFileSync(file, 'utf8')), code);
    if (!result.whole) process.stdout.write('✗ an error outside any test\n');
    return result;
  } catch {
    process.stdout.write('✗ the test runner ended without a report\n');
    return lost;
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} name the project in test/vitest.config.ts
 * @param {{secondRun?: boolean}} [options] `secondRun`: for suites that drive real windows or processes
 * @returns {(context: SuiteRun) => Promise<Outcome>}
 */
export const vitest =
  (name, { secondRun = false } = {}) =>
  async (context) => {
    const begun = performance.now();
    const first = await runOnce(name, context);
    const again = secondRun ? worthASecondRun(first) : [];
    if (again.length === 0) return { ...first.count, failures: failuresOf(name, first) };
    process.stdout.write(`\n── ${name}: a second run of ${again.join(', ')} ──\n`);
    const second = await runOnce(name, {
      ...context,
      filters: again,
      timeoutMs: Math.max(1, context.timeoutMs - (performance.now() - begun)),
    });
    for (const { file, failures } of first.files.filter((one) => again.includes(one.file))) {
      const steady = second.files.find((one) => one.file === file)?.failed === 0;
      const said = steady ? 'unsteady, passed only when run again' : 'failed twice';
      for (const { test } of failures) process.stdout.write(`⚠ ${said}: ${file}: ${test}\n`);
    }
    const others = first.files.filter((one) => !again.includes(one.file));
    return { ...sum([...others, second.count]), failures: failuresOf(name, second) };
  };
