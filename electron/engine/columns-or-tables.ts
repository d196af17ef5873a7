import { AppError } from '../../shared/lib/app-error.ts';
import type { ColumnsClient } from './columns-client.ts';
import type { EngineContext } from './context.ts';

/**
 * What the columns answer, or the tables when the columns are not ready or their thread died over it.
 * `ask` throws as `ColumnsClient.ask`.
 */
export async function columnsOrTables<T, E = T>(
  { columns }: EngineContext,
  ask: (columns: ColumnsClient) => Promise<T>,
  tables: () => E,
): Promise<T | E> {
  if (!columns?.isReady) return tables();
  try {
    return await ask(columns);
  } catch (error) {
    if (error instanceof AppError && error.code === 'view/stale') return tables();
    throw error;
  }
}
