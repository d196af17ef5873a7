/** What was done in bulk, told as if each record had its own change row. Reads only. */
import type { TableName } from '../../../shared/domain/records.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { ActionRow } from '../../db/queries/actions.ts';
import {
  type BulkEvent,
  bulkStory,
  bulkTableOf,
  isInRange,
  listBulkEvents,
} from '../../db/queries/bulk-log.ts';
import { pageOfRange } from '../../db/queries/bulk-rows.ts';
import type { HistoryChange } from '../../db/queries/history.ts';
import type { Reader } from '../../db/sqlite.ts';
import { givenColumns } from '../../db/tables.ts';
import { valuesWhenMade } from '../revisions.ts';

interface Told {
  readonly rows: HistoryChange[];
  readonly count: number;
}

interface Storied {
  readonly table: TableName;
  readonly id: string;
  readonly story: readonly BulkEvent[];
}

export class BulkHistory {
  readonly #db: Reader;
  readonly #events: readonly BulkEvent[];
  /** Of the records asked for; undefined for the whole case. */
  readonly #records: readonly Storied[] | undefined;

  constructor(db: Reader, ids: readonly string[] | undefined) {
    this.#db = db;
    this.#events = listBulkEvents(db);
    this.#records = ids?.flatMap((id) => {
      const table = this.#events.length === 0 ? undefined : bulkTableOf(db, id);
      return table === undefined ? [] : [{ table, id, story: bulkStory(db, table, id) }];
    });
  }

  /** Numbers of the actions that touched the records asked for. */
  get seqs(): readonly number[] {
    const found = (this.#records ?? []).flatMap(({ story }) => story.map(({ seq }) => seq));
    return [...new Set(found)];
  }

  changesOf(action: ActionRow, limit: number): Told {
    return this.#records === undefined
      ? this.#ofCase(action, limit)
      : this.#ofRecords(action, this.#records, limit);
  }

  #ofCase(action: ActionRow, limit: number): Told {
    const events = this.#events.filter(({ seq }) => seq === action.seq);
    const rows: HistoryChange[] = [];
    let count = 0;
    for (const event of events) {
      const { table, range } = event;
      count += range.count - (range.except?.length ?? 0);
      for (let after = range.first - 1; rows.length < limit; ) {
        const page = pageOfRange(this.#db, table, after, range.last, limit);
        for (const { pk, record } of page) {
          after = pk;
          if (rows.length < limit && isInRange(range, pk))
            rows.push(this.#change(action, event, String(record.id)));
        }
        if (page.length === 0) break;
      }
    }
    return { rows, count };
  }

  #ofRecords(action: ActionRow, records: readonly Storied[], limit: number): Told {
    const rows: HistoryChange[] = [];
    let count = 0;
    for (const { id, story } of records) {
      for (const event of story.filter(({ seq }) => seq === action.seq)) {
        count += 1;
        if (rows.length < limit) rows.push(this.#change(action, event, id));
      }
    }
    return { rows, count };
  }

  #change({ seq, at }: ActionRow, event: BulkEvent, id: string): HistoryChange {
    const base = { action_seq: seq, table_name: event.table, record_id: id };
    if (!event.isMade) return { ...base, field: 'deleted_at', old: null, new: canonicalJson(at) };
    const isFirst = bulkStory(this.#db, event.table, id)[0]?.seq === seq;
    if (!isFirst) return { ...base, field: 'deleted_at', old: canonicalJson(at), new: null };
    const made = valuesWhenMade(this.#db, event.table, id) ?? {};
    const content: Record<string, unknown> = { tlp: made.tlp };
    for (const { name } of givenColumns[event.table]) content[name] = made[name];
    return { ...base, field: '*', old: null, new: canonicalJson(content) };
  }
}
