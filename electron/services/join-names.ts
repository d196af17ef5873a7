/**
 * Actors and sources of one name become one when files made them on several laptops, each by itself: the one with the
 * lowest id, so that all laptops keep the same (decision 0130).
 */
import { joinedNamesake, type NamedTable, namesakeKey } from '../../shared/domain/namesakes.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { isOfFile, namesakesOf } from '../db/queries/namesakes.ts';
import { listRecordsById } from '../db/queries/records.ts';
import { groupBy } from './claim-names.ts';
import type { PlannedRecord } from './held-plan.ts';
import { countNaming, moveNamed } from './move-named.ts';
import type { GivenValues, Tx } from './transaction.ts';

/** Where more names one than this, both stay: all of it would be held in memory. */
const mostNaming = 50_000;

/** After the records of a pack and the rows of its files were written. Answers how many were joined. */
export function joinNames(tx: Tx, plan: readonly PlannedRecord[]): number {
  // a source may name an actor as its publisher
  return joinTable(tx, plan, 'actor') + joinTable(tx, plan, 'source');
}

function joinTable<T extends NamedTable>(tx: Tx, plan: readonly PlannedRecord[], table: T): number {
  const named = plan.flatMap((planned) => (planned.table === table ? [planned.id] : []));
  if (named.length === 0) return 0;
  const records = listRecordsById(tx.db, table, namesakesOf(tx.db, table, named));
  let joined = 0;
  for (const group of groupBy(records, (record) => namesakeKey(table, record)).values()) {
    const live = group.filter(({ deleted_at }) => deleted_at === null).map(({ id }) => id);
    const [kept, ...others] = live.sort();
    if (kept === undefined) continue;
    joined += others.filter((other) => joinInto(tx, table, kept, other)).length;
    for (const { id, deleted_at } of group) {
      // what came later for one that was joined before
      if (deleted_at !== null && countNaming(tx.db, table, id) > 0) moveNamed(tx, table, id, kept);
    }
  }
  return joined;
}

function joinInto<T extends NamedTable>(
  tx: Tx,
  table: T,
  keptId: string,
  otherId: string,
): boolean {
  if (!isOfFile(tx.db, table, keptId) || !isOfFile(tx.db, table, otherId)) return false;
  const [kept, other] = [keptId, otherId].map((id) => tx.get(table, id)) as RecordOf<T>[];
  const patch = kept && other && joinedNamesake(table, kept, other);
  if (patch === undefined || countNaming(tx.db, table, otherId) > mostNaming) return false;
  tx.update(table, keptId, patch as GivenValues<T>);
  moveNamed(tx, table, otherId, keptId);
  tx.remove(table, otherId);
  return true;
}
