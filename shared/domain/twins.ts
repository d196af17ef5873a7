/**
 * Two incidents made of one row of a data set, on two laptops: what the one that stays says. Each part is compared with
 * what the file said of it: what only one side's analyst has changed is taken, what both changed alike is one, and
 * where they differ the two are left for somebody to decide. Pure (decision 0130).
 */
import { recordDefaults } from '../contract/record-calls.ts';
import { canonicalJson } from '../lib/canonical-json.ts';
import { saidFields } from '../pack/file-rows.ts';
import { unitsOf } from '../pack/record-merge.ts';
import { computedFields, type RecordOf, recordSchemas } from './records.ts';
import { tlpMax } from './tlp.ts';

type Loose = Readonly<Record<string, unknown>>;
type Table = 'incident' | 'claim' | 'toll';

/** A record beside what the file said of it; undefined where the file did not bring it. */
export interface Told<T extends Table> {
  readonly record: RecordOf<T>;
  readonly said: Loose | undefined;
}
export interface ToldClaim extends Told<'claim'> {
  readonly tolls: readonly Told<'toll'>[];
}
export interface ToldLink {
  readonly record: RecordOf<'link'>;
  /** The file brought it, and nobody has touched it. */
  readonly isAsItCame: boolean;
}

export interface TwinSide extends Told<'incident'> {
  /** With those in the bin, as are tolls and links. */
  readonly claims: readonly ToldClaim[];
  readonly links: readonly ToldLink[];
  /** Hash of the row of the last file; empty where it is not known. */
  readonly digest: string;
}

export interface Patched {
  readonly id: string;
  readonly patch: Loose;
}
/** What becomes of a claim, a toll, or an incident that stood twice. */
export interface Fold extends Patched {
  readonly from: string;
}
export interface FoldedClaim extends Fold {
  readonly tolls: readonly Fold[];
  /** Of figures that the analyst of one side has put into the bin. */
  readonly goneTolls: readonly string[];
}

export interface TwinPlan {
  readonly incident: Loose;
  readonly claims: readonly FoldedClaim[];
  /** Links of the one that goes which the other has as well. */
  readonly doubleLinks: readonly string[];
  /** Links of the one that stays of which the other side's analyst has made something else. */
  readonly goneLinks: readonly string[];
}

/** Files may leave these out; what the record then held is no word of theirs. */
const oftenUnsaid: ReadonlySet<string> = new Set([
  ...['targets', 'date_words', 'time_words', 'radius_m', 'status', 'status_why', 'confidence'],
]);

const own: { readonly [T in Table]: readonly string[] } = {
  incident: namesOf('incident', ['external_key', 'invented']),
  claim: namesOf('claim', ['incident_id', 'source_id', 'claimant_id', 'kind']),
  toll: namesOf('toll', ['claim_id']),
};

function namesOf(table: Table, without: readonly string[]): readonly string[] {
  const left = new Set([...without, ...(computedFields[table] ?? [])]);
  return Object.keys(recordSchemas[table].shape).filter((name) => !left.has(name));
}

const isSame = (fields: readonly string[], a: Loose, b: Loose) =>
  fields.every((field) => canonicalJson(a[field] ?? null) === canonicalJson(b[field] ?? null));

/** What the file said of all fields; those that files never give are as they are made. */
function wordsOf(table: Table, said: Loose, others: Loose): Loose {
  const given: readonly string[] = saidFields[table];
  return Object.fromEntries(
    own[table].map((field) => {
      const isUnsure = oftenUnsaid.has(field) && !isSame([field], said, others);
      const isTold = given.includes(field) && field in said && !isUnsure;
      return [field, isTold ? said[field] : recordDefaults[table][field]];
    }),
  );
}

interface Pair<T extends Table> {
  readonly kept: Told<T>;
  readonly other: Told<T>;
  /** The side whose file is the newer one. */
  readonly newer: 'kept' | 'other';
}

/** The fields that the kept record takes; undefined where the two cannot be one without asking. */
function joined<T extends Table>(table: T, { kept, other, newer }: Pair<T>): Loose | undefined {
  if (kept.said === undefined || other.said === undefined) {
    return isSame(own[table], kept.record, other.record) ? labelOf(kept, other) : undefined;
  }
  const [ours, theirs] = [
    wordsOf(table, kept.said, other.said),
    wordsOf(table, other.said, kept.said),
  ];
  const patch: Record<string, unknown> = {};
  for (const unit of unitsOf(table, own[table])) {
    if (isSame(unit, kept.record, other.record)) continue;
    const isKeptTouched = !isSame(unit, kept.record, ours);
    const isOtherTouched = !isSame(unit, other.record, theirs);
    if (isKeptTouched && isOtherTouched) return undefined;
    const touched = isKeptTouched ? 'kept' : isOtherTouched ? 'other' : newer;
    // the file has said something new since that analyst wrote
    if (touched !== newer && !isSame(unit, ours, theirs)) return undefined;
    if (touched === 'other') for (const field of unit) patch[field] = at(other.record, field);
  }
  return { ...patch, ...labelOf(kept, other) };
}

const at = (record: object, field: string) => (record as Loose)[field];

function labelOf({ record: a }: Told<Table>, { record: b }: Told<Table>): Loose {
  const tlp = tlpMax([a.tlp, b.tlp]);
  return tlp === a.tlp ? {} : { tlp };
}

