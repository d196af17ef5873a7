import { readTextFile, type TextFile } from '../files/read-text-file.ts';
import { refuseOpenCase } from './open-case-guard.ts';
import type { CaseSession } from './session.ts';

/** The text of a chosen file, for a new source. Throws `file/unreadable`, `file/too-large`. */
export async function readSourceText(session: CaseSession, path: string): Promise<TextFile> {
  refuseOpenCase(session, path);
  return readTextFile(path);
}
