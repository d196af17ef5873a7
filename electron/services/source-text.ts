/** Correcting the stored text of a source, and the versions it went through. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { PassageFates, TextVersion } from '../../shared/contract/reader-calls.ts';
import { movePassages } from '../../shared/domain/passage-anchor.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { wellFormed } from '../../shared/lib/well-formed.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { getTextState, listTextStates } from '../db/queries/text-versions.ts';
import type { Reader } from '../db/sqlite.ts';
import { act } from './act.ts';
import { requireRecord } from './records.ts';
import type { CaseSession } from './session.ts';

/**
 * Makes the next version of a text; passages move in the same transaction (see passages.ts). Throws
 * `record/not-found`, `record/changed`, `case/read-only`, `disk/*`.
 */
export function correctText(
  session: CaseSession,
  { id, text, rev, why }: CallArgs<'source/correct-text'>,
): CallResult<'source/correct-text'> {
  const { db } = session;
  const before = requireRecord(db, 'source', id);
  const next = wellFormed(text.replace(/\r\n?/gu, '\n'));
  const live = listRecordsBy(db, 'passage', 'source_id', [id]);
  act(session, { kind: 'update', title: before.title, why }, (tx) =>
    tx.update('source', id, { text: next }, { rev }),
  );
  const passages: Record<keyof PassageFates, number> = { kept: 0, moved: 0, changed: 0, lost: 0 };
  const standing = live.filter(({ text_sha256 }) => text_sha256 === before.text_sha256);
  for (const { how } of movePassages(before.text, next, standing)) passages[how] += 1;
  const version = requireRecord(db, 'source', id).text_version;
  return { version, passages, revision: session.revision };
}

/** Newest first; numbers are counted back from the present one, an undone version lends its number again. */
export function listTextVersions(db: Reader, id: string): TextVersion[] {
  let version = requireRecord(db, 'source', id).text_version;
  const states = listTextStates(db, id).toReversed();
  return states.map((state, i): TextVersion => {
    const shown = Math.max(1, version);
    version += state.kind === 'undo' ? 1 : -1;
    return {
      seq: state.seq,
      version: shown,
      at: state.at,
      author: state.author_name,
      kind: state.kind,
      why: state.why,
      length: String(JSON.parse(state.text) ?? '').length,
      isCurrent: i === 0,
    };
  });
}

/** Throws `record/not-found` for an action that did not touch the text. */
export function textOfVersion(db: Reader, id: string, seq: number): string {
  const state = getTextState(db, id, seq);
  if (state !== undefined) return String(JSON.parse(state.text) ?? '');
  throw new AppError('record/not-found', 'The history holds no such version of this text.', {
    table: 'source',
    id,
    seq,
  });
}
