/** Entries of history, of the whole case or of a record with what hangs on it. */
import { all, column, type Reader, type SqlValue } from '../sqlite.ts';
import { targetedTables } from '../tables.ts';
import type { ActionRow } from './actions.ts';

export interface HistoryChange {
  readonly action_seq: number;
  readonly table_name: string;
  readonly record_id: string;
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** Live or deleted: a claim taken away is part of the story of its incident. */
const hanging: readonly string[] = [
  'SELECT id FROM claim WHERE incident_id = @id',
  'SELECT toll.id FROM toll JOIN claim ON claim.id = toll.claim_id WHERE claim.incident_id = @id',
  'SELECT id FROM toll WHERE claim_id = @id',
  `SELECT claim_relation.id FROM claim
    JOIN claim_relation ON claim.id IN (from_claim_id, to_claim_id) WHERE claim.incident_id = @id`,
  'SELECT id FROM claim_relation WHERE from_claim_id = @id',
  'SELECT id FROM claim_relation WHERE to_claim_id = @id',
  'SELECT id FROM link WHERE from_id = @id',
  'SELECT id FROM link WHERE to_id = @id',
  'SELECT id FROM incident_pair WHERE a_id = @id',
  'SELECT id FROM incident_pair WHERE b_id = @id',
  'SELECT id FROM actor_name WHERE actor_id = @id',
  'SELECT id FROM place_name WHERE place_id = @id',
  'SELECT id FROM passage WHERE source_id = @id',
  `SELECT note.id FROM claim JOIN note ON note.target_table = 'claim' AND note.target_id = claim.id
    WHERE claim.incident_id = @id`,
  ...targetedTables.flatMap((table) =>
    ['incident', 'actor', 'source', 'claim', 'link', 'place', 'passage'].map(
      (target) => `SELECT id FROM ${table} WHERE target_table = '${target}' AND target_id = @id`,
    ),
  ),
];

const hangingText = hanging.join(' UNION ');

/** Ids of a record and of everything that hangs or hung on it. */
export function storyIds(db: Reader, id: string): string[] {
  return [id, ...column<string>(db, hangingText, { id })];
}

/** Actions, newest first, before a number when one is given. */
export function listActions(
  db: Reader,
  options: {
    readonly ids?: readonly string[] | undefined;
    /** Actions that made those records in bulk, or took them out. */
    readonly bulkSeqs?: readonly number[];
    readonly beforeSeq?: number | undefined;
    readonly limit: number;
  },
): ActionRow[] {
  const conditions: string[] = [];
  const values: SqlValue[] = [];
  if (options.ids) {
    conditions.push(
      `seq IN (SELECT action_seq FROM change WHERE record_id IN (SELECT value FROM json_each(?))
        UNION SELECT value FROM json_each(?))`,
    );
    values.push(JSON.stringify(options.ids), JSON.stringify(options.bulkSeqs ?? []));
  }
  if (options.beforeSeq !== undefined) {
    conditions.push('seq < ?');
    values.push(options.beforeSeq);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return all<ActionRow>(db, `SELECT * FROM action ${where} ORDER BY seq DESC LIMIT ?`, [
    ...values,
    options.limit,
  ]);
}

/** Up to `limit` change rows of an action, of these records only when ids are given; and how many. */
export function listActionChanges(
  db: Reader,
  seq: number,
  ids: readonly string[] | undefined,
  limit: number,
): { readonly rows: HistoryChange[]; readonly count: number } {
  const only = ids ? 'AND record_id IN (SELECT value FROM json_each(?))' : '';
  const values: SqlValue[] = ids ? [seq, JSON.stringify(ids)] : [seq];
  const rows = all<HistoryChange>(
    db,
    `SELECT action_seq, table_name, record_id, field, old, new FROM change
     WHERE action_seq = ? AND field <> '*bulk' ${only} ORDER BY pk LIMIT ?`,
    [...values, limit],
  );
  const [count = 0] = column<number>(
    db,
    `SELECT count(*) FROM change WHERE action_seq = ? AND field <> '*bulk' ${only}`,
    values,
  );
  return { rows, count };
}
