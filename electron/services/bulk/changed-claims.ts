/** Takes the claims of a newer row into an incident: each is matched with the one an earlier file made. */
import type { RecordOf } from '../../../shared/domain/records.ts';
import type { DataSet } from '../../../shared/import/data-sets.ts';
import type { ReadRow, ReadToll } from '../../../shared/import/imported.ts';
import { listRecordsBy } from '../../db/queries/records.ts';
import type { Tx } from '../transaction.ts';
import type { FieldMerge, Loose } from './field-merge.ts';
import type { FileNames } from './file-names.ts';
import type { FileTrace } from './file-trace.ts';
import { labelOf } from './name-makers.ts';
import { type PlacedClaim, placeClaims } from './row-claims.ts';

export interface Surroundings {
  /** Knows the names of the case. */
  readonly file: FileNames;
  readonly dataSet: DataSet;
  /** Origin of what is made anew. */
  readonly batch: string;
}

export interface ClaimContext extends Surroundings {
  readonly merge: FieldMerge;
  readonly trace: FileTrace;
}

type Claim = RecordOf<'claim'>;

/** Answers whether anything changed. Claims that the file makes no more stay: somebody said them. */
export function takeClaims(tx: Tx, incidentId: string, row: ReadRow, context: ClaimContext) {
  const { file, batch } = context;
  const claims = withoutJoined(
    listRecordsBy(tx.db, 'claim', 'incident_id', [incidentId], { includeDeleted: true }),
  );
  const placed = placeClaims(row, {
    dataSetSource: () => file.dataSetSource,
    source: (source) => file.source(source),
    actor: (actor) => file.names.actor(actor).id,
  });
  const matched = new Set<string>();
  let isChanged = false;
  for (const one of placed) {
    const { claim, source, claimant } = one;
    const isNamedOnly = claim.kind === 'other' && claim.statement === '' && claim.value === null;
    // a source that has said something is not named once more
    if (isNamedOnly && claims.some(({ source_id }) => source_id === source)) continue;
    const found = claims.find(
      (other) =>
        !matched.has(other.id) &&
        other.kind === claim.kind &&
        other.source_id === source &&
        other.claimant_id === claimant,
    );
    if (found === undefined) {
      insertClaim(tx, incidentId, one, { batch, row });
      isChanged = true;
    } else {
      matched.add(found.id);
      // put into the bin by the analyst: it stays there
      if (found.deleted_at === null) isChanged = takeClaim(tx, found, one, context) || isChanged;
    }
  }
  return isChanged;
}

/** What went because two laptops had taken it from one file is told by the one that stayed. */
function withoutJoined(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(
    (claim) =>
      claim.deleted_at === null ||
      !claims.some(
        (other) =>
          other.id === claim.superseded_by_id &&
          other.kind === claim.kind &&
          other.source_id === claim.source_id &&
          other.claimant_id === claim.claimant_id,
      ),
  );
}

function insertClaim(
  tx: Tx,
  incidentId: string,
  { claim, source, claimant }: PlacedClaim,
  { batch, row }: { readonly batch: string; readonly row: ReadRow },
): void {
  const { kind, statement, value, madeOn, credibility = 6, tolls } = claim;
  const made = tx.insert(
    'claim',
    {
      ...{ incident_id: incidentId, source_id: source, claimant_id: claimant, kind, statement },
      ...{ value, made_on: madeOn, credibility, ...labelOf(claim, row) },
    },
    { origin: batch },
  );
  for (const { tlp, ...toll } of tolls) {
    const values = { claim_id: made.id, ...toll, ...labelOf({ tlp }, claim, row) };
    tx.insert('toll', values, { origin: batch });
  }
}

function takeClaim(tx: Tx, current: Claim, { claim }: PlacedClaim, context: ClaimContext): boolean {
  const { merge, trace, batch } = context;
  const { statement, value, madeOn, tolls } = claim;
  const said = { statement, value, made_on: madeOn };
  const base = trace.said('claim', { ...current });
  const patch = merge.patch(`claim:${current.id}.`, current, base, said);
  let isChanged = Object.keys(patch).length > 0;
  if (isChanged) tx.update('claim', current.id, patch);
  const standing = listRecordsBy(tx.db, 'toll', 'claim_id', [current.id], {
    includeDeleted: true,
  }).map((toll) => ({ toll, base: trace.said('toll', { ...toll }) }));
  const told = new Set<string>();
  for (const { tlp, ...figure } of tolls) {
    // by what the file called it: the analyst may have said whose dead they are
    const found = standing.find(({ toll, base: was }) => isOf(was ?? toll, figure));
    if (found === undefined) {
      const values = { claim_id: current.id, ...figure, ...labelOf({ tlp }, claim, current) };
      tx.insert('toll', values, { origin: batch });
      isChanged = true;
      continue;
    }
    told.add(found.toll.id);
    if (found.toll.deleted_at === null) {
      isChanged = takeToll(tx, found.toll, found.base, figure, merge) || isChanged;
    }
  }
  for (const { toll, base: was } of standing) {
    // a figure that the file took back, unless the analyst made another one of it
    if (told.has(toll.id) || toll.deleted_at !== null || !trace.isOfFile('toll', toll)) continue;
    if (was === undefined || !isFigureSame(toll, was)) continue;
    tx.remove('toll', toll.id);
    isChanged = true;
  }
  return isChanged;
}

const isOf = (toll: Loose, figure: ReadToll) =>
  toll.outcome === figure.outcome && toll.party === figure.party;

const isFigureSame = (toll: RecordOf<'toll'>, base: Loose) =>
  toll.low === base.low && toll.high === base.high && toll.qualifier === base.qualifier;

function takeToll(
  tx: Tx,
  toll: RecordOf<'toll'>,
  base: Loose | undefined,
  figure: ReadToll,
  merge: FieldMerge,
): boolean {
  const prefix = `toll:${toll.id}.`;
  const patch = merge.patch(prefix, toll, base, { ...figure });
  // a figure is one thing: half of one would say what nobody said
  if (merge.hasRefused(prefix)) merge.refuse(prefix, patch);
  if (Object.keys(patch).length === 0 || merge.hasRefused(prefix)) return false;
  tx.update('toll', toll.id, patch);
  return true;
}
