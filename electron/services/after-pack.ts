/**
 * What an import of a pack puts in order once its records stand: rows of files, names that are one, what hangs on
 * merged incidents, claims and incidents that two laptops took from one file (decisions 0083, 0115, 0130).
 */
import { foldedClaims } from '../../shared/domain/twins.ts';
import { listMergesToGoOn } from '../db/queries/incident-pairs.ts';
import { keepFileRow, type PlannedRow, takeFileRows } from './file-rows.ts';
import { foldClaim } from './fold-claims.ts';
import type { PlannedRecord } from './held-plan.ts';
import { joinNames, planNames } from './join-names.ts';
import {
  type JoinedTwins,
  joinRowTwins,
  listRowTwins,
  type TwinContext,
} from './join-row-twins.ts';
import { joinSets } from './join-sets.ts';
import { takeLateEdits } from './late-edits.ts';
import { moveHanging } from './same-move.ts';
import type { Tx } from './transaction.ts';
import { type Side, twinSides } from './twin-sides.ts';
import { inPieces, type Tick } from './work-hooks.ts';

/** `areTwinsJoined`: as whoever imports has chosen. `tick` is told of each pair. Throws what `tick` throws. */
export function putInOrderAfterPack(
  tx: Tx,
  plan: readonly PlannedRecord[],
  rows: readonly PlannedRow[],
  areTwinsJoined: boolean,
  tick: Tick,
): JoinedTwins {
  joinSets(tx, plan);
  takeLateEdits(tx, plan);
  takeFileRows(tx, rows);
  const names = planNames(tx.db, plan);
  const taken = new Map(
    rows.flatMap(({ incident, joined }) => (joined ? [[incident, joined] as const] : [])),
  );
  const context = { taken, stays: names.stays };
  rehome(tx, context);
  joinDoubleClaims(tx, plan, context);
  const incidents = plan.flatMap(({ table, id }) => (table === 'incident' ? [id] : []));
  const twins = areTwinsJoined ? listRowTwins(tx.db, incidents) : [];
  const done = joinRowTwins(tx, twins, context, tick);
  // last: what has gone with an incident need not be moved
  joinNames(tx, names);
  return done;
}

/**
 * What an import brought to an incident that is merged here (or merges incidents that had more here than there) goes
 * to the one that was kept, so that nothing hangs on a tombstone unseen. What the file said of both stands there once.
 */
function rehome(tx: Tx, { taken, stays }: TwinContext): void {
  for (const { kept, other } of listMergesToGoOn(tx.db)) {
    const sides = twinSides(tx, [kept, other], taken, stays);
    const [to, from] = [sides.get(kept), sides.get(other)];
    if (to && from) foldInto(tx, to, from);
    moveHanging(tx, other, kept);
    const row = taken.get(kept);
    if (row !== undefined) keepFileRow(tx, row);
  }
}

function foldInto(tx: Tx, to: Side, from: Side): void {
  for (const fold of foldedClaims(to.side, from.side, 'kept', true) ?? []) {
    foldClaim(tx, fold, true);
    tx.remove('claim', fold.from);
  }
}

/**
 * Claims that a later file brought to one incident on two laptops, each by itself, become one where nobody has touched
 * them. The tombstone says by which it was replaced: a later row of the file passes it by (changed-claims.ts).
 */
function joinDoubleClaims(
  tx: Tx,
  plan: readonly PlannedRecord[],
  { taken, stays }: TwinContext,
): void {
  const known = new Set(
    plan.flatMap(({ table, id, ourDeletion }) =>
      table === 'incident' && ourDeletion !== undefined ? [id] : [],
    ),
  );
  const verdicts = new Map(
    plan.flatMap(({ table, id, verdict }) => (table === 'claim' ? [[id, verdict] as const] : [])),
  );
  const incidents = [...taken.keys()].filter((id) => known.has(id));
  for (const some of inPieces(incidents, 200)) {
    for (const { side } of twinSides(tx, some, taken, stays).values()) {
      const theirs = side.claims.filter(({ record }) => verdicts.get(record.id) === 'new');
      const ours = side.claims.filter(({ record }) => !verdicts.has(record.id));
      if (theirs.length === 0 || ours.length === 0) continue;
      const of = (claims: typeof theirs) => ({ ...side, claims });
      for (const fold of foldedClaims(of(ours), of(theirs), 'kept', true) ?? []) {
        const isTouched = [fold, ...fold.tolls].some(({ patch }) => Object.keys(patch).length > 0);
        if (isTouched || fold.goneTolls.length > 0) continue;
        const [id = '', from = ''] = [fold.id, fold.from].sort();
        const tolls = fold.tolls.map((toll) =>
          fold.id === id ? toll : { ...toll, from: toll.id, id: toll.from },
        );
        foldClaim(tx, { ...fold, id, from, tolls }, true);
        tx.update('claim', from, { superseded_by_id: id });
        tx.remove('claim', from);
      }
    }
  }
}
