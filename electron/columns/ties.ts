/**
 * What each row is tied to: a list of numbers per row, all lists in one array. A list that changes is
 * written anew at the end; the room of the old one is given back when half of it is waste.
 */
export class Ties {
  /** Where the list of a row begins in `other` and `role`, and how long it is. */
  start = new Uint32Array(1024);
  length = new Uint16Array(1024);
  /** Keys (`pk`) of the other records. */
  other = new Uint32Array(1024);
  /** `tieCode` of actors, 0 for others. */
  role = new Uint8Array(1024);
  /** Highest key seen. */
  highest = 0;
  /** Whether some row may be tied to the same record twice. */
  hasRepeats = false;
  #used = 0;
  #waste = 0;

  #reserve(rows: number, items: number): void {
    if (rows > this.start.length) {
      const size = Math.max(rows, Math.ceil(this.start.length * 1.25));
      this.start = grown(this.start, new Uint32Array(size));
      this.length = grown(this.length, new Uint16Array(size));
    }
    if (items > this.other.length) {
      const size = Math.max(items, Math.ceil(this.other.length * 1.25));
      this.other = grown(this.other, new Uint32Array(size));
      this.role = grown(this.role, new Uint8Array(size));
    }
  }

  /** Makes room for rows that have no list yet. */
  cover(rows: number): void {
    this.#reserve(rows, 0);
  }

  /** Sets the list of a row: pairs of key and role code. At most 65 535 are kept. */
  set(row: number, list: readonly (readonly [other: number, role: number])[]): void {
    const items = Math.min(list.length, 0xffff);
    this.#waste += this.length[row] ?? 0;
    this.#reserve(row + 1, this.#used + items);
    this.start[row] = this.#used;
    this.length[row] = items;
    for (let at = 0; at < items; at += 1) {
      const [other, role] = list[at] ?? [0, 0];
      this.other[this.#used] = other;
      this.role[this.#used] = role;
      if (other > this.highest) this.highest = other;
      this.#used += 1;
    }
    if (!this.hasRepeats) this.hasRepeats = this.#repeats(row);
    if (this.#waste > 65_536 && this.#waste > this.#used / 2) this.#tidy();
  }

  /** Takes over all ties at once: of each the row, in any order, and what it is tied to. */
  fill(
    rows: number,
    list: {
      readonly rows: Uint32Array;
      readonly others: Uint32Array;
      readonly roles: Uint8Array;
      readonly count: number;
    },
  ): void {
    const start = new Uint32Array(rows);
    const length = new Uint16Array(rows);
    for (let n = 0; n < list.count; n += 1) {
      const row = list.rows[n] as number;
      // what is beyond the longest list is not kept
      if ((length[row] as number) < 0xffff) length[row] = (length[row] as number) + 1;
    }
    let used = 0;
    for (let row = 0; row < rows; row += 1) {
      start[row] = used;
      used += length[row] as number;
    }
    const other = new Uint32Array(used);
    const role = new Uint8Array(used);
    const filled = new Uint16Array(rows);
    let highest = 0;
    for (let n = 0; n < list.count; n += 1) {
      const row = list.rows[n] as number;
      const own = filled[row] as number;
      if (own === 0xffff) continue;
      const at = (start[row] as number) + own;
      const key = list.others[n] as number;
      other[at] = key;
      role[at] = list.roles[n] as number;
      filled[row] = own + 1;
      if (key > highest) highest = key;
    }
    this.restore({ start, length, other, role, highest });
  }

  /** The lists of the first rows, one after the other. */
  packed(rows: number) {
    this.cover(rows);
    if (this.#waste > 0) this.#tidy();
    return {
      start: this.start.subarray(0, rows),
      length: this.length.subarray(0, rows),
      other: this.other.subarray(0, this.#used),
      role: this.role.subarray(0, this.#used),
    };
  }

  /** Takes over what `packed` gave. */
  restore(packed: {
    readonly start: Uint32Array<ArrayBuffer>;
    readonly length: Uint16Array<ArrayBuffer>;
    readonly other: Uint32Array<ArrayBuffer>;
    readonly role: Uint8Array<ArrayBuffer>;
    readonly highest: number;
  }): void {
    this.start = packed.start;
    this.length = packed.length;
    this.other = packed.other;
    this.role = packed.role;
    this.highest = packed.highest;
    this.#used = packed.other.length;
    this.#waste = 0;
    this.hasRepeats = false;
    for (let row = 0; row < this.start.length && !this.hasRepeats; row += 1) {
      this.hasRepeats = this.#repeats(row);
    }
  }

  #repeats(row: number): boolean {
    const { other } = this;
    const from = this.start[row] as number;
    const to = from + (this.length[row] as number);
    for (let at = from + 1; at < to; at += 1) {
      for (let before = from; before < at; before += 1) {
        if (other[before] === other[at]) return true;
      }
    }
    return false;
  }

  #tidy(): void {
    const { start, length, other, role } = this;
    const needed = this.#used - this.#waste;
    const others = new Uint32Array(Math.ceil(needed * 1.25) + 1024);
    const roles = new Uint8Array(others.length);
    let used = 0;
    for (let row = 0; row < start.length; row += 1) {
      const from = start[row] ?? 0;
      const items = length[row] ?? 0;
      others.set(other.subarray(from, from + items), used);
      roles.set(role.subarray(from, from + items), used);
      start[row] = used;
      used += items;
    }
    this.other = others;
    this.role = roles;
    this.#used = used;
    this.#waste = 0;
  }
}

export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
