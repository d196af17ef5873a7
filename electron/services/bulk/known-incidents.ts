/** Incidents of a data set that the case holds, by key, with what the last file said of each. */
import type { DataSet } from '../../../shared/import/data-sets.ts';
import { idOfKey } from '../../db/queries/bulk-rows.ts';
import { eachKeyedIncident, knownRowOf } from '../../db/queries/imported-rows.ts';
import type { Reader } from '../../db/sqlite.ts';
import { KeyTable } from './key-table.ts';

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

/**
 * Two laptops that read one file each by itself have two incidents of one key. A file goes on with the one that
 * is there, not with the tombstone of a merge; of two that are there with the same on every laptop.
 */
export class KnownIncidents {
  readonly #db: Reader;
  /** Keys of incidents: what is known of each is asked when its row comes, for a case may hold a million. */
  readonly #keys = new KeyTable();

  constructor(db: Reader, { code }: DataSet) {
    this.#db = db;
    for (const { key, pk } of eachKeyedIncident(db, `${code}:`)) {
      if (this.#keys.get(key) === undefined) this.#keys.set(key, pk);
    }
  }

  /** Undefined for a key that is new to the case. */
  get(key: string): KnownIncident | undefined {
    const pk = this.#keys.size === 0 ? undefined : this.#keys.get(key);
    if (pk === undefined) return undefined;
    const row = knownRowOf(this.#db, pk);
    if (row === undefined) {
      const id = idOfKey(this.#db, 'incident', pk) ?? '';
      const nothing = { seq: null, stamp: null, digest: '', refused: {}, settled: [] };
      return { id, pk, ...nothing, isDeleted: false };
    }
    return {
      ...{ id: row.id, pk, seq: row.base_seq ?? row.action_seq },
      stamp: row.stamp,
      digest: row.digest,
      refused: row.refused === null ? {} : (JSON.parse(row.refused) as Record<string, unknown>),
      settled: row.settled === null ? [] : (JSON.parse(row.settled) as string[]),
      isDeleted: row.deleted_at !== null,
    };
  }
}
