/**
 * Who is tied to whom over the incidents of an answer: passes over lists of ties, one list a row.
 * Pure; numbers in, numbers out. Keys are those of the tables, rows positions in the lists.
 *
 * An actor that stands in an incident more than once counts once, with the best of its standings; two
 * actors are tied by an incident as firmly as the weaker of both stands in it.
 */
import { roleBits, standingOfCode, standings } from './tie-code.ts';
import { actorIncidentRoles } from './vocabulary.ts';

/** Lists of ties as the columns hold them: of row r the items from `start[r]` on, `length[r]` of them. */
export interface TieLists {
  readonly start: Uint32Array;
  readonly length: Uint16Array;
  /** Keys of actors. */
  readonly other: Uint32Array;
  /** `tieCode`. */
  readonly role: Uint8Array;
  /** No actor has a higher key. */
  readonly highest: number;
}

/** Which codes of roles count; all when none is named. */
export function roleTable(roles: readonly string[]): Uint8Array {
  const table = new Uint8Array(roleBits + 1);
  if (roles.length === 0) return table.fill(1);
  actorIncidentRoles.forEach((role, at) => {
    if (roles.includes(role)) table[at + 1] = 1;
  });
  return table;
}

/** Incidents of each actor, by key. */
export function countActors(ties: TieLists, rows: Uint32Array, roles: Uint8Array): Uint32Array {
  const { start, length, other, role, highest } = ties;
  const counts = new Uint32Array(highest + 1);
  // the row that counted last for an actor, so that one named twice counts once
  const lastRow = new Int32Array(highest + 1).fill(-1);
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    for (let at = from; at < to; at += 1) {
      if (roles[(role[at] as number) & roleBits] !== 1) continue;
      const key = other[at] as number;
      if (lastRow[key] === row) continue;
      lastRow[key] = row;
      counts[key] = (counts[key] as number) + 1;
    }
  }
  return counts;
}

/** Keys with most incidents first, equal ones by key; and how many have any. */
export function rankActors(counts: Uint32Array): number[] {
  const keys: number[] = [];
  counts.forEach((count, key) => {
    if (count > 0) keys.push(key);
  });
  return keys.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
}

/** The actors most often in incidents with each of `keys`, at most `size` of each, most often first. */
export function neighbours(
  ties: TieLists,
  rows: Uint32Array,
  roles: Uint8Array,
  keys: readonly number[],
  size: number,
): number[] {
  const { start, length, other, role, highest } = ties;
  const isAsked = new Uint8Array(highest + 1);
  for (const key of keys) if (key <= highest) isAsked[key] = 1;
  const found = new Map<number, Map<number, number>>();
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    let isTold = false;
    for (let at = from; at < to && !isTold; at += 1) {
      isTold = isAsked[other[at] as number] === 1 && roles[(role[at] as number) & roleBits] === 1;
    }
    if (!isTold) continue;
    const own = actorsOf(ties, row, roles);
    for (const key of own) {
      if (isAsked[key] !== 1) continue;
      const counts = found.get(key) ?? new Map<number, number>();
      found.set(key, counts);
      for (const mate of own) if (mate !== key) counts.set(mate, (counts.get(mate) ?? 0) + 1);
    }
  }
  return [...found.values()].flatMap((counts) =>
    [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, size)
      .map(([key]) => key),
  );
}

/** Actors of a row, each once, in the order of its list. */
export function actorsOf({ start, length, other, role }: TieLists, row: number, roles: Uint8Array) {
  const keys = new Set<number>();
  const from = start[row] as number;
  const to = from + (length[row] as number);
  for (let at = from; at < to; at += 1) {
    if (roles[(role[at] as number) & roleBits] === 1) keys.add(other[at] as number);
  }
  return keys;
}

/** Pairs of nodes and what ties them, one item of each array a pair. */
export interface Pairs {
  /** Positions of the nodes, the lower one first. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Incidents that both are in. */
  readonly weight: Uint32Array;
  /** Of these, where one attacks and the other is attacked. */
  readonly against: Uint32Array;
  /** Of these, where one of both is only said to be, or said not to be. */
  readonly claimed: Uint32Array;
  readonly denied: Uint32Array;
}

const attacks = codeOf('perpetrator');
const isAttacked = new Set([codeOf('target'), codeOf('victim')]);

function codeOf(role: (typeof actorIncidentRoles)[number]): number {
  return actorIncidentRoles.indexOf(role) + 1;
}

/** Counts of pairs in an open table, which grows; keys are `a * nodes + b + 1`. */
class PairTable {
  #keys = new Float64Array(1 << 12);
  #counts = new Uint32Array(4 << 12);
  #used = 0;

