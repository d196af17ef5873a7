// @ts-check
// Gathers the licence texts of the npm packages that the build put into the program.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inRoot, outRoot } from './paths.mjs';

export const bundledList = join(outRoot, 'bundled-packages.json');

/**
 * @param {readonly string[]} moduleIds absolute paths of modules in a build
 * @returns {string[]} names of the packages they belong to
 */
export function packagesOf(moduleIds) {
  const names = moduleIds.flatMap((id) => {
    const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? '';
    const found = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path);
    return found?.[1] ? [found[1]] : [];
  });
  return [...new Set(names)].sort();
}

/** @param {string} name */
function licenceOf(name) {
  const folder = inRoot('node_modules', name);
  if (!existsSync(folder)) return `${name}\n`;
  const { version, license, author, homepage } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const by = typeof author === 'string' ? author : (author?.name ?? '');
  const file = readdirSync(folder).find((entry) => /^(licen[sc]e|copying)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '(no text in the package)';
  return [`${name} ${version}: ${license}`, by, homepage ?? '', '', text, ''].join('\n');
}

/** Writes out/licences: our notices and the texts of all bundled packages. */
export function writeLicences() {
  const target = join(outRoot, 'licences');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(inRoot('resources', 'licences'), target, { recursive: true });
  /** @type {string[]} */
  const bundled = existsSync(bundledList) ? JSON.parse(readFileSync(bundledList, 'utf8')) : [];
  const names = [...new Set([...bundled, 'better-sqlite3'])].sort();
  const line = `\n${'-'.repeat(78)}\n\n`;
  writeFileSync(join(target, 'npm-packages.txt'), names.map(licenceOf).join(line));
}
