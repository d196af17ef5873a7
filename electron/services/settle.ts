/** Turns a ledger into change rows, revisions, caches and one action of the log. For act.ts and undo.ts. */
import { createHash } from 'node:crypto';
import { topics as allTopics } from '../../shared/contract/contract.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  type ActionRow,
  type ChangeRow,
  insertAction,
  insertChanges,
  lastAction,
} from '../db/queries/actions.ts';
import { dropSnapshot, noteDelta } from '../db/queries/column-snapshot.ts';
import { recordExists } from '../db/queries/records.ts';
import {
  insertRevisions,
  knownRevs,
  noteFirstRevisions,
  type RevisionRow,
} from '../db/queries/revisions.ts';
import type { Writer } from '../db/sqlite.ts';
import { givenColumns, referencesOf } from '../db/tables.ts';
import { keepInStep } from './in-step.ts';
import type { Entry, Ledger } from './ledger.ts';
import { keepPassages } from './passages.ts';
import { invalid } from './record-values.ts';
import type { Topics } from './session.ts';
import { counter } from './work-hooks.ts';

const asJson = (value: unknown) => canonicalJson(value ?? null);

/** One row per field that differs; one row `*` with all fields for a new record. */
function changesOf({ table, id, before, after }: Entry): ChangeRow[] {
  const base = { table_name: table, record_id: id };
  const names = [...givenColumns[table].map(({ name }) => name), 'tlp'];
  if (before === undefined) {
    const content: Record<string, unknown> = {};
    for (const name of names) content[name] = after[name];
    if (after.deleted_at !== null) content.deleted_at = after.deleted_at;
    return [{ ...base, field: '*', old: null, new: asJson(content) }];
  }
  return [...names, 'deleted_at'].flatMap((field) => {
    if (before[field] === after[field]) return [];
    const old = asJson(before[field]);
    const next = asJson(after[field]);
    return old === next ? [] : [{ ...base, field, old, new: next }];
  });
}

/** Every reference of what was written must lead somewhere. Throws `input/invalid`. */
function checkReferences(db: Writer, entries: readonly Entry[]): void {
  const known = new Set<string>();
  for (const { table, id, before, after } of entries) {
    for (const reference of referencesOf(table, after)) {
      // rows are never removed: what it led to before is still there
      if (before?.[reference.field] === reference.id && hasSameEnds(before, after)) continue;
      const key = `${reference.table} ${reference.id}`;
      if (known.has(key)) continue;
      if (!recordExists(db, reference.table, reference.id)) {
        const message = `there is no ${reference.table} with this id`;
        throw invalid(table, id, [{ path: [reference.field], message }]);
      }
      known.add(key);
    }
  }
}

/** Whether links and targets name records of the same tables as before. */
function hasSameEnds(before: Entry['after'], after: Entry['after']): boolean {
  return before.kind === after.kind && before.target_table === after.target_table;
}

const topicOf: { readonly [T in TableName]: Topics[number] } = {
  incident: 'incidents',
  actor: 'actors',
  actor_name: 'actors',
  place: 'places',
  place_name: 'places',
  source: 'sources',
  claim: 'claims',
  toll: 'claims',
  claim_relation: 'claims',
  link: 'links',
  incident_pair: 'links',
  passage: 'sources',
  note: 'notes',
  attachment: 'sources',
  tag: 'tags',
  tagging: 'tags',
  saved_view: 'case',
  report: 'case',
  person: 'case',
  case_info: 'case',
};

/** Chains an action to the one before it: SHA-256 (hex) over that hash, its own fields, its changes. */
export function actionHash(
  previous: string,
  action: Omit<ActionRow, 'hash' | 'state'>,
  changes: Iterable<ChangeRow>,
): string {
  const hash = createHash('sha256').update(previous);
  const { seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes } = action;
  hash.update(
    canonicalJson([seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes]),
  );
  for (const row of changes) {
    hash.update(canonicalJson([row.table_name, row.record_id, row.field, row.old, row.new]));
  }
  return hash.digest('hex');
}

export type ActionHead = Pick<
  ActionRow,
  'at' | 'author' | 'author_name' | 'kind' | 'title' | 'why' | 'batch' | 'is_undoable' | 'undoes'
>;

