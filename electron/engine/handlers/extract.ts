/** Suggestions from the text of a source. */

import { requireRecord } from '../../services/records.ts';
import { suggestionsOf } from '../../services/suggest.ts';
import type { HandlersFor } from '../context.ts';
import { cancelReading, readInThread } from '../extract-in-worker.ts';

export const extractHandlers = {
  'extract/suggest': async (context, { sourceId }) => {
    const session = context.session();
    const source = requireRecord(session.db, 'source', sourceId);
    const found = await readInThread(session, context.dataDir, sourceId);
    return suggestionsOf(session, source, found);
  },
  'extract/cancel': () => {
    cancelReading();
    return {};
  },
} satisfies HandlersFor<'extract/suggest' | 'extract/cancel'>;
