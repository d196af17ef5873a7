/** Suggestions from the text of a source. */
import type { HandlersFor } from '../context.ts';
import { suggestFromSource } from '../extract-in-worker.ts';

export const extractHandlers = {
  'extract/suggest': (context, { sourceId }) =>
    suggestFromSource(context.session(), context.dataDir, sourceId),
} satisfies HandlersFor<'extract/suggest'>;
