import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cycles } from './cycles.ts';
import { type Import, importsOf, packageOf } from './imports.ts';
import { featureOf, layerOf } from './layers.ts';
import { isModule, readSources, root } from './source-files.ts';

const sources = readSources();
const imports = sources.filter(isModule).flatMap(importsOf);
const local = imports.flatMap((one) => (one.to === undefined ? [] : [{ ...one, to: one.to }]));
const foreign = imports.filter((one) => one.to === undefined);

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
const isBuiltin = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(packageOf(specifier));

const say = (one: Import): string => `${one.from}:${one.line} imports ${one.specifier}`;

describe('the house', () => {
  test('every file of code stands in a layer', () => {
    const homeless = sources.filter((file) => layerOf(file.path) === undefined);
    expect(homeless.map((file) => file.path)).toEqual([]);
  });

  test('every import between files names a file that exists', () => {
    const broken = local.filter((one) => !existsSync(join(root, one.to)));
    expect(broken.map(say)).toEqual([]);
  });

  test('imports go down only', () => {
    const breaches = local.filter((one) => {
      const from = layerOf(one.from);
      // resources are data; package.json is read by set-up
      const to = layerOf(one.to);
      return from && to && to.name !== from.name && !from.may.includes(to.name);
    });
    expect(
      breaches.map((one) => `${say(one)} (${layerOf(one.from)?.name} -> ${layerOf(one.to)?.name})`),
    ).toEqual([]);
  });

  test('a feature never imports another feature', () => {
    const breaches = local.filter((one) => {
      const from = featureOf(one.from);
      const to = featureOf(one.to);
      return from !== undefined && to !== undefined && from !== to;
    });
    expect(breaches.map(say)).toEqual([]);
  });

  test('each layer imports only the packages that are its business', () => {
    const breaches = foreign.filter((one) => {
      const allowed = layerOf(one.from)?.packages ?? [];
      if (allowed.includes('*')) return false;
      return !allowed.includes(isBuiltin(one.specifier) ? 'node:' : packageOf(one.specifier));
    });
    expect(breaches.map(say)).toEqual([]);
  });

  test('every imported package is one that package.json names', () => {
    const undeclared = foreign.filter(
      (one) =>
        !isBuiltin(one.specifier) &&
        !declared.has(packageOf(one.specifier)) &&
        !declared.has(`@types/${packageOf(one.specifier)}`),
    );
    expect(undeclared.map(say)).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    expect(cycles(local).map((circle) => circle.join(' -> '))).toEqual([]);
  });

  test('reading imports finds every kind of them', () => {
    const text = [
      "import type { A } from './a.ts';",
      "export { b } from './b.ts';",
      "export type { C } from './c.ts';",
      "export * from './d.ts';",
      "import './e.css';",
      "const f = await import('./f.ts');",
      "type G = import('./g.ts').G;",
      "new Worker(new URL('./h.ts', import.meta.url));",
      "import i from './i.sql?raw';",
      "// import './not.ts' in a comment: import('./not.ts')",
      "import { join } from 'node:path';",
    ].join('\n');
    expect(
      importsOf({ path: 'shared/x/y.ts', text }).map((one) => one.to ?? one.specifier),
    ).toEqual([
      'shared/x/a.ts',
      'shared/x/e.css',
      'shared/x/i.sql',
      'node:path',
      'shared/x/b.ts',
      'shared/x/c.ts',
      'shared/x/d.ts',
      'shared/x/f.ts',
      'shared/x/g.ts',
      'shared/x/h.ts',
    ]);
  });
});
