/** What goes into the bin with a record, and what forbids that it goes. */
import type { TableName } from '../../shared/domain/records.ts';
import { claimsVia } from '../db/queries/claims-via.ts';
import { column, type Reader } from '../db/sqlite.ts';
import { targetedTables } from '../db/tables.ts';

export interface Named {
  readonly table: TableName;
  readonly id: string;
}

/** Records that cannot stand without the one they name. */
const owned: { readonly [T in TableName]?: readonly { table: TableName; where: string }[] } = {
  incident: [
    { table: 'claim', where: 'incident_id = ?' },
    { table: 'link', where: 'from_incident_id = ?' },
    { table: 'link', where: 'to_incident_id = ?' },
    { table: 'incident_pair', where: 'a_id = ?' },
    { table: 'incident_pair', where: 'b_id = ?' },
  ],
  actor: [
    { table: 'actor_name', where: 'actor_id = ?' },
    { table: 'link', where: 'from_actor_id = ?' },
    { table: 'link', where: 'to_actor_id = ?' },
  ],
  place: [{ table: 'place_name', where: 'place_id = ?' }],
  source: [{ table: 'passage', where: 'source_id = ?' }],
  claim: [
    { table: 'toll', where: 'claim_id = ?' },
    { table: 'claim_relation', where: 'from_claim_id = ?' },
    { table: 'claim_relation', where: 'to_claim_id = ?' },
  ],
  tag: [{ table: 'tagging', where: 'tag_id = ?' }],
};

/** Records that rest on the one they name, and would lose their ground. */
const resting: { readonly [T in TableName]?: readonly { table: TableName; where: string }[] } = {
  place: [{ table: 'incident', where: 'place_id = ?' }],
  source: [
    { table: 'claim', where: 'source_id = ?' },
    { table: 'source', where: 'via_source_id = ?' },
  ],
  actor: [
    { table: 'claim', where: 'claimant_id = ?' },
    { table: 'source', where: 'publisher_actor_id = ?' },
  ],
};

/** A generated column has no index of its own; `from_id` and `to_id` do. */
function linkWhere(where: string): string {
  return where.startsWith('from_')
    ? `${where} AND from_id = ?`
    : where.startsWith('to_')
      ? `${where} AND to_id = ?`
      : where;
}

function ids(
  db: Reader,
  { table, where }: { table: TableName; where: string },
  id: string,
  deletedAt: string | null,
): Named[] {
  const full = table === 'link' ? linkWhere(where) : where;
  const marks = full.split('?').length - 1;
  const state = deletedAt === null ? 'deleted_at IS NULL' : 'deleted_at = ?';
  const found = column<string>(
    db,
    `SELECT id FROM ${table} WHERE ${full} AND ${state} ORDER BY pk`,
    [...new Array<string>(marks).fill(id), ...(deletedAt === null ? [] : [deletedAt])],
  );
  return found.map((each) => ({ table, id: each }));
}

/**
 * Records that hang directly on one: live ones, or those deleted at the stamp given. Apply again to
 * each of them for all.
 */
export function directDependants(
  db: Reader,
  { table, id }: Named,
  deletedAt: string | null,
): readonly Named[] {
  const found = (owned[table] ?? []).flatMap((rule) => ids(db, rule, id, deletedAt));
  for (const targeting of targetedTables) {
    // a passage that leads to a record is a place in a source, and stays there
    if (targeting === 'passage') continue;
    const where = `target_table = '${table}' AND target_id = ?`;
    found.push(...ids(db, { table: targeting, where }, id, deletedAt));
  }
  return found;
}

/** Live records that hang directly on any of some records of one table. */
export function directDependantsOf(
  db: Reader,
  table: TableName,
  some: readonly string[],
): readonly Named[] {
  const json = JSON.stringify(some);
  const isAny = '(SELECT value FROM json_each(?))';
  const rules = (owned[table] ?? []).map(({ table: from, where }) => {
    const field = where.replace(' = ?', '');
    // a generated column has no index of its own
    const also =
      from === 'link' ? ` AND ${field.replace(/_(actor|incident)_/, '_')} IN ${isAny}` : '';
    return { from, where: `${field} IN ${isAny}${also}` };
  });
  for (const targeting of targetedTables) {
    if (targeting === 'passage') continue;
    rules.push({
      from: targeting,
      where: `target_table = '${table}' AND target_id IN ${isAny}`,
    });
  }
  return rules.flatMap(({ from, where }) => {
    const marks = where.split('?').length - 1;
    const text = `SELECT id FROM ${from} WHERE ${where} AND deleted_at IS NULL ORDER BY pk`;
    const ids = column<string>(db, text, new Array<string>(marks).fill(json));
    return ids.map((id) => ({ table: from, id }));
  });
}

/** How many live records rest on this one, by table; those in `leaving` go in the same action. */
export function countResting(
  db: Reader,
  { table, id }: Named,
  leaving: ReadonlySet<string>,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const rule of resting[table] ?? []) {
    const count = ids(db, rule, id, null).filter((each) => !leaving.has(each.id)).length;
    if (count > 0) counts[rule.table] = (counts[rule.table] ?? 0) + count;
  }
  if (table === 'actor') {
    const via = claimsVia(db, id).filter((claim) => !leaving.has(claim)).length;
    if (via > 0) counts.claim = (counts.claim ?? 0) + via;
  }
  return counts;
}
