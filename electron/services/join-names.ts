/**
 * Actors and sources of one name become one when files made them on several laptops, each by itself: the one with the
 * lowest id, so that all laptops keep the same (decision 0130).
 */
import { joinedNamesake, type NamedTable, namesakeKey } from '../../shared/domain/namesakes.ts';
import type { RecordOf } from '../../shared/domain/records.ts';
import { isOfFile, namesakesOf } from '../db/queries/namesakes.ts';
import { listRecordsById } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { groupBy } from './claim-names.ts';
import type { PlannedRecord } from './held-plan.ts';
import { countNaming, moveNamed } from './move-named.ts';
import type { GivenValues, Tx } from './transaction.ts';

/** Where more names one than this, both stay: all of it would be held in memory. */
const mostNaming = 50_000;

interface NameJoin {
  readonly table: NamedTable;
  readonly kept: string;
  readonly other: string;
  /** What the kept one becomes; undefined for one that was joined before, of which only what came later moves. */
  readonly patch: object | undefined;
}

export interface NamePlan {
  readonly joins: readonly NameJoin[];
  /** Id of the one that stays, by that of each that goes. */
  readonly stays: ReadonlyMap<string, string>;
}

/** Which of the pack's names are one with others; without a plan of all names of the case. Reads only. */
export function planNames(db: Reader, plan?: readonly PlannedRecord[]): NamePlan {
  const idsOf = (table: NamedTable) =>
    plan?.flatMap((planned) => (planned.table === table ? [planned.id] : []));
  // a source may name an actor as its publisher
  const joins = [
    ...joinsIn(db, 'actor', idsOf('actor')),
    ...joinsIn(db, 'source', idsOf('source')),
  ];
  return { joins, stays: new Map(joins.map(({ kept, other }) => [other, kept])) };
}

function joinsIn<T extends NamedTable>(
  db: Reader,
  table: T,
  named: readonly string[] | undefined,
): readonly NameJoin[] {
  if (named?.length === 0) return [];
  const records = listRecordsById(db, table, namesakesOf(db, table, named));
  const groups = groupBy(records, (record) => namesakeKey(table, record));
  return [...groups.values()].flatMap((group) => joinsOf(db, table, group));
}

function joinsOf<T extends NamedTable>(
  db: Reader,
  table: T,
  group: readonly RecordOf<T>[],
): readonly NameJoin[] {
  const sorted = [...group].sort((a, b) => (a.id < b.id ? -1 : 1));
  const kept = sorted.find(({ deleted_at }) => deleted_at === null);
  if (kept === undefined) return [];
  const isKeptOfFile = isOfFile(db, table, kept.id);
  let becomes: RecordOf<T> = kept;
  return sorted.flatMap((other): NameJoin[] => {
    const join = { table, kept: kept.id, other: other.id };
    if (other.id === kept.id) return [];
    if (other.deleted_at !== null) return [{ ...join, patch: undefined }];
    if (!isKeptOfFile || !isOfFile(db, table, other.id)) return [];
    const patch = joinedNamesake(table, becomes, other);
    if (patch === undefined || countNaming(db, table, other.id) > mostNaming) return [];
    becomes = { ...becomes, ...patch };
    return [{ ...join, patch }];
  });
}

/** Whatever is live and names one that goes names the other from then on. */
export function joinNames(tx: Tx, { joins }: NamePlan): void {
  for (const { table, kept, other, patch } of joins) {
    if (patch === undefined) {
      if (countNaming(tx.db, table, other) > 0) moveNamed(tx, table, other, kept);
      continue;
    }
    tx.update(table, kept, patch as GivenValues<NamedTable>);
    moveNamed(tx, table, other, kept);
    tx.remove(table, other);
  }
}
