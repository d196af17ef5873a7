import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';

/** A folder in which the code under test makes its temporary files, so that none of others is among them; gone after the tests. */
export function ownTemporaryFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-own-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, folder);
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
