/**
 * Files dropped on the page. The preload alone learns their paths and tells them over a line that the
 * page cannot reach; the page is answered with tokens.
 */
import { statSync } from 'node:fs';
import { type IpcMainEvent, ipcMain } from 'electron';
import { z } from 'zod';
import { isOwnTopFrame } from './calls.ts';

/** So many files at once are an accident. */
export const mostDropped = 100;

const pathsSchema = z.array(z.string().min(1).max(8192)).max(1000);

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** @param take receives the paths of real files, in the order dropped */
export function listenForDrops(take: (paths: readonly string[]) => void): void {
  ipcMain.on('files-dropped', (event: IpcMainEvent, given: unknown) => {
    if (!isOwnTopFrame(event.senderFrame)) return;
    const paths = pathsSchema.safeParse(given);
    if (!paths.success) return;
    const files = paths.data.filter(isFile).slice(0, mostDropped);
    if (files.length > 0) take(files);
  });
}
