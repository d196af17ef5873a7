// @ts-check
// `npm test [-- suite…] [-- part of a file name]`: make ready, run the suites, count everything.
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { tellFailure } from './lib/failure.mjs';
import { root } from './lib/paths.mjs';
import { reporter, runMain, SetupError, seconds } from './lib/report.mjs';
import { tryRun } from './lib/run.mjs';
import { standard, suites } from './lib/suites.mjs';
import { sum } from './lib/vitest-suite.mjs';
import { makeReady } from './ready.mjs';
import { runtime } from './runtime.mjs';
import { systemName } from './steps/system-packages.mjs';

/** CI allows 90 minutes; a run that needs more than this is broken. */
const wholeLimitMs = 60 * 60_000;

/** What the properties of a run of all suites draw from; any number does. */
const landingSeed = 20_250_513;

const words = process.argv.slice(2);
const named = words.filter((word) => suites.some((suite) => suite.name === word));
const filters = words.filter((word) => !named.includes(word));
const chosen = suites.filter((suite) => (named.length > 0 ? named : standard).includes(suite.name));

/** Asks the Electron that will run the tests, not a file about it. */
async function sayVersions() {
  const rt = runtime();
  const question =
    "const D = require('better-sqlite3'); const { v } = new D(':memory:').prepare('select sqlite_version() as v').get();" +
    'console.log(JSON.stringify({ ...process.versions, sqlite: v }))';
  const asked = await tryRun(rt.electron, ['-e', question], {
    cwd: root,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 60_000,
  });
  if (asked.code !== 0) {
    throw new SetupError('Electron cannot load the database module.', asked.output.slice(-3000));
  }
  const versions = JSON.parse(asked.output.slice(asked.output.indexOf('{')));
  const lines = {
    Node: `${process.versions.node} on ${systemName()}`,
    Electron: `${versions.electron} (${rt.kind === 'stand-in' ? 'registry stand-in' : rt.kind})`,
    Chromium: versions.chrome,
    SQLite: versions.sqlite,
  };
  for (const [name, value] of Object.entries(lines)) {
    process.stdout.write(`${name.padEnd(10)}${value}\n`);
  }
}

await runMain(async () => {
  const windows = chosen.some((suite) => suite.window);
  const virtual = windows && process.platform === 'linux';
  await makeReady(reporter(), { display: virtual, tests: windows, build: true }, { quiet: true });
  await sayVersions();
  const display = virtual ? await startVirtualDisplay() : undefined;
  if (!virtual && windows && !hasDisplay()) throw new SetupError('there is no display.');
  // what lands is judged by the tree and not by luck; named suites look further each time
  const seed = words.length === 0 ? { CAIRN_SEED: String(landingSeed) } : {};
  const env = { ...seed, ...process.env, ...runtime().env, ...display?.env };
  const results = [];
  for (const suite of chosen) {
    const begun = performance.now();
    process.stdout.write(`\n── ${suite.title} ──\n`);
    const timeoutMs = Math.max(1, wholeLimitMs - begun);
    const count = await suite.run({ env, filters, timeoutMs });
    results.push({ suite, count, took: performance.now() - begun });
  }
  display?.stop();
  process.stdout.write('\n');
  const failures = results.flatMap(({ count }) => count.failures ?? []);
  for (const failure of failures) process.stdout.write(`${tellFailure(failure)}\n\n`);
  for (const { suite, count, took } of results) {
    const sign = count.failed > 0 ? '✗' : '✓';
    const said = `${count.passed} passed, ${count.failed} failed in ${seconds(took)}`;
    process.stdout.write(`${sign} ${suite.name.padEnd(13)} ${said}\n`);
  }
  const total = sum(results.map((result) => result.count));
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
