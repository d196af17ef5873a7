// @ts-check
// Where set-up finds and keeps things. Node built-ins only: this runs before `npm ci`.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this script belongs to, without a trailing slash. */
export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * What is expensive to make and the same for every checkout of one machine: the unpacked
 * Electron, the compiled native module, the gazetteer. Outside node_modules because `npm ci`
 * wipes that, and outside the checkout so that a second clone starts warm.
 */
export const cacheRoot = process.env.CAIRN_CACHE || join(homedir(), '.cache', 'cairn-dev');

/** What is true of this checkout only: stamps of finished steps. */
export const stampRoot = join(root, '.cache', 'setup');

export const outRoot = join(root, 'out');
export const appOut = join(outRoot, 'app');
export const dataOut = join(outRoot, 'data');
export const demoOut = join(outRoot, 'demo');

/**
 * @param {...string} parts
 * @returns {string} an absolute path inside the checkout
 */
export const inRoot = (...parts) => join(root, ...parts);
