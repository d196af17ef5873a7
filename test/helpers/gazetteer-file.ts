/** The gazetteer that set-up has built; tests of place search need the whole of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folder with gazetteer.db and the tile archives. Throws when set-up has not run. */
export function testDataDir(): string {
  const folder = process.env['CAIRN_DATA_DIR'] ?? join(root, 'out/data');
  if (!existsSync(join(folder, 'gazetteer.db'))) {
    throw new Error(`${folder} has no gazetteer.db. Run: node electron/setup/ready.mjs`);
  }
  return folder;
}
