/** Whatever names one record names another from then on: all references, ends of links and what was put on it. */
import { type TableName, tableNames } from '../../shared/domain/records.ts';
import { claimsVia } from '../db/queries/claims-via.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { column, type Reader, value } from '../db/sqlite.ts';
import { referenceFields } from '../db/tables.ts';
import { joinTwins } from './join-sets.ts';
import { moveTargeting } from './move-targeting.ts';
import type { Tx } from './transaction.ts';

type Movable = 'actor' | 'source' | 'claim';

interface Naming {
  readonly table: TableName;
  readonly field: string;
}

function namingOf(of: Movable): readonly Naming[] {
  const fields = tableNames.flatMap((table) =>
    Object.entries(referenceFields[table] ?? {}).flatMap(([field, named]) =>
      named === of ? [{ table, field }] : [],
    ),
  );
  if (of !== 'actor') return fields;
  return [...fields, { table: 'link', field: 'from_id' }, { table: 'link', field: 'to_id' }];
}

const naming: { readonly [T in Movable]: readonly Naming[] } = {
  actor: namingOf('actor'),
  source: namingOf('source'),
  claim: namingOf('claim'),
};

/** Live records that name one, those put on it left out. */
export function countNaming(db: Reader, table: Movable, id: string): number {
  const via = table === 'actor' ? claimsVia(db, id).length : 0;
  return naming[table].reduce((sum, { table: of, field }) => {
    const text = `SELECT count(*) FROM ${of} WHERE ${field} = ? AND deleted_at IS NULL`;
    return sum + (value<number>(db, text, [id]) ?? 0);
  }, via);
}

/** Live records only. A link whose ends would be one is taken out. */
export function moveNamed(tx: Tx, table: Movable, from: string, to: string): void {
  for (const { table: of, field } of naming[table]) {
    const ids = listRecordsBy(tx.db, of, field as never, [from]).map(({ id }) => id);
    tx.readAhead(of, ids);
    for (const id of ids) {
      if (of === 'link' && hasOtherEnd(tx, id, to)) tx.remove(of, id);
      else tx.update(of, id, { [field]: to });
      if (of === 'actor_name') joinTwins(tx, of, id, to);
    }
    if (of === 'link') joinLinks(tx, field, to);
  }
  if (table === 'actor') {
    for (const id of claimsVia(tx.db, from)) {
      const via = tx.get('claim', id)?.via.map((each) => (each === from ? to : each)) ?? [];
      tx.update('claim', id, { via: [...new Set(via)] });
    }
  }
  moveTargeting(tx, [table, from], [table, to]);
}

/** Of links that now say the same of the same ends the one with the lowest id stays. */
function joinLinks(tx: Tx, field: string, to: string): void {
  const double = column<string>(
    tx.db,
    `SELECT min(id) FROM link WHERE ${field} = ? AND deleted_at IS NULL
     GROUP BY from_id, to_id, role HAVING count(*) > 1`,
    [to],
  );
  for (const id of double) joinTwins(tx, 'link', id, String(tx.get('link', id)?.to_id));
}

/** Whether the link would tie `to` with itself. */
function hasOtherEnd(tx: Tx, id: string, to: string): boolean {
  const link = tx.get('link', id);
  return link?.kind === 'actor-actor' && (link.from_id === to || link.to_id === to);
}
