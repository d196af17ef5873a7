/** Revisions that records went through here, and what is known of the past of those that came in packs. */

import type { TableName } from '../../../shared/domain/records.ts';
import { pastOf, type Revision } from '../../../shared/pack/revisions.ts';
import { all, column, get, type Reader, run, tuples, value, type Writer } from '../sqlite.ts';
import { type ActionRow, getAction } from './actions.ts';
import { bulkStoryOfId, isInRange, listBulkEvents } from './bulk-log.ts';
import { rowWriter } from './row-writer.ts';

const revisionsAtOnce = 1024;

export interface RevisionRow {
  readonly table_name: string;
  readonly record_id: string;
  readonly rev: string;
  /** What the record had here before; null for a new record and for a past that came in a pack. */
  readonly prev_rev: string | null;
  /** JSON list of the revisions it was made from; null when it is a first one. */
  readonly parents: string | null;
  /** Null for revisions that this case only knows by name. */
  readonly updated_at: string | null;
  readonly updated_by: string | null;
}

const columnNames = 'table_name, record_id, rev, prev_rev, parents, updated_at, updated_by';

function parse({ rev, parents }: Pick<RevisionRow, 'rev' | 'parents'>): Revision {
  return { rev, parents: parents === null ? [] : (JSON.parse(parents) as string[]) };
}

/** All that is known of a record's past. */
function listRevisions(db: Reader, recordId: string): Revision[] {
  return all<RevisionRow>(db, 'SELECT rev, parents FROM revision WHERE record_id = ? ORDER BY pk', [
    recordId,
  ]).map(parse);
}

/** A revision of a record and those it descends from, itself first, then by name. */
export function listPast(db: Reader, recordId: string, rev: string): readonly Revision[] {
  return pastOf(rev, listRevisions(db, recordId));
}

/** Names of all revisions of a record that are known here. */
export function knownRevs(db: Reader, recordId: string): ReadonlySet<string> {
  return new Set(listRevisions(db, recordId).map(({ rev }) => rev));
}

/** What a revision was made from; empty for a first one, and for one that is not known here. */
export function parentsOf(db: Reader, recordId: string, rev: string): readonly string[] {
  const row = get<RevisionRow>(
    db,
    'SELECT rev, parents FROM revision WHERE record_id = ? AND rev = ? ORDER BY pk DESC LIMIT 1',
    [recordId, rev],
  );
  return row ? parse(row).parents : [];
}

/** The last action that gave a record this rev. */
export function revisionAction(db: Reader, recordId: string, rev: string): number | undefined {
  return value<number>(
    db,
    `SELECT action_seq FROM revision WHERE record_id = ? AND rev = ? AND updated_at IS NOT NULL
     ORDER BY pk DESC LIMIT 1`,
    [recordId, rev],
  );
}

/** What one action made of some records. */
export function revisionsInAction(
  db: Reader,
  seq: number,
  recordIds: readonly string[],
): RevisionRow[] {
  // the plus keeps SQLite off the index by action, which would walk all records of it
  const text = `SELECT ${columnNames} FROM revision
    WHERE record_id IN (SELECT value FROM json_each(?)) AND +action_seq = ?
      AND updated_at IS NOT NULL ORDER BY pk`;
  return all<RevisionRow>(db, text, [JSON.stringify(recordIds), seq]);
}

/** Key of the newest revision; 0 when there is none. */
export function lastRevisionKey(db: Reader): number {
  return value<number>(db, 'SELECT max(pk) FROM revision') ?? 0;
}

/** What one action made of records of which it changed nothing else, in the order of writing, between two keys. */
export function revisionsAlone(
  db: Reader,
  seq: number,
  { after, last, limit }: { readonly after: number; readonly last: number; readonly limit: number },
): (RevisionRow & { readonly pk: number })[] {
  const text = `SELECT pk, ${columnNames} FROM revision
    WHERE action_seq = ? AND pk > ? AND pk <= ? AND updated_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM change
        WHERE change.record_id = revision.record_id AND change.action_seq = revision.action_seq)
    ORDER BY pk LIMIT ?`;
  return all(db, text, [seq, after, last, limit]);
}

/** When and by whom records got revisions, by `id rev`; the last time where it was several. */
export function stampsOfMany(
  db: Reader,
  ids: readonly string[],
): ReadonlyMap<string, { readonly updated_at: string; readonly updated_by: string }> {
  const rows = tuples<readonly [id: string, rev: string, at: string, by: string]>(
    db,
    `SELECT record_id, rev, updated_at, updated_by FROM revision
     WHERE record_id IN (SELECT value FROM json_each(?)) AND updated_at IS NOT NULL ORDER BY pk`,
    [JSON.stringify(ids)],
  );
  return new Map(
    rows.map(([id, rev, updated_at, updated_by]) => [`${id} ${rev}`, { updated_at, updated_by }]),
  );
}

/** When and by whom a record got this revision. */
export function stampsOf(
  db: Reader,
  recordId: string,
  rev: string,
): { readonly updated_at: string; readonly updated_by: string } | undefined {
  return get(
    db,
    `SELECT updated_at, updated_by FROM revision
     WHERE record_id = ? AND rev = ? AND updated_at IS NOT NULL ORDER BY pk DESC LIMIT 1`,
    [recordId, rev],
  );
}

