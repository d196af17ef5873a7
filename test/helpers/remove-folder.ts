import { rmSync } from 'node:fs';

/** Removes a folder of a program that just ended: its own helpers may write there a moment longer. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
