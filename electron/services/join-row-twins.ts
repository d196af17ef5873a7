/**
 * Incidents that two laptops made of one row of a data set become one: many at once, as part of an import or by a
 * single step over the case (decision 0130). Those that say different things are left to be decided.
 */
import { licensedSetOf } from '../../shared/domain/licensed-data.ts';
import type { Incident, RecordOf } from '../../shared/domain/records.ts';
import { tlpMax } from '../../shared/domain/tlp.ts';
import { type TwinPlan, twinPlan } from '../../shared/domain/twins.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type FileRow, isAhead, joinFileRows, saidName } from '../../shared/pack/file-rows.ts';
import { inPairOrder, settledPairs } from '../db/queries/incident-pairs.ts';
import { getRecord } from '../db/queries/records.ts';
import {
  type KeyedIncident,
  listSharingKeys,
  mergedPairs,
  namedAmong,
} from '../db/queries/row-twins.ts';
import type { Reader } from '../db/sqlite.ts';
import { groupBy } from './claim-names.ts';
import { keepFileRow } from './file-rows.ts';
import { foldClaim } from './fold-claims.ts';
import type { NamePlan } from './join-names.ts';
import { sha256Hex } from './record-values.ts';
import { moveHanging } from './same-move.ts';
import type { GivenValues, Tx } from './transaction.ts';
import { type Side, twinSides } from './twin-sides.ts';
import { inPieces, type Tick } from './work-hooks.ts';

export interface RowTwin {
  readonly kept: string;
  readonly other: string;
  /** `external_key` of both. */
  readonly key: string;
}

/** Pairs that are read and written together. */
const pairsAtOnce = 200;

/**
 * Whether a key means the same event everywhere: a number that a data set gives, or the hash of a whole row. Two lists
 * of two offices may count their rows alike.
 */
export function isSameEverywhere(key: string): boolean {
  return licensedSetOf(key) !== undefined || key.includes(':#');
}

/** Of incidents that share a key the one with the lowest id stays, on every laptop. */
function* pairsOf(shared: readonly KeyedIncident[]): Generator<RowTwin> {
  for (const [key, [kept, ...others]] of groupBy(shared, (each) => each.key)) {
    if (kept === undefined || !isSameEverywhere(key)) continue;
    for (const other of others) yield { kept: kept.id, other: other.id, key };
  }
}

/** Twins of the case that nobody has told apart; `among`: only those of keys that one of these has. */
export function listRowTwins(db: Reader, among?: readonly string[]): RowTwin[] {
  return twinsOf(db, listSharingKeys(db, among));
}

/** The same among incidents sorted by id. */
export function twinsOf(db: Reader, shared: readonly KeyedIncident[]): RowTwin[] {
  const pairs = [...pairsOf(shared)];
  if (pairs.length === 0) return pairs;
  const [settled, merged] = [settledPairs(db), mergedPairs(db)];
  return pairs.filter(({ kept, other }) => {
    const name = inPairOrder(kept, other).join(' ');
    return !settled.has(name) && !merged.has(name);
  });
}

/** How many there are of each data set, the most first. */
export function setsOf(twins: readonly RowTwin[]): { name: string; count: number }[] {
  return [...groupBy(twins, ({ key }) => setOf(key))]
    .map(([name, all]) => ({ name, count: all.length }))
    .sort((a, b) => b.count - a.count);
}

