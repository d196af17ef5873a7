/** Ids by the million. */
import { randomFillSync } from 'node:crypto';
import { idMaker, newId } from '../../../shared/lib/ids.ts';

export const bulkIds = (): (() => string) => idMaker((bytes) => void randomFillSync(bytes));

/** Ids as a session makes them; a test's own stay its own. */
export function idsOf(session: { readonly newId: () => string }): () => string {
  return session.newId === newId ? bulkIds() : session.newId;
}
