/** `source/add`: sources made of files, each with its file inside the case, in one undo. */
import type { CallResult } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { act } from './act.ts';
import { type FileContent, fileContent, insertAttachment } from './attachments.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';
import type { GivenValues } from './transaction.ts';

export interface NewSource {
  readonly id?: string | undefined;
  /** As in `record/save`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The file it was read from. */
  readonly path: string | null;
  readonly keepFile: boolean;
}

/**
 * Makes all sources or none. Throws `input/invalid` with the number of the source first in the path of
 * each issue, `file/too-large`, `file/unreadable`, `case/read-only`, `disk/*`.
 */
export async function addSources(
  session: CaseSession,
  sources: readonly NewSource[],
): Promise<CallResult<'source/add'>> {
  const steps: { id: string; source: NewSource; content: FileContent | undefined }[] = [];
  for (const source of sources) {
    const { path, keepFile } = source;
    const content = path === null || !keepFile ? undefined : await fileContent(session, path);
    steps.push({ id: source.id ?? session.newId(), source, content });
  }
  const action = { kind: 'create' as const, title: '' };
  act(session, action, (tx) => {
    for (const [index, { id, source, content }] of steps.entries()) {
      try {
        // parsed with the schema of the table inside
        tx.insert('source', source.values as GivenValues<'source'>, { id });
        if (content !== undefined) {
          const url = source.values['url'];
          insertAttachment(tx, content, {
            targetTable: 'source',
            targetId: id,
            originWords: typeof url === 'string' && url !== '' ? url.slice(0, 500) : null,
          });
        }
      } catch (error) {
        throw atSource(error, index);
      }
    }
    const [first] = steps;
    const title = first === undefined ? '' : requireRecord(tx.db, 'source', first.id).title;
    action.title = steps.length > 1 ? `${title} (+${steps.length - 1})` : title;
  });
  return { ids: steps.map(({ id }) => id) };
}

function atSource(error: unknown, index: number): unknown {
  if (!(error instanceof AppError) || error.code !== 'input/invalid') return error;
  const issues = (error.details.issues ?? []) as readonly { readonly path: readonly unknown[] }[];
  return new AppError(error.code, error.message, {
    ...error.details,
    issues: issues.map((issue) => ({ ...issue, path: [index, ...issue.path] })),
  });
}
