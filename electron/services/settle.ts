/**
 * Turns a ledger into change rows, revisions, caches and one action of the log, whole or part by part. For
 * act.ts and undo.ts.
 */
import { createHash, type Hash } from 'node:crypto';
import { topics as allTopics } from '../../shared/contract/contract.ts';
import type { RecordOf, TableName } from '../../shared/domain/records.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import {
  type ActionRow,
  type ChangeRow,
  insertAction,
  insertChanges,
  lastAction,
  setActionHash,
} from '../db/queries/actions.ts';
import { dropSnapshot, noteDelta } from '../db/queries/column-snapshot.ts';
import { recordExists, updateRow } from '../db/queries/records.ts';
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
import { counter, type WorkHooks } from './work-hooks.ts';

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

type ChainedAction = Omit<ActionRow, 'hash' | 'state'>;

/** Chains an action to the one before it: SHA-256 over that hash, its own fields, and then its changes. */
function beginHash(previous: string, action: ChainedAction): Hash {
  const { seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes } = action;
  return createHash('sha256')
    .update(previous)
    .update(
      canonicalJson([seq, at, author, author_name, kind, title, why, batch, is_undoable, undoes]),
    );
}

function hashChanges(hash: Hash, changes: Iterable<ChangeRow>): void {
  for (const row of changes) {
    hash.update(canonicalJson([row.table_name, row.record_id, row.field, row.old, row.new]));
  }
}

/** Hash (hex) of an action, see `beginHash`. */
export function actionHash(
  previous: string,
  action: ChainedAction,
  changes: Iterable<ChangeRow>,
): string {
  const hash = beginHash(previous, action);
  hashChanges(hash, changes);
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

/** A record that says what it said, as one deleted and restored in one action, keeps its stamps: no undo would know them. */
function leaveAsBefore(db: Writer, { table, before, after }: Entry): void {
  if (before === undefined) return;
  updateRow(db, table, before as unknown as RecordOf<TableName>, after);
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

/** So many records are held before a part of them is written down. */
const recordsToAPart = 10_000;

/** Texts and what is quoted from them stay together to the end: passages.ts looks at them all. */
const keptToTheEnd: readonly TableName[] = ['source', 'passage'];

/** Writes the action of a ledger. `seq` is the number it must get. */
export class Settlement {
  readonly #ledger: Ledger;
  readonly #seq: number;
  readonly #head: () => ActionHead;
  readonly #found = new Set<Topics[number]>(['history']);
  /** What changed, as long as it is told one by one. */
  readonly #ids = new Set<string>();
  #isWhole = false;
  /** Records of the ledger that are kept to the end. */
  #kept = 0;
  #hash: Hash | undefined;

  /** `head` is asked when the first part is written, or at the end: a title may come out of the work. */
  constructor(ledger: Ledger, seq: number, head: () => ActionHead) {
    this.#ledger = ledger;
    this.#seq = seq;
    this.#head = head;
  }

  /**
   * For work on more records than can be held: where they are many, writes down those written so far and lets go
   * of them. None of them may be written again in this action. Throws `call/cancelled`, `input/invalid`.
   */
  part(): void {
    const { entries, ahead, work } = this.#ledger;
    if (entries.size - this.#kept < (work.recordsToAPart ?? recordsToAPart)) return;
    const some = [...entries.values()].filter(({ table }) => !keptToTheEnd.includes(table));
    // what is told goes on with the records, of which more are to come
    this.#write(some, { ...work, progress: () => undefined });
    for (const { table, id } of some) {
      entries.delete(`${table} ${id}`);
      this.#ledger.tableOf.delete(id);
      this.#ledger.lineages.delete(id);
    }
    ahead.clear();
    this.#kept = entries.size;
    this.#ledger.partedIn = this.#seq;
  }

  /**
   * Answers undefined, having written nothing, when no record differs and nothing is noted. Throws
   * `call/cancelled`, `input/invalid`.
   */
  finish(): Settled | undefined {
    const { db, entries, isNoted, work } = this.#ledger;
    keepPassages(this.#ledger, this.#head());
    this.#write([...entries.values()], work);
    if (this.#hash === undefined && !isNoted) return undefined;
    setActionHash(db, this.#seq, this.#begun().digest('hex'));
    if (this.#head().batch !== null || isNoted) this.#found.add('batches');
    const topics = allTopics.filter((topic) => this.#found.has(topic));
    const ids = this.#isWhole ? [] : [...this.#ids];
    if (this.#isWhole) dropSnapshot(db);
    else noteDelta(db, this.#seq, ids);
    return { seq: this.#seq, topics, ids, isWhole: this.#isWhole };
  }

  /** The hash so far; the action stands in the log from the first time on. */
  #begun(): Hash {
    if (this.#hash === undefined) {
      const { db } = this.#ledger;
      const action = { seq: this.#seq, ...this.#head() };
      this.#hash = beginHash(lastAction(db)?.hash ?? '', action);
      insertAction(db, { ...action, state: 'done', hash: '' });
    }
    return this.#hash;
  }

  #write(entries: readonly Entry[], work: WorkHooks): void {
    const { db } = this.#ledger;
    const bulk = this.#ledger.bulk.splice(0);
    const changed: Entry[] = [];
    const changes: ChangeRow[] = [...bulk];
    for (const entry of entries) {
      const rows = changesOf(entry);
      if (rows.length === 0 && !isTakenOver(this.#ledger, entry)) {
        leaveAsBefore(db, entry);
        continue;
      }
      changes.push(...rows);
      changed.push(entry);
    }
    if (changed.length === 0 && bulk.length === 0) return;
    checkReferences(db, changed);
    hashChanges(this.#begun(), changes);
    insertChanges(db, this.#seq, changes);
    for (const [table, records] of byTable(changed)) noteFirstRevisions(db, table, records);
    const revisions: RevisionRow[] = [];
    const noted = counter(work, 'checking', changed.length);
    for (const entry of changed) {
      noted();
      noteRevision(this.#ledger, entry, (row) => revisions.push(row));
    }
    insertRevisions(db, this.#seq, revisions);
    this.#tell(changed, keepInStep(db, changed, work), bulk);
  }

  #tell(
    changed: readonly Entry[],
    incidents: ReadonlySet<string>,
    bulk: readonly ChangeRow[],
  ): void {
    const found = this.#found;
    for (const { table } of changed) found.add(topicOf[table]);
    for (const row of bulk) found.add(topicOf[row.table_name as TableName]);
    if (incidents.size > 0 || changed.some(({ table }) => table === 'attachment')) {
      found.add('incidents');
    }
    const ids = this.#ids;
    if (!this.#isWhole) {
      for (const { id } of changed) ids.add(id);
      for (const id of incidents) ids.add(id);
    }
    this.#isWhole ||= bulk.length > 0 || ids.size > mostIds;
    if (this.#isWhole) ids.clear();
  }
}

/** A ledger that was written in one go, see `Settlement.finish`. */
export function settle(ledger: Ledger, seq: number, head: ActionHead): Settled | undefined {
  return new Settlement(ledger, seq, () => head).finish();
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
