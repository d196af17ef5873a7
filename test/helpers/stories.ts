/** What stories of several laptops share: how questions are answered, and what all must hold in the end. */
import { listRecords } from '../../electron/db/queries/records.ts';
import { isForgotten } from '../../electron/db/queries/revisions.ts';
import { fileRowsOf } from '../../electron/services/file-rows.ts';
import type { PackSample } from '../../shared/contract/exchange-calls.ts';
import type { Side } from '../../shared/contract/pack-decisions.ts';
import { canonicalJson } from '../../shared/lib/canonical-json.ts';
import { type Laptop, recordsOf } from './laptops.ts';

/** The same answer to the same question wherever it is asked, field by field. */
export function decide(fields: PackSample['fields']): Record<string, Side> {
  const asked = fields.filter(({ isAsked }) => isAsked);
  const units = new Map(asked.map(({ unit }) => [unit, asked.filter((one) => one.unit === unit)]));
  return Object.fromEntries(
    [...units].map(([unit, parts]) => {
      const [one, other] = (['ours', 'theirs'] as const).map((side) =>
        canonicalJson(parts.map((each) => each[side] ?? null)),
      );
      return [unit, (one ?? '') >= (other ?? '') ? ('ours' as const) : ('theirs' as const)];
    }),
  );
}

/** Without people, who travel only with what they wrote, and without what never was. */
export function sharedRecords(on: Laptop): Record<string, unknown> {
  const isShared = ({ id, rev, deleted_at }: Tombstone) =>
    deleted_at === null || !isForgotten(on.session.db, id, rev);
  const tables = Object.entries(recordsOf(on) as Record<string, Tombstone[]>);
  const shared = tables.map(([table, all]) => [table, all.filter(isShared)]);
  return { ...Object.fromEntries(shared), person: [] };
}

interface Tombstone {
  readonly id: string;
  readonly rev: string;
  readonly deleted_at: string | null;
}

/** What files said of the incidents of a laptop that are there. */
export function fileRows({ session: { db } }: Laptop) {
  const there = listRecords(db, 'incident').map(({ id }) => id);
  return fileRowsOf(db, there);
}
