/** Whether what was made in bulk is still what the log says: for `case/check`. Reads only. */
import { createHash } from 'node:crypto';
import type { TableName } from '../../../shared/domain/records.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import { type ChangeRow, hasChanges } from '../../db/queries/actions.ts';
import { type BulkEvent, isInRange, listBulkEvents } from '../../db/queries/bulk-log.ts';
import { eachInRange } from '../../db/queries/bulk-rows.ts';
import type { Reader } from '../../db/sqlite.ts';
import { contentHash } from '../rev.ts';
import { valuesWhenMade } from '../revisions.ts';
import { digestLine } from './record-rows.ts';

/** Looks up what happened in bulk to the records of a case; the log is read once. */
export class BulkStories {
  readonly #events: readonly BulkEvent[];

  constructor(db: Reader) {
    this.#events = listBulkEvents(db);
  }

  of(table: TableName, pk: number): readonly BulkEvent[] {
    return this.#events.filter((event) => event.table === table && isInRange(event.range, pk));
  }

  has(table: TableName): boolean {
    return this.#events.some((event) => event.table === table);
  }

  /** Ranges whose records are not those that the log vouches for. */
  *wrongRanges(db: Reader): Generator<{ readonly table: TableName; readonly seq: number }> {
    for (const { table, range, seq } of this.#events.filter(({ isMade }) => isMade)) {
      // brought back: the row that first made them vouches
      const first = this.#events.find(
        (event) => event.table === table && event.range.first === range.first,
      );
      if (first?.seq !== seq) continue;
      const digest = createHash('sha256');
      let count = 0;
      for (const { record } of eachInRange(db, table, range)) {
        const id = String(record.id);
        digest.update(digestLine(id, revWhenMade(db, table, record)));
        count += 1;
      }
      if (count !== range.count || digest.digest('hex') !== range.digest) {
        yield { table, seq };
      }
    }
  }
}

function revWhenMade(
  db: Reader,
  table: TableName,
  current: Readonly<Record<string, unknown>>,
): string {
  const id = String(current.id);
  if (hasChanges(db, id)) return contentHash(table, valuesWhenMade(db, table, id) ?? current);
  return contentHash(table, { ...current, deleted_at: null });
}

/** Fields of a record made in bulk as its later change rows leave them, as JSON. */
export function replayBulk(
  story: readonly BulkEvent[],
  changes: readonly (ChangeRow & { readonly action_seq: number })[],
  current: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const fields = new Map<string, string>();
  for (const change of changes) fields.set(change.field, change.new ?? 'null');
  const last = story.at(-1);
  const stone = changes.filter(({ field }) => field === 'deleted_at').at(-1);
  if (last !== undefined && (stone?.action_seq ?? 0) < last.seq) {
    // a row of a range does not say the stamp of the tombstone, only whether there is one
    fields.set('deleted_at', last.isMade ? 'null' : deletedOrMissing(current));
  }
  return fields;
}

function deletedOrMissing(current: Readonly<Record<string, unknown>>): string {
  return current.deleted_at === null ? '"deleted"' : canonicalJson(current.deleted_at);
}