const isDeleted = ({ record }: { readonly record: { readonly deleted_at: string | null } }) =>
  record.deleted_at !== null;

/** What joining takes; undefined where the two say different things. */
export function twinPlan(
  kept: TwinSide,
  other: TwinSide,
  newer: 'kept' | 'other',
): TwinPlan | undefined {
  if (kept.record.invented !== other.record.invented) return undefined;
  const incident = joined('incident', { kept, other, newer });
  const claims = incident && foldedClaims(kept, other, newer);
  if (incident === undefined || claims === undefined) return undefined;
  return { incident, claims, ...linksOf(kept, other) };
}

/**
 * The claims alone. `isLenient`, of an incident that went before: those that cannot be one stay two. Otherwise
 * undefined where a claim says different things, or where either side has some that match none of one and the same row.
 */
export function foldedClaims(
  kept: TwinSide,
  other: TwinSide,
  newer: 'kept' | 'other',
  isLenient = false,
): readonly FoldedClaim[] | undefined {
  const isOneRow = isOfOneRow(kept, other);
  const free = kept.claims.filter(({ said }) => said !== undefined);
  const folds: FoldedClaim[] = [];
  let isDisputed = false;
  let left = 0;
  for (const claim of other.claims) {
    if (claim.said === undefined) continue;
    const alike = free.filter((each) => isAlike(each, claim));
    const found =
      alike.find((each) => isSame(saidFields.claim, each.said ?? {}, claim.said ?? {})) ??
      (isOneRow ? undefined : alike[0]);
    if (found === undefined) {
      if (!isDeleted(claim)) left += 1;
      continue;
    }
    free.splice(free.indexOf(found), 1);
    if (isDeleted(found) && isDeleted(claim)) continue;
    const fold = isDeleted(found) === isDeleted(claim) ? foldOf(found, claim, newer) : undefined;
    if (fold === undefined) isDisputed = true;
    else folds.push(fold);
  }
  // of one and the same row each has its like, but where an analyst has made something else of one
  const isDouble = isOneRow && left > 0 && free.some((each) => !isDeleted(each));
  return isLenient || (!isDisputed && !isDouble) ? folds : undefined;
}

const isOfOneRow = (a: TwinSide, b: TwinSide) => a.digest === b.digest && a.digest !== '';

function isAlike({ record: a }: ToldClaim, { record: b }: ToldClaim): boolean {
  return a.kind === b.kind && a.source_id === b.source_id && a.claimant_id === b.claimant_id;
}

function foldOf(
  kept: ToldClaim,
  other: ToldClaim,
  newer: 'kept' | 'other',
): FoldedClaim | undefined {
  const patch = joined('claim', { kept, other, newer });
  if (patch === undefined) return undefined;
  const tolls: Fold[] = [];
  const goneTolls: string[] = [];
  for (const toll of other.tolls) {
    const { said } = toll;
    const found = said && kept.tolls.find((each) => each.said && isFigureOf(each.said, said));
    if (found === undefined) continue;
    const fields = joined('toll', { kept: found, other: toll, newer });
    if (fields === undefined) return undefined;
    if (isDeleted(found) !== isDeleted(toll)) {
      // taken out here or there, and not changed on the other side
      if (Object.keys(fields).length > 0 || !isUntouched(found) || !isUntouched(toll)) return;
      if (isDeleted(toll)) goneTolls.push(found.record.id);
      else goneTolls.push(toll.record.id);
      continue;
    }
    if (!isDeleted(toll)) tolls.push({ from: toll.record.id, id: found.record.id, patch: fields });
  }
  return { from: other.record.id, id: kept.record.id, patch, tolls, goneTolls };
}

const isFigureOf = (a: Loose, b: Loose) => isSame(['party', 'outcome'], a, b);
const isUntouched = ({ record, said }: Told<'toll'>) =>
  said !== undefined && isSame(saidFields.toll, { ...record }, said);

/** Which links stand there twice, and which the analyst of the other side has changed or taken out. */
function linksOf(kept: TwinSide, other: TwinSide): Pick<TwinPlan, 'doubleLinks' | 'goneLinks'> {
  const live = (side: TwinSide) => side.links.filter((link) => !isDeleted(link));
  const doubleLinks = live(other).filter(({ record }) =>
    live(kept).some((each) => saysTheSame(each.record, record)),
  );
  const isOneRow = isOfOneRow(kept, other);
  const changedIn = (one: TwinSide, from: TwinSide) =>
    live(one).filter(
      ({ isAsItCame, record }) =>
        isOneRow &&
        isAsItCame &&
        !live(from).some((each) => saysTheSame(each.record, record)) &&
        from.links.some((each) => each.record.from_id === record.from_id),
    );
  const idsOf = (links: readonly ToldLink[]) => links.map(({ record }) => record.id);
  return {
    doubleLinks: [...new Set([...idsOf(doubleLinks), ...idsOf(changedIn(other, kept))])],
    goneLinks: idsOf(changedIn(kept, other)),
  };
}

const linkFields = [
  ...['kind', 'from_id', 'role', 'attribution', 'confidence', 'date_from', 'date_to'],
  ...['claim_id', 'source_id', 'note', 'tlp'],
];
const saysTheSame = (a: RecordOf<'link'>, b: RecordOf<'link'>) =>
  isSame(linkFields, { ...a }, { ...b });
