/** One record of every table, tied together, each put in by an action of its own. */
import { writeChunks } from '../../electron/db/queries/attachment-chunks.ts';
import { act } from '../../electron/services/act.ts';
import type { CaseSession } from '../../electron/services/session.ts';
import type { GivenValues } from '../../electron/services/transaction.ts';
import type { TableName } from '../../shared/domain/records.ts';
import { baseOf, emptySha256 } from './record-arbitraries.ts';

type Loose = Record<string, unknown>;

/** In an order in which every reference is there already; case_info comes with the case. */
export const tablesInOrder = [
  'place',
  'place_name',
  'incident',
  'actor',
  'actor_name',
  'source',
  'claim',
  'toll',
  'claim_relation',
  'link',
  'incident_pair',
  'passage',
  'note',
  'attachment',
  'tag',
  'tagging',
  'saved_view',
  'report',
  'person',
] as const satisfies readonly TableName[];
export type FilledTable = (typeof tablesInOrder)[number];

/** Values of the references of a table, to records made before. */
function references(
  table: FilledTable,
  ids: Readonly<Partial<Record<FilledTable | 'other_claim', string>>>,
): Loose {
  switch (table) {
    case 'place_name':
      return { place_id: ids.place };
    case 'incident':
      return { place_id: ids.place };
    case 'actor_name':
      return { actor_id: ids.actor };
    case 'claim':
      return { incident_id: ids.incident, source_id: ids.source, via: [ids.actor] };
    case 'toll':
      return { claim_id: ids.claim };
    case 'claim_relation':
      return { from_claim_id: ids.claim, to_claim_id: ids.other_claim, kind: 'contradicts' };
    case 'link':
      return {
        kind: 'actor-incident',
        role: 'perpetrator',
        from_id: ids.actor,
        to_id: ids.incident,
        source_id: ids.source,
      };
    case 'passage':
      return { source_id: ids.source, target_table: 'claim', target_id: ids.claim };
    case 'note':
    case 'attachment':
      return { target_table: 'incident', target_id: ids.incident };
    case 'tagging':
      return { tag_id: ids.tag, target_table: 'incident', target_id: ids.incident };
    default:
      return {};
  }
}

/** Adds one of each; answers the ids by table. */
export function fillCase(session: CaseSession): Record<FilledTable, string> {
  const ids: Partial<Record<FilledTable | 'other_claim', string>> = {};
  for (const table of tablesInOrder) {
    const values = { ...baseOf(table), ...references(table, ids) };
    const record = act(session, { kind: 'create', title: `a ${table}` }, (tx) => {
      if (table === 'attachment') writeChunks(tx.db, emptySha256, []);
      if (table === 'incident_pair') {
        const other = tx.insert('incident', { title: 'Another attack' });
        const [a_id, b_id] = [String(ids.incident), other.id].sort();
        return tx.insert('incident_pair', {
          ...values,
          a_id,
          b_id,
        } as GivenValues<'incident_pair'>);
      }
      return tx.insert(table, values as GivenValues<FilledTable>);
    });
    ids[table] = record.id;
    // a relation needs a claim at each end
    if (table === 'claim') {
      ids.other_claim = act(session, { kind: 'create', title: 'another claim' }, (tx) =>
        tx.insert('claim', { incident_id: ids.incident ?? '' }),
      ).id;
    }
  }
  return ids as Record<FilledTable, string>;
}
