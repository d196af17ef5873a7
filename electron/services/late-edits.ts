/**
 * Fields of an incident that went on being edited on one laptop after another had made it one with another incident: the
 * one that stays takes them where it still says what the one that went said then.
 */
import { unitsOf } from '../../shared/pack/record-merge.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { givenColumns } from '../db/tables.ts';
import type { PlannedRecord } from './held-plan.ts';
import type { GivenValues, Tx } from './transaction.ts';

const fields = givenColumns.incident
  .map(({ name }) => name)
  .filter((name) => name !== 'external_key' && name !== 'invented');

type Loose = Readonly<Record<string, unknown>>;
const isSame = (unit: readonly string[], a: Loose, b: Loose) =>
  unit.every((field) => JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null));

export function takeLateEdits(tx: Tx, plan: readonly PlannedRecord[]): void {
  for (const planned of plan) {
    const { table, id, relation, ourDeletion } = planned;
    if (table !== 'incident' || relation !== 'diverged' || ourDeletion === undefined) continue;
    const { theirs, ours } = planned;
    const isOursGone = ourDeletion !== null;
    if (ours === undefined || isOursGone === (theirs.deleted_at !== null)) continue;
    const kept = mergedInto(tx.db, id);
    const record = kept === undefined ? undefined : tx.get('incident', kept);
    if (record === undefined || record.deleted_at !== null) continue;
    const [gone, edited]: readonly Loose[] = isOursGone ? [ours, theirs] : [theirs, ours];
    if (gone === undefined || edited === undefined) continue;
    const late = unitsOf('incident', fields).filter(
      (unit) => !isSame(unit, gone, edited) && isSame(unit, gone, { ...record }),
    );
    if (late.length === 0) continue;
    const patch = Object.fromEntries(late.flat().map((field) => [field, edited[field]]));
    tx.update('incident', record.id, patch as GivenValues<'incident'>);
  }
}
