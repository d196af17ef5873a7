/** A source made of a file without a form: what the file gives and says of itself. */
import type { ReadSourceFile } from '../../shared/contract/source-file-calls.ts';
import { addSources } from './add-sources.ts';
import { readSourceText } from './read-source-text.ts';
import type { CaseSession } from './session.ts';

export interface SourceOfFile {
  readonly id: string;
  readonly read: ReadSourceFile;
}

/**
 * Reads a file and adds it as a source with the file inside the case; `isDryRun` only reads. Throws as
 * `readSourceText` and `addSources`.
 */
export async function addSourceOfFile(
  session: CaseSession,
  path: string,
  isDryRun: boolean,
): Promise<SourceOfFile> {
  const read = await readSourceText(session, path);
  const id = session.newId();
  if (isDryRun) return { id, read };
  const { author, publisher, published, language, url } = read.facts;
  const values = {
    kind: read.kind,
    title: read.title,
    text: read.text,
    author,
    publisher,
    published,
    language,
    url,
  };
  await addSources(session, [{ id, values, path, keepFile: true }]);
  return { id, read };
}
