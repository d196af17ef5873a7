// @ts-check
// Run by hand after changing a dependency: `node electron/setup/complete-lock.mjs`.
//
// Packages with native parts name one optional package per platform. A registry mirror that
// carries only some of them makes `npm install` leave the others out of the lock file, and
// `npm ci` then refuses the file everywhere. This adds the missing entries with the platform read
// from their names, so that npm skips them where they do not fit and finds them where they do.
// (No `integrity`: it can only be had from a registry that carries the package.)
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot } from './lib/paths.mjs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];

/**
 * @param {string} name such as `@oxc-parser/binding-linux-x64-musl`
 * @returns {{os: string[], cpu: string[], libc?: string[]} | undefined}
 */
function platformOf(name) {
  const parts = name.split(/[-/]/);
  const os = systems.find((system) => parts.includes(system));
  const cpu = processors.find((processor) => parts.includes(processor));
  if (!os || !cpu) return undefined;
  const last = parts.at(-1) ?? '';
  if (os !== 'linux') return { os: [os], cpu: [cpu] };
  return { os: [os], cpu: [cpu], libc: [last.startsWith('musl') ? 'musl' : 'glibc'] };
}

/**
 * @param {Record<string, any>} packages the lock file's table, changed in place
 * @returns {string[]} names added
 */
export function completeLock(packages) {
  /** @type {string[]} */
  const added = [];
  for (const owner of Object.values(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const platform = platformOf(name);
      if (packages[path] || !platform || !/^\d+\.\d+\.\d+$/.test(String(version))) continue;
      packages[path] = {
        version,
        cpu: platform.cpu,
        ...(owner.dev ? { dev: true } : {}),
        ...(platform.libc ? { libc: platform.libc } : {}),
        license: owner.license,
        optional: true,
        os: platform.os,
        engines: owner.engines,
      };
      added.push(name);
    }
  }
  return added;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = inRoot('package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = completeLock(lock.packages);
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(`${added.length} entries added.\n`);
}
