import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, without a trailing slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

export interface SourceFile {
  /** From the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const folders = ['electron', 'renderer', 'shared', 'test'];
const code = /\.(ts|tsx|mts|cts|mjs|cjs|js|jsx|css|html|sql)$/;

function walk(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return path === 'test/fixtures' ? [] : walk(path);
    return code.test(entry.name) ? [path] : [];
  });
}

/** Every file of code in the checkout, read once, in order of path. */
export function readSources(): readonly SourceFile[] {
  return folders
    .flatMap(walk)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Files that import and are imported. */
export const isModule = (file: SourceFile): boolean => /\.(ts|tsx|mts|mjs|cjs|js)$/.test(file.path);
