/** How many incidents came from data sets with terms of their own. */
import type { Filter } from '../../../shared/domain/filter.ts';
import {
  keyPrefixes,
  type LicensedCounts,
  licensedSets,
} from '../../../shared/domain/licensed-data.ts';
import { listOf, type Sql, sql } from '../sql.ts';
import { type Reader, value } from '../sqlite.ts';
import { filterCondition } from './incident-filter.ts';

export type AmongIncidents = { readonly filter: Filter } | { readonly ids: readonly string[] };

/** Live incidents among these, by data set. Read along the index of keys: nothing to read, nothing lost. */
export function countLicensed(db: Reader, among: AmongIncidents): LicensedCounts {
  const condition: Sql =
    'ids' in among
      ? sql`incident.deleted_at IS NULL AND incident.id IN (${listOf(among.ids)})`
      : filterCondition(among.filter);
  const countOf = (prefix: string): number => {
    const keyed = sql`incident.external_key >= ${prefix} AND incident.external_key < ${`${prefix}\uffff`}`;
    const any = sql`SELECT 1 FROM incident WHERE ${keyed} LIMIT 1`;
    if (value(db, any.text, any.values) === undefined) return 0;
    const all = sql`SELECT count(*) FROM incident WHERE ${keyed} AND ${condition}`;
    return value<number>(db, all.text, all.values) ?? 0;
  };
  const counts = licensedSets.map(
    (set) => [set, keyPrefixes(set).reduce((sum, prefix) => sum + countOf(prefix), 0)] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
