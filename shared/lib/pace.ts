/** How fast work goes on and how long it still takes, said only once there is ground for it. */

/** A rate is that of the last seconds; older points are let go. */
const windowMs = 8000;
/** Before this much time and this part of the work nothing is foretold. */
const soonestMs = 1500;
const leastPart = 0.03;

interface Point {
  readonly at: number;
  readonly done: number;
  readonly count: number;
}

export class Pace {
  #points: Point[] = [];
  #begun: Point | undefined;

  /** `at`: milliseconds of any clock that does not go back; `count`: of what the rate is told in. */
  tell(at: number, done: number, count: number): void {
    const point = { at, done, count };
    this.#begun ??= point;
    this.#points.push(point);
    // the newest point beyond the window stays: the rate is taken from it
    while ((this.#points[1]?.at ?? at) < at - windowMs) this.#points.shift();
  }

  /** A second, or null while it cannot be known. */
  rate(): number | null {
    const [first, last] = this.#ends();
    if (first === undefined || last === undefined || last.at - first.at < soonestMs) return null;
    return ((last.count - first.count) / (last.at - first.at)) * 1000;
  }

  /** Milliseconds until `total` at the pace of the last seconds, or null while it cannot be known. */
  left(total: number | null): number | null {
    const [first, last] = this.#ends();
    if (total === null || first === undefined || last === undefined) return null;
    const isEarly = last.at - (this.#begun?.at ?? 0) < soonestMs || last.done < total * leastPart;
    if (isEarly || last.done <= first.done) return null;
    return (Math.max(0, total - last.done) / (last.done - first.done)) * (last.at - first.at);
  }

  #ends(): readonly [Point | undefined, Point | undefined] {
    return [this.#points[0], this.#points.at(-1)];
  }
}
