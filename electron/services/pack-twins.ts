/** Incidents of a pack that are rows of a data set which the case has too. Reads only. */
import type { PackPreview } from '../../shared/contract/exchange-calls.ts';
import { type KeyedIncident, listWithKeys } from '../db/queries/row-twins.ts';
import type { Reader } from '../db/sqlite.ts';
import type { PlannedRecord } from './held-plan.ts';
import { setsOf, twinsOf } from './join-row-twins.ts';

export interface PackTwins {
  readonly shown: PackPreview['twins'];
  /** New incidents of the pack that are one of them. */
  readonly fresh: ReadonlySet<string>;
}

export function packTwins(db: Reader, plan: readonly PlannedRecord[]): PackTwins {
  const incidents = plan.filter(({ table }) => table === 'incident');
  const theirs = incidents.flatMap((planned): KeyedIncident[] => {
    const { id, merged } = planned;
    const becomes = merged?.content ?? planned.ours ?? planned.theirs;
    const key = becomes['external_key'];
    return becomes['deleted_at'] === null && typeof key === 'string' ? [{ id, key }] : [];
  });
  const keys = [...new Set(theirs.map(({ key }) => key))];
  const known = new Set(incidents.map(({ id }) => id));
  const ours = listWithKeys(db, keys).filter(({ id }) => !known.has(id));
  const twins = twinsOf(
    db,
    [...theirs, ...ours].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const ids = new Set(twins.flatMap(({ kept, other }) => [kept, other]));
  const isFresh = ({ id, verdict }: PlannedRecord) => verdict === 'new' && ids.has(id);
  return {
    shown: { count: twins.length, sets: setsOf(twins) },
    fresh: new Set(incidents.filter(isFresh).map(({ id }) => id)),
  };
}
