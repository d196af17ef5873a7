/** Who is tied to whom: from the columns, and from the tables until those are ready. */
import { AppError } from '../../../shared/lib/app-error.ts';
import { readNetwork, readPaths, saveMade } from '../../services/network.ts';
import { isLargeCase } from '../../services/views.ts';
import type { EngineContext, HandlersFor } from '../context.ts';

/** What the columns answer; what the tables do while there are none, or when their thread dies over it. */
async function eitherOf<T>(
  { columns, session }: EngineContext,
  fast: () => Promise<T> | undefined,
  slow: () => T,
): Promise<T> {
  if (columns?.isFilling && isLargeCase(session())) await columns.untilReady();
  if (!columns?.isReady) return slow();
  try {
    return (await fast()) ?? slow();
  } catch (error) {
    if (error instanceof AppError && error.code === 'view/stale') return slow();
    throw error;
  }
}

export const networkHandlers = {
  'network/graph': (context, args) =>
    eitherOf(
      context,
      () => context.columns?.ask({ name: 'network/graph', args }),
      () => readNetwork(context.session(), args),
    ),
  'network/paths': (context, args) =>
    eitherOf(
      context,
      () => context.columns?.ask({ name: 'network/paths', args }),
      () => readPaths(context.session(), args),
    ),
  'network/save': ({ session, filePath }, { token, bytes }) =>
    saveMade(session(), filePath(token), bytes),
} satisfies HandlersFor<'network/graph' | 'network/paths' | 'network/save'>;
