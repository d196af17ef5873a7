/**
 * Counts over time with dates in doubt. Days are numbers since 1970-01-01 (proleptic Gregorian,
 * negative before). Pure; the columns and the SQL reads both add up with it.
 */
import { type Day, dayText } from '../lib/days.ts';

export type TimeUnit = 'day' | 'week' | 'month' | 'year';

/** Longer spans of doubt say nothing about when: they count as undated. */
export const longestSpanDays = 3660;

const msPerDay = 86_400_000;

/** Number of a day `YYYY-MM-DD`. */
export function dayNumber(day: Day): number {
  const date = new Date(0);
  // setUTCFullYear, because Date.UTC reads the years 0–99 as 1900–1999
  date.setUTCFullYear(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8, 10)),
  );
  return Math.round(date.getTime() / msPerDay);
}

export function dayOfNumber(day: number): Day {
  const date = new Date(day * msPerDay);
  return dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** First day of the bucket that holds a day. Weeks begin on Monday (ISO 8601). */
export function bucketStart(unit: TimeUnit, day: number): number {
  if (unit === 'day') return day;
  // day 0 was a Thursday
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * msPerDay);
  if (unit === 'year') date.setUTCMonth(0);
  date.setUTCDate(1);
  return Math.round(date.getTime() / msPerDay);
}

function nextBucket(unit: TimeUnit, start: number): number {
  if (unit === 'day') return start + 1;
  if (unit === 'week') return start + 7;
  return bucketStart(unit, start + (unit === 'month' ? 31 : 366));
}

/** First days of the buckets from the one of `first` to the one of `last`, and the day after them. */
export function bucketEdges(unit: TimeUnit, first: number, last: number): Int32Array<ArrayBuffer> {
  const edges: number[] = [];
  for (let at = bucketStart(unit, first); at <= last; at = nextBucket(unit, at)) edges.push(at);
  edges.push(nextBucket(unit, edges.at(-1) ?? bucketStart(unit, first)));
  return Int32Array.from(edges);
}

/** A span that can be spread: closed at both ends and not longer than ten years. */
export function isSpreadable(first: number, last: number): boolean {
  return last >= first && last - first < longestSpanDays;
}

interface Sum {
  /** Of exact days, by bucket. */
  readonly buckets: Float64Array<ArrayBuffer>;
  /** Of spans: what each day begins or ends to get; one more item than days. */
  readonly steps: Float64Array<ArrayBuffer>;
}

export interface SeriesValues {
  readonly counts: Float64Array<ArrayBuffer>;
  readonly low: Float64Array<ArrayBuffer>;
  readonly high: Float64Array<ArrayBuffer>;
  readonly open: Float64Array<ArrayBuffer>;
}

/** The buckets of one timeline: which day lies in which. */
export class BucketScale {
  readonly unit: TimeUnit;
  readonly edges: Int32Array<ArrayBuffer>;
  /** First day, and number of days. */
  readonly first: number;
  readonly days: number;
  /** Bucket of each day. */
  readonly ofDay: Int32Array<ArrayBuffer>;

  /** `first` and `last` are days (numbers) that must lie on the scale. */
  constructor(unit: TimeUnit, first: number, last: number) {
    this.unit = unit;
    this.edges = bucketEdges(unit, first, last);
    this.first = this.edges[0] ?? first;
    this.days = (this.edges.at(-1) ?? last + 1) - this.first;
    this.ofDay = new Int32Array(this.days);
    for (let bucket = 0; bucket < this.edges.length - 1; bucket += 1) {
      const from = (this.edges[bucket] ?? 0) - this.first;
      this.ofDay.fill(bucket, from, (this.edges[bucket + 1] ?? 0) - this.first);
    }
  }

  get buckets(): number {
    return this.edges.length - 1;
  }
}

/** Adds up one series. Values of a span are spread evenly over its days. */
export class SeriesSum {
  readonly #scale: BucketScale;
  readonly #sums: { readonly [K in keyof SeriesValues]: Sum };

  constructor(scale: BucketScale) {
    this.#scale = scale;
    const sum = (): Sum => ({
      buckets: new Float64Array(scale.buckets),
      steps: new Float64Array(scale.days + 1),
    });
    this.#sums = { counts: sum(), low: sum(), high: sum(), open: sum() };
  }

  /** `first` and `last` lie on the scale; `high` is the highest figure named. */
  add(first: number, last: number, low: number, high: number, isOpen: boolean): void {
    const sums = this.#sums;
    if (first === last) {
      // nine in ten: one look for the bucket serves all
      const bucket = this.#scale.ofDay[first - this.#scale.first] as number;
      const { counts } = sums;
      counts.buckets[bucket] = (counts.buckets[bucket] as number) + 1;
      if (high === 0 && !isOpen) return;
      sums.low.buckets[bucket] = (sums.low.buckets[bucket] as number) + low;
      sums.high.buckets[bucket] = (sums.high.buckets[bucket] as number) + high;
      if (isOpen) sums.open.buckets[bucket] = (sums.open.buckets[bucket] as number) + 1;
      return;
    }
    this.#spread(sums.counts, first, last, 1);
    if (low > 0) this.#spread(sums.low, first, last, low);
    if (high > 0) this.#spread(sums.high, first, last, high);
    if (isOpen) this.#spread(sums.open, first, last, 1);
  }

  /** For loops that add single days themselves: the sums by bucket, to be added to. */
  get exact() {
    const { counts, low, high, open } = this.#sums;
    return {
      counts: counts.buckets,
      low: low.buckets,
      high: high.buckets,
      open: open.buckets,
    };
  }

  #spread({ steps }: Sum, first: number, last: number, value: number): void {
    const from = first - this.#scale.first;
    const to = last - this.#scale.first + 1;
    const share = value / (to - from);
    steps[from] = (steps[from] ?? 0) + share;
    steps[to] = (steps[to] ?? 0) - share;
  }

  values(): SeriesValues {
    const { counts, low, high, open } = this.#sums;
    return {
      counts: this.#total(counts),
      low: this.#total(low),
      high: this.#total(high),
      open: this.#total(open),
    };
  }

  #total({ buckets, steps }: Sum): Float64Array<ArrayBuffer> {
    const total = buckets.slice();
    let running = 0;
    for (let day = 0; day < this.#scale.days; day += 1) {
      running += steps[day] ?? 0;
      // what rounding leaves of a span that has ended is nothing
      if (Math.abs(running) < 1e-12) running = 0;
      if (running === 0) continue;
      const bucket = this.#scale.ofDay[day] ?? 0;
      total[bucket] = (total[bucket] ?? 0) + running;
    }
    return total;
  }
}
