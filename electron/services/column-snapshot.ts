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
 * case closes, moved on before it began, a thread begins to write, or the picture can no longer be had. Throws
 * errors of SQLite.
 */
export async function storeSnapshot(session: CaseSession, snapshot: Snapshot): Promise<void> {
  const { db } = session;
  // while a thread writes, a piece would wait for it, and the engine with it
  const isGone = () => !db.open || session.isReadOnly || session.isBusy;
  // what was done since the picture was taken is not noted anywhere
  if (isGone() || session.revision !== snapshot.revision) return;
  db.transaction(() => beginSnapshot(db)).immediate();
  for (const { name, length } of snapshot.parts) {
    for (let n = 0; n * pieceSize < length; n += 1) {
      await wait(restMs);
      const to = Math.min(length, (n + 1) * pieceSize);
      const bytes = await snapshot.read(name, n * pieceSize, to);
      if (bytes === undefined || isGone()) return;
      writePiece(db, name, n, bytes);
    }
  }
  if (!isGone()) db.transaction(() => finishSnapshot(db, snapshot.head)).immediate();
}
