// @ts-check
// better-sqlite3 ships binaries for Node-API 10. Node 20 and Electron 33 have Node-API 9 and
// crash on them, so there the module is compiled once and kept in the cache.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedFolder, shortHash } from '../lib/files.mjs';
import { cacheRoot, inRoot } from '../lib/paths.mjs';
import { SetupError } from '../lib/report.mjs';
import { run, tryRun } from '../lib/run.mjs';
import { prepareSystem } from './system-packages.mjs';

const prebuiltNodeApi = 10;
const compilerFlags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

const packageFolder = inRoot('node_modules', 'better-sqlite3');
const installed = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');

function cacheName() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const key = `${compilerFlags} ${process.platform} ${process.arch}`;
  return `better-sqlite3-${version}-${shortHash(key)}`;
}

/**
 * @param {string} nodeApi of the Electron in use
 * @returns {boolean} whether one of the two runtimes cannot load the shipped binary
 */
export const mustCompile = (nodeApi) =>
  Math.min(Number(nodeApi), Number(process.versions.napi)) < prebuiltNodeApi;

/**
 * @param {string} nodeApi
 * @returns {boolean}
 */
export function nativeReady(nodeApi) {
  return mustCompile(nodeApi) === existsSync(installed);
}

/** @returns {string | undefined} where this machine keeps Node's C headers */
function headers() {
  return [dirname(dirname(process.execPath)), '/usr', '/usr/local'].find((prefix) =>
    existsSync(join(prefix, 'include', 'node', 'node_api.h')),
  );
}

/** @param {string} folder gets `better_sqlite3.node` */
async function compile(folder) {
  const work = join(folder, 'work');
  cpSync(packageFolder, work, { recursive: true, filter: (path) => !path.endsWith('/build') });
  const require = createRequire(join(packageFolder, 'package.json'));
  const addonApi = dirname(require.resolve('node-addon-api/package.json'));
  cpSync(addonApi, join(work, 'node_modules', 'node-addon-api'), { recursive: true });
  const nodedir = headers();
  await run(
    process.execPath,
    [
      inRoot('node_modules', 'node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      '--jobs=max',
      ...(nodedir ? [`--nodedir=${nodedir}`] : []),
    ],
    {
      cwd: work,
      env: { ...process.env, CXXFLAGS: compilerFlags },
      timeoutMs: 20 * 60_000,
      hint: 'It needs g++, make, python3 and the headers of Node.',
    },
  );
  copyFileSync(
    join(work, 'build', 'Release', 'better_sqlite3.node'),
    join(folder, 'better_sqlite3.node'),
  );
  rmSync(work, { recursive: true });
}

/**
 * @param {import('../lib/report.mjs').Reporter} report
 * @param {string} nodeApi of the Electron in use
 */
export async function prepareNative(report, nodeApi) {
  if (nativeReady(nodeApi)) return;
  if (!mustCompile(nodeApi)) {
    rmSync(join(packageFolder, 'build'), { recursive: true, force: true });
    return;
  }
  const name = cacheName();
  if (!existsSync(join(cacheRoot, name))) {
    await prepareSystem(report, ['compile']);
    await report.step('Compiling SQLite for Node-API 9 (about 90 s, once)', () =>
      cachedFolder(name, compile),
    );
  }
  mkdirSync(dirname(installed), { recursive: true });
  copyFileSync(join(cacheRoot, name, 'better_sqlite3.node'), installed);
  const asked = await tryRun(
    process.execPath,
    ['-e', `new (require(${JSON.stringify(packageFolder)}))(':memory:').close()`],
    { timeoutMs: 30_000 },
  );
  if (asked.code !== 0) {
    rmSync(dirname(installed), { recursive: true, force: true });
    throw new SetupError('the compiled better-sqlite3 does not load.', asked.output.slice(-2000));
  }
}
