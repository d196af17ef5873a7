/** What was put on one record goes to another that says the same or holds both: notes, files, tags, passages. */
import type { RecordOf, TargetTable } from '../../shared/domain/records.ts';
import { listTargeting } from '../db/queries/records.ts';
import { targetedTables } from '../db/tables.ts';
import { contentHash } from './rev.ts';
import type { Tx } from './transaction.ts';

export type Target = readonly [table: TargetTable, id: string];
type Targeting = RecordOf<(typeof targetedTables)[number]>;

/** Moves live ones; what says there already what it would say is taken out. A passage is a place in a text and stays. */
export function moveTargeting(tx: Tx, [table, id]: Target, [toTable, toId]: Target): void {
  for (const targeting of targetedTables) {
    const moving = listTargeting(tx.db, targeting, table, [id]);
    if (moving.length === 0) continue;
    const there = new Set(listTargeting(tx.db, targeting, toTable, [toId]).map(saysOf(targeting)));
    for (const record of moving) {
      const moved = { ...record, target_table: toTable, target_id: toId };
      const isThere = targeting !== 'passage' && there.has(saysOf(targeting)(moved));
      if (isThere) tx.remove(targeting, record.id);
      else tx.update(targeting, record.id, { target_table: toTable, target_id: toId });
    }
  }
}

/** A tag stands on a record once, whatever its label. */
const saysOf = (table: (typeof targetedTables)[number]) => (record: Targeting) =>
  'tag_id' in record ? record.tag_id : contentHash(table, { ...record });
