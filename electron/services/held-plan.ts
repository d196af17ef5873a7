/** The plan of an import, held in little memory: both sides of a record are made anew when they are asked for. */
import type { PackPreview } from '../../shared/contract/exchange-calls.ts';
import type { ItemList, PackRecord } from '../../shared/pack/fields.ts';
import type { PackTable } from '../../shared/pack/format.ts';
import type { Content, Merged } from '../../shared/pack/record-merge.ts';
import type { Relation } from '../../shared/pack/revisions.ts';
import { getRecord } from '../db/queries/records.ts';
import type { Reader } from '../db/sqlite.ts';
import { StoredList } from '../files/stored-list.ts';

export type Verdict = PackPreview['samples'][number]['verdict'];

/** `theirs`, `ours` and `merged` are made at each look: ask for what stands beside them first. */
export interface PlannedRecord {
  readonly table: PackTable;
  readonly id: string;
  readonly verdict: Verdict;
  readonly relation: Relation | 'new';
  /** When the record of the case was deleted, null for a live one; undefined for a new record. */
  readonly ourDeletion: string | null | undefined;
  readonly theirs: PackRecord;
  /** What the case holds; undefined for a new record. */
  readonly ours: Content | undefined;
  /** What the record becomes, conflicts still holding our value; undefined when nothing is to be done. */
  readonly merged: Merged | undefined;
}

/** What becomes of a record, as it is worked out. `ours` is undefined for a new one, which `merged` is theirs for. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly relation: Relation | 'new';
  readonly ours: Content | undefined;
  readonly merged: Merged | undefined;
}

interface Sides {
  readonly ours: Content;
  readonly merged: Merged;
}

/** Where a record of the pack stands. */
export interface Place {
  readonly table: PackTable;
  readonly of: ItemList<PackRecord>;
  readonly at: number;
}

/** With both sides made once, for work that looks at them several times. */
export function madeOnce({
  table,
  id,
  verdict,
  relation,
  ourDeletion,
  theirs,
  ours,
  merged,
}: PlannedRecord): PlannedRecord {
  return { table, id, verdict, relation, ourDeletion, theirs, ours, merged };
}

class HeldRecord implements PlannedRecord {
  readonly id: string;
  readonly verdict: Verdict;
  readonly relation: Relation | 'new';
  readonly ourDeletion: string | null | undefined;
  readonly #place: Place;
  readonly #plan: HeldPlan;
  /** Place of both sides; undefined where nothing is to be done, or all is theirs. */
  readonly #sides: number | undefined;

  constructor(
    plan: HeldPlan,
    id: string,
    place: Place,
    { verdict, relation, ours, merged }: Outcome,
  ) {
    this.#plan = plan;
    this.#place = place;
    this.id = id;
    this.verdict = verdict;
    this.relation = relation;
    this.ourDeletion = ours === undefined ? undefined : (ours['deleted_at'] as string | null);
    this.#sides = ours && merged && plan.sides.add({ ours, merged });
  }

  get table(): PackTable {
    return this.#place.table;
  }

  get theirs(): PackRecord {
    const { of, at } = this.#place;
    const record = of.at(at);
    if (record === undefined) throw new Error(`no record ${at} in ${this.table}`);
    return record;
  }

  get ours(): Content | undefined {
    if (this.ourDeletion === undefined) return undefined;
    return this.#both?.ours ?? getRecord(this.#plan.db, this.table, this.id);
  }

  get merged(): Merged | undefined {
    if (this.ourDeletion === undefined) return { content: this.theirs, conflicts: [] };
    return this.#both?.merged;
  }

  get #both(): Sides | undefined {
    return this.#sides === undefined ? undefined : this.#plan.sides.at(this.#sides);
  }
}

export class HeldPlan {
  readonly sides = new StoredList<Sides>();
  readonly db: Reader;

  /** `db`: the case, for records that stay as they are there. */
  constructor(db: Reader) {
    this.db = db;
  }

  hold(id: string, place: Place, outcome: Outcome): PlannedRecord {
    return new HeldRecord(this, id, place, outcome);
  }
}
