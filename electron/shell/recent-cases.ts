import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const recentSchema = z.array(
  z.strictObject({ path: z.string(), title: z.string(), openedAt: z.string() }),
);
type Recent = z.infer<typeof recentSchema>;
const most = 12;

function recentPath(): string {
  return join(app.getPath('userData'), 'recent.json');
}

export function listRecent(): readonly (Recent[number] & {
  readonly fileName: string;
  readonly folder: string;
  readonly exists: boolean;
})[] {
  return (readJsonFile(recentPath(), recentSchema) ?? []).map((entry) => ({
    ...entry,
    fileName: basename(entry.path),
    folder: dirname(entry.path),
    exists: existsSync(entry.path),
  }));
}

export function rememberRecent(path: string, title: string): void {
  const others = (readJsonFile(recentPath(), recentSchema) ?? []).filter((e) => e.path !== path);
  const entry = { path, title, openedAt: new Date().toISOString() };
  writeJsonFile(recentPath(), [entry, ...others].slice(0, most));
  app.addRecentDocument(path);
}
