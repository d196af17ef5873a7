/** Records that one import makes anew, each table's in a range of keys of its own (decision 0091). */
import { recordDefaults } from '../../../shared/contract/record-calls.ts';
import type { ChangeRow } from '../../db/queries/actions.ts';
import {
  type ImportValues,
  type NextKeys,
  type RangeName,
  rangeNames,
  type UsualValues,
} from '../../db/queries/bulk-writer.ts';
import type { SqlValue } from '../../db/sqlite.ts';
import { RecordRows } from './record-rows.ts';

export interface RangesOptions {
  readonly batch: string;
  /** Label of records that say none of their own. */
  readonly tlp: string;
  readonly keys: NextKeys['records'];
  readonly newId: () => string;
}

type Rows = { readonly [T in RangeName]: RecordRows<T> };

/** A field that the import does not give, by table. */
export const usualValues: UsualValues = {
  ...recordDefaults,
  source: { ...recordDefaults.source, text_sha256: null, text_version: 1 },
};

function perRange<V>(make: (name: RangeName) => V): { readonly [T in RangeName]: V } {
  return Object.fromEntries(rangeNames.map((name) => [name, make(name)])) as {
    readonly [T in RangeName]: V;
  };
}

export class RecordRanges {
  readonly newId: () => string;
  readonly #batch: string;
  readonly #tlp: string;
  readonly #rows: Rows;

  constructor({ batch, tlp, keys, newId }: RangesOptions) {
    this.newId = newId;
    this.#batch = batch;
    this.#tlp = tlp;
    const rows = perRange((name) => new RecordRows(name, keys[name], usualValues[name]));
    this.#rows = rows as unknown as Rows;
  }

  /** A record; answers its key. `tlp`: its own label. `beside`: the columns that are no fields of it. */
  add<T extends RangeName>(
    table: T,
    id: string,
    values: ImportValues<T>,
    tlp: string = this.#tlp,
    beside: readonly SqlValue[] = [],
  ): number {
    return this.#rows[table].add(id, values, tlp, beside);
  }

  /** The rows since the last call. */
  take(): { readonly [T in RangeName]: SqlValue[] } {
    return perRange((name) => this.#rows[name].take());
  }

  /** Ends the ranges. Answers the rows for the log. */
  finish(): ChangeRow[] {
    return Object.values(this.#rows).flatMap((rows) => rows.finish(this.#batch) ?? []);
  }

  /** Records by table, those with none left out. */
  counts(): Record<string, number> {
    return Object.fromEntries(
      rangeNames.map((name) => [name, this.#rows[name].count]).filter(([, count]) => count !== 0),
    );
  }
}
