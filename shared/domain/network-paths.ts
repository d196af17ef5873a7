/** The shortest ways from one actor to another over the incidents they share and their relations. Pure. */
import { actorsOf, type TieLists } from './network-sweep.ts';

/** Pairs of actors, by key, that a relation ties whatever the incidents say. */
export type RelatedKeys = ReadonlyMap<number, ReadonlySet<number>>;

/**
 * All shortest ways as lists of keys, at most `most`, in the order of the keys; none when there is none.
 * `length` is the number of steps, 0 from an actor to itself.
 */
export function shortestWays(
  ties: TieLists,
  rows: Uint32Array,
  roles: Uint8Array,
  related: RelatedKeys,
  from: number,
  to: number,
  most: number,
): { readonly ways: number[][]; readonly isCut: boolean } {
  if (from === to) return { ways: [[from]], isCut: false };
  const rowsOf = rowsByActor(ties, rows, roles);
  const mates = (key: number): Set<number> => {
    const found = new Set<number>(related.get(key));
    for (const row of rowsOf(key)) for (const mate of actorsOf(ties, row, roles)) found.add(mate);
    found.delete(key);
    return found;
  };
  const distance = new Map([[from, 0]]);
  const doneRows = new Set<number>();
  let front = [from];
  for (let steps = 1; front.length > 0 && !distance.has(to); steps += 1) {
    const next: number[] = [];
    const reach = (key: number) => {
      if (distance.has(key)) return;
      distance.set(key, steps);
      next.push(key);
    };
    for (const key of front) {
      for (const mate of related.get(key) ?? []) reach(mate);
      for (const row of rowsOf(key)) {
        // whoever is in it was reached before
        if (doneRows.has(row)) continue;
        doneRows.add(row);
        for (const mate of actorsOf(ties, row, roles)) reach(mate);
      }
    }
    front = next;
  }
  if (!distance.has(to)) return { ways: [], isCut: false };
  const ways: number[][] = [];
  let isCut = false;
  const before = new Map<number, number[]>();
  const walk = (key: number, tail: readonly number[]): void => {
    if (isCut) return;
    const way = [key, ...tail];
    const own = distance.get(key) ?? 0;
    if (own === 0) {
      if (ways.length >= most) isCut = true;
      else ways.push(way);
      return;
    }
    let list = before.get(key);
    if (list === undefined) {
      list = [...mates(key)].filter((mate) => distance.get(mate) === own - 1).sort((a, b) => a - b);
      before.set(key, list);
    }
    for (const mate of list) walk(mate, way);
  };
  walk(to, []);
  return { ways, isCut };
}

/** Rows of each actor: the lists turned round. */
function rowsByActor(ties: TieLists, rows: Uint32Array, roles: Uint8Array) {
  const sizes = new Uint32Array(ties.highest + 2);
  for (const row of rows) {
    for (const key of actorsOf(ties, row, roles)) sizes[key + 1] = (sizes[key + 1] as number) + 1;
  }
  for (let key = 1; key < sizes.length; key += 1) {
    sizes[key] = (sizes[key] as number) + (sizes[key - 1] as number);
  }
  const list = new Uint32Array(sizes[sizes.length - 1] as number);
  const next = sizes.slice();
  for (const row of rows) {
    for (const key of actorsOf(ties, row, roles)) {
      const at = next[key] as number;
      list[at] = row;
      next[key] = at + 1;
    }
  }
  return (key: number) => list.subarray(sizes[key] ?? 0, sizes[key + 1] ?? 0);
}
