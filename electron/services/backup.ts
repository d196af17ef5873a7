/** A whole copy of the case beside its checksum, fit to be opened or kept. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { writeAtomically } from '../files/atomic-write.ts';
import { type CaseCopy, copyCase } from './cases.ts';
import type { CaseSession } from './session.ts';

export interface Backup extends CaseCopy {
  readonly fileName: string;
}

/**
 * Copies the open case to `path` (made under a temporary name, opened and checked, synced, renamed)
 * and writes `path.sha256` beside it for `sha256sum -c`. Throws as `copyCase`.
 */
export async function backupCase(session: CaseSession, path: string): Promise<Backup> {
  const copy = await copyCase(session, path);
  const fileName = basename(path);
  await writeAtomically(`${path}.sha256`, (temporary) =>
    writeFile(temporary, `${copy.sha256}  ${fileName}\n`, { flag: 'wx' }),
  );
  return { ...copy, fileName };
}
