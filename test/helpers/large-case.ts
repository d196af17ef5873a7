/**
 * A case of many incidents for tests of a window. `CAIRN_E2E_ROWS=200000` runs the same steps on that many: such a case is made
 * once and kept under `.cache/bench`.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeCase, writeLargeCase } from '../bench/generate-large.ts';

const asked = process.env['CAIRN_E2E_ROWS'];

/** How many incidents a test works on. */
export const manyIncidents = (usual: number): number =>
  asked === undefined ? usual : Number(asked);

/** Path of a case of its own in a folder; made in two minutes at most. */
export function copyOfLargeCase(folder: string, count: number): string {
  const path = join(folder, 'large.cairn');
  if (asked === undefined) writeLargeCase(path, count);
  else copyFileSync(largeCase(count), path);
  return path;
}
