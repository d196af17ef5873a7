// Lines of the table of groups: a heading for each, and its incidents under those that are unfolded. Pure.
import type { Group } from '../../../shared/contract/view-calls.ts';

/** `at`: position of the incident within its group; undefined for the heading. */
export interface GroupLine {
  readonly group: Group;
  readonly at?: number;
}

export class GroupLines {
  readonly #groups: readonly Group[];
  readonly #isUnfolded: (key: string) => boolean;
  /** Line of each heading, and after the last group the number of all lines. */
  readonly #starts: Float64Array;

  constructor(groups: readonly Group[], isUnfolded: (key: string) => boolean) {
    this.#groups = groups;
    this.#isUnfolded = isUnfolded;
    this.#starts = new Float64Array(groups.length + 1);
    groups.forEach(({ key, count }, number) => {
      const lines = 1 + (isUnfolded(key) ? count : 0);
      this.#starts[number + 1] = (this.#starts[number] ?? 0) + lines;
    });
  }

  get count(): number {
    return this.#starts.at(-1) ?? 0;
  }

  /** Undefined outside. */
  lineAt(index: number): GroupLine | undefined {
    if (index < 0 || index >= this.count) return undefined;
    let from = 0;
    let to = this.#groups.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= index) from = middle;
      else to = middle - 1;
    }
    const group = this.#groups[from];
    if (group === undefined) return undefined;
    const at = index - (this.#starts[from] ?? 0) - 1;
    return at < 0 ? { group } : { group, at };
  }

  /** Line of a heading, -1 for a group that is not there. */
  headingOf(key: string): number {
    const number = this.#groups.findIndex((group) => group.key === key);
    return number < 0 ? -1 : (this.#starts[number] ?? 0);
  }

  /** What stands at lines `from` to `to`, not included: positions within each unfolded group. */
  spansIn(from: number, to: number): { key: string; from: number; to: number }[] {
    const spans: { key: string; from: number; to: number }[] = [];
    let index = Math.max(0, from);
    while (index < Math.min(to, this.count)) {
      const line = this.lineAt(index);
      if (line === undefined) break;
      const { group, at = -1 } = line;
      const rows = this.#isUnfolded(group.key) ? group.count : 0;
      const end = Math.min(rows, at + to - index);
      if (end > Math.max(0, at)) spans.push({ key: group.key, from: Math.max(0, at), to: end });
      index += rows - at;
    }
    return spans;
  }
}
