/**
 * A scale to draw figures on that can be read from 3 to 10 000: even where the figures lie within one
 * order of each other, by powers of ten where they do not, and always with the numbers beside it.
 */
export interface TollScale {
  readonly isEven: boolean;
  /** People at the right end: 1, 2 or 5 with zeros. */
  readonly top: number;
  /** Numbers to write under it, rising, from 0 to `top`. */
  readonly ticks: readonly number[];
  /** 0 at the left end, 1 at the right; figures past the end lie on it. */
  readonly position: (people: number) => number;
}

/** The least 1, 2 or 5 with zeros that is not below `people`. */
function niceTop(people: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, people)));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= people) ?? 10;
  return step * power;
}

/** `figures`: every low and high that will be drawn, open ends left out. */
export function tollScale(figures: readonly number[]): TollScale {
  const positive = figures.filter((people) => people > 0);
  const top = Math.max(2, niceTop(Math.max(1, ...positive)));
  const isEven = Math.min(top, ...positive) >= top / 25;
  if (isEven) {
    const position = (people: number) => clamp(people / top);
    return { isEven, top, ticks: [0, top / 2, top], position };
  }
  const position = (people: number) => clamp(Math.log1p(people) / Math.log1p(top));
  const powers: number[] = [];
  for (let power = 10; power < top; power *= 10) powers.push(power);
  // a power too near to the end would be written over it
  const ticks = [0, ...powers.filter((power) => position(power) < 0.8), top];
  return { isEven, top, ticks, position };
}

function clamp(part: number): number {
  return Math.min(1, Math.max(0, part));
}
