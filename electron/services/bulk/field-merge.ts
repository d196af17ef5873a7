/** Three-way merge of one incident's fields: what it holds, what the last file said, what this one says. */
import { canonicalJson } from '../../../shared/lib/canonical-json.ts';
import type { KnownIncident } from './known-incidents.ts';

export type Loose = Readonly<Record<string, unknown>>;

const isSame = (a: unknown, b: unknown) => canonicalJson(a ?? null) === canonicalJson(b ?? null);

export class FieldMerge {
  readonly refused: Record<string, unknown> = {};
  /** What the file goes on saying where the analyst's words stand: nothing to decide, but not forgotten. */
  readonly repeated: Record<string, unknown> = {};
  readonly #known: KnownIncident;

  constructor(known: KnownIncident) {
    this.#known = known;
  }

  /** The fields of `theirs` to take over. `prefix` tells the tables apart among those refused. */
  patch(prefix: string, current: Loose, base: Loose | undefined, theirs: Loose): Loose {
    const patch: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(theirs)) {
      const name = prefix + field;
      const said = name in this.#known.refused ? this.#known.refused[name] : base?.[field];
      const isNews = base === undefined || !isSame(said, value);
      if (isSame(current[field], value)) continue;
      if (!isNews) {
        const kept = name in this.#known.refused ? this.refused : this.repeated;
        kept[name] = value;
      } else if (base !== undefined && isSame(current[field], said)) {
        // untouched since, or the analyst went over to what the file said
        patch[field] = value;
      } else this.refused[name] = value;
    }
    return patch;
  }

  /** What was to be taken is not: it is decided together with the rest of its record. */
  refuse(prefix: string, patch: Loose): void {
    for (const [field, value] of Object.entries(patch)) this.refused[prefix + field] = value;
  }

  /** Whether anything of those whose names begin so was refused. */
  hasRefused(prefix: string): boolean {
    return Object.keys(this.refused).some((name) => name.startsWith(prefix));
  }

  /** Whether something new of the file's was refused. */
  get hasConflict(): boolean {
    return Object.keys(this.refused).some((name) => !this.#isOld(name));
  }

  /** Decisions of before that hold on: the file says again what was decided against. */
  get settled(): readonly string[] {
    return this.#known.settled.filter((name) => name in this.refused && this.#isOld(name));
  }

  #isOld(name: string): boolean {
    return isSame(this.#known.refused[name], this.refused[name]);
  }
}