/** What a person calls the data set of a key: its short name, of a list of one's own that of the list. */
function setOf(key: string): string {
  return licensedSetOf(key) ?? key.slice(0, key.indexOf(':')).replace(/^table\//, '');
}

export interface JoinedTwins {
  readonly joined: number;
  /** Pairs that say different things. */
  readonly apart: number;
}

export interface TwinContext {
  /** Rows of files that the action has kept already, by incident. */
  readonly taken: ReadonlyMap<string, FileRow>;
  /** Names that go in the same action, after this. */
  readonly stays: NamePlan['stays'];
}

/** Joins what can be joined. `tick` is told of each pair. Throws what `tick` throws. */
export function joinRowTwins(
  tx: Tx,
  twins: readonly RowTwin[],
  { taken, stays }: TwinContext,
  tick: Tick,
): JoinedTwins {
  const rows = new Map(taken);
  let joined = 0;
  // of three that are one each is joined after the one before it was written
  for (const turn of inTurns(twins)) {
    for (const some of inPieces(turn, pairsAtOnce)) {
      joined += joinSome(tx, some, rows, stays);
      tick(some.length);
    }
  }
  return { joined, apart: twins.length - joined };
}

function inTurns(twins: readonly RowTwin[]): readonly (readonly RowTwin[])[] {
  const turns: RowTwin[][] = [];
  for (const group of groupBy(twins, ({ kept }) => kept).values()) {
    for (const [at, twin] of group.entries()) {
      turns[at] ??= [];
      turns[at].push(twin);
    }
  }
  return turns;
}

function joinSome(
  tx: Tx,
  twins: readonly RowTwin[],
  taken: Map<string, FileRow>,
  stays: NamePlan['stays'],
): number {
  const sides = twinSides(
    tx,
    twins.flatMap(({ kept, other }) => [kept, other]),
    taken,
    stays,
  );
  const planned = twins.flatMap((twin) => {
    const [kept, other] = [sides.get(twin.kept), sides.get(twin.other)];
    const plan = kept && other && twinPlan(kept.side, other.side, newerOf(kept, other));
    return plan ? [{ twin, kept, other, plan }] : [];
  });
  if (planned.length === 0) return 0;
  readAhead(
    tx,
    planned.map(({ other }) => other),
  );
  const hanging = hangingOn(
    tx.db,
    planned.map(({ other }) => other),
  );
  for (const { kept, other, plan } of planned) {
    moveOver(tx, kept, other, plan, hanging);
  }
  tx.removeIncidents(
    planned.map(({ twin }) => twin.other),
    () => undefined,
  );
  for (const { twin, kept, other, plan } of planned) {
    notePair(tx, twin, tlpMax([kept.side.record.tlp, other.side.record.tlp]));
    // one that was kept before the incident took over what the other says is told anew
    const row = joinedRow(kept.row, other.row, plan, twin) ?? taken.get(twin.kept);
    if (row === undefined) continue;
    keepFileRow(tx, row);
    taken.set(twin.kept, row);
  }
  return planned.length;
}

/** Everything that will go with the incident. */
function readAhead(tx: Tx, others: readonly Side[]): void {
  const claims = others.flatMap(({ side }) => side.claims);
  tx.readAhead('claim', idsOf(claims));
  tx.readAhead('toll', idsOf(claims.flatMap(({ tolls }) => tolls)));
  tx.readAhead('link', idsOf(others.flatMap(({ side }) => side.links)));
}

const idsOf = (told: readonly { readonly record: { readonly id: string } }[]) =>
  told.map(({ record }) => record.id);

interface Hanging {
  readonly incidents: ReadonlySet<string>;
  readonly claims: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

function hangingOn(db: Reader, others: readonly Side[]): Hanging {
  return {
    incidents: namedAmong(db, 'incident', idsOf(others.map(({ side }) => side))),
    claims: namedAmong(db, 'claim', idsOf(others.flatMap(({ side }) => side.claims))),
    links: namedAmong(db, 'link', idsOf(others.flatMap(({ side }) => side.links))),
  };
}

/** What only the incident that goes has comes to the one that stays; what both have is left to go. */
function moveOver(
  tx: Tx,
  { side: kept }: Side,
  { side: other }: Side,
  plan: TwinPlan,
  hanging: Hanging,
): void {
  const [to, from] = [kept.record.id, other.record.id];
  if (Object.keys(plan.incident).length > 0) {
    tx.update('incident', to, plan.incident as GivenValues<'incident'>);
  }
  for (const fold of plan.claims) foldClaim(tx, fold, hanging.claims.has(fold.from));
  for (const id of plan.goneLinks) tx.remove('link', id);
  const left = new Set([
    ...plan.claims.map((fold) => fold.from),
    ...plan.doubleLinks.filter((id) => !hanging.links.has(id)),
  ]);
  const isMore = [...other.claims, ...other.links].some(
    ({ record }) => record.deleted_at === null && !left.has(record.id),
  );
  if (isMore || hanging.incidents.has(from)) moveHanging(tx, from, to, left);
}

function newerOf({ row: kept }: Side, { row: other }: Side): 'kept' | 'other' {
  if (other === undefined) return 'kept';
  return kept === undefined || !isAhead(kept, other) ? 'other' : 'kept';
}

/** The id follows from both, so that two laptops that join alike make one and the same record. */
function notePair(tx: Tx, { kept, other }: RowTwin, tlp: Incident['tlp']): void {
  const [a_id, b_id] = inPairOrder(kept, other);
  const id = pairId(a_id, b_id);
  const values = { a_id, b_id, verdict: 'same', kept_id: kept, why: '', tlp } as const;
  const known: RecordOf<'incident_pair'> | undefined = getRecord(tx.db, 'incident_pair', id);
  if (known === undefined) tx.insert('incident_pair', values, { id });
  else {
    if (known.deleted_at !== null) tx.restore('incident_pair', id);
    tx.update('incident_pair', id, values);
  }
}

/** A UUID of version 8 (RFC 9562: its bits mean what the maker says). */
function pairId(a: string, b: string): string {
  const hex = sha256Hex(`one row ${a} ${b}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What the case is to know of the file from now on; undefined where it knows that already. */
function joinedRow(
  kept: FileRow | undefined,
  other: FileRow | undefined,
  plan: TwinPlan,
  twin: RowTwin,
): FileRow | undefined {
  if (other === undefined) return undefined;
  const renamed = renamedRow(other, plan, twin.kept);
  if (kept === undefined) return renamed;
  const joined = joinFileRows(kept, renamed);
  const words = ({ digest, refused, settled, said }: FileRow) =>
    canonicalJson({ digest, refused, settled, said: Object.keys(said).sort() });
  return words(joined) === words(kept) ? undefined : joined;
}

/** The row as one about the incident that stays: of what was folded the file says it of what stays. */
function renamedRow(row: FileRow, plan: TwinPlan, kept: string): FileRow {
  const names = new Map<string, string>();
  for (const { from, id, tolls } of plan.claims) {
    names.set(saidName('claim', from), saidName('claim', id));
    for (const toll of tolls) names.set(saidName('toll', toll.from), saidName('toll', toll.id));
  }
  const gone = new Set(plan.doubleLinks.map((id) => saidName('link', id)));
  const recordOf = (name: string) => {
    const [record = ''] = name.split('.');
    return names.has(record) ? name.replace(record, names.get(record) ?? record) : name;
  };
  const renamed = <V>(of: Readonly<Record<string, V>>) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([name, value]) =>
        gone.has(name) ? [] : [[recordOf(name), value]],
      ),
    );
  return {
    ...row,
    incident_id: kept,
    refused: renamed(row.refused),
    settled: row.settled.map(recordOf).sort(),
    said: renamed(row.said),
  };
}
