/**
 * Takes in what a file says beside its rows: of actors whatever happened (themselves, their relations, notes on
 * them), and how its incidents hang together.
 */
import type { TieFacts } from '../../../shared/import/imported.ts';
import type { RowFeed } from '../../../shared/import/row-feed.ts';
import { listRecordsBy } from '../../db/queries/records.ts';
import type { Tx } from '../transaction.ts';
import { FileNames } from './file-names.ts';
import { incidentAt } from './keys-of-files.ts';
import { labelOf, oneByOneMaker } from './name-makers.ts';

/** Answers how many records were made, by table. What stands there already, also in the bin, is not made again. */
export function takeBeside(
  tx: Tx,
  { beside, dataSet }: Pick<RowFeed, 'beside' | 'dataSet'>,
  batch: string,
): Record<string, number> {
  if (beside === undefined) return {};
  const origin = { origin: batch };
  const made: Record<string, number> = {};
  const count = (table: string, more = 1) => {
    made[table] = (made[table] ?? 0) + more;
  };
  const maker = oneByOneMaker(tx, batch);
  const file = new FileNames(tx.db, dataSet, {
    ...maker,
    actor: (actor) => {
      count('actor');
      if (actor.names?.length) count('actor_name', actor.names.length);
      return maker.actor(actor);
    },
  });
  const idOf = (actor: Parameters<typeof file.names.actor>[0]) => file.names.actor(actor).id;
  for (const actor of beside.actors) idOf(actor);
  const tie = (
    kind: 'actor-actor' | 'incident-incident',
    [from_id, to_id]: readonly [string, string],
    { role, attribution, note, since, until, tlp }: TieFacts & { readonly role: string },
  ) => {
    const known = listRecordsBy(tx.db, 'link', 'from_id', [from_id], { includeDeleted: true });
    const isThere = known.some((link) => link.to_id === to_id && link.role === role);
    // two names of the file may be one actor here
    if (isThere || from_id === to_id) return;
    const said = { role, attribution, note, date_from: since, date_to: until };
    tx.insert('link', { kind, from_id, to_id, ...said, ...labelOf({ tlp }) }, origin);
    count('link');
  };
  for (const { from, to, ...said } of beside.ties) tie('actor-actor', [idOf(from), idOf(to)], said);
  for (const { from, to, ...said } of beside.incidentTies) {
    const [a, b] = [from, to].map((key) => incidentAt(tx.db, dataSet.code, key));
    if (a !== undefined && b !== undefined) tie('incident-incident', [a, b], said);
  }
  for (const { of, kind, body, tlp } of beside.notes) {
    const target = { target_table: 'actor', target_id: idOf(of) } as const;
    const known = listRecordsBy(tx.db, 'note', 'target_id', [target.target_id], {
      includeDeleted: true,
    });
    if (known.some((note) => note.body === body)) continue;
    tx.insert('note', { ...target, kind, body, ...labelOf({ tlp }) }, origin);
    count('note');
  }
  return made;
}
