import { join } from 'node:path';
import { app } from 'electron';

/** Folder of the built program: main.cjs, preload.cjs, engine.cjs and renderer/ lie side by side. */
export function programDir(): string {
  return import.meta.dirname;
}

/**
 * Folder with gazetteer.db, the tile files and licences. It lies beside the asar when packaged
 * (SQLite and ranged reads need real files), beside the program in a checkout.
 */
export function dataDir(): string {
  const given = process.env['CAIRN_DATA_DIR'];
  if (given) return given;
  return app.isPackaged ? join(process.resourcesPath, 'data') : join(programDir(), '..', 'data');
}

/** Folder for the copies of the bundled samples. */
export function samplesDir(): string {
  return join(app.getPath('userData'), 'samples');
}
