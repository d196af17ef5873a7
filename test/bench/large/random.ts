/** A random source that is the same in every run, and draws by weight in one step. */

export interface Random {
  /** Below 1. */
  readonly share: () => number;
  /** A whole number below `n`. */
  readonly below: (n: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}

/** sfc32, started from splitmix32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const mix = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let a = mix();
  let b = mix();
  let c = mix();
  let d = 1;
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 16; warm += 1) next();
  const share = () => next() / 0x1_0000_0000;
  const below = (n: number) => Math.floor(share() * n);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return { share, below, pick };
}

/** Draws positions of a list by weight (Walker's aliases): one look per draw, however long the list. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const n = weights.length;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const scaled = weights.map((weight) => (weight * n) / sum);
  const chance = new Float64Array(n).fill(1);
  const other = new Uint32Array(n);
  const small: number[] = [];
  const large: number[] = [];
  for (const [at, weight] of scaled.entries()) (weight < 1 ? small : large).push(at);
  while (small.length > 0 && large.length > 0) {
    const low = small.pop() as number;
    const high = large.pop() as number;
    chance[low] = scaled[low] as number;
    other[low] = high;
    const rest = (scaled[high] as number) + (scaled[low] as number) - 1;
    scaled[high] = rest;
    (rest < 1 ? small : large).push(high);
  }
  return (random) => {
    const at = random.below(n);
    return random.share() < (chance[at] as number) ? at : (other[at] as number);
  };
}

/** Weights of a list in which the n-th is n^s times rarer than the first. */
export function zipf(n: number, s: number): number[] {
  return Array.from({ length: n }, (_, at) => 1 / (at + 1) ** s);
}
