/** Two incidents become one: one transaction, one undo, both ids kept. */
import type { Incident } from '../../shared/domain/records.ts';
import { type MergeChoices, mergedPatch } from '../../shared/domain/same-merge.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { inPairOrder } from '../db/queries/incident-pairs.ts';
import { moveHanging } from './same-move.ts';
import type { Tx } from './transaction.ts';

/** Throws `record/not-found` for one that is not there or deleted. */
export function liveIncident(tx: Tx, id: string): Incident {
  const incident = tx.get('incident', id);
  if (incident && incident.deleted_at === null) return incident;
  throw new AppError('record/not-found', 'There is no incident with this id.', {
    table: 'incident',
    id,
  });
}

/**
 * Everything of `other` goes to `kept`; `other` is deleted and leads there from then on. Throws
 * `input/invalid` for a real and an invented incident, which must never mix.
 */
export function mergeIncidents(
  tx: Tx,
  ids: { readonly kept: string; readonly other: string },
  choices: MergeChoices,
  why: string,
): void {
  const kept = liveIncident(tx, ids.kept);
  const other = liveIncident(tx, ids.other);
  if (kept.invented !== other.invented) {
    throw new AppError(
      'input/invalid',
      'One of the two incidents is invented training material: they cannot be merged.',
      { issues: [{ path: ['invented'], message: 'a real and an invented incident' }] },
    );
  }
  moveHanging(tx, other.id, kept.id);
  const patch = mergedPatch(kept, other, choices);
  tx.update('incident', kept.id, patch);
  tx.remove('incident', other.id);
  const [a_id, b_id] = inPairOrder(kept.id, other.id);
  const tlp = patch.tlp ?? kept.tlp;
  tx.insert('incident_pair', { a_id, b_id, verdict: 'same', kept_id: kept.id, why, tlp });
}
