// @ts-check
// Hashes, stamps and folders that appear whole or not at all.
import { createHash, randomBytes } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheRoot, stampRoot } from './paths.mjs';

/**
 * @param {string | Buffer} content
 * @returns {string} 16 hexadecimal digits
 */
export const shortHash = (content) =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

/**
 * @param {string} file
 * @returns {Promise<string>} in the form npm calls integrity: `sha512-<base64>`
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} name
 * @returns {any} the stamp's value, undefined when there is none or it is damaged
 */
export function readStamp(name) {
  try {
    return JSON.parse(readFileSync(join(stampRoot, `${name}.json`), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function writeStamp(name, value) {
  writeWhole(join(stampRoot, `${name}.json`), `${JSON.stringify(value, null, 2)}\n`);
}

/**
 * @param {string} file
 * @param {string} text
 */
export function writeWhole(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}

/**
 * Makes a folder of the shared cache. Two runs may race: each builds in its own temporary folder
 * and the first rename wins; the other one's work is thrown away.
 * @param {string} name the folder's name inside the cache
 * @param {(folder: string) => Promise<void>} fill puts the content into the folder it is given
 * @returns {Promise<string>} the finished folder
 */
export async function cachedFolder(name, fill) {
  const final = join(cacheRoot, name);
  if (existsSync(final)) return final;
  const temporary = join(cacheRoot, `tmp-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(temporary, { recursive: true });
  try {
    await fill(temporary);
    try {
      renameSync(temporary, final);
    } catch (error) {
      if (!existsSync(final)) throw error;
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return final;
}

/**
 * A cheap fingerprint of files by path, size and time of change: a few milliseconds for the whole
 * source tree, against half a second for reading it.
 * @param {readonly string[]} paths files and folders; missing ones are left out
 * @param {(path: string) => boolean} [skip]
 * @returns {string}
 */
export function fingerprint(paths, skip = () => false) {
  /** @type {string[]} */
  const rows = [];
  /** @param {string} path */
  const visit = (path) => {
    if (skip(path)) return;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name));
    } else {
      rows.push(`${path} ${stat.size} ${Math.round(stat.mtimeMs)}`);
    }
  };
  for (const path of paths) visit(path);
  return shortHash(rows.join('\n'));
}
