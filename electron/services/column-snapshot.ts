/** Stores the columns in the case, a small piece at a time between other work. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  beginSnapshot,
  finishSnapshot,
  pieceSize,
  type Snapshot,
  writePiece,
} from '../db/queries/column-snapshot.ts';
import type { CaseSession } from './session.ts';

/** Between two pieces: the writer is free for edits. */
const restMs = 15;

/**
 * Writes a snapshot, no record and no action: what is in it follows from the records. Gives up when the
 * case closes or moved on before it began. Throws errors of SQLite.
 */
export async function storeSnapshot(session: CaseSession, snapshot: Snapshot): Promise<void> {
  const { db } = session;
  const isGone = () => !db.open || session.isReadOnly;
  // what was done since the picture was taken is not noted anywhere
  if (isGone() || session.revision !== snapshot.revision) return;
  db.transaction(() => beginSnapshot(db)).immediate();
  for (const { name, bytes } of snapshot.parts) {
    for (let n = 0; n * pieceSize < bytes.length; n += 1) {
      await wait(restMs);
      if (isGone()) return;
      writePiece(db, name, n, bytes.subarray(n * pieceSize, (n + 1) * pieceSize));
    }
  }
  if (!isGone()) db.transaction(() => finishSnapshot(db, snapshot.head)).immediate();
}
