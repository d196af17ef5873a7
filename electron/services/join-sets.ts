/**
 * Names, tags, links and tolls of a record are sets: what two laptops entered alike, each by itself,
 * counts once after an import. The earlier one stays, by its id, so that both laptops keep the same.
 */
import { namesakeKey } from '../../shared/domain/namesakes.ts';
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import { listRecords, listRecordsBy } from '../db/queries/records.ts';
import { countResting, directDependants } from './dependants.ts';
import type { PlannedRecord } from './held-plan.ts';
import { contentHash } from './rev.ts';
import type { Tx } from './transaction.ts';

/** Tables that are sets, with the field that says of what. */
const sets = {
  actor_name: 'actor_id',
  place_name: 'place_id',
  toll: 'claim_id',
  // an actor has thousands of links, an incident a handful
  link: 'to_id',
  tagging: 'target_id',
} as const;
type SetTable = keyof typeof sets;

function isSet(table: TableName): table is SetTable {
  return table in sets;
}

/** Takes out what a pack brought a second time, or what it had earlier than we did. */
export function joinSets(tx: Tx, plan: readonly PlannedRecord[]): void {
  if (plan.some(({ table }) => table === 'tag' || table === 'tagging')) joinTags(tx);
  const fresh = new Set(plan.filter(({ verdict }) => verdict === 'new').map(({ id }) => id));
  for (const planned of plan) {
    const { table, id } = planned;
    if (!fresh.has(id) || !isSet(table)) continue;
    const owner = String(planned.theirs[sets[table]]);
    // of what is new here nothing can be here already
    if (!fresh.has(owner)) joinTwins(tx, table, id, owner);
  }
}

/**
 * Tags of one name and colour made on several laptops become the one with the lowest id; what bore another
 * bears that. Also what comes later for one that was joined already: its tombstone says where to look.
 */
function joinTags(tx: Tx): void {
  const byContent = new Map<string, RecordOf<'tag'>[]>();
  for (const tag of listRecords(tx.db, 'tag', { includeDeleted: true })) {
    const key = namesakeKey('tag', tag);
    byContent.set(key, [...(byContent.get(key) ?? []), tag]);
  }
  for (const tags of byContent.values()) {
    const [kept] = tags
      .filter(({ deleted_at }) => deleted_at === null)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    if (kept === undefined) continue;
    for (const other of tags) if (other.id !== kept.id) bearInstead(tx, other, kept.id);
  }
}

function bearInstead(tx: Tx, other: RecordOf<'tag'>, kept: string): void {
  for (const { id, target_id } of listRecordsBy(tx.db, 'tagging', 'tag_id', [other.id])) {
    tx.update('tagging', id, { tag_id: kept });
    joinTwins(tx, 'tagging', id, target_id);
  }
  if (other.deleted_at === null) tx.remove('tag', other.id);
}

/** Of what stands twice about one owner the one with the lowest id stays. */
export function joinTwins(tx: Tx, table: SetTable, id: string, owner: string): void {
  const record = tx.get(table, id);
  if (record === undefined || record.deleted_at !== null) return;
  const hash = contentHash(table, record);
  const [, ...later] = listRecordsBy(tx.db, table, sets[table] as never, [owner])
    .filter((each) => contentHash(table, each) === hash)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const each of later) if (isBare(tx, table, each.id)) tx.remove(table, each.id);
}

/** Whether nothing hangs or rests on a record, which would go with it. */
function isBare({ db }: Tx, table: SetTable, id: string): boolean {
  const named = { table, id };
  return (
    directDependants(db, named, null).length === 0 &&
    Object.keys(countResting(db, named, new Set())).length === 0
  );
}
