import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './source-files.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string): string => path.replace(/^.*node_modules\//, '');
const direct: Readonly<Record<string, string>> = {
  ...manifest.dependencies,
  ...manifest.devDependencies,
};

/** Licences that allow us to build with a package and ship it; MPL is per file and unchanged. */
const licences = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'CC-BY-4.0',
  'Python-2.0',
  'WTFPL',
  '(MIT OR Apache-2.0)',
  'MIT OR Apache-2.0',
  '(MIT OR CC0-1.0)',
  '(WTFPL OR MIT)',
  'WTFPL OR ISC',
]);

describe('dependencies', () => {
  test('are pinned to one exact version each', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });

  test('are in the lock file in just that version', () => {
    const wrong = Object.entries(direct).filter(
      ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
    );
    expect(wrong).toEqual([]);
  });

  test('come from the registry and nowhere else', () => {
    const elsewhere = locked.filter(
      ([, entry]) =>
        entry.resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\//.test(entry.resolved),
    );
    expect(elsewhere.map(([path]) => path)).toEqual([]);
  });

  test('run no install script that package.json does not name and refuse', () => {
    const withScript = locked
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => nameOf(path));
    const allowed: Readonly<Record<string, boolean>> = manifest.allowScripts;
    expect(withScript.filter((name) => allowed[name] !== false)).toEqual([]);
    expect(Object.keys(allowed).filter((name) => allowed[name] !== false)).toEqual([]);
    expect(Object.keys(allowed).filter((name) => !lock.packages[`node_modules/${name}`])).toEqual(
      [],
    );
  });

  test('have licences that were looked at', () => {
    const others = locked.filter(([, entry]) => !licences.has(entry.license ?? ''));
    expect(others.map(([path, entry]) => `${nameOf(path)}: ${entry.license}`)).toEqual([]);
  });

  test('at run time are few', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });

  test('and npm are told to be strict', () => {
    const npmrc = readFileSync(join(root, '.npmrc'), 'utf8').split('\n');
    expect(npmrc).toEqual(expect.arrayContaining(['save-exact=true', 'strict-allow-scripts=true']));
    expect(manifest.engines).toEqual({ node: '>=20.19' });
  });
});
