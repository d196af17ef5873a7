import { rmSync } from 'node:fs';

const tries = 50;
const restMs = 200;

/**
 * Removes a temporary folder. Processes of a program that just ended may write there a moment longer
 * (rmSync does not try again on ENOTEMPTY); what is left after ten seconds is left to the system.
 */
export function removeFolder(folder: string): void {
  for (let left = tries; left > 0; left -= 1) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, restMs);
    }
  }
}