/** Same content under another revision or by another hand is a change too when it came in a pack. */
function isTakenOver({ lineages }: Ledger, { id, before, after }: Entry): boolean {
  const names = ['rev', 'updated_at', 'updated_by', 'created_at', 'created_by'];
  return lineages.has(id) && names.some((name) => before?.[name] !== after[name]);
}

/** More are not told one by one: whoever follows them reads everything again sooner. */
const mostIds = 20_000;

export interface Settled {
  readonly seq: number;
  readonly topics: Topics;
  readonly ids: readonly string[];
  /** More records than are listed: whoever follows the ids must read everything again. */
  readonly isWhole: boolean;
}

/**
 * Writes the action of a ledger. `seq` is the number it must get. Answers undefined, having written
 * nothing, when no record differs and nothing is noted. Throws `call/cancelled`, `input/invalid`.
 */
export function settle(ledger: Ledger, seq: number, head: ActionHead): Settled | undefined {
  const { db } = ledger;
  keepPassages(ledger, head);
  const changed: Entry[] = [];
  const changes: ChangeRow[] = [...ledger.bulk];
  for (const entry of ledger.entries.values()) {
    const rows = changesOf(entry);
    if (rows.length === 0 && !isTakenOver(ledger, entry)) continue;
    changes.push(...rows);
    changed.push(entry);
  }
  if (changed.length === 0 && ledger.bulk.length === 0 && !ledger.isNoted) return undefined;
  checkReferences(db, changed);
  const action = { seq, ...head };
  const hash = actionHash(lastAction(db)?.hash ?? '', action, changes);
  insertAction(db, { ...action, state: 'done', hash });
  insertChanges(db, seq, changes);
  for (const [table, records] of byTable(changed)) noteFirstRevisions(db, table, records);
  const revisions: RevisionRow[] = [];
  const noted = counter(ledger.work, 'checking', changed.length);
  for (const entry of changed) {
    noted();
    noteRevision(ledger, entry, (row) => revisions.push(row));
  }
  insertRevisions(db, seq, revisions);
  const incidents = keepInStep(db, changed, ledger.work);
  const found = new Set<string>(['history', ...changed.map(({ table }) => topicOf[table])]);
  for (const row of ledger.bulk) found.add(topicOf[row.table_name as TableName]);
  if (incidents.size > 0 || changed.some(({ table }) => table === 'attachment')) {
    found.add('incidents');
  }
  if (head.batch !== null || ledger.isNoted) found.add('batches');
  const ids = [...new Set([...changed.map(({ id }) => id), ...incidents])];
  const isWhole = ledger.bulk.length > 0 || ids.length > mostIds;
  if (isWhole) dropSnapshot(db);
  else noteDelta(db, seq, ids);
  const topics = allTopics.filter((topic) => found.has(topic));
  return { seq, topics, ids: isWhole ? [] : ids, isWhole };
}

/** What records were before, by table; those that are new are left out. */
function byTable(changed: readonly Entry[]): ReadonlyMap<TableName, Entry['after'][]> {
  const found = new Map<TableName, Entry['after'][]>();
  for (const { table, before } of changed) {
    if (before === undefined) continue;
    const group = found.get(table);
    if (group) group.push(before);
    else found.set(table, [before]);
  }
  return found;
}

function noteRevision(
  { db, lineages }: Ledger,
  entry: Entry,
  add: (row: RevisionRow) => void,
): void {
  const { table, id, before, after, parents } = entry;
  const base = { table_name: table, record_id: id };
  const asList = (revs: readonly string[]) => (revs.length === 0 ? null : JSON.stringify(revs));
  const lineage = lineages.get(id);
  if (lineage !== undefined) {
    const known = knownRevs(db, id);
    for (const each of lineage.past) {
      if (known.has(each.rev) || each.rev === after.rev) continue;
      const nobody = { prev_rev: null, updated_at: null, updated_by: null };
      add({ ...base, ...nobody, rev: each.rev, parents: asList(each.parents) });
    }
  }
  // a deletion may bear the name of a tombstone that undo left here, and now counts as one
  if (before?.rev === after.rev && lineage === undefined) return;
  add({
    ...base,
    rev: String(after.rev),
    prev_rev: before === undefined ? null : String(before.rev),
    parents: asList(parents),
    updated_at: String(after.updated_at),
    updated_by: String(after.updated_by),
  });
}
