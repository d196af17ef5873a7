/** What an analyst says about two incidents: possibly the same, one, two, or not decided after all. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { Link } from '../../shared/domain/records.ts';
import { tlpMax } from '../../shared/domain/tlp.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { inPairOrder } from '../db/queries/incident-pairs.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { act } from './act.ts';
import { liveIncident, mergeIncidents } from './same-merge.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';

type Decision = CallArgs<'same/decide'>;

function sameLinks(tx: Tx, a: string, b: string): Link[] {
  return (['from_id', 'to_id'] as const).flatMap((end) =>
    listRecordsBy(tx.db, 'link', end, [a]).filter(
      ({ kind, role, from_id, to_id }) =>
        kind === 'incident-incident' &&
        (role === 'possibly-same-as' || role === 'duplicate-of') &&
        (from_id === b || to_id === b),
    ),
  );
}

function removePairs(tx: Tx, a: string, b: string): void {
  const [first, second] = inPairOrder(a, b);
  for (const { id, b_id } of listRecordsBy(tx.db, 'incident_pair', 'a_id', [first])) {
    if (b_id === second) tx.remove('incident_pair', id);
  }
}

function removeLinks(tx: Tx, a: string, b: string): void {
  for (const { id } of sameLinks(tx, a, b)) tx.remove('link', id);
}

/** Throws `record/not-found`, `input/invalid`, `case/read-only`, `disk/*`. */
export function decideSame(session: CaseSession, given: Decision): CallResult<'same/decide'> {
  const { a, b, decision, why } = given;
  if (a === b) throw badInput('b', 'the same incident twice');
  const keepId = given.keepId ?? a;
  if (keepId !== a && keepId !== b) throw badInput('keepId', 'one of the two');
  const action = { kind: 'update' as const, title: '', why: why === '' ? undefined : why };
  act(session, action, (tx) => {
    const [one, other] = [liveIncident(tx, a), liveIncident(tx, b)];
    action.title = `${one.title} – ${other.title}`;
    switch (decision) {
      case 'same': {
        const otherId = keepId === a ? b : a;
        action.title =
          keepId === a ? `${one.title} ⇐ ${other.title}` : `${other.title} ⇐ ${one.title}`;
        mergeIncidents(tx, { kept: keepId, other: otherId }, given.choices, why);
        return;
      }
      case 'possibly':
        removePairs(tx, a, b);
        if (sameLinks(tx, a, b).length > 0) return;
        tx.insert('link', {
          kind: 'incident-incident',
          from_id: a,
          to_id: b,
          role: 'possibly-same-as',
          note: why,
          tlp: tlpMax([one.tlp, other.tlp]),
        });
        return;
      case 'different': {
        removeLinks(tx, a, b);
        const [a_id, b_id] = inPairOrder(a, b);
        const isKnown = listRecordsBy(tx.db, 'incident_pair', 'a_id', [a_id]).some(
          (pair) => pair.b_id === b_id && pair.verdict === 'different',
        );
        if (isKnown) return;
        const tlp = tlpMax([one.tlp, other.tlp]);
        tx.insert('incident_pair', { a_id, b_id, verdict: 'different', kept_id: null, why, tlp });
        return;
      }
      case 'open':
        removePairs(tx, a, b);
        removeLinks(tx, a, b);
    }
  });
  return { revision: session.revision, keptId: decision === 'same' ? keepId : null };
}

function badInput(field: string, message: string): AppError {
  return new AppError('input/invalid', `These two incidents cannot be compared: ${message}.`, {
    issues: [{ path: [field], message }],
  });
}
