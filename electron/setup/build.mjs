// @ts-check
// The whole build: one Vite call per program. `node electron/setup/build.mjs [--if-changed]`.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint, readStamp, writeStamp, writeWhole } from './lib/files.mjs';
import { bundledList, packagesOf } from './lib/licences.mjs';
import { appOut, inRoot, outRoot, root } from './lib/paths.mjs';
import { reporter, runMain, SetupError } from './lib/report.mjs';

/** Entry -> file in out/app. All bundled into one file each; sandboxed preloads must be. */
const programs = {
  'electron/main.ts': 'main.cjs',
  'electron/preload.ts': 'preload.cjs',
  'electron/engine/engine.ts': 'engine.cjs',
  'electron/engine/extract-worker.ts': 'extract-worker.cjs',
  'electron/engine/columns-worker.ts': 'columns-worker.cjs',
  'electron/engine/map-file-worker.ts': 'map-file-worker.cjs',
  'electron/engine/table-worker.ts': 'table-worker.cjs',
  'electron/engine/reading-worker.ts': 'reading-worker.cjs',
  'electron/engine/work-worker.ts': 'work-worker.cjs',
  'electron/engine/pack-worker.ts': 'pack-worker.cjs',
  'electron/files/reading/read-worker.ts': 'read-worker.cjs',
  'electron/files/docx/docx-worker.ts': 'docx-worker.cjs',
  'electron/cli/main.ts': 'cli.cjs',
};
const pagesFolder = 'renderer';

/** What is left to `require` at run time. */
const external = [
  'electron',
  'better-sqlite3',
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
];

const buildStamp = () =>
  fingerprint(
    ['electron', 'renderer', 'shared', 'resources', 'package.json', 'package-lock.json'].map(
      (path) => inRoot(path),
    ),
    // set-up's own scripts are not part of the app; this one decides how it is built
    (path) => path.startsWith(inRoot('electron', 'setup')) && !/setup(\/build\.mjs)?$/.test(path),
  );

/** @returns {boolean} whether out/app is what the sources as they are now would give */
export const buildReady = () =>
  existsSync(join(appOut, 'main.cjs')) && readStamp('build')?.sources === buildStamp();

/**
 * @param {string} entry
 * @param {string} file
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
const programConfig = (entry, file, outDir) => ({
  root,
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external },
  build: {
    ssr: entry,
    outDir,
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: {
      external,
      output: { format: 'cjs', entryFileNames: file, codeSplitting: false },
    },
  },
});

/**
 * Strict CSP holds: no data: URLs, no inline script, no preload helper.
 * @param {string} outDir
 * @param {any} react the React plugin
 * @returns {import('vite').InlineConfig}
 */
const pagesConfig = (outDir, react) => ({
  root: inRoot(pagesFolder),
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  publicDir: false,
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: join(outDir, 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      // shared/lib/no-eval.ts must run before the schemas, wherever chunking puts them
      output: { strictExecutionOrder: true },
      input: readdirSync(inRoot(pagesFolder))
        .filter((name) => name.endsWith('.html'))
        .map((name) => inRoot(pagesFolder, name)),
    },
  },
});

/** @param {any} result of vite.build @returns {string[]} paths of all modules it took in */
function modulesIn(result) {
  return [result]
    .flat()
    .flatMap((one) => one.output.flatMap((/** @type {any} */ chunk) => chunk.moduleIds ?? []));
}

/**
 * Builds into a folder beside out/app and swaps it in when all of it worked, so that a failed
 * build leaves the last good one.
 * @returns {Promise<void>}
 */
export async function build() {
  const sources = buildStamp();
  const [vite, { default: react }] = await Promise.all([
    import('vite'),
    import('@vitejs/plugin-react'),
  ]);
  const next = join(outRoot, `app-next-${process.pid}`);
  mkdirSync(next, { recursive: true });
  try {
    const entries = Object.entries(programs).filter(([entry]) => existsSync(inRoot(entry)));
    const results = await Promise.all([
      ...entries.map(([entry, file]) => vite.build(programConfig(entry, file, next))),
      ...(existsSync(inRoot(pagesFolder, 'index.html'))
        ? [vite.build(pagesConfig(next, react))]
        : []),
    ]);
    const bundled = packagesOf(results.flatMap(modulesIn));
    rmSync(appOut, { recursive: true, force: true });
    renameSync(next, appOut);
    writeWhole(bundledList, `${JSON.stringify(bundled, null, 2)}\n`);
  } catch (error) {
    throw new SetupError(
      'the build failed; the message above says where.',
      error instanceof Error ? error.message : String(error),
    );
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  writeStamp('build', { sources });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    if (process.argv.includes('--if-changed') && buildReady()) return 0;
    await reporter().step('Build', build);
    return 0;
  });
}
