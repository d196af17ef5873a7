/** A case as a thread beside the engine writes it, and the engine's own session after that. */
import type { Author } from '../../../shared/contract/control.ts';
import { openBeside } from '../../db/open-beside.ts';
import { lastAction } from '../../db/queries/actions.ts';
import { type CaseSession, makeSession, type Topics } from '../session.ts';

/** Opens the case a second time; `close` lets go of it. Throws errors of SQLite. */
export function threadSession(
  path: string,
  author: Author,
  changed: (topics: Topics, revision: number) => void,
): CaseSession {
  return makeSession(openBeside(path), '', {
    author,
    changed: (topics, _ids, revision) => changed(topics, revision),
  });
}

/** What a thread wrote counts as seen: later stamps of this session come after it. */
export function catchUp(session: CaseSession, topics: Topics, revision: number): void {
  const at = lastAction(session.db)?.at;
  if (at !== undefined) session.clock.receive(at);
  session.changed(topics, [], revision, true);
}