  /** Position of the counts of a pair. */
  at(key: number): number {
    if (this.#used * 2 > this.#keys.length) this.#grow();
    const place = this.#find(key);
    if (this.#keys[place] === 0) {
      this.#keys[place] = key;
      this.#used += 1;
    }
    return place * 4;
  }

  get counts(): Uint32Array {
    return this.#counts;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let place = (Math.imul(key % 0x1_0000_0000, 0x9e37_79b1) >>> 7) & mask;
    while (this.#keys[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Uint32Array(counts.length * 2);
    for (let old = 0; old < keys.length; old += 1) {
      const key = keys[old] as number;
      if (key === 0) continue;
      const place = this.#find(key);
      this.#keys[place] = key;
      this.#counts.set(counts.subarray(old * 4, old * 4 + 4), place * 4);
    }
  }

  /** Heaviest first, equal ones by key. */
  sorted(): number[] {
    const places: number[] = [];
    this.#keys.forEach((key, place) => {
      if (key !== 0) places.push(place);
    });
    const [keys, counts] = [this.#keys, this.#counts];
    return places.sort(
      (p, q) =>
        (counts[q * 4] as number) - (counts[p * 4] as number) ||
        (keys[p] as number) - (keys[q] as number),
    );
  }

  keyAt(place: number): number {
    return this.#keys[place] as number;
  }
}

/**
 * Pairs of the given actors that share incidents, heaviest first, at most `most`; `total` of them there
 * are. `keys` gives the actor of each node.
 */
export function sweepPairs(
  ties: TieLists,
  rows: Uint32Array,
  roles: Uint8Array,
  keys: readonly number[],
  most: number,
): { readonly pairs: Pairs; readonly total: number } {
  const { start, length, other, role, highest } = ties;
  const nodeOf = new Int32Array(highest + 1).fill(-1);
  keys.forEach((key, node) => {
    if (key <= highest) nodeOf[key] = node;
  });
  const nodes = keys.length;
  const table = new PairTable();
  // of the actors of one row: node, best standing, 1 attacks | 2 is attacked
  const own = new Int32Array(0x1_0000);
  const standing = new Uint8Array(0x1_0000);
  const side = new Uint8Array(0x1_0000);
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    let size = 0;
    for (let at = from; at < to; at += 1) {
      const code = role[at] as number;
      const node = nodeOf[other[at] as number] as number;
      const kind = code & roleBits;
      if (node < 0 || roles[kind] !== 1) continue;
      let place = 0;
      while (place < size && own[place] !== node) place += 1;
      if (place === size) {
        own[size] = node;
        standing[size] = 0;
        side[size] = 0;
        size += 1;
      }
      const stands = standingOfCode[code >> 4] as number;
      if (stands > (standing[place] as number)) standing[place] = stands;
      const acts = kind === attacks ? 1 : isAttacked.has(kind) ? 2 : 0;
      side[place] = (side[place] as number) | acts;
    }
    for (let p = 1; p < size; p += 1) {
      for (let q = 0; q < p; q += 1) {
        const low = Math.min(own[p] as number, own[q] as number);
        const high = Math.max(own[p] as number, own[q] as number);
        const at = table.at(low * nodes + high + 1);
        const { counts } = table;
        counts[at] = (counts[at] as number) + 1;
        const both = (side[p] as number) | ((side[q] as number) << 2);
        // one attacks and the other is attacked
        const isAgainst = (both & 9) === 9 || (both & 6) === 6;
        if (isAgainst) counts[at + 1] = (counts[at + 1] as number) + 1;
        const weaker = Math.min(standing[p] as number, standing[q] as number);
        if (weaker === standings.claimed) counts[at + 2] = (counts[at + 2] as number) + 1;
        if (weaker === standings.denied) counts[at + 3] = (counts[at + 3] as number) + 1;
      }
    }
  }
  const places = table.sorted();
  const kept = places.slice(0, most);
  const column = (offset: number) =>
    Uint32Array.from(kept, (place) => table.counts[place * 4 + offset] as number);
  const codes = kept.map((place) => table.keyAt(place) - 1);
  return {
    pairs: {
      a: Uint32Array.from(codes, (code) => Math.floor(code / nodes)),
      b: Uint32Array.from(codes, (code) => code % nodes),
      ...{ weight: column(0), against: column(1), claimed: column(2), denied: column(3) },
    },
    total: places.length,
  };
}

/** Above every position of a row; with days of the last ten thousand years it fits a number exactly. */
const rowRoom = 2 ** 27;
const longAgo = 4_000_000;

/**
 * The rows to show of those with at least one of the actors: with most of them first, then the latest.
 * `days` gives the last day of a row. At most `most`; `total` of them there are.
 */
export function pickRows(
  ties: TieLists,
  rows: Uint32Array,
  roles: Uint8Array,
  keys: readonly number[],
  days: Int32Array,
  most: number,
): { readonly rows: number[]; readonly total: number } {
  const { start, length, other, role, highest } = ties;
  const isNode = new Uint8Array(highest + 1);
  for (const key of keys) if (key <= highest) isNode[key] = 1;
  // rows by how many of the actors they have, one pile for 15 and more
  const piles: number[][] = Array.from({ length: 16 }, () => []);
  let total = 0;
  for (let n = 0; n < rows.length; n += 1) {
    const row = rows[n] as number;
    const from = start[row] as number;
    const to = from + (length[row] as number);
    let found = 0;
    for (let at = from; at < to; at += 1) {
      const key = other[at] as number;
      if (isNode[key] !== 1 || roles[(role[at] as number) & roleBits] !== 1) continue;
      let isNew = true;
      for (let before = from; before < at && isNew; before += 1) {
        isNew = other[before] !== key || roles[(role[before] as number) & roleBits] !== 1;
      }
      if (isNew) found += 1;
    }
    if (found === 0) continue;
    total += 1;
    piles[Math.min(found, 15)]?.push(row);
  }
  const picked: number[] = [];
  for (const pile of piles.reverse()) {
    const room = most - picked.length;
    if (room <= 0) break;
    // numbers that sort by day, then row: arrays of numbers sort without a function
    const marks = Float64Array.from(
      pile,
      (row) => Math.max(days[row] as number, -longAgo) * rowRoom + row,
    );
    marks.sort();
    for (const mark of marks.subarray(Math.max(0, marks.length - room)).reverse()) {
      picked.push(mark - Math.floor(mark / rowRoom) * rowRoom);
    }
  }
  return { rows: picked, total };
}
