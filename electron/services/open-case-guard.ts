/** Keeps file services away from the file of the open case. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../shared/lib/app-error.ts';
import type { CaseSession } from './session.ts';

/**
 * Opening or replacing the file of the open case would pull it from under the database. Throws
 * `input/invalid` when `path` leads to it, under whatever name.
 */
export function refuseOpenCase(session: CaseSession, path: string): void {
  const other = statSync(path, { throwIfNoEntry: false });
  if (other === undefined) return;
  const ours = statSync(session.path);
  if (other.ino !== ours.ino || other.dev !== ours.dev) return;
  throw new AppError(
    'input/invalid',
    `${basename(path)} is the case that is open. Choose another file.`,
    { issues: [], fileName: basename(path) },
  );
}