export function insertRevisions(db: Writer, seq: number, revisions: readonly RevisionRow[]): void {
  const writer = rowWriter(db, 'revision', ['action_seq', ...columnNames.split(', ')]);
  for (let at = 0; at < revisions.length; at += revisionsAtOnce) {
    const some = revisions.slice(at, at + revisionsAtOnce);
    writer.write(
      some.flatMap((row) => [
        ...[seq, row.table_name, row.record_id, row.rev, row.prev_rev, row.parents],
        ...[row.updated_at, row.updated_by],
      ]),
    );
  }
}

/**
 * A record made in bulk has no revision until something else is made of it: then the one it had is
 * written down, so that history, undo and merges find it. All of one table.
 */
export function noteFirstRevisions(
  db: Writer,
  table: TableName,
  records: readonly Readonly<Record<string, unknown>>[],
): void {
  const events = listBulkEvents(db).filter((event) => event.table === table);
  if (events.length === 0) return;
  const ids = records.map(({ id }) => String(id));
  const known = recordsWithRevisions(db, ids);
  const keys = new Map(
    tuples<readonly [id: string, pk: number]>(
      db,
      `SELECT id, pk FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids.filter((id) => !known.has(id)))],
    ),
  );
  const first = new Map<number, RevisionRow[]>();
  for (const record of records) {
    const id = String(record.id);
    const pk = keys.get(id);
    if (pk === undefined) continue;
    const story = events.filter(({ range }) => isInRange(range, pk));
    const [made] = story;
    const last = story.at(-1);
    if (made === undefined || last === undefined) continue;
    const seq = last.isMade ? made.seq : last.seq;
    const rows = first.get(seq) ?? [];
    first.set(seq, rows);
    rows.push({
      ...{ table_name: table, record_id: id, rev: String(record.rev) },
      ...{ prev_rev: null, parents: null },
      ...{ updated_at: String(record.updated_at), updated_by: String(record.updated_by) },
    });
  }
  for (const [seq, rows] of first) insertRevisions(db, seq, rows);
}

/** Those of some records whose revisions are written down one by one. */
export function recordsWithRevisions(db: Reader, ids: readonly string[]): ReadonlySet<string> {
  const text = `SELECT DISTINCT record_id FROM revision
    WHERE record_id IN (SELECT value FROM json_each(?))`;
  return new Set(column<string>(db, text, [JSON.stringify(ids)]));
}

/** Whether a record's revisions are written down one by one. */
export function hasRevisions(db: Reader, recordId: string): boolean {
  return value(db, 'SELECT 1 FROM revision WHERE record_id = ? LIMIT 1', [recordId]) !== undefined;
}

/** The actions by which a record was made and that making taken back, when it is a tombstone of that. */
function undoneMaking(
  db: Reader,
  recordId: string,
  rev: string,
): { readonly made: ActionRow; readonly undone: ActionRow } | undefined {
  const story = bulkStoryOfId(db, recordId);
  const seq =
    revisionAction(db, recordId, rev) ??
    (hasRevisions(db, recordId) ? undefined : story.at(-1)?.seq) ??
    // undo of older versions left no revision
    value<number>(
      db,
      'SELECT action_seq FROM change WHERE record_id = ? ORDER BY action_seq DESC LIMIT 1',
      [recordId],
    );
  let undone = seq === undefined ? undefined : getAction(db, seq);
  // an import taken back as a batch, that undone, and taken back once more
  if (undone?.kind === 'redo' && undone.undoes !== null) undone = getAction(db, undone.undoes);
  if (undone?.kind !== 'undo' || undone.undoes === null) return undefined;
  const text = `SELECT 1 FROM change WHERE record_id = ? AND action_seq = ? AND field = '*'`;
  const made = getAction(db, undone.undoes);
  if (made === undefined) return undefined;
  const isMaking =
    story[0]?.seq === made.seq || value(db, text, [recordId, made.seq]) !== undefined;
  return isMaking ? { made, undone } : undefined;
}

/** Whether all that a deleted record is, is a tombstone left by undoing its creation. */
export function wasCreationUndone(db: Reader, recordId: string, rev: string): boolean {
  return undoneMaking(db, recordId, rev) !== undefined;
}

/**
 * Whether a deleted record counts as one that never was: its making was taken back before any pack went
 * out, or it came in a pack. Otherwise others may have it, and that it was taken back must travel.
 */
export function isForgotten(db: Reader, recordId: string, rev: string): boolean {
  const found = undoneMaking(db, recordId, rev);
  if (found === undefined) return false;
  const { made, undone } = found;
  return isPackImport(db, made) || !wasSentBetween(db, made.seq, undone.seq);
}

/** Whether an action took a pack in, or took that back: what others wrote, and not what is written here. */
export function isPackImport(db: Reader, { batch }: Pick<ActionRow, 'batch'>): boolean {
  if (batch === null) return false;
  return value(db, 'SELECT format FROM import_batch WHERE id = ?', [batch]) === 'pack';
}

export function wasSentBetween(db: Reader, from: number, to: number): boolean {
  const text = 'SELECT 1 FROM pack_sent WHERE action_seq >= ? AND action_seq < ? LIMIT 1';
  return value(db, text, [from, to]) !== undefined;
}

/** Notes that a pack of what stood after action `seq` was made, whether or not it got anywhere. */
export function insertPackSent(
  db: Writer,
  pack: { readonly at: string; readonly seq: number; readonly title: string },
): void {
  run(db, 'INSERT INTO pack_sent (at, action_seq, title) VALUES (?, ?, ?)', [
    pack.at,
    pack.seq,
    pack.title,
  ]);
}
