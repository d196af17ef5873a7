/** `incident/bulk`: one change to many incidents in one transaction, one entry of history, one undo. */
import type { CallArgs, CallResult } from '../../shared/contract/contract.ts';
import type { BulkChange } from '../../shared/contract/record-calls.ts';
import { fold } from '../../shared/lib/fold.ts';
import { labelOf } from '../db/queries/labels.ts';
import { listTags } from '../db/queries/tags.ts';
import { type Sql, sql } from '../db/sql.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { type ActionKind, act } from './act.ts';
import type { CaseSession } from './session.ts';
import type { Tx } from './transaction.ts';
import { counter, inPieces, noHooks, type Tick, type WorkHooks } from './work-hooks.ts';

/** Which incidents the change makes different; `tagId` of the tag of that name, when there is one. */
function conditionOf(change: BulkChange, tagId: string | undefined): Sql {
  const isLive = sql`incident.deleted_at IS NULL`;
  switch (change.do) {
    case 'set': {
      const { field, value } = change;
      return sql`${isLive} AND ${{ text: `incident.${field}`, values: [] }} <> ${value}`;
    }
    case 'tag':
      if (tagId === undefined) return isLive;
      return sql`${isLive} AND incident.id NOT IN (SELECT target_id FROM tagging
        WHERE tag_id = ${tagId} AND target_table = 'incident' AND deleted_at IS NULL)`;
    case 'link':
      return sql`${isLive} AND incident.id NOT IN (SELECT to_id FROM link
        WHERE kind = 'actor-incident' AND from_id = ${change.actorId} AND role = ${change.role}
          AND deleted_at IS NULL)`;
    case 'delete':
      return isLive;
    case 'restore':
      return sql`incident.deleted_at IS NOT NULL`;
  }
}

function differing(db: Reader, ids: readonly string[], condition: Sql): string[] {
  const { text, values } = sql`SELECT incident.id FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN incident ON incident.id = wanted.value WHERE ${condition}`;
  return column<string>(db, text, values);
}

/** Steps of a change, an undo or a redo of many records, as they are told. */
export const bulkPhases = ['writing', 'checking', 'indexing'] as const;

const kinds: { readonly [D in BulkChange['do']]: ActionKind } = {
  ...{ set: 'update', tag: 'update', link: 'update', delete: 'delete', restore: 'restore' },
};

function carryOut(
  tx: Tx,
  ids: readonly string[],
  change: BulkChange,
  tagId: string,
  tick: Tick,
): void {
  for (const some of inPieces(ids)) {
    if (change.do === 'delete') tx.removeIncidents(some, tick);
    else {
      if (change.do === 'set') tx.readAhead('incident', some);
      for (const id of some) {
        changeOne(tx, id, change, tagId);
        tick();
      }
    }
    tx.part();
  }
}

function changeOne(
  tx: Tx,
  id: string,
  change: Exclude<BulkChange, { do: 'delete' }>,
  tagId: string,
): void {
  switch (change.do) {
    case 'set':
      tx.update('incident', id, { [change.field]: change.value });
      return;
    case 'tag':
      tx.insert('tagging', { tag_id: tagId, target_table: 'incident', target_id: id });
      return;
    case 'link': {
      const { actorId, role, attribution } = change;
      tx.insert('link', {
        ...{ kind: 'actor-incident', from_id: actorId, to_id: id, role, attribution },
      });
      return;
    }
    case 'restore':
      tx.restore('incident', id);
  }
}

/**
 * Those that are so already are left as they are. Throws `record/not-found` for an actor that is not
 * there, `input/invalid`, `case/read-only`, `disk/*`, `call/cancelled`.
 */
export function changeTogether(
  session: CaseSession,
  { ids: wanted, change }: CallArgs<'incident/bulk'>,
  work: WorkHooks = noHooks,
): CallResult<'incident/bulk'> {
  const { db } = session;
  const name = change.do === 'tag' ? change.name.trim() : '';
  const known = listTags(db).find((tag) => fold(tag.name) === fold(name))?.id;
  const ids = differing(db, wanted, conditionOf(change, known));
  const [first] = ids;
  if (first === undefined) return { changed: 0, revision: session.revision };
  const label = labelOf(db, 'incident', first);
  const title = ids.length > 1 ? `${label} (+${ids.length - 1})` : label;
  act(session, { kind: ids.length > 1 ? 'bulk' : kinds[change.do], title, work }, (tx) => {
    const fresh = change.do === 'tag' && known === undefined;
    const tagId = fresh ? tx.insert('tag', { name }).id : (known ?? '');
    carryOut(tx, ids, change, tagId, counter(work, 'writing', ids.length));
  });
  return { changed: ids.length, revision: session.revision };
}
