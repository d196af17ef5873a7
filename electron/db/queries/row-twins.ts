/** Live incidents of one row of a data set, and which of their records something else hangs on. */
import { all, column, type Reader } from '../sqlite.ts';
import { inPairOrder } from './incident-pairs.ts';

export interface KeyedIncident {
  readonly key: string;
  readonly id: string;
}

/** Incidents that share their key with another, by key and id; `among`: only keys that one of these has. */
export function listSharingKeys(db: Reader, among?: readonly string[]): KeyedIncident[] {
  const keys =
    among === undefined
      ? `SELECT external_key FROM incident WHERE external_key IS NOT NULL AND deleted_at IS NULL
         GROUP BY external_key HAVING count(*) > 1`
      : `SELECT external_key FROM incident WHERE id IN (SELECT value FROM json_each(@among))`;
  return all<KeyedIncident>(
    db,
    `SELECT external_key AS key, id FROM incident
     WHERE external_key IN (${keys}) AND deleted_at IS NULL ORDER BY external_key, id`,
    among === undefined ? {} : { among: JSON.stringify(among) },
  );
}

/** Live incidents of the case that have one of these keys. */
export function listWithKeys(db: Reader, keys: readonly string[]): KeyedIncident[] {
  return all<KeyedIncident>(
    db,
    `SELECT external_key AS key, id FROM incident
     WHERE external_key IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY external_key, id`,
    [JSON.stringify(keys)],
  );
}

/** `a b` of pairs that were merged, where somebody has brought the one that went back. */
export function mergedPairs(db: Reader): ReadonlySet<string> {
  const rows = all<{ a_id: string; b_id: string }>(
    db,
    `SELECT a_id, b_id FROM incident_pair WHERE verdict = 'same' AND deleted_at IS NULL`,
  );
  return new Set(rows.map(({ a_id, b_id }) => inPairOrder(a_id, b_id).join(' ')));
}

const some = '(SELECT value FROM json_each(@ids))';
const targeting = (table: 'incident' | 'claim' | 'link') =>
  ['passage', 'note', 'attachment', 'tagging'].map(
    (each) => `SELECT target_id AS id FROM ${each}
      WHERE target_id IN ${some} AND target_table = '${table}' AND deleted_at IS NULL`,
  );

const named: { readonly [T in 'incident' | 'claim' | 'link']: string } = {
  incident: [
    ...targeting('incident'),
    ...['from_id', 'to_id'].map(
      (end) => `SELECT ${end} AS id FROM link
        WHERE ${end} IN ${some} AND kind = 'incident-incident' AND deleted_at IS NULL`,
    ),
    ...['a_id', 'b_id'].map(
      (end) =>
        `SELECT ${end} AS id FROM incident_pair WHERE ${end} IN ${some} AND deleted_at IS NULL`,
    ),
  ].join(' UNION '),
  claim: [
    ...targeting('claim'),
    ...['from_claim_id', 'to_claim_id'].map(
      (end) =>
        `SELECT ${end} AS id FROM claim_relation WHERE ${end} IN ${some} AND deleted_at IS NULL`,
    ),
    `SELECT superseded_by_id FROM claim WHERE superseded_by_id IN ${some} AND deleted_at IS NULL`,
    `SELECT claim_id FROM link WHERE claim_id IN ${some} AND deleted_at IS NULL`,
  ].join(' UNION '),
  link: targeting('link').join(' UNION '),
};

/** Those of these records that a live record names, but for what every incident of a file has. */
export function namedAmong(
  db: Reader,
  table: 'incident' | 'claim' | 'link',
  ids: readonly string[],
): ReadonlySet<string> {
  return new Set(column<string>(db, named[table], { ids: JSON.stringify(ids) }));
}
