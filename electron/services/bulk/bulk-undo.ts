/**
 * Takes an import's records made in bulk out again, also when work went on since: what was edited stays,
 * and so does whatever a record that stays names.
 */
import { type TableName, tableNames, targetTables } from '../../../shared/domain/records.ts';
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { ActionRow } from '../../db/queries/actions.ts';
import { type BulkEvent, bulkEventsOf } from '../../db/queries/bulk-log.ts';
import {
  idOfKey,
  keyOfId,
  keysChangedAfter,
  keysNamedFromOutside,
} from '../../db/queries/bulk-rows.ts';
import { getRecord } from '../../db/queries/records.ts';
import type { Reader } from '../../db/sqlite.ts';
import { givenColumns, referenceFields, referencesOf, targetedTables } from '../../db/tables.ts';
import type { Ledger } from '../ledger.ts';
import { valuesWhenMade } from '../revisions.ts';
import type { CaseSession } from '../session.ts';
import { moveRanges } from './bulk-move.ts';

interface Kept {
  readonly table: TableName;
  readonly id: string;
}

/** Fields that differ from what the import wrote. */
function editedSince(db: Reader, table: TableName, id: string): number {
  const current = getRecord(db, table, id) as Readonly<Record<string, unknown>> | undefined;
  const made = valuesWhenMade(db, table, id);
  if (current === undefined || made === undefined || current.deleted_at !== null) return 0;
  const names = [...givenColumns[table].map(({ name }) => name), 'tlp'];
  return names.filter((name) => canonicalJson(current[name]) !== canonicalJson(made[name])).length;
}

/** Each way in which a record of some table names one of `target`, as SQL of the id named. */
function* waysToName(target: TableName): Generator<{ table: TableName; names: string }> {
  for (const table of tableNames) {
    for (const [field, named] of Object.entries(referenceFields[table] ?? {})) {
      if (named === target) yield { table, names: `${table}.${field}` };
    }
  }
  if (target === 'actor' || target === 'incident') {
    yield { table: 'link', names: `link.from_${target}_id` };
    yield { table: 'link', names: `link.to_${target}_id` };
  }
  if (target === 'actor') {
    yield { table: 'claim', names: `(SELECT value FROM json_each(claim.via))` };
  }
  if (!(targetTables as readonly string[]).includes(target)) return;
  for (const table of targetedTables) yield { table, names: `${table}.target_${target}_id` };
}

/**
 * `leaving`: ids of records made one by one that are taken out in the same action. Counts the records
 * taken out, and the fields and records kept.
 */
export function takeOutBulk(
  session: CaseSession,
  ledger: Ledger,
  action: ActionRow,
  leaving: ReadonlySet<string>,
  at: string,
): { readonly undone: number; readonly kept: number } {
  const { db } = session;
  const events = bulkEventsOf(db, action.seq).filter(({ isMade }) => isMade);
  if (events.length === 0) return { undone: 0, kept: 0 };
  const staying = new Map<TableName, Set<number>>(events.map(({ table }) => [table, new Set()]));
  const queue: Kept[] = [];
  let kept = 0;
  for (const { table, range } of events) {
    for (const { pk, id } of keysChangedAfter(db, table, range, action.seq)) {
      const edited = editedSince(db, table, id);
      const isGone = getRecord(db, table, id)?.deleted_at !== null;
      if (edited === 0 && !isGone) continue;
      kept += edited;
      staying.get(table)?.add(pk);
      if (!isGone) queue.push({ table, id });
    }
  }
  const rangeOf = (table: TableName): BulkEvent['range'] | null =>
    events.find((event) => event.table === table)?.range ?? null;
  const keep = (table: TableName, pk: number): void => {
    const keys = staying.get(table);
    if (keys === undefined || keys.has(pk)) return;
    keys.add(pk);
    kept += 1;
    const id = idOfKey(db, table, pk);
    if (id !== undefined) queue.push({ table, id });
  };
  for (const { table: target, range } of events) {
    for (const way of waysToName(target)) {
      const question = { target, range, ...way, inside: rangeOf(way.table), leaving: [...leaving] };
      for (const pk of keysNamedFromOutside(db, question)) keep(target, pk);
    }
  }
  // what stays keeps its ground
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const record = getRecord(db, next.table, next.id);
    if (record === undefined) continue;
    for (const named of referencesOf(next.table, record)) {
      const range = rangeOf(named.table);
      const pk = range === null ? undefined : keyOfId(db, named.table, named.id);
      if (range && pk !== undefined && pk >= range.first && pk <= range.last) keep(named.table, pk);
    }
  }
  const ranges = events.map(({ table, range }) => {
    const except = [...(staying.get(table) ?? [])].sort((a, b) => a - b);
    return { table, range: { ...range, except } };
  });
  const seq = session.revision + 1;
  const move = { batch: action.batch, seq, at, author: session.author.id, to: 'out' } as const;
  return { undone: moveRanges(ledger, ranges, move), kept };
}
