/** A case as a thread beside the engine writes it, and the engine's own session after that. */
import { basename } from 'node:path';
import type { Author } from '../../../shared/contract/control.ts';
import { openBeside } from '../../db/open-beside.ts';
import { openReader } from '../../db/open-reader.ts';
import { lastAction } from '../../db/queries/actions.ts';
import type { Writer } from '../../db/sqlite.ts';
import { type CaseSession, makeSession, type Topics } from '../session.ts';

/** What a thread committed, for the engine to take up. */
export interface ThreadChange {
  readonly topics: Topics;
  readonly ids: readonly string[];
  readonly revision: number;
  readonly isWhole: boolean;
}

/** Opens the case a second time; `close` lets go of it. Throws errors of SQLite. */
export function threadSession(
  path: string,
  author: Author,
  changed: (change: ThreadChange) => void,
): CaseSession {
  return makeSession(openBeside(path), '', {
    author,
    changed: (topics, ids, revision, isWhole) => changed({ topics, ids, revision, isWhole }),
  });
}

/**
 * A case as a thread beside the engine reads it, as it is at this moment however it is written on. `file`
 * is the database, `casePath` the case it stands for. Whatever writes is refused by SQLite itself.
 */
export function readingSession(file: string, casePath: string, author: Author): CaseSession {
  const { db, renew, close } = openReader(file);
  renew();
  const opened = { path: casePath, isReadOnly: true, copiedTo: undefined, close };
  return makeSession({ ...opened, db: db as Writer }, basename(casePath), { author });
}

/** For a thread that is asked again: who asks now, and stamps after all that was written meanwhile. */
export function beginAgain(session: CaseSession, author: Author): void {
  session.author = author;
  const at = lastAction(session.db)?.at;
  if (at !== undefined) session.clock.receive(at);
}

/** What a thread wrote counts as seen: later stamps of this session come after it. */
export function catchUp(session: CaseSession, change: ThreadChange): void {
  const at = lastAction(session.db)?.at;
  if (at !== undefined) session.clock.receive(at);
  session.changed(change.topics, change.ids, change.revision, change.isWhole);
}
