/** A script of the tests as one file, to run in a process of its own. */
import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

export interface Bundled {
  readonly file: string;
  readonly remove: () => void;
}

/** `entry` as a path from the root. */
export async function bundled(entry: string, name: string): Promise<Bundled> {
  const fileName = `${name}-${process.pid}.cjs`;
  const outDir = join(process.cwd(), 'out', 'test');
  const external = [...builtinModules, ...builtinModules.map((each) => `node:${each}`)];
  await build({
    configFile: false,
    logLevel: 'error',
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
        output: { format: 'cjs', entryFileNames: fileName, codeSplitting: false },
      },
    },
  });
  const file = join(outDir, fileName);
  return { file, remove: () => rmSync(file, { force: true }) };
}
