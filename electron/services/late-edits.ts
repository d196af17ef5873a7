/**
 * Fields of an incident that went on being edited on one laptop after another had made it one with another incident: the
 * one that stays takes them where it still says what the one that went said then.
 */
import { type Content, unitsOf } from '../../shared/pack/record-merge.ts';
import { mergedInto } from '../db/queries/incident-pairs.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { givenColumns } from '../db/tables.ts';
import type { PlannedRecord } from './held-plan.ts';
import type { GivenValues, Tx } from './transaction.ts';

const fields = givenColumns.incident
  .map(({ name }) => name)
  .filter((name) => name !== 'external_key' && name !== 'invented');

const isSame = (unit: readonly string[], a: Content, b: Content) =>
  unit.every((field) => JSON.stringify(a[field] ?? null) === JSON.stringify(b[field] ?? null));

/** The case as it is, or as it will be once the records of the pack stand. */
interface Standing {
  /** The incident into which this one was merged. */
  readonly keptOf: (id: string) => string | undefined;
  /** Also one that is deleted. */
  readonly get: (id: string) => Content | undefined;
  /** `edited`: the version of the one that went, on the side that went on with it. */
  readonly take: (id: string, patch: Content, edited: Content) => void;
}

function eachLateEdit(plan: readonly PlannedRecord[], { keptOf, get, take }: Standing): void {
  for (const planned of plan) {
    const { table, id, relation, ourDeletion } = planned;
    if (table !== 'incident' || relation !== 'diverged' || ourDeletion === undefined) continue;
    const { theirs, ours } = planned;
    const isOursGone = ourDeletion !== null;
    if (ours === undefined || isOursGone === (theirs.deleted_at !== null)) continue;
    const kept = keptOf(id);
    const record = kept === undefined ? undefined : get(kept);
    if (kept === undefined || record === undefined || record['deleted_at'] !== null) continue;
    const [gone, edited]: readonly [Content, Content] = isOursGone
      ? [ours, theirs]
      : [theirs, ours];
    // both sides put together: what the side that edited has only not heard of yet is no edit of it
    const joined = get(id);
    if (joined === undefined) continue;
    const late = unitsOf('incident', fields).filter(
      (unit) => !isSame(unit, gone, joined) && isSame(unit, gone, record),
    );
    if (late.length === 0) continue;
    take(kept, Object.fromEntries(late.flat().map((field) => [field, joined[field]])), edited);
  }
}

/** Once the records of the pack stand. */
export function takeLateEdits(tx: Tx, plan: readonly PlannedRecord[]): void {
  eachLateEdit(plan, {
    keptOf: (id) => mergedInto(tx.db, id),
    get: (id) => tx.get('incident', id),
    take: (id, patch) => tx.update('incident', id, patch as GivenValues<'incident'>),
  });
}

/** An incident of the case that takes what was written of one merged into it. */
export interface LateEdit {
  readonly ours: Content;
  readonly becomes: Content;
  readonly edited: Content;
}

/** What `takeLateEdits` will do, by incident, before anything is written. Conflicts count as ours. */
export function plannedLateEdits(
  db: Reader,
  plan: readonly PlannedRecord[],
): ReadonlyMap<string, LateEdit> {
  const becomes = ({ merged, ours, theirs }: PlannedRecord): Content =>
    merged?.content ?? ours ?? theirs;
  const incidents = new Map<string, PlannedRecord>();
  const mergedInPack = new Map<string, string>();
  for (const planned of plan) {
    if (planned.table === 'incident') incidents.set(planned.id, planned);
    if (planned.table !== 'incident_pair' || planned.merged === undefined) continue;
    const { verdict, deleted_at, a_id, b_id, kept_id } = becomes(planned);
    if (verdict !== 'same' || deleted_at !== null) continue;
    mergedInPack.set(String(kept_id === a_id ? b_id : a_id), String(kept_id));
  }
  const taken = new Map<string, LateEdit>();
  const get = (id: string): Content | undefined => {
    const planned = incidents.get(id);
    return taken.get(id)?.becomes ?? (planned ? becomes(planned) : getRecord(db, 'incident', id));
  };
  const keptOf = (id: string): string | undefined => {
    const seen = new Set([id]);
    let at = id;
    while (get(at)?.['deleted_at'] !== null) {
      const next = mergedInPack.get(at) ?? mergedInto(db, at);
      if (next === undefined || seen.has(next)) break;
      seen.add(next);
      at = next;
    }
    return at === id ? undefined : at;
  };
  eachLateEdit(plan, {
    keptOf,
    get,
    take: (id, patch, edited) => {
      const ours = taken.get(id)?.ours ?? getRecord(db, 'incident', id);
      // one that only the pack has is shown as new
      if (ours !== undefined) taken.set(id, { ours, becomes: { ...get(id), ...patch }, edited });
    },
  });
  return taken;
}
