/** The case itself: its title, its label, how much is in it. */

import type { CaseState } from '../../shared/contract/case-calls.ts';
import type { CallArgs } from '../../shared/contract/contract.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { listRecords } from '../db/queries/records.ts';
import { type Reader, value } from '../db/sqlite.ts';
import { act } from './act.ts';
import type { CaseSession } from './session.ts';

/** Throws `case/corrupt` when the file holds no case. */
export function caseInfo(db: Reader): RecordOf<'case_info'> {
  const [info] = listRecords(db, 'case_info');
  if (!info) throw new AppError('case/corrupt', 'The file has no title page.');
  return info;
}

/** All less the deleted ones: SQLite counts a whole table without looking at its rows. */
function count(db: Reader, table: string): number {
  const text = `SELECT (SELECT count(*) FROM ${table})
    - (SELECT count(*) FROM ${table} WHERE deleted_at IS NOT NULL)`;
  return value<number>(db, text) ?? 0;
}

export function caseState(session: CaseSession): CaseState {
  const { db } = session;
  const { id, title, description, tlp, invented } = caseInfo(db);
  return {
    id,
    title,
    description,
    tlp,
    invented,
    fileName: session.fileName,
    isReadOnly: session.isReadOnly,
    revision: session.revision,
    counts: {
      incidents: count(db, 'incident'),
      actors: count(db, 'actor'),
      sources: count(db, 'source'),
      claims: count(db, 'claim'),
      notes: count(db, 'note'),
      places: count(db, 'place'),
    },
  };
}

export function describeCase(session: CaseSession, patch: CallArgs<'case/describe'>): CaseState {
  const info = caseInfo(session.db);
  const { title, description, tlp } = patch;
  act(session, { kind: 'update', title: title ?? info.title }, (tx) =>
    tx.update('case_info', info.id, {
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(tlp === undefined ? {} : { tlp }),
    }),
  );
  return caseState(session);
}
