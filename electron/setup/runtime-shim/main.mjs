// Stands in for Electron's own default_app.asar, which the registry's build lacks: runs the app
// folder named on the command line. An ES module on purpose: Electron holds back `ready` until
// the entry module, with its top-level await, has finished.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
const preloads = [];
let folder;
for (let i = 0; i < args.length && folder === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') preloads.push(args[++i]);
  else if (!args[i].startsWith('-')) folder = resolve(args[i]);
}
for (const file of preloads) require(resolve(file));

if (folder === undefined) {
  process.stderr.write('Name the folder of an app.\n');
  app.exit(2);
} else {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  process.defaultApp = true;
  app.setName(name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  // the switch wins, as in Electron itself; tests give each run its own profile with it
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), name));
  }
  const main = join(folder, manifest.main ?? 'index.js');
  const isModule = main.endsWith('.mjs') || (main.endsWith('.js') && manifest.type === 'module');
  try {
    if (isModule) await import(pathToFileURL(main).href);
    else require(main);
  } catch (error) {
    // Electron would show a dialog and wait; nobody may be there to see it
    process.stderr.write(`The app threw an error while loading.\n${error?.stack ?? error}\n`);
    app.exit(1);
  }
}
