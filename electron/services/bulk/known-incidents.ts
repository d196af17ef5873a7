/** Incidents of a data set that the case holds, by key, with what the last file said of each. */
import type { DataSet } from '../../../shared/import/data-sets.ts';
import { eachKeyedIncident, eachKnownRow } from '../../db/queries/imported-rows.ts';
import type { Reader } from '../../db/sqlite.ts';

/** An incident of the case with the key of a row. */
export interface KnownIncident {
  readonly id: string;
  readonly pk: number;
  /** The action that took in the last file; null when no file did, as in a case that came by pack. */
  readonly seq: number | null;
  /** Seconds since 1970 of the data set's upload. */
  readonly stamp: number | null;
  readonly digest: string;
  /** What the file said where the analyst's own words were kept, by field. */
  readonly refused: Readonly<Record<string, unknown>>;
  /** Names of those where the analyst has decided that it stays so. */
  readonly settled: readonly string[];
  /** In the bin, or merged into another one. */
  readonly isDeleted: boolean;
}

export function knownIncidents(db: Reader, { code }: DataSet): ReadonlyMap<string, KnownIncident> {
  const known = new Map<string, KnownIncident>();
  for (const { key, id, pk } of eachKeyedIncident(db, `${code}:`)) {
    const nothing = { seq: null, stamp: null, digest: '', refused: {}, settled: [] };
    const found: KnownIncident = { id, pk, ...nothing, isDeleted: false };
    known.set(key, preferred(found, known.get(key)));
  }
  for (const row of eachKnownRow(db, `${code}:`)) {
    const found: KnownIncident = {
      ...{ id: row.id, pk: row.incident_pk, seq: row.base_seq ?? row.action_seq },
      stamp: row.stamp,
      digest: row.digest,
      refused: row.refused === null ? {} : (JSON.parse(row.refused) as Record<string, unknown>),
      settled: row.settled === null ? [] : (JSON.parse(row.settled) as string[]),
      isDeleted: row.deleted_at !== null,
    };
    const other = known.get(row.key);
    known.set(row.key, other?.id === row.id ? found : preferred(found, other));
  }
  return known;
}

/**
 * Two laptops that read one file each by itself have two incidents of one key. A file goes on with the one that
 * is there, not with the tombstone of a merge; of two that are there with the same on every laptop.
 */
function preferred(one: KnownIncident, other: KnownIncident | undefined): KnownIncident {
  if (other === undefined) return one;
  if (one.isDeleted !== other.isDeleted) return one.isDeleted ? other : one;
  return one.id < other.id ? one : other;
}
