/** What was decided about pairs of incidents, and where a merged one leads. */
import { all, column, get, type Reader, value } from '../sqlite.ts';
import { targetedTables } from '../tables.ts';

/** `a` and `b` in the order in which a pair is stored. */
export function inPairOrder(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

const keptText = `SELECT pair.kept_id FROM incident_pair AS pair
  JOIN incident AS kept ON kept.id = pair.kept_id
  WHERE (pair.a_id = @id OR pair.b_id = @id) AND pair.kept_id <> @id
    AND pair.verdict = 'same' AND pair.deleted_at IS NULL
  ORDER BY kept.deleted_at IS NULL DESC, pair.pk DESC`;

/**
 * The incident that a deleted one was merged into, through several merges when need be; undefined for
 * one that was not merged or is there again.
 */
export function mergedInto(db: Reader, id: string): string | undefined {
  const seen = new Set([id]);
  let current = id;
  for (;;) {
    const isDeleted = value(db, 'SELECT 1 FROM incident WHERE id = ? AND deleted_at IS NOT NULL', [
      current,
    ]);
    if (isDeleted === undefined) return current === id ? undefined : current;
    const next = value<string>(db, keptText, { id: current });
    if (next === undefined || seen.has(next)) return current === id ? undefined : current;
    seen.add(next);
    current = next;
  }
}

/** Deleted incidents that were merged into this one, also by way of others; oldest merge first. */
export function listMergedInto(db: Reader, id: string): string[] {
  const found = new Set<string>();
  for (let open = [id]; open.length > 0; ) {
    const next = column<string>(
      db,
      `SELECT other.id FROM incident_pair AS pair
       JOIN incident AS other
         ON other.id = CASE WHEN pair.kept_id = pair.a_id THEN pair.b_id ELSE pair.a_id END
       WHERE pair.kept_id IN (SELECT value FROM json_each(?)) AND pair.verdict = 'same'
         AND pair.deleted_at IS NULL AND other.deleted_at IS NOT NULL
       ORDER BY pair.pk`,
      [JSON.stringify(open)],
    );
    open = next.filter((each) => !found.has(each) && each !== id);
    for (const each of open) found.add(each);
  }
  return [...found];
}

/** All live merges whose other incident is deleted and whose kept one is not, where something still hangs on the other. */
export function listMergesToGoOn(db: Reader): { readonly kept: string; readonly other: string }[] {
  const hanging = [
    'claim WHERE incident_id = other.id',
    'link WHERE from_id = other.id',
    'link WHERE to_id = other.id',
    ...targetedTables.map((table) => `${table} WHERE target_id = other.id`),
    ...(['a_id', 'b_id'] as const).map(
      (end) => `incident_pair AS also WHERE ${end} = other.id AND also.pk <> pair.pk`,
    ),
  ].map((each) => `EXISTS (SELECT 1 FROM ${each} AND deleted_at IS NULL)`);
  return all(
    db,
    `SELECT pair.kept_id AS kept, other.id AS other FROM incident_pair AS pair
     JOIN incident AS kept ON kept.id = pair.kept_id AND kept.deleted_at IS NULL
     JOIN incident AS other
       ON other.id = CASE WHEN pair.kept_id = pair.a_id THEN pair.b_id ELSE pair.a_id END
       AND other.deleted_at IS NOT NULL
     WHERE pair.verdict = 'same' AND pair.deleted_at IS NULL AND (${hanging.join(' OR ')})
     ORDER BY pair.pk`,
  );
}

export interface DecidedPair {
  readonly id: string;
  readonly verdict: 'different' | 'same';
  readonly why: string;
  readonly updated_at: string;
  readonly author: string | null;
}

/** The newest decision about two incidents. */
export function decidedPair(db: Reader, a: string, b: string): DecidedPair | undefined {
  const [first, second] = inPairOrder(a, b);
  return get<DecidedPair>(
    db,
    `SELECT pair.id, pair.verdict, pair.why, pair.updated_at, person.name AS author
     FROM incident_pair AS pair LEFT JOIN person ON person.id = pair.updated_by
     WHERE a_id = ? AND b_id = ? AND pair.deleted_at IS NULL ORDER BY pair.pk DESC`,
    [first, second],
  );
}

/** `a b` of all pairs that are not to be asked about: decided, or tied as parts or followers. */
export function settledPairs(db: Reader, id?: string): Set<string> {
  const only = id === undefined ? '' : 'AND (a_id = @id OR b_id = @id)';
  const onlyLink = id === undefined ? '' : 'AND (from_id = @id OR to_id = @id)';
  const rows = all<{ a: string; b: string }>(
    db,
    `SELECT a_id AS a, b_id AS b FROM incident_pair
       WHERE verdict = 'different' AND deleted_at IS NULL ${only}
     UNION ALL SELECT from_id, to_id FROM link
       WHERE kind = 'incident-incident' AND deleted_at IS NULL
         AND role NOT IN ('possibly-same-as', 'duplicate-of') ${onlyLink}`,
    id === undefined ? {} : { id },
  );
  return new Set(rows.map(({ a, b }) => inPairOrder(a, b).join(' ')));
}

/** `a b` of all pairs linked as possibly the same. */
export function possiblySamePairs(db: Reader, id?: string): Set<string> {
  const only = id === undefined ? '' : 'AND (from_id = @id OR to_id = @id)';
  const rows = all<{ a: string; b: string }>(
    db,
    `SELECT from_id AS a, to_id AS b FROM link
     WHERE kind = 'incident-incident' AND deleted_at IS NULL
       AND role IN ('possibly-same-as', 'duplicate-of') ${only}`,
    id === undefined ? {} : { id },
  );
  return new Set(rows.map(({ a, b }) => inPairOrder(a, b).join(' ')));
}
