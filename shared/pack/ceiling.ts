/** The TLP ceiling of a pack: what is above it stays here, and nothing that leads to it goes out. */
import { compareTlp } from '../domain/tlp.ts';
import type { TlpLabel } from '../domain/vocabulary.ts';
import type { PackRecord, PackRecords } from './fields.ts';
import { type PackTable, packTables } from './format.ts';
import { pointersOf, withoutPointer } from './references.ts';

export interface Ceiled {
  readonly records: PackRecords;
  /** Ids of records of which a reference was emptied: their content is no longer what `rev` says. */
  readonly emptied: ReadonlySet<string>;
  /** The records left out, to know their names. */
  readonly dropped: readonly PackRecord[];
  /** How many by table: those above the ceiling, and those that make no sense without them. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/**
 * Leaves out what is labelled above `ceiling`; then, until nothing changes, records that stand on
 * something left out, and empties references that can do without (a claim keeps standing without its
 * source). References to records that were never selected are emptied or left out in the same way.
 */
export function applyCeiling(records: PackRecords, ceiling: TlpLabel): Ceiled {
  const kept = new Map<PackTable, Map<string, PackRecord>>();
  const leftOut: Record<string, number> = {};
  for (const table of packTables) {
    const all = records.get(table) ?? [];
    const allowed = all.filter(({ tlp }) => compareTlp(tlp, ceiling) <= 0);
    kept.set(table, new Map(allowed.map((record) => [record.id, record])));
    if (allowed.length < all.length) leftOut[table] = all.length - allowed.length;
  }
  const emptied = new Set<string>();
  while (dropDangling(kept, emptied, leftOut)) {
    // leaving one record out can leave another without ground
  }
  if (Object.keys(leftOut).length > 0) leaveOutFreeText(kept, leftOut);
  const dropped = packTables.flatMap((table) =>
    (records.get(table) ?? []).filter(({ id }) => kept.get(table)?.has(id) !== true),
  );
  return {
    records: new Map([...kept].map(([table, byId]) => [table, [...byId.values()]])),
    emptied,
    dropped,
    leftOut,
  };
}

/** Saved views and reports repeat other records in ways that cannot be blacked out: all or nothing. */
function leaveOutFreeText(
  kept: ReadonlyMap<PackTable, Map<string, PackRecord>>,
  leftOut: Record<string, number>,
): void {
  for (const table of ['saved_view', 'report'] as const) {
    const count = kept.get(table)?.size ?? 0;
    if (count > 0) leftOut[table] = (leftOut[table] ?? 0) + count;
    kept.get(table)?.clear();
  }
}

function dropDangling(
  kept: ReadonlyMap<PackTable, Map<string, PackRecord>>,
  emptied: Set<string>,
  leftOut: Record<string, number>,
): boolean {
  let isChanged = false;
  for (const [table, byId] of kept) {
    for (const record of byId.values()) {
      let current = record;
      for (const pointer of pointersOf(table, record)) {
        if (kept.get(pointer.table as PackTable)?.has(pointer.id) === true) continue;
        isChanged = true;
        if (pointer.reference.whenGone === 'leave-out') {
          byId.delete(record.id);
          leftOut[table] = (leftOut[table] ?? 0) + 1;
          break;
        }
        current = withoutPointer(current, pointer);
        byId.set(record.id, current);
        emptied.add(record.id);
      }
    }
  }
  return isChanged;
}
