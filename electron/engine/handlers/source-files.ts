/** Sources from files. Readings under way are known by the token of their file, so that one can stop. */
import type { sourceFileCalls } from '../../../shared/contract/source-file-calls.ts';
import { addSources } from '../../services/add-sources.ts';
import { cleanHtml, readSourceText } from '../../services/read-source-text.ts';
import { attachmentText } from '../../services/show-attachment.ts';
import type { HandlersFor } from '../context.ts';

const underWay = new Map<string, AbortController>();

export const sourceFileHandlers: HandlersFor<keyof typeof sourceFileCalls> = {
  'source/read-text': async ({ session, filePath }, { token }) => {
    const control = new AbortController();
    underWay.set(token, control);
    try {
      return await readSourceText(session(), filePath(token), control.signal);
    } finally {
      underWay.delete(token);
    }
  },
  'source/cancel-read': (_context, { token }) => {
    underWay.get(token)?.abort();
    return {};
  },
  'source/clean-html': async (_context, { html }) => ({ text: await cleanHtml(html) }),
  'attachment/read-text': ({ session }, { id }) => attachmentText(session(), id),
  'source/add': ({ session, filePath }, { sources }) =>
    addSources(
      session(),
      sources.map(({ token, ...source }) => ({
        ...source,
        path: token === null ? null : filePath(token),
      })),
    ),
};
