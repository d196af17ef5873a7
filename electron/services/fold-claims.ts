/** A claim that a file brought twice becomes one: what stood on the one goes to the other. */
import type { FoldedClaim } from '../../shared/domain/twins.ts';
import { listRecordsBy } from '../db/queries/records.ts';
import { moveNamed } from './move-named.ts';
import type { GivenValues, Tx } from './transaction.ts';

/**
 * What the claim that stays takes over. `isNamed`: something else hangs on the one that goes, or names it; otherwise
 * nothing is written to that and whoever calls takes it out.
 */
export function foldClaim(tx: Tx, fold: FoldedClaim, isNamed: boolean): void {
  const { from, id, patch, tolls, goneTolls } = fold;
  if (Object.keys(patch).length > 0) tx.update('claim', id, patch as GivenValues<'claim'>);
  const double = new Set(tolls.map((toll) => toll.from));
  for (const toll of tolls) {
    if (Object.keys(toll.patch).length === 0) continue;
    tx.update('toll', toll.id, toll.patch as GivenValues<'toll'>);
  }
  for (const gone of goneTolls) {
    if (tx.get('toll', gone)?.deleted_at === null) tx.remove('toll', gone);
  }
  const figures = listRecordsBy(tx.db, 'toll', 'claim_id', [from]);
  if (!isNamed && figures.every((toll) => double.has(toll.id))) return;
  for (const toll of figures) if (double.has(toll.id)) tx.remove('toll', toll.id);
  moveNamed(tx, 'claim', from, id);
}
