/** Who is tied to whom: from the columns, and from the tables until those are ready. */
import { readNetwork, readPaths, saveMade } from '../../services/network.ts';
import { isLargeCase } from '../../services/views.ts';
import { columnsOrTables } from '../columns-or-tables.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

/** The tables of a large case would keep a hand waiting for longer than the columns take to fill. */
async function columnsAreAwaited({ columns, session }: EngineContext): Promise<void> {
  if (columns?.isFilling && isLargeCase(session())) await columns.untilReady();
}

export const networkHandlers = {
  'network/graph': async (context, args) => {
    await columnsAreAwaited(context);
    return columnsOrTables(
      context,
      (ready) => ready.ask({ name: 'network/graph', args }),
      () => readNetwork(context.session(), args),
    );
  },
  'network/paths': async (context, args) => {
    await columnsAreAwaited(context);
    return columnsOrTables(
      context,
      (ready) => ready.ask({ name: 'network/paths', args }),
      () => readPaths(context.session(), args),
    );
  },
  'network/save': ({ session, filePath }, { token, bytes }) =>
    saveMade(session(), filePath(token), bytes),
} satisfies HandlersFor<'network/graph' | 'network/paths' | 'network/save'>;
