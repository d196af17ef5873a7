/** Incidents of a data set that the case holds, by key, with what the last file said of each. */
import { eachKeyedIncident, eachKnownRow } from '../../db/queries/imported-rows.ts';
import type { Reader } from '../../db/sqlite.ts';
import type { DataSet } from './data-sets.ts';

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
  /** In the bin, or merged into another one. */
  readonly isDeleted: boolean;
}

export function knownIncidents(db: Reader, { code }: DataSet): ReadonlyMap<string, KnownIncident> {
  const known = new Map<string, KnownIncident>();
  for (const { key, id, pk } of eachKeyedIncident(db, `${code}:`)) {
    const nothing = { seq: null, stamp: null, digest: '', refused: {} };
    known.set(key, { id, pk, ...nothing, isDeleted: false });
  }
  for (const row of eachKnownRow(db, `${code}:`)) {
    known.set(row.key, {
      ...{ id: row.id, pk: row.incident_pk, seq: row.action_seq, stamp: row.stamp },
      digest: row.digest,
      refused: row.refused === null ? {} : (JSON.parse(row.refused) as Record<string, unknown>),
      isDeleted: row.deleted_at !== null,
    });
  }
  return known;
}
